"""T-SQL by its words: where texts, names and comments end, read as SQL Server reads them, without sqlglot.

The two readings disagree in places: SQL Server takes control characters for blanks, knows no `/*+ hints` and no `?`,
and a word such as DELETE is never an alias there. A text that the two could read differently is refused, and words
that change data are found whatever a tree makes of them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from dekret.text.wording import Wording


@dataclass(frozen=True, slots=True)
class SqlFault:
    """Where a text is no T-SQL, or T-SQL that may not run here (`forbidden`), and why."""

    start: int
    end: int
    reason: Wording
    forbidden: bool = False


class Kind(Enum):
    """What a piece of T-SQL is; blanks are none."""

    COMMENT = "comment"
    TEXT = "text"
    NAME = "name"
    NUMBER = "number"
    WORD = "word"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of T-SQL. `word` is a bare word in capitals, and empty for anything else."""

    kind: Kind
    start: int
    end: int
    text: str
    word: str = ""


_TEXT = r"'[^']*(?:''[^']*)*'"
_NAME = r"\[[^\]]*(?:\]\][^\]]*)*\]|\"[^\"]*(?:\"\"[^\"]*)*\""
_LEXEME = re.compile(
    rf"(?P<blank>(?:[ \t\n\xa0]|\r\n)+)|(?P<line>--[^\r\n\x0b\x0c\x85\u2028\u2029]*)|(?P<block>/\*(?!\+))"
    rf"|(?P<text>[Nn]?{_TEXT})|(?P<name>{_NAME})"
    r"|(?P<number>0[xX][0-9A-Fa-f]*|\$?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<word>[@#]{0,2}[^\W\d][\w@#$]*|\$[^\W\d]\w*)"
    r"|(?P<sign>::|!(?=[<>=])|\{(?=\s*(?:d|t|ts|guid|fn|oj)\b)|\}|/(?!\*)|[-+*%&|^~=<>(),;.])"
)
_SHIELD = re.compile(rf"{_TEXT}|{_NAME}|--[^\r\n]*\r?\n|/\*|--|['\"\[]")
_COMMENT_MARK = re.compile(r"/\*|\*/")
_COMMAND = re.compile(
    r"^[ \t]*(?:GO(?:[ \t]+[0-9]+)?[ \t]*;?[ \t]*(?:--.*)?\r?$|:[ \t]*(?:!!|[a-z])|!!)", re.IGNORECASE | re.MULTILINE
)
"""Lines that sqlcmd and Management Studio take for commands of their own, inside texts and comments, too."""


def open_at(text: str) -> int | None:
    r"""Where a text, a name or a comment begins that does not end in this stretch of T-SQL; None where all do.

    Comments nest, names in brackets run over lines.

    >>> open_at("a = 'x' /* ' */ + [b"), open_at("a /* /* */"), open_at("a = [it's] -- it's\n")
    (18, 2, None)
    """
    place = 0
    while found := _SHIELD.search(text, place):
        place = found.end()
        if found[0] == "/*":
            end = _comment_end(text, found.start())
            if end is None:
                return found.start()
            place = end
        elif found[0] in ("--", "'", '"', "["):
            return found.start()
    return None


def _comment_end(text: str, start: int) -> int | None:
    depth = 0
    for mark in _COMMENT_MARK.finditer(text, start):
        depth += 1 if mark[0] == "/*" else -1
        if depth == 0:
            return mark.end()
    return None


_STICK_LEFT = frozenset("'\"@#$.:_")
_STICK_RIGHT = frozenset("'\"@#$._")


def sticks(left: str, right: str) -> bool:
    """Whether a literal makes one word, or one text, with the character before it or the one behind it."""
    return left.isalnum() or right.isalnum() or left in _STICK_LEFT or right in _STICK_RIGHT


