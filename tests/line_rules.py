"""Rules for lines evaluated the slow and obvious way, and lines to try them on."""

import datetime as dt
import unicodedata
from decimal import Decimal

from hypothesis import strategies as st

from dekret.banklines.language import Choice, Direction
from dekret.banklines.macros import Around
from dekret.banklines.patterns import Form
from dekret.model.statements import BankLine
from dekret.packs.library import load_sources
from dekret.text.source import Source

AROUND = Around(dt.date(2026, 1, 31), "BANK")
HEAD = 'wyciąg "X"\n{dates}[Ogólne]\nnazwa = X\nwybór = {choice}\n[Reguły]\n'
COLUMNS = ("Kod", "Kierunek", "Tytuł", "Kontrahent", "Rachunek", "Operacja", "Kwota od", "Kwota do", "Warunek",
           "Punkty", "Konto", "Kategoria", "Podmiot", "Opis")  # fmt: skip


def rules_text(*rows: dict[str, str], choice: str = "pierwsza", dates: str = "") -> str:
    """A rule file with these rows, columns by their names; a rule without a result gets an account."""
    rows = tuple({"Kod": f"R{number}", **row} for number, row in enumerate(rows, start=1))
    results = COLUMNS[10:]
    rows = tuple(row if set(row) & set(results) else {**row, "Konto": "402"} for row in rows)
    lines = [f"| {' | '.join(row.get(name, '').replace('|', chr(92) + '|') for name in COLUMNS)} |" for row in rows]
    return HEAD.format(choice=choice, dates=dates) + "\n".join([f"| {' | '.join(COLUMNS)} |", *lines, ""])


def rules_of(*rows, choice="pierwsza", dates=""):
    """The library of these rules, and their checked form, None where they are in error."""
    library = load_sources([Source("x.wyciag", rules_text(*rows, choice=choice, dates=dates))])
    return library, next(iter(library.lines), None)


def line(amount="-12.00", **fields):
    return BankLine(**{"date": dt.date(2026, 1, 15), "amount": Decimal(amount), **fields})


# --- the obvious way


def _plain(text):
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def _like(pattern, text):
    """LIKE with % and _ alone, by trying everything."""
    if not pattern:
        return not text
    if pattern[0] == "%":
        return any(_like(pattern[1:], text[place:]) for place in range(len(text) + 1))
    return bool(text) and pattern[0] in ("_", text[0]) and _like(pattern[1:], text[1:])


def fits_pattern(pattern, text):
    """Whether a text fits a pattern, whether negated aside."""
    text, wanted = _plain(text), _plain(pattern.text) if pattern.form is Form.PHRASE else pattern.text.casefold()
    long = len(wanted)
    places = [place for place in range(len(text)) if text[place : place + long] == wanted]
    match pattern.form:
        case Form.WITHIN:
            return bool(places)
        case Form.FIRST:
            return 0 in places
        case Form.LAST:
            return len(text) - long in places
        case Form.WHOLE:
            return text == wanted
        case Form.LIKE:
            return _like(wanted, text)
        case Form.PHRASE:
            before = [text[place - 1] if place and wanted[0].isalnum() else " " for place in places]
            behind = [text[place + long :][:1] if wanted[-1].isalnum() else " " for place in places]
            return any(not a.isalnum() and not b.isalnum() for a, b in zip(before, behind, strict=True))


def fits_cell(patterns, texts):
    wanted = [pattern for pattern in patterns if not pattern.negated]
    excluded = [pattern for pattern in patterns if pattern.negated]
    if wanted and not any(fits_pattern(pattern, text) for pattern in wanted for text in texts):
        return False
    return not any(fits_pattern(pattern, text) for pattern in excluded for text in texts)


def fits_rule(rule, bank_line):
    """Whether all conditions of a rule hold, but for its expression."""
    if rule.direction and (bank_line.amount > 0) is not (rule.direction is Direction.IN):
        return False
    if rule.direction and bank_line.amount == 0:
        return False
    if rule.least is not None and abs(bank_line.amount) < rule.least:
        return False
    if rule.most is not None and abs(bank_line.amount) > rule.most:
        return False
    return all(
        fits_cell(look.patterns, [getattr(bank_line, name) for name in look.column.sources]) for look in rule.looks
    )


def slow_choice(rules, bank_line):
    """The code of the rule that is taken, or None."""
    fitting = [rule for rule in rules.rules if fits_rule(rule, bank_line)]
    if rules.choice is Choice.POINTS:
        most = max((rule.points for rule in fitting), default=0)
        fitting = [rule for rule in fitting if rule.points == most]
    return fitting[0].code if fitting else None


# --- what Hypothesis makes

_WORDS = st.lists(st.sampled_from(["opłata", "ZUS", "karta", "za", "zwrot", "1", "łąka", "a-b"]), max_size=4)
texts = _WORDS.map(" ".join)
_pattern = st.tuples(
    st.sampled_from(["", "", "nie "]), st.sampled_from(["", "%"]), _WORDS.filter(bool), st.sampled_from(["", "%"])
).map(lambda parts: f"{parts[0]}{parts[1]}{' '.join(parts[2])}{parts[3]}")
_odd = st.sampled_from(["%op_ata%", "z%a", "_us", "%_%"])
cells = st.lists(st.one_of(_pattern, _odd), max_size=2).map(", ".join)
_account = st.sampled_from(["", "61%", "__1090%", "%2874", "61 1090 1014 0000 0712 1981 2874", "nie DE%"])
_amount = st.sampled_from(["", "5,00", "12,00", "100,00"])
rows = st.fixed_dictionaries(
    {
        "Kierunek": st.sampled_from(["", "przychód", "rozchód"]),
        "Tytuł": cells,
        "Kontrahent": cells,
        "Operacja": cells,
        "Rachunek": _account,
        "Kwota od": _amount,
        "Kwota do": _amount,
        "Punkty": st.sampled_from(["", "1", "5"]),
    }
)
lines = st.builds(
    line,
    amount=st.sampled_from(["-12.00", "12.00", "0.00", "-5.00", "250.00"]),
    title=texts,
    party_name=texts,
    code=st.sampled_from(["", "ZUS", "1"]),
    operation=texts,
    party_account=st.sampled_from(["", "61109010140000071219812874", "DE89370400440532013000"]),
)
