"""Problems of packs and cases."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_SCHEME = """schemat "ZAKUP"
[Nagłówek]
nazwa = Zakup materiałów
typ = Rejestr VAT zakupu
[Pozycje]
| Konto Wn | Konto Ma | Słownik  | Kwota   |
|----------|----------|----------|---------|
|          | 202-2-1  | Podmioty | @Brutto |
| 221-1    |          |          | @Vat    |
| 401      |          |          | @Netto  |
"""
_DOCUMENT = """{"type": "vat_purchase", "number": "FZ/12/2026", "issue_date": "2026-03-05",
 "party": {"code": "ALOZA"}, "elements": [{"rate": "23", "net": "100.00", "vat": "23.00"}]}
"""
_CASE = """przypadek "zakup"
schemat = ZAKUP
dokument = dokument.json
[Dekrety]
| Konto Wn | Konto Ma      | Kwota  |
|----------|---------------|--------|
|          | 202-2-1-ALOZA | 123,00 |
| 221-1    |               | 23,00  |
| 401      |               | 100,00 |
"""
_INLINE = """przypadek "zakup"
schemat = ZAKUP
[Dokument]
Numer dokumentu = FZ/12/2026
Data wystawienia = 05.03.2026
Podmiot = ALOZA
[Pozycje rejestru]
| Stawka VAT | Netto  | VAT   |
|------------|--------|-------|
| 23         | 100,00 | 23,00 |
[Dekrety]
| Konto Wn | Konto Ma      | Kwota  |
|----------|---------------|--------|
|          | 202-2-1-ALOZA | 123,00 |
| 221-1    |               | 23,00  |
| 401      |               | 100,00 |
"""
_PLAN = """=== plan.plan
plan "P"
[Konta]
| Konto   | Słownik  |
|---------|----------|
| 202-2-1 | Podmioty |
| 221-1   |          |
| 401     |          |
"""
_DIRECTORY = """kartoteka "K"
[Firma]
nazwa = Bursztyn sp. z o.o.
[Podmioty]
| Kod   |
|-------|
| ALOZA |
"""
_MANIFEST = '=== pakiet.toml\nnazwa = "moje"\nwersja = "1.0"\n'
_POSTED = "=== zakup.schemat\n" + _SCHEME + "=== dokument.json\n" + _DOCUMENT
_CORRECTED = _POSTED.replace('"elements"', '"correction": true, "elements"')
_ASKS = _POSTED.replace("[Pozycje]", "opis = @CzyZaliczkowa\n[Pozycje]")
_FINAL_IN_EUR = """=== koncowa.schemat
schemat "KONCOWA"
[Nagłówek]
nazwa = Faktury końcowe
typ = Faktury sprzedaży
opis = @CzyZaliczkowa
[Pozycje]
| Konto Wn | Konto Ma | Słownik  | Kwota   |
|----------|----------|----------|---------|
| 202-2-1  | 401      | Podmioty | @Brutto |
=== dokument.json
{"type": "sale_invoice", "number": "FS/1/2026", "issue_date": "2026-03-05", "party": {"code": "ALOZA"},
 "kind": "final", "currency": "EUR", "exchange_rate": "4.20",
 "settled_advances": [{"number": "FZAL/1/2026", "net": "43.00", "vat": "9.89"}],
 "positions": [{"goods": {"code": "DESKA"}, "rate": "23", "net": "100.00", "vat": "23.00"}]}
