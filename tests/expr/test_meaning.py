"""What expressions mean: T-SQL's answers, written down."""

import datetime as dt
from decimal import Decimal

import pytest

import strategies
from dekret.expr.cells import read_account
from dekret.expr.check import check
from dekret.expr.collation import fold
from dekret.expr.compile import Layout, compile_condition, compile_refutation, compile_value
from dekret.expr.format import format_expression
from dekret.expr.functions import FUNCTIONS
from dekret.expr.kinds import Kind
from dekret.expr.parse import parse
from dekret.expr.runtime import as_text

VALUES = {
    "@T": "Kontrahent",
    "@Tn": None,
    "@K": "201-2-1",
    "@N": Decimal("-2.50"),
    "@Nn": None,
    "@C": Decimal(7),
    "@D": dt.date(2026, 3, 31),
    "@Dn": None,
    "GETDATE()": dt.date(2026, 4, 1),
}


def checked(text, kind):
    parsed = parse(text)
    assert parsed.value is not None, [finding.problem.id for finding in parsed.findings]
    result = check(parsed.value, strategies.WORDS, kind)
    assert result.core is not None, [finding.problem.id for finding in result.findings]
    return result


def row(layout):
    return [fold(VALUES[n]) if folded and VALUES[n] is not None else VALUES[n] for n, _, folded in layout.slots]


def value(text, kind):
    layout = Layout()
    compute = compile_value(checked(text, kind).value, layout)
    return compute(row(layout))


