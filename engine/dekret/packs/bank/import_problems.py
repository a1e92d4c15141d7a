"""Problems of lines of statements on their way into a cash report, and of its balances (002:60–71, 1484–1500)."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_GOOD = "import: od=2026-01-01 do=2026-01-31\n2026-01-15;C;123,00;1123,00;PLN;FV 1/2026"

AFTER_CLOSING = Problem(
    "wyciag/after-closing",
    Wording(
        "Przelew Lp [{number}] nie został zaimportowany z powodu błędów. Niepoprawna data zapisu. Zapis nie może być "
        "dodany po dacie zamknięcia raportu.",
        "The line [{number}] was not imported: its date is after the report was closed.",
    ),
    Wording(
        "Wybierz raport za właściwy okres (--from, --to); ten kończy się {until}.",
        "Choose a report of the right period (--from, --to); this one ends on {until}.",
    ),
    bad=_GOOD.replace("2026-01-15", "2026-02-15"),
    good=_GOOD,
)
BEFORE_OPENING = Problem(
    "wyciag/before-opening",
    Wording(
        "Przelew Lp [{number}] nie został zaimportowany z powodu błędów. Niepoprawna data zapisu. Zapis nie może być "
        "dodany przed datą otwarcia raportu.",
        "The line [{number}] was not imported: its date is before the report was opened.",
    ),
    Wording(
        "Wybierz raport za właściwy okres (--from, --to); ten zaczyna się {since}.",
        "Choose a report of the right period (--from, --to); this one begins on {since}.",
    ),
    bad=_GOOD.replace("2026-01-15", "2025-12-31"),
    good=_GOOD,
)
LOOKS_LIKE_MT940 = Problem(
    "wyciag/looks-like-mt940",
    Wording(
        "{file} wygląda na wyciąg MT940, a format {format} czyta pliki innego rodzaju.",
        "{file} looks like a statement in MT940; the format {format} reads files of another kind.",
    ),
    Wording(
        "Wskaż format MT940 (-f MT940 albo odmianę swojego banku) lub popraw Format importu w kartotece; formaty "
        "wypisuje „dekret bank formats”.",
        "Name a format of MT940 (-f MT940, or that of your bank), or correct Format importu of the company's file; "
        "'dekret bank formats' lists them.",
    ),
    bad="import: od=2026-01-01\n:20:MT940\n:25:/PL61109010140000071219812874\n:60F:C260115PLN1,00\n:61:260115D1,00NTRF",
    good=_GOOD,
)
_EUR = "import: waluta=EUR kurs=2026-01-15\n2026-01-15;C;123,00;1123,00;EUR;FV 1/2026"
NO_RATE = Problem(
    "wyciag/no-rate",
    Wording(
        "Przelew Lp [{number}] nie został zaimportowany z powodu błędów. Brak notowania podanego kursu waluty "
        "{currency} na {day}.",
        "The line [{number}] was not imported: there is no exchange rate of {currency} for {day}.",
    ),
    Wording(
        "Dopisz kurs w pliku kursów (--rates); kurs z dnia poprzedniego bierze --rate-before.",
        "Add the rate to the file of rates (--rates); --rate-before takes that of the day before.",
    ),
    bad=_EUR.replace("kurs=2026-01-15", "kurs=2026-01-14"),
    good=_EUR,
)
OTHER_CURRENCY = Problem(
    "wyciag/other-currency",
    Wording(
        "Przelew Lp [{number}] jest w walucie {currency}, a rejestr {register} prowadzi się w {own}.",
        "The line [{number}] is in {currency}; the register {register} is kept in {own}.",
    ),
    Wording("Wskaż rejestr tej waluty (-r).", "Name the register of that currency (-r)."),
    bad=_GOOD.replace("PLN", "EUR"),
    good=_GOOD,
)
OPENING_DIFFERS = Problem(
    "wyciag/opening-differs",
    Wording(
        "Stan początkowy raportu {report} różni się od salda początkowego wyciągu {statement} o {difference}.",
        "The opening balance of the report, {report}, differs from the statement's, {statement}, by {difference}.",
    ),
    Wording(
        "Brakuje wyciągu, który powinien być wcześniej, albo zapisu w rejestrze; a jeśli wcześniej wczytano ucięty "
        "plik, cofnij jego import (dekret bank imported).",
        "A statement before this one is missing, or an entry of the register; where a file cut off was imported, "
        "take that import back (dekret bank imported).",
    ),
    bad="import: saldo=900,00\n2026-01-15;C;123,00;1123,00;PLN;FV 1/2026",
    good="import: saldo=1000,00\n2026-01-15;C;123,00;1123,00;PLN;FV 1/2026",
    severity=Severity.WARNING,
)
_TWO = "import: od=2026-01-01\n2026-01-15;C;100,00;1100,00;PLN;FV 1/2026\n==="
OVERLAP_DIFFERS = Problem(
    "wyciag/overlap-differs",
    Wording(
        "Stan początkowy raportu {report} różni się o {difference} od stanu {statement}, od którego zaczynają się nowe "
        "pozycje wyciągu: saldo początkowe wyciągu {opening} i pozycje już zaimportowane {repeated}.",
        "The opening balance of the report, {report}, differs by {difference} from that of the new lines, {statement}: "
        "the statement opens with {opening}, and lines imported before are {repeated}.",
    ),
    Wording(
        "Porównaj nowe pozycje z wcześniejszymi importami: ta sama wchodzi drugi raz, gdy nie ma numeru banku, a jej "
        "tekst jest inny, jak w uciętym pliku (cofnij jego import: dekret bank imported). Może też brakować wyciągu.",
        "Compare new lines with imports before: one without a number of the bank comes in twice where its text is "
        "another, as in a file cut off (take its import back: dekret bank imported). Or a statement is missing.",
    ),
    bad=f"{_TWO}\n2026-01-14;C;5,00;1000,00;PLN;inna\n2026-01-15;C;100,00;1100,00;PLN;FV 1/2026",
    good=f"{_TWO}\n2026-01-15;C;100,00;1100,00;PLN;FV 1/2026\n2026-01-16;C;5,00;1105,00;PLN;inna",
    severity=Severity.WARNING,
)
_CUT = "2026-01-15;C;100,00;1100,00;PLN;FV"
REWRITTEN = Problem(
    "wyciag/rewritten",
    Wording(
        "Pozycja o numerze banku {reference} jest już zaimportowana z tą samą datą i kwotą, ale z innym tekstem "
        "(plik {file}, import {number}); pominięto ją.",
        "The line with the bank's number {reference} was imported before, its date and amount the same, its text "
        "another (file {file}, import {number}); it was left out.",
    ),
    Wording(
        "Porównaj zapis z wyciągiem. Jeśli tamten plik był ucięty, cofnij jego import (dekret bank imported "
        "--take-back) i wczytaj ten; bez bazy wczytaj ten zamiast tamtego.",
        "Compare the entry with the statement. Where that file was cut off, take its import back (dekret bank imported "
        "--take-back) and import this one; without a store, import this one instead.",
    ),
    bad=f"import: numery=tak\n{_CUT};BR1\n===\n{_CUT} 1/2026;BR1",
    good=f"import: numery=tak\n{_CUT} 1/2026;BR1\n===\n{_CUT} 1/2026;BR1\n{_CUT};BR2",
    severity=Severity.WARNING,
)
CLOSING_DIFFERS = Problem(
    "wyciag/closing-differs",
    Wording(
        "Stan końcowy raportu {report} różni się od salda końcowego wyciągu {statement} o {difference}.",
        "The closing balance of the report, {report}, differs from the statement's, {statement}, by {difference}.",
    ),
    Wording(
        "Sprawdź pozycje, których nie odczytano albo odmówiono, te, które pominięto albo które weszły drugi raz, "
        "i czy plik nie jest ucięty.",
        "See to the lines that were not read or refused, those passed over or there twice, and whether the file is "
        "cut off.",
    ),
    bad="import: saldo=900,00\n2026-01-15;C;123,00;1123,00;PLN;FV 1/2026",
    good="import: saldo=1000,00\n2026-01-15;C;123,00;1123,00;PLN;FV 1/2026",
    severity=Severity.WARNING,
)
_TWICE = """import: format=MT940
:20:MT940
:25:/PL31998100180000000000000001
:28C:7/1
:60F:C260114PLN1000,00
:61:2601150115D123,00NTRFNONREF//BR0001
:62F:C260115PLN877,00
-
"""
STATEMENT_TWICE = Problem(
    "wyciag/statement-twice",
    Wording(
        "Wyciąg {number} rachunku {account} za {since}–{until} jest w pliku drugi raz; pierwszy zaczyna się w wierszu "
        "{first}.",
        "The statement {number} of {account}, {since} to {until}, is in the file twice; the first begins in line "
        "{first}.",
    ),
    Wording(
        "Jego pozycje weszły raz. Jeśli to dwa różne wyciągi, wczytaj wszystko: --all.",
        "Its lines came in once. If these are two statements, take everything: --all.",
    ),
    bad=_TWICE + _TWICE.partition("\n")[2],
    good=_TWICE,
    severity=Severity.WARNING,
)
_POLISH = "\n2026-01-15;C;123,00;1123,00;PLN;Zażółć gęślą jaźń, opłata za książkę"
OTHER_ENCODING = Problem(
    "wyciag/other-encoding",
    Wording(
        "Plik wygląda na {found}, a czytany jest jako {used}: {reason}.",
        "The file looks like {found}, and is read as {used}: {reason}.",
    ),
    Wording(
        "Sprawdź polskie litery w raporcie; kodowanie tego pliku poda --encoding, a każdego klucz kodowanie formatu.",
        "See to the Polish letters; --encoding names the encoding of this file, the key kodowanie that of all.",
    ),
    bad=f"import: kodowanie=Mazovia{_POLISH}",
    good=f"import: od=2026-01-01{_POLISH}",
    severity=Severity.WARNING,
)
SHARED_ACCOUNT = Problem(
    "wyciag/shared-account",
    Wording(
        "Rachunek {account} ma w kartotece kilka podmiotów: pozycja trafia na !NIEOKREŚLONY!.",
        "Several parties have the account {account}: the line goes to !NIEOKREŚLONY!.",
    ),
    Wording(
        "Zostaw rachunek przy jednym podmiocie albo podaj podmiot w regule wyciągu.",
        "Leave the account with one of them, or name the party in a rule of statements.",
    ),
    bad=f"{_GOOD};43998100181306412222825701",
    good=f"{_GOOD};78997200433098554356866297",
    severity=Severity.WARNING,
)

PROBLEMS: tuple[Problem, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Problem))
"""All problems of this module, in order."""