def lexemes(text: str) -> tuple[Lexeme, ...] | SqlFault:
    """The pieces of a text, comments too; or the first that T-SQL does not know, or knows otherwise than others do.

    >>> [each.word for each in lexemes("SELECT a-- b") if each.word]
    ['SELECT', 'A']
    >>> lexemes("SELECT a WHERE b = ?").start
    19
    """
    found: list[Lexeme] = []
    place = 0
    while place < len(text):
        match = _LEXEME.match(text, place)
        kind = match.lastgroup if match else None
        end = match.end() if match else place + 1
        if kind == "block":
            end = _comment_end(text, place) or 0
        if kind is None or not end or (kind == "line" and end < len(text) and text[end] not in "\r\n"):
            return _unknown(text, min(place if kind != "line" else end, len(text) - 1))
        if kind == "word" and (strange := _no_letter(text[place:end])) is not None:
            return _unknown(text, place + strange)
        if kind == "word" and found and found[-1].end == place and _is_part_of(found[-1], text[place]):
            reason = Wording("liczba skleja się ze słowem, wstaw odstęp", "a number sticks to a word, put a blank")
            return SqlFault(found[-1].start, end, reason)
        if kind != "blank":
            found.append(_lexeme(kind, text, place, end))
        place = end
    command = _COMMAND.search(text)
    if command:
        said = command[0].strip()
        return SqlFault(
            command.start(),
            command.end(),
            Wording(
                f"wiersz „{said}” to polecenie dla sqlcmd i Management Studio, nie SQL; usuń go",
                f"the line '{said}' is a command of sqlcmd and Management Studio, no SQL; remove it",
            ),
        )
    return tuple(found)


def _is_part_of(before: Lexeme, letter: str) -> bool:
    """Whether a word right behind a number may be its exponent or hexadecimal rest; `1AND` is two words to anyone."""
    return before.kind is Kind.NUMBER and (letter in "eE" or not before.text[-1].isdigit() or before.text[:2] in _HEX)


_HEX = ("0x", "0X")


def _lexeme(kind: str, text: str, start: int, end: int) -> Lexeme:
    said = text[start:end]
    if kind == "word":
        word = said.upper() if said.isascii() else unicodedata.normalize("NFKC", said).upper()
        return Lexeme(Kind.WORD, start, end, said, word)
    return Lexeme(Kind.COMMENT if kind in ("line", "block") else Kind(kind), start, end, said)


_LIKE_APOSTROPHES = re.compile("[ʹʻʼˈ＇]")
"""Letters to Unicode, but a driver that speaks an 8-bit code page makes apostrophes of them."""


def _no_letter(word: str) -> int | None:
    """Where a word holds what is no letter of a name; None where all are."""
    if word.isascii():
        return None
    like = _LIKE_APOSTROPHES.search(word)
    first = len(word) - len(word.lstrip("@#$"))
    return like.start() if like else None if word[first].isalpha() or word[first] == "_" else first


_ADVICE = {
    **dict.fromkeys(
        "‘’‚‛“”„‟′″ʹʻʼˈ＇`",
        Wording("teksty stoją w prostych apostrofach: 'tekst'", "texts stand in plain apostrophes: 'text'"),
    ),
    **dict.fromkeys("'\"[/", Wording("zaczyna coś, co nie ma końca", "it begins something that has no end")),
    "?": Wording("sterownik wziąłby go za swój parametr", "a driver would take it for a parameter of its own"),
}


def _unknown(text: str, place: int) -> SqlFault:
    sign = text[place]
    advice = _ADVICE.get(sign, Wording("usuń go albo wpisz odstęp", "remove it, or write a blank"))
    if text.startswith("/*+", place):
        advice = Wording("komentarz nie może zaczynać się od /*+", "a comment may not begin with /*+")
    shown = f"„{sign}” (U+{ord(sign):04X})" if sign.isprintable() else f"U+{ord(sign):04X}"
    shown_en = f"'{sign}' (U+{ord(sign):04X})" if sign.isprintable() else f"U+{ord(sign):04X}"
    reason = Wording(f"znak {shown} nic tu nie znaczy: {advice.pl}", f"{shown_en} means nothing here: {advice.en}")
    return SqlFault(place, place + 1, reason)