def truth(text):
    """True, False, or None for unknown."""
    layout = Layout()
    condition = checked(text, Kind.CONDITION).condition
    holds, fails = compile_condition(condition, layout), compile_refutation(condition, layout)
    found = (bool(holds(row(layout))), bool(fails(row(layout))))
    return {(True, False): True, (False, True): False, (False, False): None}[found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@T = 'KONTRAHENT'", True),
        ("@T = 'kontrahent   '", True),
        ("@T <> 'kontrahent'", False),
        ("'l' = 'ł'", False),
        ("'ą' > 'a' AND 'ą' < 'b'", True),
        ("'ż' > 'z' AND 'ź' < 'ż'", True),
        ("'201-1' < '2011'", True),
        ("@Tn = 'x'", None),
        ("NOT (@Tn = 'x')", None),
        ("@Tn = 'x' OR 1 = 1", True),
        ("@Tn = 'x' AND 1 = 2", False),
        ("@Tn IS NULL", True),
        ("@Tn IS NOT NULL", False),
        ("@T IS NULL", False),
        ("@T IN ('a', 'KONTRAHENT')", True),
        ("@T NOT IN ('a', NULL)", None),
        ("@T IN ('a', NULL)", None),
        ("@N BETWEEN -3 AND 0", True),
        ("@N NOT BETWEEN -3 AND 0", False),
        ("@Nn BETWEEN 1 AND 2", None),
        ("5 BETWEEN 6 AND @Nn", False),
        ("@T LIKE 'kon%'", True),
        ("@T LIKE '_ontr%'", True),
        ("@T LIKE '[j-l]%t'", True),
        ("@T LIKE '[^j-l]%'", False),
        ("'ćma' LIKE '[a-d]%'", True),
        ("'50%' LIKE '50!%' ESCAPE '!'", True),
        ("'505' LIKE '50!%' ESCAPE '!'", False),
        ("'abc  ' LIKE 'abc'", True),
        ("'abc' LIKE 'abc '", False),
        ("@Tn LIKE '%'", None),
        (r"'a]b' LIKE 'a[x\]y]b' ESCAPE '\'", True),
        (r"'a]b' LIKE 'a[\]x]b' ESCAPE '\'", True),
        (r"'a\b' LIKE 'a[x\]y]b' ESCAPE '\'", False),
        (r"'\' LIKE '[\-x]' ESCAPE '\'", False),
        (r"'-' LIKE '[\-x]' ESCAPE '\'", True),
        (r"'b' LIKE '[a\-x]' ESCAPE '\'", False),
        (r"'b' LIKE '[a-x]' ESCAPE '\'", True),
        (r"'^' LIKE '[\^x]' ESCAPE '\'", True),
        (r"'x]' LIKE '[\^x]]' ESCAPE '\'", True),
        (r"'a' LIKE '[a\' ESCAPE '\'", False),
        ("'x' LIKE '[^]'", True),
        ("'_abc' LIKE '[0-z]%'", False),
        ("'żuk' LIKE '[0-ż]%' AND 'Żuk' LIKE '[0-Ż]%'", True),
        ("'źle' LIKE '[0-z]%'", False),
        ("'7' LIKE '[!-a]' AND 'A' LIKE '[!-a]' AND '#' LIKE '[!-a]' AND '_' LIKE '[!-a]'", True),
        ("'b' LIKE '[!-a]' OR 'b' LIKE '[!-~]'", False),
        ("'b' LIKE '[^!-a]' AND '#' NOT LIKE '[^!-a]'", True),
        ("'a' LIKE '[z-0]' OR 'a' LIKE '[a-!]' OR '!' LIKE '[~-!]'", False),
        ("'é' LIKE '[e-f]' AND 'é' NOT LIKE '[a-e]' AND 'É' LIKE '[d-ę]'", True),
        ("'x' LIKE '[İ-!]'", False),
        ("'z\u0307uk' = 'żuk' AND 'z\u0307uk' LIKE 'ż_k' AND 'żuk' LIKE 'z\u0307%'", True),
        ("@T + 'z\u0307' LIKE @T + 'ż'", True),
        ("@D >= '2026-03-31' AND @D < '20260401'", True),
        ("@Dn > '2026-01-01'", None),
        ("@C > '5'", True),
        ("@N / 0.0 = 1 OR 1 = 1", True),
    ],
)
def test_conditions(text, expected):
    if "/ 0.0" in text:
        text = text.replace("0.0", "(@N - @N)")
    assert truth(text) is expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("ROUND(2.345, 2)", Kind.NUMBER, "2.35"),
        ("ROUND(-2.345, 2)", Kind.NUMBER, "-2.35"),
        ("ROUND(2.349, 2, 1)", Kind.NUMBER, "2.34"),
        ("ROUND(1250, -2)", Kind.NUMBER, "1300"),
        ("7 % 3", Kind.NUMBER, "1"),
        ("-7 % 3", Kind.NUMBER, "-1"),
        ("CAST(-2.99 AS INT)", Kind.NUMBER, "-2"),
        ("CAST('12.345' AS DECIMAL(10, 2))", Kind.NUMBER, "12.35"),
        ("CAST('abc' AS DECIMAL(10, 2))", Kind.NUMBER, None),
        ("CAST(123.45 AS DECIMAL(4, 2))", Kind.NUMBER, None),
        ("@N / (@N - @N)", Kind.NUMBER, None),
        ("@Nn + 1", Kind.NUMBER, None),
        ("ISNULL(@Nn, 0) + 1", Kind.NUMBER, "1"),
        ("NULLIF(@C, 7)", Kind.NUMBER, None),
        ("CASE @T WHEN 'kontrahent' THEN 1 ELSE 2 END", Kind.NUMBER, "1"),
        ("CASE WHEN @Tn = 'x' THEN 1 END", Kind.NUMBER, None),
        ("IIF(@Tn = 'x', 1, 2)", Kind.NUMBER, "2"),
        ("SUBSTRING('abcdef', 0, 3)", Kind.TEXT, "ab"),
        ("SUBSTRING('abc', 2, 99)", Kind.TEXT, "bc"),
        ("SUBSTRING('abc', 2, -1)", Kind.TEXT, None),
        ("LEFT('abc', -1)", Kind.TEXT, None),
        ("RIGHT('abc', 0)", Kind.TEXT, ""),
        ("CONCAT('a', @Tn, 1.50, @D)", Kind.TEXT, "a1.502026-03-31"),
        ("'a' + @Tn", Kind.TEXT, None),
        ("REPLACE('aAa', 'a', 'x')", Kind.TEXT, "xxx"),
        ("STUFF('abc', 9, 1, 'x')", Kind.TEXT, None),
        ("STUFF('abc', 2, 1, NULL)", Kind.TEXT, "ac"),
        ("STUFF('abc', 2, 1, @Tn)", Kind.TEXT, "ac"),
        ("STUFF(@Tn, 2, 1, NULL)", Kind.TEXT, None),
        ("STR(123.456, 5, 2)", Kind.TEXT, "123.5"),
        ("STR(123.456, 4, 2)", Kind.TEXT, " 123"),
        ("STR(999.96, 5, 2)", Kind.TEXT, " 1000"),
        ("STR(123.456, 2, 2)", Kind.TEXT, "**"),
        ("STR(-0.4)", Kind.TEXT, "         0"),
        ("CAST((@N - @N) * -1 AS VARCHAR(20))", Kind.TEXT, "0.00"),
        ("CONCAT(CEILING(-0.5), ' ', ROUND(-0.001, 2), ' ', -6 % 3)", Kind.TEXT, "0 0.00 0"),
        ("FORMAT(-0.001, 'N2') + FORMAT(-0.001, '0.0') + STR(-0.001, 5, 2)", Kind.TEXT, "0.000.0 0.00"),
        ("CAST(CAST(-0.5 AS INT) AS VARCHAR(5)) + CAST(CAST('-0' AS INT) AS VARCHAR(5))", Kind.TEXT, "00"),
        ("CAST(12 AS CHAR(5)) + '|'", Kind.TEXT, "12   |"),
        ("CAST(123456 AS CHAR(5))", Kind.TEXT, None),
        ("CAST(@T AS VARCHAR(MAX)) + CAST(@T AS NVARCHAR(max))", Kind.TEXT, "KontrahentKontrahent"),
        ("CAST(CAST(2.7 AS MONEY) AS INT)", Kind.NUMBER, "3"),
        ("CAST(-CAST(2.5 AS MONEY) AS INT)", Kind.NUMBER, "-3"),
        ("CAST(2.7 AS INT)", Kind.NUMBER, "2"),
        ("CAST(CAST(2.345 AS MONEY) AS VARCHAR(20))", Kind.TEXT, "2.35"),
        (
            "CONCAT(CAST(1234.5 AS MONEY), ' ', ISNULL(CAST(NULL AS MONEY), CAST(@C AS MONEY)))",
            Kind.TEXT,
            "1234.50 7.00",
        ),
        ("CAST(CAST(10 AS MONEY) / 3 AS VARCHAR(20))", Kind.TEXT, "3.33"),
        ("CAST(CAST(10 AS MONEY) + 0.125 AS VARCHAR(20))", Kind.TEXT, "10.1250"),
        ("CONVERT(VARCHAR(20), CAST(-1234.567 AS MONEY), 1)", Kind.TEXT, "-1,234.57"),
        ("CONVERT(VARCHAR(20), CAST(-1234.567 AS MONEY), 2)", Kind.TEXT, "-1234.5670"),
        ("CONVERT(VARCHAR(20), CAST(-0.001 AS MONEY), 1)", Kind.TEXT, "0.00"),
        ("CAST(10.00 / 3.0 AS VARCHAR(20))", Kind.TEXT, "3.333333"),
        ("CAST(20.00 / 3.0 AS VARCHAR(8))", Kind.TEXT, "6.666666"),
        ("CAST(20.00 / 3.0 AS VARCHAR(7))", Kind.TEXT, None),
        ("CONCAT(-1 / 8.0, ' ', 1 + 0.1 / 3)", Kind.TEXT, "-0.125000 1.033333"),
        ("CONCAT(ROUND(20.00 / 3.0, 2), ' ', CAST(20.00 / 3.0 AS DECIMAL(9, 3)))", Kind.TEXT, "6.67 6.667"),
        (
            "CONCAT(IIF(@C = 7, 5, @N / 3.0), ' ', ABS(@N / 3.0), ' ', -(@N / 3))",
            Kind.TEXT,
            "5.000000 0.833333 0.833333",
        ),
        ("CAST(-0.0000001 / 3.0 AS VARCHAR(20))", Kind.TEXT, "0.000000"),
        ("CAST(0.12345678 * 2.1 AS VARCHAR(20))", Kind.TEXT, "0.259259238"),
        ("20.00 / 3.0 * 3.0", Kind.NUMBER, "20.000000000000000000000000000000000000"),
        ("ABS(-12345678901234567890123456789012345678)", Kind.NUMBER, "12345678901234567890123456789012345678"),
        ("-12345678901234567890123456789012345678 + 0", Kind.NUMBER, "-12345678901234567890123456789012345678"),
        ("ROUND(7, 0) % 4", Kind.NUMBER, "3"),
        ("STR(-0.5, 5, 2)", Kind.TEXT, "-0.50"),
        ("STR(12345, 3)", Kind.TEXT, "***"),
        ("CAST('abcdef' AS VARCHAR(3))", Kind.TEXT, "abc"),
        ("CAST(12345.67 AS VARCHAR(5))", Kind.TEXT, None),
        ("CAST('ab' AS CHAR(4))", Kind.TEXT, "ab  "),
        ("CONVERT(VARCHAR(10), @D, 112)", Kind.TEXT, "20260331"),
        ("CONVERT(VARCHAR(7), @D, 23)", Kind.TEXT, "2026-03"),
        ("FORMAT(1234.5, 'N2', 'pl-PL')", Kind.TEXT, "1\xa0234,50"),
        ("FORMAT(@D, 'd.M.yy')", Kind.TEXT, "31.3.26"),
        ("PATINDEX('%[0-9]%', 'FV12')", Kind.NUMBER, "3"),
        ("PATINDEX('12%', 'FV12')", Kind.NUMBER, "0"),
        ("CHARINDEX('V', 'fvFV', 3)", Kind.NUMBER, "4"),
        ("CHARINDEX('a', 'abc', 99999999999999999999999)", Kind.NUMBER, "0"),
        ("CHARINDEX('a', 'abc', -99999999999999999999999)", Kind.NUMBER, "1"),
        ("CHARINDEX('ż', 'az\u0307b')", Kind.NUMBER, "2"),
        ("CHARINDEX('z\u0307', 'AŻB')", Kind.NUMBER, "2"),
        ("SUBSTRING('z\u0307ab', CHARINDEX('a', 'z\u0307ab'), 1)", Kind.TEXT, "a"),
        ("PATINDEX('%z\u0307%', 'aŻ')", Kind.NUMBER, "2"),
        ("PATINDEX('%b', 'z\u0307b')", Kind.NUMBER, "2"),
        ("REPLACE('z\u0307a', 'ż', 'x')", Kind.TEXT, "xa"),
        ("LEN('z\u0307')", Kind.NUMBER, "1"),
        ("LEFT('z\u0307ab', 2) + RIGHT('az\u0307', 1) + STUFF('z\u0307a', 1, 1, 'x')", Kind.TEXT, "żażxa"),
        ("CAST('z\u0307ab' AS VARCHAR(2)) + CAST('z\u0307' AS CHAR(2))", Kind.TEXT, "żaż "),
        ("PATINDEX('%', 'abc')", Kind.NUMBER, "1"),
        ("PATINDEX('%%', 'abc  ')", Kind.NUMBER, "1"),
        ("PATINDEX('%b%', 'abc')", Kind.NUMBER, "2"),
        ("LEN('ab  ')", Kind.NUMBER, "2"),
        ("DATEADD(month, 1, '2026-01-31')", Kind.DATE, "2026-02-28"),
        ("DATEADD(year, 9000, @D)", Kind.DATE, None),
        ("DATEDIFF(month, '2026-01-31', '2026-02-01')", Kind.NUMBER, "1"),
        ("DATEDIFF(week, '2026-03-28', '2026-03-29')", Kind.NUMBER, "1"),
        ("EOMONTH(@D, -1)", Kind.DATE, "2026-02-28"),
        ("GETDATE()", Kind.DATE, "2026-04-01"),
        ("CAST(@T + '31.03.2026' AS DATE)", Kind.DATE, None),
        ("CAST('20260331' AS DATE)", Kind.DATE, "2026-03-31"),
        ("CONVERT(DATE, '01.02.2026', 104)", Kind.DATE, "2026-02-01"),
        ("CONVERT(DATE, '1.2.2026', 104)", Kind.DATE, "2026-02-01"),
        ("CONVERT(DATE, '01/02/2026', 103)", Kind.DATE, "2026-02-01"),
        ("CONVERT(DATE, '01-02-2026', 105)", Kind.DATE, "2026-02-01"),
        ("CONVERT(DATE, '01/02/2026', 101)", Kind.DATE, "2026-01-02"),
        ("CONVERT(DATE, '01-02-2026', 110)", Kind.DATE, "2026-01-02"),
        ("CONVERT(DATE, '2026.02.01', 102)", Kind.DATE, "2026-02-01"),
        ("CONVERT(DATE, '2026/02/01', 111)", Kind.DATE, "2026-02-01"),
        ("CONVERT(DATE, '20260201', 112)", Kind.DATE, "2026-02-01"),
        ("CONVERT(DATE, '20260201', 104)", Kind.DATE, "2026-02-01"),
        ("CONVERT(DATE, '2026-02-01', 23)", Kind.DATE, "2026-02-01"),
        ("CONVERT(DATE, '2026-02-01', 120)", Kind.DATE, "2026-02-01"),
        ("CONVERT(DATE, LEFT('01.02.2026 r.', 10), 104)", Kind.DATE, "2026-02-01"),
        ("CONVERT(DATE, LEFT('2026-02-01 r.', 10), 104)", Kind.DATE, None),
        ("CONVERT(DATE, LEFT('31.02.2026', 10), 104)", Kind.DATE, None),
        ("CONVERT(DATE, @D, 104)", Kind.DATE, "2026-03-31"),
        ("FORMAT(@D, 'MMMM yyyy', 'pl-PL')", Kind.TEXT, "marzec 2026"),
        ("FORMAT(@D, 'dddd, d MMMM yyyy', 'pl-PL')", Kind.TEXT, "wtorek, 31 marca 2026"),
        ("FORMAT(@D, 'dddd MMMM', 'pl-PL')", Kind.TEXT, "wtorek marzec"),
        ("FORMAT(@D, 'ddd dd MMM yy', 'pl-pl')", Kind.TEXT, "wt. 31 mar 26"),
        ("FORMAT(@D, 'ddd d MMM', 'en-US') + FORMAT(@D, 'MMMM dddd', 'en-US')", Kind.TEXT, "Tue 31 MarMarch Tuesday"),
        ("FORMAT(@D, 'yyyy/M') + FORMAT(@Dn, 'yyyy')", Kind.TEXT, None),
        ("FORMAT(@D, 'yyyyMMdd')", Kind.TEXT, "20260331"),
        ("- -5", Kind.NUMBER, "5"),
        ("REPLICATE('ab', 5000)", Kind.TEXT, "ab" * 4000),
    ],
)
def test_values(text, kind, expected):
    found = value(text, kind)
    assert (None if found is None else as_text(found)) == expected


