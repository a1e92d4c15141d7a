"""Functions `CDN.…` that a pack says, and functions and columns of users beside the tables that are allowed."""

import pytest

import chart_frames
from dekret import api
from dekret.sql.pack_functions import called, expression_faults
from dekret.sql.tables import beyond
from dekret.text.source import Source


def function(symbol, expression, parameters="@a"):
    text = f'funkcja "{symbol}"\n[Ogólne]\nnazwa = F\nparametry = {parameters}\n[Wyrażenie]\n"""\n{expression}\n"""\n'
    return Source(f"{symbol}.funkcja", text)


def ids(*sources):
    return [each.id for each in api.check_sources(sources).report.sorted()]


NO_EXPRESSIONS = """SELECT 1
(SELECT TOP 1 Knt_Kod FROM CDN.Kontrahenci)
@b
SUM(@a)
Kwota + @a
@a, @a
@a) + (@a
@a +
TOP 1 @a
@a); DELETE FROM CDN.Kontrahenci; SELECT (1
ROW_NUMBER() OVER (ORDER BY @a)
EXISTS (SELECT 1)""".splitlines()


@pytest.mark.parametrize("expression", NO_EXPRESSIONS)
def test_what_is_no_expression_over_the_parameters(expression):
    faults = list(expression_faults(expression, ("a",)))
    assert faults
    assert all(0 <= fault.start <= fault.end <= len(expression) for fault in faults)


@pytest.mark.parametrize(
    "expression", ["@A", "ROUND(@a / 2, 2)", "CASE WHEN @a > 0 THEN @a ELSE 0 END", "ISNULL(@a, '')"]
)
def test_expressions(expression):
    assert list(expression_faults(expression, ("a",))) == []


def test_functions_that_need_each_other():
    assert ids(function("CDN.F", "CDN.G(@a)"), function("CDN.G", "@a + 1")) == []
    assert ids(function("CDN.F", "CDN.F(@a)")) == ["chart/function-circle"]
    assert ids(function("CDN.F", "CDN.G(@a)"), function("CDN.G", "CDN.f(@a)")) == ["chart/function-circle"] * 2
    assert ids(function("CDN.F", "CDN.H(@a)")) == ["chart/function-unknown"]
    assert ids(function("CDN.F", "GETDATE()", parameters="")) == []


def test_functions_called_for_a_value_are_found():
    assert [name for name, _, _ in called("SELECT a=CDN.F(b, [CDN].G(1)) FROM CDN.T(1) t WHERE Db.dbo.H(2)=1")] == [
        "CDN.F",
        "CDN.G",
        "Db.dbo.H",
    ]
    assert called("SELECT a=x.value('(/a)[1]', 'int') FROM t WHERE x.exist('/a')=1") == ()


def test_a_function_counts_among_the_tables():
    text = "SELECT a=CDN.F(b) FROM CDN.T"
    assert [each.name for each in beyond(text, frozenset({"cdn.t"}))] == ["CDN.F"]
    assert beyond(text, frozenset({"cdn.t", "cdn.f"})) == ()
    assert chart_frames.expansion("SELECT Rok=CDN.Rok(1) FROM CDN.T", allowed=("CDN.T",)) == {"chart/table-not-allowed"}


def test_columns_of_users_are_held_against_the_tables_allowed():
    text = """kolumny "K"
[Ogólne]
nazwa = K
[Tabele domyślne]
\"\"\"
CDN.Towary A
\"\"\"
[Tabele]
| Lp | Nazwa tabeli  | Instrukcja łączenia |
|----|---------------|---------------------|
| 1  | CDN.Kategorie | Twr_KatId=Kat_KatID |
[Kolumny]
| Nazwa | Instrukcja                                                        |
|-------|-------------------------------------------------------------------|
| Ile   | (SELECT COUNT(*) FROM CDN.TwrZasoby WHERE TwZ_MagId=#filtrMagazynGridLookup_ID#) |
| Cena  | CDN.Cena(Twr_TwrId)                                               |
"""

    def refused(*allowed):
        library = api.check_sources([Source("k.kolumny", text)])
        assert not library.report.diagnostics
        api.check_tables(library, allowed)
        return [(each.message.pl.split()[1], each.span.line) for each in library.report.sorted()]

    assert refused() == []
    assert refused("Towary", "Kategorie") == [("CDN.TwrZasoby", 15), ("CDN.Cena", 16)]
    assert refused("CDN.TwrZasoby", "CDN.Cena") == [("CDN.Towary", 6), ("CDN.Kategorie", 11)]
