"""Static checks of a format: what passes here writes records of the right shape for any payment."""

from collections.abc import Mapping
from dataclasses import dataclass

from dekret.bank import fields, problems
from dekret.bank.characters import outside_of
from dekret.bank.field import PRIORITY_WORDS, BankField, Scope, Shape, Written
from dekret.bank.fields import CONSTANT, EXPRESSION, KIND_MACRO, OTHER, QUERY
from dekret.bank.language import Align, Form, Join, Simplify
from dekret.bank.mt940.check import check_rules
from dekret.bank.nodes import BankFormat, Position
from dekret.bank.separators import shown
from dekret.bank.widths import check_widths
from dekret.expr.cells import Formula, check_formula
from dekret.expr.check import Checked
from dekret.expr.kinds import Kind
from dekret.expr.nodes import Comparison, InList, Macro, Text, walk
from dekret.expr.vocabulary import Vocabulary
from dekret.model.payments import KIND_WORDS
from dekret.syntax.schema import Word
from dekret.text.diagnostic import Related
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording

IN_RECORD = frozenset({Scope.PAYMENT, Scope.PAYER})
IN_FILE = frozenset({Scope.PAYER, Scope.FILE})
_READ = frozenset({Scope.LINE, Scope.STATEMENT})
"""What only a file from a bank has."""
_RECORD_WORDS = fields.vocabulary_of(IN_RECORD)
_WORDS_OF = {
    "@rodzajprzelewu": tuple(KIND_WORDS.values()),
    "@priorytet": tuple(PRIORITY_WORDS.values()),
}
_FILE_WORDS = fields.vocabulary_of(IN_FILE)


@dataclass(frozen=True, slots=True)
class CheckedPosition:
    """A position with its expressions checked."""

    position: Position
    condition: Checked | None
    value: Checked | None

    @property
    def by_kind_alone(self) -> bool:
        """Whether the kind of the payment tells whether the position is there."""
        return self.condition is None or all(use.spec.name == KIND_MACRO for use in self.condition.uses)


@dataclass(frozen=True, slots=True)
class CheckedFormat:
    """A format that may write and read where the report has no errors. `records` has the common table as None."""

    format: BankFormat
    header: tuple[CheckedPosition, ...]
    records: Mapping[str | None, tuple[CheckedPosition, ...]]
    footer: tuple[CheckedPosition, ...]

    @property
    def first(self) -> Position:
        """The first position of all."""
        return next(iter(self.records.values()))[0].position

    def of(self, kind: str) -> tuple[CheckedPosition, ...]:
        """The positions of payments of a kind."""
        return self.records.get(kind) or self.records.get(None, ())


def check_format(format_: BankFormat, report: Report) -> CheckedFormat:
    """The format with every expression checked; it may run only where the report has no errors."""
    if format_.mt940:
        check_rules(format_.mt940, report)
        return CheckedFormat(format_, (), {}, ())
    checker = _Checker(format_, report)
    checker.whole()
    check_widths(format_, report)
    header = checker.table(format_.header, IN_FILE, _FILE_WORDS)
    records: dict[str | None, tuple[CheckedPosition, ...]] = {}
    if format_.positions:
        records[None] = checker.table(format_.positions, IN_RECORD, _RECORD_WORDS)
    for kind, positions in format_.by_kind.items():
        records[kind] = checker.table(positions, IN_RECORD, _RECORD_WORDS)
    footer = checker.table(format_.footer, IN_FILE, _FILE_WORDS)
    checked = CheckedFormat(format_, header, records, footer)
    if format_.use.reads:
        checker.readable(checked)
    return checked


