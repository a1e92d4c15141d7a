"""From the fields of a rule file to a map."""

from collections.abc import Iterator

from dekret.mapping import language, problems
from dekret.mapping.language import Direction, FileKind
from dekret.mapping.nodes import Map, Part, Row, Source
from dekret.mapping.paths import Way, way
from dekret.mapping.targets import Target, targets
from dekret.syntax.nodes import Cell
from dekret.syntax.read import VALID_FROM, VALID_UNTIL, Reading, Record
from dekret.syntax.schema import Field, SectionSchema, advice, find
from dekret.text.report import Report
from dekret.text.wording import Wording

_FILES = {kind.value: kind for kind in FileKind}


def read_map(reading: Reading, report: Report) -> Map | None:
    """The map; None where it does not say what it is for. What is wrong stands in the report."""
    general = reading.part(language.GENERAL).keys
    direction = general.get(language.DIRECTION)
    if direction is None:
        return None
    of_file, of_record = (language.FROM, language.TO) if direction is Direction.READ else (None, language.FROM)
    file = _file(general, report) if of_file else FileKind.XML
    target = _target(general, of_record, report)
    if file is None or target is None:
        return None
    document = _document(general, direction, file, report)
    rows = tuple(_rows(reading.part(language.FIELDS).rows, report))
    if not rows and reading.part(language.FIELDS).span is not reading.span:
        report.add(problems.NO_ROWS.at(reading.part(language.FIELDS).span))
    return Map(
        reading.span,
        reading.symbol.text,
        general.get(language.NAME) or "",
        direction,
        file,
        target,
        "" if direction is Direction.READ else general.get(language.TO) or "",
        general.get(language.SHAPE) or "",
        general.place(language.SHAPE),
        document,
        general.place(language.DOCUMENT),
        rows,
        tuple(_parts(reading, target, direction, report)),
        reading.preamble.get(VALID_FROM),
        reading.preamble.get(VALID_UNTIL),
        reading.span.source.version,
    )


def _file(general: Record, report: Report) -> FileKind | None:
    written = general.get(language.FROM)
    if written is None:
        return None
    word = find(_FILES, written)
    if word is None:
        known = advice(written, _FILES)
        report.add(
            problems.UNKNOWN_FILE.at(general.place(language.FROM), name=written, advice=known.near, known=known.known)
        )
        return None
    return _FILES[word]


def _target(general: Record, field: Field[str], report: Report) -> Target | None:
    written = general.get(field)
    if written is None:
        if field is language.TO:
            report.add(problems.NO_TARGET.at(general.span))
        return None
    known = targets()
    word = find(known, written)
    if word is None:
        near = advice(written, known)
        place = general.place(field)
        report.add(problems.UNKNOWN_RECORD.at(place, name=written, advice=near.near, known=near.known))
        return None
    return known[word]


def _document(general: Record, direction: Direction, file: FileKind, report: Report) -> Way:
    """Where documents begin. In XML that has to be said."""
    written = general.get(language.DOCUMENT) or ""
    if direction is Direction.READ and file is FileKind.XML and not written.strip("/ "):
        report.add(problems.NO_DOCUMENT_PATH.at(general.place(language.DOCUMENT)))
    return way(written or "/")


def _rows(rows: list[Record], report: Report) -> Iterator[Row]:
    for row in rows:
        cell = row.cell(language.TARGET)
        if cell:
            yield _row(row, cell, report)


def _row(row: Record, cell: Cell, report: Report) -> Row:
    if not row.cell(language.SOURCE) and not row.cell(language.FALLBACKS):
        report.add(problems.NO_SOURCE.at(row.span))
    return Row(
        row.span,
        cell,
        tuple(_sources(row)),
        row.get(language.REQUIRED) is True,
        row.get(language.LOOKUP),
        row.place(language.LOOKUP),
        row.get(language.MISSING),
        row.place(language.MISSING),
    )


def _sources(row: Record) -> Iterator[Source]:
    for field in (language.SOURCE, language.FALLBACKS):
        cell, found = row.cell(field), row.get(field)
        if cell and found:
            yield from (Source(written, cell) for written in found)


def _parts(reading: Reading, target: Target, direction: Direction, report: Report) -> Iterator[Part]:
    for schema in language.PARTS:
        part = reading.part(schema)
        if part.span is reading.span:
            continue
        found = target.part(schema.word)
        if found is None:
            titles = ", ".join(each.title for each in target.parts) or "–"
            known = Wording(titles, titles)
            report.add(problems.OTHER_PARTS.at(part.span, name=schema.word.pl, record=target.word.pl, known=known))
            continue
        base, name = part.keys.get(language.FOR), part.keys.get(language.AS) or ""
        _needs(schema, part.keys, direction, report)
        yield Part(
            part.span,
            found,
            way(base) if base else None,
            part.keys.place(language.FOR),
            name,
            tuple(_rows(part.rows, report)),
        )


def _needs(schema: SectionSchema, keys: Record, direction: Direction, report: Report) -> None:
    """In reading a part says from where it is, in writing under which name."""
    wanted, other = (language.FOR, language.AS) if direction is Direction.READ else (language.AS, language.FOR)
    if not keys.cell(wanted):
        report.add(problems.PART_WITHOUT_KEY.at(keys.span, section=schema.word.pl, key=wanted.word.pl))
    if keys.cell(other):
        report.add(problems.PART_OTHER_KEY.at(keys.place(other), key=other.word.pl, wanted=wanted.word.pl))