@pytest.mark.parametrize("function", [f for f in FUNCTIONS if f.example[1]], ids=lambda function: function.name)
def test_examples_of_the_function_table(function):
    text, expected = function.example
    kinds = [
        kind for kind in (Kind.TEXT, Kind.NUMBER, Kind.DATE) if check(parse(text).value, strategies.WORDS, kind).core
    ]
    assert as_text(value(text, kinds[0])) == expected


def test_the_manual_pastes_as_it_prints():
    text = "@KategoriaNag+'-’+@OpisAnalitycznyElement(’BUDOWY')+'-’+@OpisAnalitycznyElement(’KONTA_4′)"
    parsed = parse(text)
    plain = "@KategoriaNag + '-' + @OpisAnalitycznyElement('BUDOWY') + '-' + @OpisAnalitycznyElement('KONTA_4')"
    assert format_expression(parsed.value) == plain
    assert {finding.problem.id for finding in parsed.findings} == {"rulefile/pasted-characters"}
    assert [finding.start for finding in parsed.findings] == [16, 42, 54, 80, 88]


def test_letters_like_quotes_inside_a_text_stay():
    assert parse("'O’Reilly „Zakup”'").value.value == "O’Reilly „Zakup”"


@pytest.mark.parametrize("text", ["'A’+@T+’B'", "'A’ = ’B'"])
def test_two_readings_are_an_error(text):
    assert [finding.problem.id for finding in parse(text).findings] == ["expr/ambiguous-quotes"]