class _Checker:
    def __init__(self, format_: BankFormat, report: Report) -> None:
        self.format = format_
        self.report = report

    # --- the file as a whole

    def whole(self) -> None:
        """What the manual's program says of the structure (002:1464–1482), and what else concerns the whole."""
        format_, separators = self.format, self.format.separators
        if not format_.positions and not format_.by_kind:
            self.report.add(problems.NO_POSITIONS.at(format_.span))
            return
        everywhere = [position for table in format_.tables() for position in table]
        typed_text = any(position.form is Form.TEXT for position in everywhere)
        bare = [kind for kind in KIND_WORDS if kind in format_.kinds and not format_.of(kind)]
        if bare:
            kinds = Wording(
                ", ".join(KIND_WORDS[kind].pl for kind in bare), ", ".join(KIND_WORDS[kind].en for kind in bare)
            )
            self.report.add(problems.KIND_WITHOUT_POSITIONS.at(format_.place("rodzaje przelewów"), kinds=kinds))
        if format_.variable and typed_text and not separators.delimiter:
            self.report.add(problems.NO_DELIMITER.at(format_.place("ogranicznik tekstu")))
        if format_.variable and not separators.field and any(_several(table) for table in format_.tables()):
            self.report.add(problems.NO_FIELD_SEPARATOR.at(format_.place("separator pól")))
        self._decimal(everywhere)
        if format_.use.reads:
            for table in format_.tables():
                self._readable_table(table)
        if any(_is_date(position) for position in everywhere) and format_.dates is None:
            self.report.add(problems.NO_DATE_MASK.at(format_.place("format daty")))
        if format_.use.writes and not any(position.required for position in everywhere):
            self.report.add(problems.NOTHING_REQUIRED.at(format_.span))
        lines = 1 + sum(position.join is Join.RECORD for position in format_.header[1:]) if format_.header else 0
        stated = format_.header_lines
        if stated is not None and format_.use.writes and stated != lines:
            place = format_.place("wierszy nagłówka")
            self.report.add(problems.HEADER_COUNT.at(place, stated=stated, lines=lines))

    def _decimal(self, positions: list[Position]) -> None:
        """A decimal separator that is the field separator, too, breaks every bare amount."""
        separators = self.format.separators
        keys = (
            ("separator dziesiętny", separators.decimal, Shape.AMOUNT),
            ("separator dziesiętny VAT", separators.vat_decimal, Shape.VAT_AMOUNT),
        )
        for key, decimal, shape in keys:
            used = [p for p in positions if p.field.shape is shape and p.form is not Form.TEXT]
            if self.format.variable and decimal and decimal == separators.field and used:
                self.report.add(problems.DECIMAL_IS_FIELD_SEPARATOR.at(self.format.place(key)))
        self._replacements()
        self._told_apart()
        self._encodable()
        place = self.format.place("separator tysięcy")
        if separators.thousands and separators.thousands == separators.decimal:
            self.report.add(problems.THOUSANDS_IS_DECIMAL.at(place, character=shown(separators.decimal)))
        amounts = [each for each in positions if each.field.shape is Shape.AMOUNT and each.form is not Form.WHOLE]
        if self.format.use.writes and separators.thousands and not separators.decimal and amounts:
            self.report.add(problems.THOUSANDS_WITHOUT_DECIMAL.at(place))

    def _told_apart(self) -> None:
        """Separators that a bank could not tell apart where fields vary in width."""
        format_, separators = self.format, self.format.separators
        if not format_.variable:
            return
        everywhere = [each for table in (format_.header, *format_.tables(), format_.footer) for each in table]
        bare = [each for each in everywhere if each.form is not Form.TEXT]
        parts = [each for each in everywhere if each.join is Join.PART or each.lines > 1]
        amounts = any(each.field.shape in (Shape.AMOUNT, Shape.VAT_AMOUNT) for each in bare)
        dates = format_.dates.text if format_.dates and any(map(_is_date, bare)) else ""
        field, row = ("separator pól", separators.field), ("separator wierszy", separators.row)
        delimiter = ("ogranicznik tekstu", separators.delimiter if len(bare) < len(everywhere) else "")
        part = ("sekwencja podziału pola", separators.part if parts else "")
        bare_part = (part[0], part[1] if any(each.form is not Form.TEXT for each in parts) else "")
        thousands = ("separator tysięcy", separators.thousands if amounts else "")
        pairs = ((delimiter, field), (delimiter, row), (part, delimiter), (part, row), (bare_part, field))
        for (key, one), (other_key, other) in (*pairs, (thousands, field), (thousands, row)):
            if one and other and (one in other or other in one):
                place = format_.place(key)
                self.report.add(problems.SEPARATORS_CLASH.at(place, one=key, other=other_key, character=shown(one)))
        for key, mark in (field, row):
            if mark and mark in dates:
                place = format_.place("format daty")
                found = problems.SEPARATORS_CLASH.at(place, one="format daty", other=key, character=shown(mark))
                self.report.add(found)

    def _encodable(self) -> None:
        """Whatever the format itself puts in the file must be in its encoding."""
        format_, separators = self.format, self.format.separators
        keys = {
            "separator pól": separators.field,
            "separator wierszy": separators.row,
            "ogranicznik tekstu": separators.delimiter,
            "zamiana ogranicznika": separators.delimiter_becomes or "",
            "sekwencja podziału pola": separators.part,
            "zamiana sekwencji podziału": separators.part_becomes,
            "zamiana niedozwolonych": format_.characters.becomes or "",
            "separator dziesiętny": separators.decimal,
            "separator dziesiętny VAT": separators.vat_decimal,
            "separator tysięcy": separators.thousands,
        }
        for key, text in keys.items():
            bad = format_.charset.holds(text)
            if bad is not None:
                place, word = format_.place(key), _named(format_.charset.word)
                self.report.add(problems.UNENCODABLE_CONSTANT.at(place, character=text[bad], encoding=word))

    def _replacements(self) -> None:
        """What texts are changed to must be allowed itself."""
        separators, characters = self.format.separators, self.format.characters
        pairs = [("zamiana ogranicznika", separators.delimiter, separators.delimiter_becomes or "")]
        pairs += [("zamiana sekwencji podziału", separators.part, separators.part_becomes)]
        pairs += [("zamiana niedozwolonych", "…", characters.becomes or "")]
        pairs += [("dozwolone znaki", mark, becomes) for mark, becomes in characters.mapped.items()]
        outside = outside_of(characters)
        for key, mark, becomes in pairs:
            wrong = bool(outside and outside.search(becomes)) or (mark and mark in becomes)
            # what parts a text is replaced last, and would end it
            wrong = wrong or (mark == separators.part and separators.delimiter and separators.delimiter in becomes)
            if mark and becomes and wrong:
                self.report.add(problems.BAD_REPLACEMENT.at(self.format.place(key), key=key, becomes=shown(becomes)))

    def _readable_table(self, table: tuple[Position, ...]) -> None:
        names = {position.field.word.pl for position in table}
        if not names & {"Data dokumentu", "Data operacji", "Data księgowania"}:
            self.report.add(problems.NO_DATE_POSITION.at(table[0].span))
        if not names & {"Kwota płatności", "Kwota uznania", "Kwota obciążenia"}:
            self.report.add(problems.NO_AMOUNT_POSITION.at(table[0].span))

    # --- tables and positions

    def table(
        self, positions: tuple[Position, ...], scopes: frozenset[Scope], words: Vocabulary
    ) -> tuple[CheckedPosition, ...]:
        """The positions of one table."""
        if positions and positions[0].join in (Join.PLAIN, Join.BLANK, Join.PART):
            self.report.add(problems.FIRST_JOINED.at(positions[0].span))
        self._duplicates(positions)
        return tuple(self._position(position, scopes, words) for position in positions)

    def _duplicates(self, positions: tuple[Position, ...]) -> None:
        """The same field twice in a record is mostly a slip; account and name may be needed in two forms."""
        seen: dict[str, Position] = {}
        for position in positions:
            name = position.field.word.pl
            if position.field.written or position.condition:
                continue
            if name in seen and position.form is seen[name].form and position.strip == seen[name].strip:
                where = Related(seen[name].span, Wording("pierwszy raz tutaj", "first here"))
                self.report.add(
                    problems.DUPLICATE_FIELD.at(position.span, related=(where,), name=_named(position.field.word))
                )
            seen.setdefault(name, position)

    def _position(self, position: Position, scopes: frozenset[Scope], words: Vocabulary) -> CheckedPosition:
        field = position.field
        if field.scope in _READ and self.format.use.writes:
            self.report.add(problems.ONLY_READ.at(position.span, name=_named(field.word)))
        elif field.written is None and field.scope not in scopes and not self._read_there(field, scopes):
            problem = problems.NOT_IN_FILE_ROW if scopes is IN_FILE else problems.NOT_IN_RECORD
            self.report.add(problem.at(position.span, name=_named(field.word)))
        self._value(position)
        self._width(position)
        self._join(position)
        if field.shape is Shape.AMOUNT and position.form is Form.WHOLE and self.format.use.writes:
            self.report.add(problems.WHOLE_AMOUNT.at(position.span))
        condition = self._checked(position.condition, words, Kind.CONDITION)
        value = None
        if position.formula:
            value = self._checked(position.formula, words, None)
        return CheckedPosition(position, condition, value)

    def _read_there(self, field: BankField, scopes: frozenset[Scope]) -> bool:
        """Whether a format that is only read may have a field here: of a line in lines, of the statement anywhere."""
        if self.format.use.writes:
            return False
        return field.scope is Scope.STATEMENT or (field.scope is Scope.LINE and scopes is IN_RECORD)

    def _value(self, position: Position) -> None:
        takes = position.field in (CONSTANT, OTHER, EXPRESSION, QUERY)
        if position.value and position.text and not takes:
            self.report.add(
                problems.VALUE_NOT_USED.at(position.place, name=_named(position.field.word), value=position.text)
            )
        if position.field in (EXPRESSION, QUERY) and not position.text:
            self.report.add(problems.VALUE_NEEDED.at(position.span, name=_named(position.field.word)))
        if position.field.written is Written.CONSTANT and self.format.use.writes:
            self._constant(position)

    def _constant(self, position: Position) -> None:
        """The text of a constant must fit: its width, the encoding, the separators around it."""
        text, separators = position.text, self.format.separators
        if position.width is not None and len(text) > position.width:
            self.report.add(
                problems.CONSTANT_TOO_WIDE.at(position.place, value=text, length=len(text), width=position.width)
            )
        bad = self.format.charset.holds(text)
        if bad is not None and (
            self.format.characters.simplify is Simplify.REFUSE
            or self.format.charset.holds(self.format.charset.simplified(text)) is not None
        ):
            place = position.value.place(bad, bad + 1) if position.value else position.span
            word = _named(self.format.charset.word)
            self.report.add(problems.UNENCODABLE_CONSTANT.at(place, character=text[bad], encoding=word))
        within = separators.delimiter if position.form is Form.TEXT else separators.field
        for mark in (within if self.format.variable else "", separators.row):
            if mark and mark in self.format.charset.simplified(text):
                self.report.add(problems.SEPARATOR_IN_CONSTANT.at(position.place, character=shown(mark)))

    def _width(self, position: Position) -> None:
        if not self.format.variable and position.width is None and position.field is not OTHER:
            self.report.add(problems.WIDTH_NEEDED.at(position.span, name=_named(position.field.word)))
        if position.lines > 1 and position.width is None:
            self.report.add(problems.WIDTH_NEEDED.at(position.span, name=_named(position.field.word)))
        if position.width == 0:
            self.report.add(problems.WIDTH_ZERO.at(position.width_span))
        if not self.format.variable:
            self._fixed(position)

    def _fixed(self, position: Position) -> None:
        """A fixed width is filled with single bytes; after an amount they must be no digits."""
        fill = position.fill or " "
        if len(self.format.charset.encode(fill) or b"") != 1:
            self.report.add(problems.BAD_FILL.at(position.span, fill=shown(fill)))
        amount = position.field.shape in (Shape.AMOUNT, Shape.VAT_AMOUNT, Shape.COUNT)
        if amount and position.align is Align.LEFT and fill.isdigit():
            self.report.add(problems.FILL_CHANGES_AMOUNT.at(position.span, fill=fill))
        if position.lines > 1:
            self.report.add(problems.LINES_IN_FIXED_WIDTH.at(position.span))

    def _join(self, position: Position) -> None:
        needs = position.join is Join.PART or position.lines > 1
        if needs and not self.format.separators.part:
            self.report.add(problems.JOIN_WITHOUT_SEPARATOR.at(position.span))

    def _checked(self, formula: Formula | None, words: Vocabulary, kind: Kind | None) -> Checked | None:
        if formula:
            self._kinds_named(formula)
        return check_formula(formula, words, kind, self.report)

    def _kinds_named(self, formula: Formula) -> None:
        """Texts that the kind of a payment, or its priority, is compared with must be one of theirs."""
        for node in walk(formula.node):
            match node:
                case Comparison(left=Macro(name=name), right=Text() as text):
                    self._named(formula, name, (text,))
                case Comparison(left=Text() as text, right=Macro(name=name)):
                    self._named(formula, name, (text,))
                case InList(operand=Macro(name=name), options=options):
                    self._named(formula, name, tuple(option for option in options if isinstance(option, Text)))

    def _named(self, formula: Formula, macro: str, texts: tuple[Text, ...]) -> None:
        words = _WORDS_OF.get(macro.casefold())
        for text in texts:
            if words and text.value.strip().casefold() not in {word.pl.casefold() for word in words}:
                place = formula.cell.place(text.start, text.end)
                known = Wording(", ".join(word.pl for word in words), ", ".join(word.pl for word in words))
                self.report.add(problems.NEVER_THAT_KIND.at(place, text=text.value, macro=macro, known=known))

    # --- formats that are read

    def readable(self, checked: CheckedFormat) -> None:
        """A position whose presence the record itself cannot tell must not be in a format that is read."""
        for table in checked.records.values():
            for each in table:
                if each.position.join in (Join.PLAIN, Join.BLANK) and self.format.variable:
                    self.report.add(problems.JOIN_NOT_READABLE.at(each.position.span))
                if each.condition and not each.by_kind_alone:
                    place: Span = each.position.condition.cell.span if each.position.condition else each.position.span
                    self.report.add(problems.CONDITION_NOT_READABLE.at(place))


def _several(table: tuple[Position, ...]) -> bool:
    """Whether a row of the table has several fields: one that begins a field, and no row."""
    return any(position.join is Join.NEW for position in table[1:])


def _is_date(position: Position) -> bool:
    return position.field.shape is Shape.DATE


def _named(word: Word) -> Wording:
    return Wording(word.pl, word.en)
