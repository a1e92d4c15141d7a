"""The table of functions: it feeds the checker, the compiler, help and documentation.

The functions themselves stand in `runtime`; forms that are not plain calls (ISNULL, CASE …) are built in
`check` and are listed here for the documentation alone.
"""

from dataclasses import dataclass
from enum import Enum

from dekret.expr.kinds import Kind, Type
from dekret.text.wording import Wording


class Takes(Enum):
    """What an argument has to be."""

    TEXT = Wording("tekst", "text")
    NUMBER = Wording("liczba", "number")
    WHOLE = Wording("liczba całkowita", "whole number")
    DATE = Wording("data", "date")
    PART = Wording("część daty", "part of a date")
    VALUE = Wording("wartość", "value")
    CONDITION = Wording("warunek", "condition")
    PATTERN = Wording("stały wzór", "constant pattern")


DATE_PARTS = {
    "year": ("year", "yy", "yyyy"),
    "quarter": ("quarter", "qq", "q"),
    "month": ("month", "mm", "m"),
    "day": ("day", "dd", "d"),
    "week": ("week", "wk", "ww"),
    "dayofyear": ("dayofyear", "dy", "y"),
    "iso_week": ("iso_week", "isowk", "isoww"),
}
"""Parts of a date by name, with their abbreviations in T-SQL."""
COUNTED_PARTS = ("year", "quarter", "month", "day", "week")
"""Parts that DATEADD and DATEDIFF count; DATEPART knows all but `week`, which depends on server settings."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function of T-SQL as it is understood here.

    `takes` are the arguments, the last `optional` of which may be left out; `variadic` repeats the last. `type`
    is what it gives from arguments that are not NULL; nullable there means that it may give NULL even from such
    (a negative length). NULL in means NULL out, but for CONCAT, the last argument of STUFF and what `check` builds
    itself (no `run`); ABS and ROUND give a number of the type they take. `run` names it in
    `runtime`; `example` is a call and what it gives.
    """

    name: str
    takes: tuple[Takes, ...]
    type: Type
    run: str
    doc: Wording
    example: tuple[str, str]
    optional: int = 0
    variadic: bool = False

    @property
    def required(self) -> int:
        return len(self.takes) - self.optional


_TEXT = Type(Kind.TEXT)
_TEXT_OR_NULL = Type(Kind.TEXT, nullable=True)
_NUMBER = Type(Kind.NUMBER)
_NUMBER_OR_NULL = Type(Kind.NUMBER, nullable=True)
_WHOLE = Type(Kind.NUMBER, whole=True)
_DATE = Type(Kind.DATE)
_DATE_OR_NULL = Type(Kind.DATE, nullable=True)
_ANY = Type(Kind.UNKNOWN)
_T, _N, _W, _D = Takes.TEXT, Takes.NUMBER, Takes.WHOLE, Takes.DATE
_P, _V, _C, _F = Takes.PART, Takes.VALUE, Takes.CONDITION, Takes.PATTERN