"""
_FILES = "=== zakup.schemat\n" + _SCHEME + "=== dokument.json\n" + _DOCUMENT + "=== zakup.przypadek\n"

SYMBOL_REPEATED = Problem(
    "pack/symbol-repeated",
    Wording("Symbol {symbol} mają naraz dwie definicje.", "Two definitions have the symbol {symbol} at the same time."),
    Wording(
        "Zmień symbol albo rozdziel okresy: obowiązuje od, obowiązuje do.",
        "Change the symbol, or part the periods: 'obowiązuje od', 'obowiązuje do'.",
    ),
    bad="=== a.schemat\n" + _SCHEME + "=== b.schemat\n" + _SCHEME,
    good="=== a.schemat\n" + _SCHEME + "=== b.schemat\n" + _SCHEME.replace("ZAKUP", "ZAKUP-2"),
)
BAD_MANIFEST = Problem(
    "pack/bad-manifest",
    Wording("pakiet.toml nie jest poprawnym TOML: {reason}.", "pakiet.toml is not valid TOML: {reason}."),
    Wording('Popraw składnię: klucz = "tekst".', 'Correct the syntax: key = "text".'),
    bad="=== pakiet.toml\nnazwa = moje\n",
    good=_MANIFEST,
)
UNKNOWN_MANIFEST_KEY = Problem(
    "pack/unknown-manifest-key",
    Wording("pakiet.toml nie zna klucza „{word}”.", "pakiet.toml knows no key '{word}'."),
    Wording("{advice}Klucze: {known}.", "{advice}Keys: {known}."),
    bad=_MANIFEST.replace("wersja", "wersja = '1'\nwersyja"),
    good=_MANIFEST,
)
MISSING_MANIFEST_KEY = Problem(
    "pack/missing-manifest-key",
    Wording("W pakiet.toml brakuje klucza „{word}”.", "pakiet.toml lacks the key '{word}'."),
    Wording('Dopisz wiersz: {word} = "…".', 'Add a line: {word} = "…".'),
    bad=_MANIFEST.replace("wersja", "opis"),
    good=_MANIFEST,
)
MANIFEST_VALUE = Problem(
    "pack/manifest-value",
    Wording("pakiet.toml, klucz „{word}”: to ma być {kind}.", "pakiet.toml, key '{word}': it has to be {kind}."),
    Wording("Popraw wartość.", "Correct the value."),
    bad=_MANIFEST.replace('"1.0"', "1.0"),
    good=_MANIFEST,
)
OTHER_LANGUAGE_VERSION = Problem(
    "pack/other-language-version",
    Wording(
        "Pakiet jest napisany w języku reguł wersji {version}, a ten program zna wersję {known}.",
        "The pack is written in version {version} of the rule languages; this program knows {known}.",
    ),
    Wording("Użyj programu tej wersji albo popraw klucz jezyk.", "Use a program of that version, or correct jezyk."),
    bad=_MANIFEST + 'jezyk = "9"\n',
    good=_MANIFEST + 'jezyk = "1"\n',
)
UNKNOWN_DEPENDENCY = Problem(
    "pack/unknown-dependency",
    Wording("Nie ma pakietu {name}, od którego ten zależy.", "There is no pack {name} on which this one depends."),
    Wording("Dodaj jego folder do sprawdzanych; są: {known}.", "Add its folder to those checked; there are: {known}."),
    bad=_MANIFEST + 'zaleznosci = ["brak"]\n',
    good=_MANIFEST + 'zaleznosci = ["ksiegowosc"]\n',
)
OVERRIDDEN = Problem(
    "pack/overridden",
    Wording("Własny schemat {symbol} zastępuje standardowy.", "Your scheme {symbol} stands for the standard one."),
    Wording("Jeśli to nie zamiar, zmień symbol.", "If that is not meant, change the symbol."),
    bad="=== a.schemat\n" + _SCHEME.replace('"ZAKUP"', '"KSEF-ZAKUP"') + "=== dokument.json\n" + _DOCUMENT,
    good=_POSTED,
    severity=Severity.INFO,
)
CASE_WITHOUT_RESULT = Problem(
    "case/without-result",
    Wording("Przypadek nie mówi, co ma wyjść.", "The case does not say what is to come out."),
    Wording(
        "Dopisz sekcję [Dekrety] z oczekiwanymi pozycjami (pustą wypełni „dekret test --update”) albo [Odmowa].",
        "Add a section [Dekrety] with the lines expected ('dekret test --update' fills an empty one), or [Odmowa].",
    ),
    bad='przypadek "zakup"\nschemat = ZAKUP\ndokument = dokument.json\n',
    good=_FILES + _CASE,
)
CASE_WITH_BOTH = Problem(
    "case/with-both",
    Wording("Przypadek oczekuje naraz dekretów i odmowy.", "The case expects lines and a refusal at once."),
    Wording("Zostaw jedną z sekcji [Dekrety], [Odmowa].", "Keep one of [Dekrety] and [Odmowa]."),
    bad=_FILES + _CASE + "[Odmowa]\nproblem = posting/unbalanced-entry\n",
    good=_FILES + _CASE,
)
CASE_LINE_SIDES = Problem(
    "case/line-sides",
    Wording("Oczekiwana pozycja nie ma konta.", "The line expected has no account."),
    Wording("Wpisz konto w kolumnie Konto Wn albo Konto Ma.", "Write an account in 'Konto Wn' or 'Konto Ma'."),
    bad=_FILES + _CASE + "|          |               | 5,00   |\n",
    good=_FILES + _CASE,
)
UNKNOWN_SYMBOL = Problem(
    "case/unknown-symbol",
    Wording("{reason}", "{reason}"),
    Wording(
        "Popraw w przypadku klucze schemat, wyciąg, plan, kartoteka albo dodaj plik z tą definicją; reguły spoza "
        "sprawdzanych plików wskazuje --rules FOLDER.",
        "Correct the keys 'schemat', 'wyciąg', 'plan', 'kartoteka' of the case, or add the file with the definition; "
        "rules besides the files checked are named by --rules FOLDER.",
    ),
    bad=_FILES + _CASE.replace("schemat = ZAKUP", "schemat = ZAKUPP"),
    good=_FILES + _CASE,
)
UNKNOWN_PROBLEM = Problem(
    "case/unknown-problem",
    Wording("Nie ma problemu {id}.", "There is no problem {id}."),
    Wording("{advice}Wszystkie wypisuje „dekret docs --problems”.", "{advice}'dekret docs --problems' lists them all."),
    bad=_FILES + _CASE.split("[Dekrety]", maxsplit=1)[0] + "[Odmowa]\nproblem = posting/unbalanced\n",
    good=_FILES.replace("| @Vat    |", "| 1       |")
    + _CASE.split("[Dekrety]", maxsplit=1)[0]
    + "[Odmowa]\nproblem = posting/unbalanced-entry\n",
)
NO_DOCUMENT = Problem(
    "case/no-document",
    Wording("Plik {path} nie daje jednego dokumentu: {reason}.", "{path} does not give one document: {reason}."),
    Wording(
        "Wskaż plik z jednym dokumentem, względem pliku przypadku.",
        "Name a file with one document, relative to the case.",
    ),
    bad=_FILES + _CASE.replace("dokument.json", "inny.json"),
    good=_FILES + _CASE,
)
NO_PLAN = Problem(
    "pack/no-plan",
    Wording("Nie ma planu kont obowiązującego {day}.", "There is no chart of accounts that holds on {day}."),
    Wording("Dodaj plik .plan do reguł albo sprawdź jego daty.", "Add a .plan file to the rules, or see to its dates."),
    bad=_PLAN.replace("[Konta]", "obowiązuje od = 2027-01-01\n[Konta]") + _POSTED,
    good=_PLAN + _POSTED,
)
POSTED_BEFORE = Problem(
    "pack/posted-before",
    Wording("Dokument {number} jest już zaksięgowany w tej bazie.", "The document {number} is posted in this store."),
    Wording(
        "Jeśli ma być zaksięgowany na nowo, cofnij jego zapis z bufora (dekret unpost); zatwierdzony się stornuje.",
        "If it is to be posted anew, take its entry out of the buffer (dekret unpost); an approved one is reversed.",
    ),
    bad=_PLAN + _POSTED + "=== dokument-w-bazie.json\n" + _DOCUMENT,
    good=_PLAN + _POSTED,
)
OTHER_TAX = Problem(
    "pack/other-tax",
    Wording(
        "Pozycja {line}: VAT {vat} nie odpowiada stawce {rate}% od {net}; byłoby {due}.",
        "Line {line}: the tax {vat} is not {rate}% of {net}; that would be {due}.",
    ),
    Wording(
        "Sprawdź stawkę i kwoty; bez pola „vat” podatek jest zerem.",
        "See to the rate and the amounts; without the field 'vat' the tax is zero.",
    ),
    bad=_PLAN + _POSTED.replace('"vat": "23.00"', '"vat": "32.00"'),
    good=_PLAN + _POSTED,
    severity=Severity.WARNING,
)
RATE_BEFORE = Problem(
    "pack/rate-before",
    Wording(
        "Pozycja {line} korekty ma VAT {vat} przy netto 0,00 i nie mówi, jaka stawka była przed korektą; wiersze, "
        "które pytają o stawkę, zaksięgują go przy {rate}.",
        "Line {line} of the correction has the tax {vat} with a net of 0.00 and does not tell the rate before; rows "
        "that ask for the rate post it with {rate}.",
    ),
    Wording(
        "Na fakturze dopisz pozycji pole „before” (stan przed korektą), w rejestrze VAT podaj dwie pozycje: dawną "
        "stawkę z minusem i nową z plusem.",
        "On an invoice add the field 'before' to the position, in a VAT register give two elements: the old rate with "
        "minus, the new one with plus.",
    ),
    bad=_PLAN + _CORRECTED.replace('"net": "100.00"', '"net": "0.00"'),
    good=_PLAN + _CORRECTED.replace("[{", '[{"rate": "8", "net": "-100.00", "vat": "-8.00"}, {', 1),
    severity=Severity.WARNING,
)
OTHER_TOTAL = Problem(
    "pack/other-total",
    Wording(
        "Do zapłaty jest {total}, a suma pozycji to {sum}: różnica {difference}.",
        "The total is {total}, the sum of the lines {sum}: a difference of {difference}.",
    ),
    Wording(
        "Sprawdź, czy nie brakuje pozycji albo podatku; różnicę zna makro @Zaokraglenie.",
        "See whether a line or its tax is missing; the macro @Zaokraglenie knows the difference.",
    ),
    bad=_PLAN + _POSTED.replace('"elements"', '"total": "200.00", "elements"'),
    good=_PLAN + _POSTED.replace('"elements"', '"total": "123.00", "elements"'),
    severity=Severity.WARNING,
)
ADVANCE_AS_ORDINARY = Problem(
    "pack/advance-as-ordinary",
    Wording(
        "{kind} jest księgowana jak zwykła: schemat {symbol} nie pyta o @CzyZaliczkowa.",
        "{kind} is posted as an ordinary one: the scheme {symbol} does not ask for @CzyZaliczkowa.",
    ),
    Wording(
        "Popraw dekret albo rozdziel wiersze schematu warunkiem @CzyZaliczkowa jak w FAKTURY-ZAKUPU i KSEF-ZAKUP.",
        "Correct the entry, or part the rows of the scheme by @CzyZaliczkowa, as FAKTURY-ZAKUPU and KSEF-ZAKUP do.",
    ),
    bad=_PLAN + _POSTED.replace('"elements"', '"kind": "advance", "elements"'),
    good=_PLAN + _ASKS.replace('"elements"', '"kind": "advance", "elements"'),
    severity=Severity.WARNING,
)
NOT_POSTED = Problem(
    "pack/not-posted",
    Wording(
        "Poza fakturą jest {amount}, a schemat {symbol} o to nie pyta ({macro}): nie ma tego w dekretach.",
        "Beside the invoice there is {amount}; the scheme {symbol} does not ask for it ({macro}), so it is not posted.",
    ),
    Wording(
        "Dopisz wiersz schematu z kwotą {macro} i dodaj ją do rozrachunku, jak w FAKTURY-ZAKUPU.",
        "Add a row of the amount {macro} to the scheme, and the amount to the liability, as FAKTURY-ZAKUPU does.",
    ),
    bad=_PLAN + _POSTED.replace('"elements"', '"charges": "5.00", "elements"'),
    good=_PLAN
    + _POSTED.replace("[Pozycje]", "opis = CAST(@Obciazenia AS VARCHAR(20))\n[Pozycje]").replace(
        '"elements"', '"charges": "5.00", "elements"'
    ),
    severity=Severity.WARNING,
)
ADVANCE_RATE = Problem(
    "pack/advance-rate",
    Wording(
        "Zaliczka {advance} na fakturze końcowej w {currency} nie podaje swojego kursu; przeliczono ją kursem faktury.",
        "The advance {advance} of a final invoice in {currency} does not tell its rate; that of the invoice was taken.",
    ),
    Wording(
        "Dopisz w settled_advances pole exchange_rate (Kurs zaliczki): kurs z faktury zaliczkowej.",
        "Add the field exchange_rate to settled_advances: the rate of the advance invoice.",
    ),
    bad=_PLAN + _FINAL_IN_EUR,
    good=_PLAN + _FINAL_IN_EUR.replace('"net": "43.00"', '"net": "43.00", "exchange_rate": "4.30"'),
    severity=Severity.WARNING,
)
NO_ADVANCES = Problem(
    "pack/no-advances",
    Wording(
        "Faktura końcowa nie wymienia rozliczonych zaliczek, więc żadna nie jest tu rozliczona.",
        "The final invoice names no settled advances, so that none is settled here.",
    ),
    Wording(
        "Dopisz je w polu settled_advances (Rozliczone zaliczki): numer, netto i VAT każdej.",
        "Add them in the field settled_advances: number, net and tax of each.",
    ),
    bad=_PLAN + _ASKS.replace('"elements"', '"kind": "final", "elements"'),
    good=_PLAN
    + _ASKS.replace(
        '"elements"', '"kind": "final", "settled_advances": [{"number": "FZ/1/2026", "net": "10.00"}], "elements"'
    ),
    severity=Severity.WARNING,
)
OTHER_CATEGORY = Problem(
    "pack/other-category",
    Wording(
        "Kategorii {category} nie ma w kartotece {directory}.",
        "The category {category} is not in the company's file {directory}.",
    ),
    Wording(
        "Popraw kod na dokumencie albo dopisz kategorię w [Kategorie].",
        "Correct the code on the document, or add the category in [Kategorie].",
    ),
    bad="=== k.kartoteka\n"
    + _DIRECTORY
    + "[Kategorie]\n| Kod |\n| MAT |\n"
    + _PLAN
    + _POSTED.replace('"rate"', '"category": "MTA", "rate"'),
    good="=== k.kartoteka\n"
    + _DIRECTORY
    + "[Kategorie]\n| Kod |\n| MAT |\n"
    + _PLAN
    + _POSTED.replace('"rate"', '"category": "MAT", "rate"'),
    severity=Severity.WARNING,
)
NO_DIRECTORY = Problem(
    "pack/no-directory",
    Wording("Żadna wersja kartoteki {symbol} nie obowiązuje {day}.", "No version of the file {symbol} holds on {day}."),
    Wording("Sprawdź daty: obowiązuje od, obowiązuje do.", "See to the dates: 'obowiązuje od', 'obowiązuje do'."),
    bad="=== k.kartoteka\n" + _DIRECTORY.replace("[Firma]", "obowiązuje od = 2027-01-01\n[Firma]") + _PLAN + _POSTED,
    good="=== k.kartoteka\n" + _DIRECTORY + _PLAN + _POSTED,
)
NO_VERSION = Problem(
    "pack/no-version",
    Wording(
        "Żadna wersja schematu {symbol} nie obowiązuje {day}.", "No version of the scheme {symbol} holds on {day}."
    ),
    Wording("Sprawdź daty: obowiązuje od, obowiązuje do.", "See to the dates: 'obowiązuje od', 'obowiązuje do'."),
    bad=_POSTED.replace("[Nagłówek]", "obowiązuje od = 2027-01-01\n[Nagłówek]"),
    good=_POSTED,
)
DOCUMENT_REPEATED = Problem(
    "pack/document-repeated",
    Wording(
        "Dokument {number} jest tu drugi raz: ten sam typ, numer, podmiot i rok.",
        "The document {number} is here twice: the same type, number, party and year.",
    ),
    Wording(
        "Usuń powtórzenie albo popraw numer; dokument księguje się raz.",
        "Remove the repetition, or correct the number; a document is posted once.",
    ),
    bad="dokument: [" + _DOCUMENT.strip() + ",\n" + _DOCUMENT.strip() + "]",
    good="dokument: [" + _DOCUMENT.strip() + ",\n" + _DOCUMENT.strip().replace("FZ/12", "FZ/13") + "]",
)
LINES_DIFFER = Problem(
    "case/lines-differ",
    Wording("Wyszły inne dekrety, niż oczekiwano.", "Other lines came out than were expected."),
    Wording(
        "Popraw schemat; jeśli dobry jest nowy wynik, tabelę [Dekrety] wpisze na nowo „dekret test --update”.",
        "Correct the scheme; if the new result is right, 'dekret test --update' writes [Dekrety] anew.",
    ),
    bad=_FILES + _CASE.replace("100,00", "99,00"),
    good=_FILES + _CASE,
)
DATE_DIFFERS = Problem(
    "case/date-differs",
    Wording("Data zapisu to {date}, a oczekiwano {expected}.", "The entry is of {date}; {expected} was expected."),
    Wording("Popraw schemat albo klucz data w [Dekrety].", "Correct the scheme, or the key data in [Dekrety]."),
    bad=_FILES + _CASE.replace("[Dekrety]", "[Dekrety]\ndata = 2026-03-06"),
    good=_FILES + _CASE.replace("[Dekrety]", "[Dekrety]\ndata = 2026-03-05"),
)
OPENED_DIFFER = Problem(
    "case/opened-differ",
    Wording("Założono konta: {opened}; oczekiwano: {expected}.", "Accounts opened: {opened}; expected: {expected}."),
    Wording("Popraw plan kont albo klucz założone konta.", "Correct the chart, or the key 'założone konta'."),
    bad=_FILES + _CASE.replace("[Dekrety]", "[Dekrety]\nzałożone konta = –"),
    good=_FILES + _CASE.replace("[Dekrety]", "[Dekrety]\nzałożone konta = 202-2-1-ALOZA"),
)
INLINE_FIELD = Problem(
    "case/inline-field",
    Wording("{title}: {reason} (pole {path}).", "{title}: {reason} (field {path})."),
    Wording(
        "Popraw to pole w przypadku; nazwy pól pokaże „dekret docs przypadek”.",
        "Correct the field in the case; 'dekret docs przypadek' shows the names of fields.",
    ),
    bad=_FILES + _INLINE.replace("FZ/12/2026", ""),
    good=_FILES + _INLINE,
)
DOCUMENT_TWICE = Problem(
    "case/document-twice",
    Wording(
        "Przypadek ma i plik dokumentu, i dokument wpisany w tabelach.",
        "The case has both the file of a document and a document in tables.",
    ),
    Wording("Zostaw jedno z nich.", "Leave one of them."),
    bad=_FILES + _INLINE.replace("schemat = ZAKUP", "schemat = ZAKUP\ndokument = dokument.json"),
    good=_FILES + _INLINE,
)
NO_DOCUMENT_AT_ALL = Problem(
    "case/no-document-at-all",
    Wording("Przypadek nie ma dokumentu.", "The case has no document."),
    Wording(
        "Wpisz klucz: dokument = plik.json – albo sekcję [Dokument].",
        "Write a key: 'dokument = file.json' – or a section [Dokument].",
    ),
    bad=_FILES + _CASE.replace("dokument = dokument.json\n", ""),
    good=_FILES + _CASE,
)
_CANCELLED = """schemat "ZAKUP"
[Nagłówek]
nazwa = Zakup towarów
typ = Faktury zakupu
[Pozycje]
| Konto Wn | Konto Ma | Słownik  | Kwota     |
|----------|----------|----------|-----------|
| 401      | 202-2-1  | Podmioty | @PozNetto |
===
{"type": "purchase_invoice", "number": "FZ/12/2026", "issue_date": "2026-03-05", "party": {"code": "ALOZA"},
 "cancelled": true, "positions": [{"goods": {"code": "DESKA"}, "rate": "0", "net": "100.00"}]}