# --- words that do more than read

_NEVER = {
    *("EXEC", "EXECUTE", "COMMIT", "ROLLBACK", "SHUTDOWN", "CHECKPOINT", "RECONFIGURE", "REVERT", "KILL", "BACKUP"),
    *("RESTORE", "GRANT", "REVOKE", "DENY", "ALTER", "TRUNCATE", "MERGE", "BULK", "DBCC", "USE", "WAITFOR", "GOTO"),
    *("RAISERROR", "WRITETEXT", "UPDATETEXT", "READTEXT", "SAVE", "PRINT", "RETURN", "TRAN", "TRANSACTION", "PROC"),
    *("PROCEDURE", "TRIGGER", "DEALLOCATE", "CURSOR", "LOAD", "DUMP", "SETUSER", "BREAK", "CONTINUE", "OPEN", "CLOSE"),
    *("OPENROWSET", "OPENQUERY", "OPENDATASOURCE", "IDENTITY_INSERT", "WHILE"),
}
"""Words that no query needs and that T-SQL takes for statements or for ways out of the server, wherever they stand."""
_HINTS = {"MERGE": ("JOIN", "UNION"), "USE": ("HINT", "PLAN")}
_BEFORE_SESSION_TABLE = {
    *("FROM", "JOIN", "INTO", "INSERT", "UPDATE", "DELETE", "TABLE", "EXISTS", "APPLY", "ON", "AND", "OR", "NOT"),
    *("SELECT", "BY", "WHERE", "HAVING", "WHEN", "THEN", "ELSE", "CASE", "IN", "LIKE", "BETWEEN", "SET", "DISTINCT"),
}
_OF_THE_SESSION = {
    *("CONTEXT_INFO", "IMPLICIT_TRANSACTIONS", "REMOTE_PROC_TRANSACTIONS", "DEADLOCK_PRIORITY"),
    *("NOEXEC", "PARSEONLY", "FMTONLY", "ROWCOUNT"),
}
"""Settings that stay behind in the connection, or reach others."""
_SESSION_TABLE = re.compile(r"#(?!#)|@(?!@)")


def forbidden_words(found: tuple[Lexeme, ...]) -> Iterator[SqlFault]:
    """Words that change something, but for tables `#name` and variables of the session.

    A reserved word cannot be a name in T-SQL unless it is quoted, so it is a statement wherever it stands bare.
    """
    code = [each for each in found if each.kind is not Kind.COMMENT]
    targets: set[str] = set()
    for place, lexeme in enumerate(code):
        if not lexeme.word or (place and code[place - 1].text == "."):
            continue
        word = lexeme.word
        if word in _NEVER and not _is_hint(code, place):
            yield may_not(lexeme.start, lexeme.end, word)
        elif word in _CHANGED:
            changed = _CHANGED[word](code, place + 1)
            if not changed or not all(map(_SESSION_TABLE.match, changed)):
                yield may_not(lexeme.start, lexeme.end, "SELECT … INTO" if word == "INTO" else word)
            targets.update(name for name in changed if name.startswith("#"))
        elif word == "SET" and _word(code, place + 1) in _OF_THE_SESSION:
            yield may_not(lexeme.start, lexeme.end, f"SET {_word(code, place + 1)}")
        elif word in ("BEGIN", "END") and _word(code, place + 1) in ("DIALOG", "CONVERSATION", "DISTRIBUTED"):
            yield may_not(lexeme.start, lexeme.end, f"{word} {_word(code, place + 1)}")
    yield from _called_as_session_tables(code, {target.casefold() for target in targets})


def may_not(start: int, end: int, word: str) -> SqlFault:
    """What is said of a word, or a statement, that changes data."""
    reason = Wording(f"{word}: zapytanie wykresu tylko czyta dane", f"{word}: a query of a chart only reads data")
    return SqlFault(start, end, reason, forbidden=True)