_TEXTS = (
    Function(
        "SUBSTRING",
        (_T, _W, _W),
        _TEXT_OR_NULL,
        "substring",
        Wording("wycinek tekstu: od którego znaku, ile znaków", "part of a text: from which character, how many"),
        ("SUBSTRING('401-01-03', 1, 3)", "401"),
    ),
    Function(
        "LEFT",
        (_T, _W),
        _TEXT_OR_NULL,
        "left",
        Wording("znaki z lewej", "characters from the left"),
        ("LEFT('401-01', 3)", "401"),
    ),
    Function(
        "RIGHT",
        (_T, _W),
        _TEXT_OR_NULL,
        "right",
        Wording("znaki z prawej", "characters from the right"),
        ("RIGHT('401-01', 2)", "01"),
    ),
    Function(
        "LEN",
        (_T,),
        _WHOLE,
        "length",
        Wording("długość tekstu bez spacji na końcu", "length of a text without trailing blanks"),
        ("LEN('abc  ')", "3"),
    ),
    Function(
        "CHAR",
        (_W,),
        _TEXT_OR_NULL,
        "character",
        Wording("znak o kodzie z Windows-1250: CHAR(10) to nowy wiersz", "character of a code: CHAR(10) is a new line"),
        ("CHAR(65)", "A"),
    ),
    Function("UPPER", (_T,), _TEXT, "upper", Wording("wielkie litery", "capital letters"), ("UPPER('żuk')", "ŻUK")),
    Function("LOWER", (_T,), _TEXT, "lower", Wording("małe litery", "small letters"), ("LOWER('ŻUK')", "żuk")),
    Function(
        "LTRIM",
        (_T,),
        _TEXT,
        "ltrim",
        Wording("bez spacji na początku", "without leading blanks"),
        ("LTRIM('  a')", "a"),
    ),
    Function(
        "RTRIM", (_T,), _TEXT, "rtrim", Wording("bez spacji na końcu", "without trailing blanks"), ("RTRIM('a  ')", "a")
    ),
    Function(
        "TRIM", (_T,), _TEXT, "trim", Wording("bez spacji po bokach", "without outer blanks"), ("TRIM('  a ')", "a")
    ),
    Function(
        "REPLACE",
        (_T, _T, _T),
        _TEXT_OR_NULL,
        "replace",
        Wording("zamiana wszystkich wystąpień tekstu", "every occurrence of a text replaced"),
        ("REPLACE('FV/12/2026', '/', '-')", "FV-12-2026"),
    ),
    Function(
        "CHARINDEX",
        (_T, _T, _W),
        _WHOLE,
        "char_index",
        Wording("pozycja tekstu w tekście, 0 gdy go nie ma", "place of a text in another, 0 where it is not"),
        ("CHARINDEX('-', '401-01')", "4"),
        optional=1,
    ),
    Function(
        "PATINDEX",
        (_T, _T),
        _WHOLE,
        "pattern_index",
        Wording(
            "pozycja wzoru LIKE w tekście, 0 gdy nie pasuje", "place of a LIKE pattern in a text, 0 without a match"
        ),
        ("PATINDEX('%[0-9]%', 'FV12')", "3"),
    ),
    Function(
        "STUFF",
        (_T, _W, _W, _T),
        _TEXT_OR_NULL,
        "stuff",
        Wording("podmiana wycinka tekstu", "part of a text exchanged"),
        ("STUFF('401-01', 1, 3, '501')", "501-01"),
    ),
    Function(
        "REPLICATE",
        (_T, _W),
        _TEXT_OR_NULL,
        "replicate",
        Wording("powtórzenie tekstu", "a text repeated"),
        ("REPLICATE('0', 3)", "000"),
    ),
    Function(
        "CONCAT",
        (_V, _V),
        _TEXT,
        "concat",
        Wording("połączenie wartości w tekst; NULL to tekst pusty", "values joined into a text; NULL counts as empty"),
        ("CONCAT('FV', 12)", "FV12"),
        variadic=True,
    ),
    Function(
        "STR",
        (_N, _W, _W),
        _TEXT_OR_NULL,
        "str_",
        Wording(
            "liczba jako tekst: szerokość (10), miejsca po przecinku (0), wyrównana do prawej",
            "a number as text: width (10), decimal places (0), aligned right",
        ),
        ("STR(12.5, 6, 2)", " 12.50"),
        optional=2,
    ),
    Function(
        "FORMAT",
        (_V, _F, _F),
        _TEXT_OR_NULL,
        "",
        Wording(
            "liczba (N2, F2, 0.00, #,##0.00) albo data (yyyy-MM-dd) według wzoru; znaki en-US albo pl-PL, "
            "nazwy miesięcy i dni (MMMM, MMM, dddd, ddd) tylko z podaną kulturą",
            "a number (N2, F2, 0.00, #,##0.00) or a date (yyyy-MM-dd) by a pattern; signs of en-US or pl-PL, "
            "names of months and days (MMMM, MMM, dddd, ddd) only with a culture named",
        ),
        ("FORMAT(1234.5, '0.00')", "1234.50"),
        optional=1,
    ),
)
_NULLS = (
    Function(
        "ISNULL",
        (_V, _V),
        _ANY,
        "",
        Wording("druga wartość zamiast NULL", "a second value for NULL"),
        ("ISNULL(NULL, 5)", "5"),
    ),
    Function(
        "COALESCE",
        (_V, _V),
        _ANY,
        "",
        Wording("pierwsza z wartości, która nie jest NULL", "the first value that is not NULL"),
        ("COALESCE(NULL, NULL, 'x')", "x"),
        variadic=True,
    ),
    Function(
        "NULLIF",
        (_V, _V),
        _ANY,
        "",
        Wording("NULL, gdy obie wartości są równe, inaczej pierwsza", "NULL where both are equal, else the first"),
        ("NULLIF(5, 6)", "5"),
    ),
    Function(
        "IIF",
        (_C, _V, _V),
        _ANY,
        "",
        Wording("pierwsza wartość, gdy warunek spełniony, inaczej druga", "the first value where the condition holds"),
        ("IIF(1 < 2, 'a', 'b')", "a"),
    ),
)
_NUMBERS = (
    Function(
        "ROUND",
        (_N, _W, _W),
        _NUMBER_OR_NULL,
        "round_",
        Wording(
            "zaokrąglenie do tylu miejsc, połówki od zera; trzeci argument różny od 0 ucina",
            "rounded to that many places, halves away from zero; a third argument other than 0 cuts",
        ),
        ("ROUND(-2.005, 2)", "-2.01"),
        optional=1,
    ),
    Function("ABS", (_N,), _NUMBER, "absolute", Wording("wartość bezwzględna", "absolute value"), ("ABS(-5)", "5")),
    Function(
        "FLOOR", (_N,), _WHOLE, "floor", Wording("w dół do całości", "down to a whole number"), ("FLOOR(-2.5)", "-3")
    ),
    Function(
        "CEILING", (_N,), _WHOLE, "ceiling", Wording("w górę do całości", "up to a whole number"), ("CEILING(2.1)", "3")
    ),
    Function("SIGN", (_N,), _WHOLE, "sign", Wording("znak: -1, 0, 1", "the sign: -1, 0, 1"), ("SIGN(-5)", "-1")),
)
_DATES = (
    Function("YEAR", (_D,), _WHOLE, "year", Wording("rok", "the year"), ("YEAR('2026-03-15')", "2026")),
    Function("MONTH", (_D,), _WHOLE, "month", Wording("miesiąc", "the month"), ("MONTH('2026-03-15')", "3")),
    Function("DAY", (_D,), _WHOLE, "day", Wording("dzień", "the day"), ("DAY('2026-03-15')", "15")),
    Function(
        "DATEPART",
        (_P, _D),
        _WHOLE,
        "date_part",
        Wording("część daty", "a part of a date"),
        ("DATEPART(quarter, '2026-05-01')", "2"),
    ),
    Function(
        "DATEADD",
        (_P, _W, _D),
        _DATE_OR_NULL,
        "date_add",
        Wording("data przesunięta o tyle części", "a date moved by that many parts"),
        ("DATEADD(month, 1, '2026-01-31')", "2026-02-28"),
    ),
    Function(
        "DATEDIFF",
        (_P, _D, _D),
        _WHOLE,
        "date_difference",
        Wording("ile granic części leży między datami", "how many borders of a part lie between dates"),
        ("DATEDIFF(day, '2026-01-01', '2026-01-31')", "30"),
    ),
    Function(
        "EOMONTH",
        (_D, _W),
        _DATE_OR_NULL,
        "end_of_month",
        Wording("ostatni dzień miesiąca, przesunięty o tyle miesięcy", "the last day of a month, so many months on"),
        ("EOMONTH('2026-02-10')", "2026-02-28"),
        optional=1,
    ),
    Function(
        "DATEFROMPARTS",
        (_W, _W, _W),
        _DATE_OR_NULL,
        "date_from_parts",
        Wording("data z roku, miesiąca i dnia", "a date from year, month and day"),
        ("DATEFROMPARTS(2026, 3, 15)", "2026-03-15"),
    ),
    Function(
        "GETDATE",
        (),
        _DATE,
        "",
        Wording("dzień, na który wykonywane jest polecenie", "the day for which the command runs"),
        ("GETDATE()", ""),
    ),
)
_CONVERSIONS = (
    Function(
        "CAST",
        (_V,),
        _ANY,
        "",
        Wording(
            "zmiana rodzaju: CAST(wartość AS VARCHAR(n) | INT | DECIMAL(p, s) | MONEY | DATE)",
            "change of kind: CAST(value AS VARCHAR(n) | INT | DECIMAL(p, s) | MONEY | DATE)",
        ),
        ("CAST(12.50 AS VARCHAR(10))", "12.50"),
    ),
    Function(
        "CONVERT",
        (_V, _V),
        _ANY,
        "",
        Wording(
            "jak CAST, między datą a tekstem ze stylem (23, 104, 112 …)",
            "as CAST, between a date and a text with a style (23, 104, 112 …)",
        ),
        ("CONVERT(VARCHAR(10), CAST('2026-03-15' AS DATE), 104)", "15.03.2026"),
    ),
)


