"""Whatever the text, it is read; what is no marker stays as it is; every character knows where it was written."""

import datetime as dt

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from chart_frames import InsertsByName, fragment_of
from dekret.chart.assemble import Texts, assemble
from dekret.chart.check_columns import filled_query
from dekret.chart.columns_query import everything
from dekret.chart.definitions import Chart
from dekret.chart.expand import expand
from dekret.chart.fill import Filled, fill
from dekret.chart.literals import literal
from dekret.chart.parse import parse_inserts, parse_parameters
from dekret.chart.prepare import prepare
from dekret.chart.values import ParameterValues, Sources
from dekret.packs.chart.charts import LibraryInserts, check_charts, expanded, inserts_for, of_kind
from dekret.packs.library import load_sources
from dekret.sql.tsql import columns, parse
from dekret.text.report import Report
from dekret.text.source import Source
from strategies import chart_and_inserts, chart_text, hostile_text, plain_sql

DAY = dt.date(2026, 1, 31)
CHART = 'wykres "W"\n[Ogólne]\nnazwa = W\ntylko tabela = tak\n[Zapytanie]\n"""\n{}\n"""\n[Grafika]\n"""\n{}\n"""\n'
INSERT = 'wstawka "{}"\n[Ogólne]\nnazwa = X\n[Treść]\n"""\n{}\n"""\n'
any_text = st.one_of(chart_text, chart_text, hostile_text)
offsets = st.integers(-5, 400)


@settings(max_examples=1000)
@given(any_text)
def test_any_text_is_read(text):
    parse_inserts(text)
    for sql in (True, False):
        parse_parameters(text, sql=sql)


@settings(max_examples=300, deadline=None)
@given(any_text, any_text, any_text)
def test_any_files_are_read_and_checked(query, shown, content):
    files = (CHART.format(query, shown), INSERT.format("A", content), INSERT.format("b", query))
    library = load_sources([Source(f"{place}.txt", text) for place, text in enumerate(files)])
    check_charts(library)
    for each in library.report.diagnostics:
        assert 0 <= each.span.start <= each.span.end <= len(each.span.source.text)
        assert each.message.pl
        assert each.message.en


COLUMNS = (
    'kolumny "X"\n[Ogólne]\nnazwa = X\nwarunek = {1}\nporządek = {2}\n[Tabele domyślne]\n"""\n{0}\n"""\n[Tabele]\n'
    "| Nazwa tabeli | Instrukcja łączenia |\n|---|---|\n| {3} | {4} |\n"
    "[Kolumny]\n| Nazwa | Instrukcja | Typ formatu | Format |\n|---|---|---|---|\n"
    "| {5} | {6} | Custom | {7} |\n| B | {6} | | |\n"
)
SIGNS = ("(", ")", ",", "'", "--", "/*", "*/", "*", "[", "]", ";", "=1", "#filtr_dtDataAkt#", "#x#", "_DATASOURCE_.")
WORDS = (
    "Twr_Kod",
    "A.",
    " AS x",
    " FROM CDN.Knt",
    " AND ",
    "SELECT a",
    " JOIN b ON ",
    "@INS a||",
    " INS@",
    "?@n3|A|B:1@?",
)
PIECES = st.lists(st.sampled_from((*SIGNS, *WORDS)), max_size=6).map("".join)
SOUND = ("CDN.Towary A", "Twr_Typ=1", "Twr_Kod", "CDN.KodyCN", "KCN_KCNId=Twr_KCNId", "Kod", "Twr_Kod", "0.00")
strange = PIECES | any_text.map(lambda text: " ".join(text.split()))


@settings(max_examples=500, deadline=None)
@example({6: "SELECT a"})
@given(st.dictionaries(st.integers(0, 7), strange, max_size=3))
def test_any_user_columns_are_checked_and_clean_ones_are_one_query(changes):
    cells = [changes.get(place, sound) for place, sound in enumerate(SOUND)]
    escaped = [cell.replace("\\", "\\\\").replace("|", "\\|") for cell in cells]
    library = load_sources([Source("x.kolumny", COLUMNS.format(*escaped))])
    check_charts(library)
    for each in library.report.diagnostics:
        assert 0 <= each.span.start <= each.span.end <= len(each.span.source.text)
    for _, definition in library.charts if not library.report.has_errors else ():
        filled = filled_query(
            definition, everything(definition), LibraryInserts(()), Sources(DAY, tried=True), Report()
        )
        assert len(columns(filled.neutral)) == len(definition.columns)
        assert len(parse(filled.neutral)) == 1