def test_a_long_chain_is_no_deep_expression():
    text = " OR ".join(f"@C = {number}" for number in range(2000))
    assert truth(text) is True


def test_deep_nesting_is_refused_not_crashed():
    assert [f.problem.id for f in parse("(" * 5000 + "1" + ")" * 5000).findings] == ["expr/too-deep"]
    assert [f.problem.id for f in parse("1" + "+1" * 5000).findings] == ["expr/too-deep"]


def test_like_with_many_percent_signs_is_fast():
    assert truth("'" + "a" * 3000 + "' LIKE '" + "%a" * 30 + "b'") is False


def test_compiled_code_knows_no_builtins():
    layout = Layout()
    compute = compile_value(checked("UPPER(@T)", Kind.TEXT).value, layout)
    assert compute.__globals__["__builtins__"] == {}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("@D >= CAST('01.02.2026' AS DATE)", "expr/not-a-date"),
        ("@D >= CONVERT(DATE, '31.02.2026', 104)", "expr/not-a-date"),
        ("@D >= CONVERT(DATE, '2026-02-01', 104)", "expr/not-a-date"),
        ("@D >= CONVERT(DATE, '01.02.2026')", "expr/not-a-date"),
        ("@D >= CONVERT(DATE, '01.02.2026', 4)", "expr/bad-style"),
        ("@D >= CONVERT(DATE, @D, 4)", "expr/bad-style"),
        ("@D >= CONVERT(DATE, @T, @C)", "expr/bad-style"),
        ("ROUND(7, 0) / 2 = 3", "expr/integer-division"),
        ("CAST(@T AS VARCHAR(2.5)) = ''", "expr/bad-size"),
        ("CAST(@T AS VARCHAR(dwa)) = ''", "expr/bad-size"),
        ("CAST(@T AS VARCHAR(0)) = ''", "expr/bad-size"),
        ("CAST(@T AS VARCHAR(10, 2)) = ''", "expr/bad-size"),
        ("CAST(@T AS INT(4)) = 1", "expr/bad-size"),
        ("CAST(@T AS MONEY(4)) = 1", "expr/bad-size"),
        ("CAST(@T AS DATE(4)) = @D", "expr/bad-size"),
        ("CAST(@T AS DECIMAL(MAX)) = 1", "expr/bad-size"),
        ("CAST(@T AS DECIMAL(9, 2.5)) = 1", "expr/bad-size"),
        ("CONVERT(VARCHAR(20), @N, 1) = ''", "expr/needless-style"),
        ("CONVERT(VARCHAR(20), CAST(@N AS MONEY), 104) = ''", "expr/bad-style"),
        ("FORMAT(@D, 'd') = ''", "expr/one-letter-pattern"),
        ("FORMAT(@D, 'M', 'pl-PL') = ''", "expr/one-letter-pattern"),
        ("FORMAT(@D, 'MMMM') = ''", "expr/names-of-no-culture"),
        ("FORMAT(@D, 'ddd') = ''", "expr/names-of-no-culture"),
        ("FORMAT(@D, 'yyyyy') = ''", "expr/bad-pattern"),
        ("FORMAT(@D, 'MMMMM', 'pl-PL') = ''", "expr/bad-pattern"),
        ("FORMAT(@D, 'ddddd', 'pl-PL') = ''", "expr/bad-pattern"),
        ("FORMAT(@D, 'yyyy/MM', 'pl-PL') = ''", "expr/bad-pattern"),
        ("FORMAT(@D, 'HH:mm') = ''", "expr/bad-pattern"),
        ("FORMAT(@D, 'yyyy', 'de-DE') = ''", "expr/bad-pattern"),
    ],
)
def test_refused_by_the_check(text, problem):
    assert [finding.problem.id for finding in check(parse(text).value, strategies.WORDS, Kind.CONDITION).findings] == [
        problem
    ]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("CASE @T WHEN 'A' THEN '401' ELSE '402' END", []),
        ("case @T when 'A' then '401' end", []),
        ("LEFT(@T, 3) + @K", []),
        ("501-@K", ["expr/account-with-macro"]),
        ("501-@K + '-1'", ["expr/account-with-macro"]),
        ("501–@K", ["expr/account-with-macro"]),
        ("MAT-01@K", ["expr/account-with-macro"]),
        ("202 -2-1", ["expr/account-with-blanks"]),
        ("202 2-1", ["expr/account-with-blanks"]),
        ("CASE @T WHEN 'A' THEN '401' ELSE", ["expr/unfinished"]),
    ],
)
def test_accounts(text, problems):
    read = read_account(text)
    assert [finding.problem.id for finding in read.findings] == problems
    assert (read.value is None) == bool(problems)