def _checks(name: str, run: str, pl: str, en: str, example: str) -> Function:
    """A function that says of a text whether it is a number with the right check digit."""
    doc = Wording(f"1, gdy tekst to {pl}, inaczej 0", f"1 where the text is {en}, else 0")
    return Function(name, (_T,), _WHOLE, run, doc, (f"{name}('{example}')", "1"))


_NUMBERED = (
    _checks("ISNIP", "is_nip", "NIP o dobrej cyfrze kontrolnej", "a NIP with the right check digit", "558-073-02-19"),
    _checks("ISREGON", "is_regon", "REGON o dobrej cyfrze kontrolnej", "a REGON", "012345675"),
    _checks("ISPESEL", "is_pesel", "PESEL: data i cyfra kontrolna", "a PESEL", "90021512347"),
    _checks("ISNRB", "is_nrb", "polski numer rachunku (NRB)", "a Polish account number", "61109010140000071219812874"),
    _checks(
        "ISIBAN",
        "is_iban",
        "IBAN (polski także bez PL)",
        "an IBAN (a Polish one without PL, too)",
        "DE89370400440532013000",
    ),
    _checks("ISGLN", "is_gln", "GLN (ILN): 13 cyfr, dobra kontrolna", "a GLN of 13 digits", "5900000000015"),
    _checks("ISEAN", "is_ean", "kod EAN (GTIN): 8, 12, 13 albo 14 cyfr", "an EAN (GTIN)", "2900000000018"),
)

FUNCTIONS: tuple[Function, ...] = (*_TEXTS, *_NUMBERS, *_DATES, *_NULLS, *_CONVERSIONS, *_NUMBERED)
BY_NAME = {function.name: function for function in FUNCTIONS}