@settings(max_examples=300, deadline=None)
@given(any_text)
def test_any_file_is_read(text):
    for name in ("x.wykres", "x.wstawka", "x.filtr", "x.kolumny"):
        library = load_sources([Source(name, text)])
        check_charts(library)


@settings(max_examples=500)
@given(plain_sql)
def test_text_without_markers_is_itself(text):
    traced = expand(fragment_of(text), InsertsByName()).text
    assert traced.text == text
    elements = parse_parameters(text).value
    filled = fill(prepare(traced, elements, {}), ParameterValues({}, Sources(DAY)), lambda _: None)
    assert isinstance(filled, Filled)
    assert filled.text == filled.neutral == text


def ready(query, content="a=1"):
    """A text made ready, if it can be."""
    found = assemble(Texts("X", fragment_of(query)), InsertsByName(a=content, b="@INSP(X) @IF(K) y IF@"), Report())
    assume(found is not None)
    return found


@settings(max_examples=300)
@given(chart_text, chart_text, st.dictionaries(st.sampled_from("ABCDE"), chart_text), st.lists(offsets, max_size=5))
def test_places_are_told_for_any_offset(query, content, values, places):
    found = ready(query, content)
    filled = fill(found.query.prepared, ParameterValues(found.parameters, Sources(DAY, given=values)), lambda _: None)
    for start in places:
        for end in places:
            spans = [found.query.traced.span(start, end)]
            if isinstance(filled, Filled):
                spans += [filled.span(start, end), filled.span(start, end, neutral=True)]
            for span in spans:
                assert 0 <= span.start <= span.end <= len(span.source.text)


@settings(max_examples=300)
@given(chart_text, chart_text)
def test_the_same_comes_out_every_time(query, content):
    inserts = InsertsByName(a=content, b="@INSP(X)")
    text = fragment_of(query)
    first = expand(text, inserts)
    parse_inserts.cache_clear()
    again = expand(text, inserts)
    assert first.text.text == again.text.text
    assert [run.text for run in first.text.runs] == [run.text for run in again.text.runs]
    assert [each.id for each in first.diagnostics] == [each.id for each in again.diagnostics]


@given(chart_text, st.text(max_size=9))
def test_a_value_is_not_read_for_markers(value, after):
    query = "SELECT a=??P, b=?@s4000|P|Pole:@? @INS b||^X=1 INS@"
    found = ready(query)
    given_ = {"P": value + after}
    filled = fill(found.query.prepared, ParameterValues(found.parameters, Sources(DAY, given=given_)), lambda _: None)
    assert filled.text == f"SELECT a={literal(given_['P'])}, b={literal(given_['P'])} 1 "


# --- a plain expansion of inserts in each other, to hold the real one against


def written(nodes):
    """The text of nodes, and the nodes with the offsets of what they hold."""
    text, located = "", []
    for kind, *rest in nodes:
        start = len(text)
        match kind:
            case "words":
                text += rest[0]
                located.append((kind, start, rest[0]))
            case "x":
                text += f"@INSP({rest[0]})"
                located.append((kind, rest[0].casefold()))
            case "if":
                test, segments, body = rest
                inside, below = written(body)
                opening = f"@{test}({','.join(segments)})"
                text += f"{opening} {inside} {test}@"
                blank = ("words", 0, " ")  # the blank behind the bracket is of the text, the one before IF@ is not
                below = [blank, *moved(below, 1)]
                located.append((kind, test, segments, moved(below, start + len(opening))))
            case _:
                number, condition, given_, x, y = rest
                text += f"@INS W{number}|{','.join(condition)}|{','.join(given_)}"
                values = []
                for name, value in (("X", x), ("Y", y)):
                    text += f" ^{name}="
                    values.append((value, len(text)))
                    text += value
                text += " INS@"
                located.append(("insert", number, condition, given_, *values))
    return text, located