def _word(code: list[Lexeme], place: int) -> str:
    return code[place].word if place < len(code) else ""


def _text(code: list[Lexeme], place: int) -> str:
    return code[place].text if place < len(code) else ""


def _is_hint(code: list[Lexeme], place: int) -> bool:
    """`MERGE JOIN`, `USE HINT (…)`: the first without a parenthesis would go to a database called HINT."""
    after = _word(code, place + 1)
    return after in _HINTS.get(code[place].word, ()) and (after != "HINT" or _text(code, place + 2) == "(")


def _behind_top(code: list[Lexeme], place: int) -> int:
    """Behind `TOP (5) PERCENT` and one of INTO and FROM."""
    if _word(code, place) == "TOP":
        place = _behind_group(code, place + 1)
        place += _word(code, place) == "PERCENT"
    return place + (_word(code, place) in ("INTO", "FROM"))


def _behind_group(code: list[Lexeme], place: int) -> int:
    """Behind a parenthesis with all that it holds, or behind one piece."""
    depth = 0
    while place < len(code):
        depth += {"(": 1, ")": -1}.get(code[place].text, 0)
        place += 1
        if depth <= 0:
            break
    return place


def _named(code: list[Lexeme], place: int) -> tuple[str, int]:
    """The last part of a name with dots, and what stands behind it; `tempdb..#t` is `#t`."""
    last = _text(code, place)
    place += 1
    while _text(code, place) == ".":
        while _text(code, place) == ".":
            place += 1
        last = _text(code, place)
        place += 1
    return last, place


def _one(code: list[Lexeme], place: int) -> tuple[str, ...]:
    return (_named(code, _behind_top(code, place))[0],)


def _tables(code: list[Lexeme], place: int) -> tuple[str, ...]:
    """The tables of `DROP TABLE IF EXISTS #a, #b`; none where it is no table that is made or dropped."""
    if _word(code, place) != "TABLE":
        return ()
    place += 3 if (_word(code, place + 1), _word(code, place + 2)) == ("IF", "EXISTS") else 1
    found, place = _named(code, place)
    names = [found]
    while _text(code, place) == ",":
        found, place = _named(code, place + 1)
        names.append(found)
    return tuple(names)


def _first_table(code: list[Lexeme], place: int) -> tuple[str, ...]:
    return _tables(code, place)[:1]


_CHANGED: dict[str, Callable[[list[Lexeme], int], tuple[str, ...]]] = {
    **dict.fromkeys(("INSERT", "UPDATE", "DELETE", "INTO"), _one),
    "DROP": _tables,
    "CREATE": _first_table,
}


def _called_as_session_tables(code: list[Lexeme], targets: set[str]) -> Iterator[SqlFault]:
    """Other tables that are called `#name`: `WITH #x AS (SELECT …) DELETE #x` changes what the SELECT reads."""
    for place, lexeme in enumerate(code):
        name = (lexeme.text[1:-1] if lexeme.kind is Kind.NAME else lexeme.text).casefold()
        if not lexeme.word.startswith("#") and not (lexeme.kind is Kind.NAME and name in targets):
            continue
        before = code[place - 1] if place else lexeme
        if "." in (before.text, _text(code, place + 1)) or (name.endswith("#") and name not in targets):
            continue
        after = _behind_group(code, place + 1) if _text(code, place + 1) == "(" else place + 1
        is_made = _word(code, after) == "AS" and _text(code, after + 1) == "("
        is_called = before.text == ")" or (before.kind is not Kind.SIGN and before.word not in _BEFORE_SESSION_TABLE)
        if lexeme.kind is Kind.NAME or is_made or is_called:
            reason = Wording(
                f"{lexeme.text}: tak mogą się nazywać tylko tabele tymczasowe; zmień nazwę zastępczą",
                f"{lexeme.text}: only temporary tables may be called so; change the alias",
            )
            yield SqlFault(lexeme.start, lexeme.end, reason, forbidden=True)