"""
CANCELLED = Problem(
    "pack/cancelled",
    Wording("{number} jest anulowany, więc się go nie księguje.", "{number} was cancelled, so it is not posted."),
    Wording(
        "Jeśli był już zaksięgowany, cofnij to: dekret unpost.",
        "If it was posted before, take that back: dekret unpost.",
    ),
    bad=_CANCELLED,
    good=_CANCELLED.replace('"cancelled": true, ', ""),
    severity=Severity.WARNING,
)
REFUSED = Problem(
    "case/refused",
    Wording("Wyszła odmowa: {reason}", "It was refused: {reason}"),
    Wording(
        "Popraw regułę albo dane przypadku; oczekiwaną odmowę zapisuje sekcja [Odmowa].",
        "Correct the rule or the data of the case; a refusal expected stands in [Odmowa].",
    ),
    bad=_FILES.replace("| @Vat    |", "| 1       |") + _CASE,
    good=_FILES + _CASE,
)
NOT_REFUSED = Problem(
    "case/not-refused",
    Wording("Odmowy nie było, a miała być {id}.", "Nothing was refused; the refusal {id} was expected."),
    Wording(
        "Popraw regułę, albo zamiast [Odmowa] wpisz to, co wyszło.",
        "Correct the rule, or write what came out instead of [Odmowa].",
    ),
    bad=_FILES + _CASE.split("[Dekrety]", maxsplit=1)[0] + "[Odmowa]\nproblem = posting/unbalanced-entry\n",
    good=_FILES + _CASE,
)
OTHER_WORDS = Problem(
    "case/other-words",
    Wording("Odmowa {id} nie zawiera „{contains}”: {reason}", "The refusal {id} does not have '{contains}': {reason}"),
    Wording("Popraw regułę, dane albo klucz „zawiera”.", "Correct the rule, the data or the key 'zawiera'."),
    bad=_FILES.replace("| @Vat    |", "| 1       |")
    + _CASE.split("[Dekrety]", maxsplit=1)[0]
    + "[Odmowa]\nproblem = posting/unbalanced-entry\nzawiera = słonia\n",
    good=_FILES + _CASE,
)
OTHER_REFUSAL = Problem(
    "case/other-refusal",
    Wording("Odmowa jest inna: {found} zamiast {id}. {reason}", "The refusal is another: {found}, not {id}. {reason}"),
    Wording("Popraw regułę, dane albo sekcję [Odmowa].", "Correct the rule, the data or [Odmowa]."),
    bad=_FILES.replace("| @Vat    |", "| 1       |")
    + _CASE.split("[Dekrety]", maxsplit=1)[0]
    + "[Odmowa]\nproblem = posting/no-code\n",
    good=_FILES + _CASE,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