def moved(located, by):
    found = []
    for kind, *rest in located:
        match kind:
            case "words":
                found.append((kind, rest[0] + by, rest[1]))
            case "if":
                found.append((kind, rest[0], rest[1], moved(rest[2], by)))
            case "insert":
                found.append((kind, *rest[:3], *((value, at + by) for value, at in rest[3:])))
            case _:
                found.append((kind, *rest))
    return found


def kept(test, segments, given_):
    folded = {segment.casefold() for segment in segments}
    if not folded:
        return True
    some, every = bool(folded & given_), folded <= given_
    return {"IF": some, "IFNOT": not some, "IFAND": every, "IFANDNOT": not every}[test]


def plainly(number, texts, given_=frozenset(), x=()):
    """Every character of an expansion, with the text (-1: the chart) and the offset that it was written at."""
    return walked(texts[number + 1], number, texts, given_, dict(x))


def walked(nodes, number, texts, given_, x):
    found = []
    for kind, *rest in nodes:
        match kind:
            case "words":
                found += [(character, number, rest[0] + place) for place, character in enumerate(rest[1])]
            case "x":
                found += x[rest[0]]
            case "if" if kept(rest[0], rest[1], given_):
                found += walked(rest[2], number, texts, given_, x)
            case "insert" if kept("IF", rest[1], given_):
                values = {name: value_of(each, number, x) for name, each in zip("xy", rest[3:], strict=True)}
                found += plainly(rest[0], texts, frozenset(s.casefold() for s in rest[2]), values)
            case _:
                pass
    return found


def value_of(located, number, x):
    text, start = located
    found = []
    while text:
        if text.startswith("@INSP("):
            found += x[text[6].casefold()]
            text, start = text[8:], start + 8
        else:
            found.append((text[0], number, start))
            text, start = text[1:], start + 1
    return found


@settings(max_examples=500, deadline=None)
@given(chart_and_inserts)
def test_inserts_in_each_other_come_out_and_point_back(nodes):
    texts, located = zip(*map(written, nodes), strict=True)
    sources = [Source("w.wykres", CHART.format(texts[0] + "!", ""))]
    sources += [Source(f"{n}.wstawka", INSERT.format(f"w{n}", text + "!")) for n, text in enumerate(texts[1:])]
    library = load_sources(sources)
    [chart] = of_kind(library.charts, Chart)
    report = Report()
    found = assemble(Texts("W", chart.query), inserts_for(library, standard=False), report)
    assert found, [each.message.pl for each in report.diagnostics]
    numbered = [[*each, ("words", len(text), "!")] for each, text in zip(located, texts, strict=True)]
    wanted = plainly(-1, numbered)
    filled = fill(found.query.prepared, ParameterValues({}, Sources(DAY)), lambda _: None)
    assert filled.text == found.query.traced.text == "".join(character for character, _, _ in wanted)
    for place, (character, number, start) in enumerate(wanted):
        source = sources[number + 1]
        begin = source.text.index('"""\n') + 4
        for span in (found.query.traced.span(place, place + 1), filled.span(place, place + 1)):
            assert span.source is source
            assert (span.start, span.end) == (begin + start, begin + start + 1)
            assert span.text == character


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=4, max_size=4), st.dates(dt.date(1990, 1, 1), dt.date(2050, 1, 1)))
def test_what_comes_of_a_value_points_to_its_marker(numbers, day):
    query = "SELECT a=??N, b=?@n9|N|Liczba:1@?, c=?@D17|Od|Od:@?, d={??N + 1}, e='??N' @INS w|| INS@"
    files = [Source("a", CHART.format(query, "")), Source("b", INSERT.format("w", "WHERE x > ??Od -- ??N"))]
    library = load_sources(files)
    [chart] = of_kind(library.charts, Chart)
    for number in numbers:
        values = Sources(DAY, given={"N": str(number), "Od": day.isoformat()})
        found = expanded(chart, inserts_for(library, standard=False), values, Report())
        place = 0
        for piece in found.query.pieces:
            span = found.query.span(place, place + len(piece.text))
            if piece.is_own:
                assert span.text[: len(piece.text)] == piece.text[: len(span.text)]
            else:
                assert span.text[:2] in ("??", "?@", "{?")
            place += len(piece.text)
        assert place == len(found.query.text)