def test_a_size_is_written_as_it_was():
    for text in ("CAST(@T AS VARCHAR(MAX))", "CAST(@T AS VARCHAR(DWA))", "CAST(@T AS DECIMAL(18, 2))"):
        assert format_expression(parse(text).value) == text


def nested(times, before, middle, after):
    return before * times + middle + after * times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (nested(100, "NULLIF(", "@T + 'a'", ", 'b')"), "Kontrahenta"),
        (nested(100, "NULLIF(", "@T + 'a'", ", 'kontrahentA')"), None),
        (nested(100, "CASE ", "@T + 'a'", " WHEN 'b' THEN 'c' WHEN @Tn THEN 'd' ELSE 'e' END"), "e"),
        (nested(100, "CASE ", "LOWER(@T)", " WHEN 'b' THEN 'c' WHEN @T THEN @T ELSE 'b' END"), "Kontrahent"),
        (nested(35, "CASE IIF(", "@N + 1", " BETWEEN @Nn AND -9, 1, 2) WHEN 2 THEN -2.5 WHEN @C THEN 7 END"), "-2.5"),
        (nested(50, "IIF(", "@N + 1", " IN (@C, @Nn, -1.5, NULL), 3, -1.5)"), "-1.5"),
        (nested(35, "ISNULL(IIF(", "@N + 1", " NOT IN (@C, 5), 1, 2), @N)"), "1"),
        (nested(100, "ISNULL(", "@Tn + 'a'", ", @Tn)"), None),
        (nested(100, "UPPER(", "@T", ")"), "KONTRAHENT"),
    ],
)
def test_nested_expressions_stay_short(text, expected):
    kind = Kind.NUMBER if "@N" in text else Kind.TEXT
    found = value(text, kind)
    assert (None if found is None else as_text(found)) == expected


@pytest.mark.parametrize("subject", ["@T", "@T + ''", "UPPER(@T)"])
def test_a_long_case_is_no_deep_expression(subject):
    whens = " ".join(f"WHEN '{number}' THEN {number}" for number in range(1500))
    assert value(f"CASE {subject} {whens} WHEN 'kontrahent' THEN -1 WHEN @T THEN -2 END", Kind.NUMBER) == -1
    assert value(f"CASE {subject} {whens} END", Kind.NUMBER) is None
    whens = whens.replace("WHEN '", f"WHEN {subject} = '")
    assert value(f"CASE {whens} WHEN @Tn = 'x' THEN -1 WHEN 1 = 1 THEN -2 ELSE -3 END", Kind.NUMBER) == -2


def test_long_lists_are_no_deep_expressions():
    assert value("COALESCE(" + "@Nn + 1, " * 1500 + "@C, 1)", Kind.NUMBER) == 7
    assert value("CONCAT(" + "@Tn, " * 1500 + "@C)", Kind.TEXT) == "7"
    assert truth("@T + 'x' IN (" + "@Tn, " * 1500 + "@T)") is None
    assert truth("@T + '' NOT IN (" + "@Tn, " * 1500 + "@T)") is False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@N + 1 BETWEEN @Nn AND -9", False),
        ("@N + 1 BETWEEN @Nn AND 9", None),
        ("@N + 1 NOT BETWEEN @Nn AND -9", True),
        ("@N + @Nn BETWEEN 1 AND 2", None),
        ("@T + 'a' BETWEEN 'a' AND 'z'", True),
        ("@T + @Tn IN (@T, 'x')", None),
        ("@T + 'a' IN (@T, NULL)", None),
        ("@T + '' IN (@Tn, @T, NULL)", True),
        ("@T + 'a' NOT IN (@T, 'x')", True),
        ("NULLIF(@N * 2, @C) = -5 AND NULLIF(@C + 0, @C) IS NULL AND NULLIF(@C + 0, @Nn) = 7", True),
        ("NULLIF(LOWER(@T), @T) IS NULL AND NULLIF(DATEADD(day, 0, @D), '2026-03-31') IS NULL", True),
        ("CASE LOWER(@T) + ' ' WHEN @Tn THEN 1 WHEN @T THEN 2 END = 2", True),
        ("CASE @N + 0 WHEN @Nn THEN 1 WHEN '-2.5' THEN 2 END = 2", True),
    ],
)
def test_what_is_kept_is_computed_before_it_is_used(text, expected):
    assert truth(text) is expected
