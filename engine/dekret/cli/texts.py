"""Sentences of the command itself, Polish and English."""

from dekret.cli.console import Texts

COMMANDS: dict[str, Texts] = {
    "demo": ("zaksięguj przykładowy miesiąc i pokaż wynik", "post a sample month and show the result"),
    "check": (
        "znajdź błędy w plikach reguł, w dokumentach JSON i fakturach KSeF",
        "find errors in rule files, in JSON documents and KSeF invoices",
    ),
    "test": ("wykonaj przypadki testowe reguł", "run the cases of rule files"),
    "validate": (
        "sprawdź dokumenty regułami: czy są poprawne, czy nadają się do operacji",
        "check documents by rules: whether they are right, or fit for an operation",
    ),
    "fmt": ("sformatuj pliki reguł", "format rule files"),
    "post": ("zaksięguj dokumenty schematem", "post documents by a scheme"),
    "unpost": ("cofnij księgowanie dokumentu w bazie zapisów", "take back the posting of a document in a store"),
    "approve": ("wyprowadź zapisy z bufora i ponumeruj je", "take entries out of the buffer and number them"),
    "balance": ("pokaż zestawienie obrotów i sald", "show the trial balance"),
    "explain": ("wyjaśnij, dlaczego dokument zaksięgowano właśnie tak", "explain why a document was posted as it was"),
    "bank": (
        "przelewy do banku, wyciągi z banku i formaty ich plików",
        "payments to a bank, statements of it, and formats of their files",
    ),
    "chart": (
        "wykresy, wstawki, filtry i kolumny użytkownika: parametry i zapytania",
        "charts, inserts, filters, user columns: parameters and queries",
    ),
    "render": (
        "wydrukuj dokumenty szablonem: faktury, korekty, dowody, zestawienia",
        "print documents by a template: invoices, corrections, slips, statements",
    ),
    "map": (
        "odczytaj pliki XML, JSON i CSV mapą pól; przygotuj dokument dla szablonu",
        "read XML, JSON and CSV files by a map; prepare a document for a template",
    ),
    "edi": (
        "wymiana dokumentów Comarch EDI: faktury, zamówienia, cenniki jako XML",
        "exchange of documents in Comarch EDI: invoices, orders, price lists as XML",
    ),
    "awizo": (
        "awiza wysyłki: z rezerwacji, pakowanie, SSCC, etykiety",
        "despatch advices: from orders, packing, SSCC, labels",
    ),
    "thtg": (
        "wymiana danych z THTG Integrator: konfiguracja, kontrahenci, faktury",
        "exchange with the THTG Integrator: configuration, contractors, invoices",
    ),
    "wnt": (
        "nabycie wewnątrzunijne: dowody wewnętrzne sprzedaży (FSW) z faktur zakupu",
        "purchases within the EU: internal sales (FSW) made of purchase invoices",
    ),
    "new": ("zacznij nowy plik reguł", "start a new rule file"),
    "docs": ("pokaż dokumentację: makra, funkcje, języki, problemy", "show macros, functions, languages, problems"),
}

HELP: dict[str, Texts] = {
    "usage": ("użycie: dekret [--lang pl|en] POLECENIE …", "usage: dekret [--lang pl|en] COMMAND …"),
    "what": ("Reguły księgowe jako kod.", "Accounting rules as code."),
    "more": (
        "Szczegóły polecenia: dekret POLECENIE --help.  Kody wyjścia: 0 dobrze, 1 błędy w danych, 2 złe użycie.",
        "Details of a command: dekret COMMAND --help.  Exit codes: 0 fine, 1 errors in the input, 2 wrong usage.",
    ),
}

TEXTS: dict[str, Texts] = {
    "unknown command": ("dekret: nie ma polecenia „{name}”.", "dekret: there is no command '{name}'."),
    "unknown language": (
        "dekret: nie ma języka „{name}”; są pl i en.",
        "dekret: there is no language '{name}', only pl and en.",
    ),
    "did you mean": ("Czy chodziło o „{name}”?", "Did you mean '{name}'?"),
    "see help": ("Polecenia wypisuje: dekret --help", "The commands are listed by: dekret --help"),
    "interrupted": ("przerwano; niczego nie zapisano", "interrupted; nothing was written"),
    "usage": ("użycie: ", "usage: "),
    "arguments": ("argumenty", "arguments"),
    "options": ("opcje", "options"),
    "help": ("pokaż tę pomoc", "show this help"),
    "language": ("język komunikatów: pl albo en (pl)", "language of messages: pl or en (pl)"),
    "files clean": ("Bez błędów. Plików: {files}.", "No errors. Files: {files}."),
    "no files": ("Nie ma tu plików reguł („{where}”).", "There are no rule files here ('{where}')."),
    "cases": (
        "Przypadków: {total}, zgodnych: {passed}, niezgodnych: {failed}.",
        "Cases: {total}, passed: {passed}, failed: {failed}.",
    ),
    "no cases": (
        "Nie ma tu przypadków, plików .przypadek („{where}”). Nowy zacznie: dekret new przypadek.",
        "There are no cases here, files .przypadek ('{where}'). A new one is begun by: dekret new przypadek.",
    ),
    "rewritten": (
        "Wpisano to, co wyszło: {path}. Obejrzyj zmiany.",
        "What came out was written: {path}. Look at the changes.",
    ),
    "broken rules": (
        "Reguły mają błędy, więc niczego nie uruchomiono.",
        "The rules have errors, so nothing was run.",
    ),
    "broken documents": (
        "Dokumentów, które już są (--documents), nie da się odczytać; niczego nie wczytano.",
        "The documents that are there (--documents) cannot be read; nothing was imported.",
    ),
    "broken filter": (
        "Filtra nie da się odczytać.",
        "The filter cannot be read.",
    ),
    "broken rates": (
        "Plik kursów ma błędy, więc niczego nie zaimportowano.",
        "The file of rates has errors, so nothing was imported.",
    ),
    "accounts not checked": (
        "Kont nie porównano z planem kont, bo nie ma go w tych plikach. Wskaż go: --rules FOLDER.",
        "Accounts were not held against a chart of accounts: there is none in these files. Name it: --rules FOLDER.",
    ),
    "formatted": ("sformatowano: {path}", "formatted: {path}"),
    "would format": ("do sformatowania: {path}", "would be formatted: {path}"),
    "fmt done": ("Plików: {total}, zmienionych: {changed}.", "Files: {total}, changed: {changed}."),
    "fmt check": ("Plików: {total}, do sformatowania: {changed}.", "Files: {total}, to be formatted: {changed}."),
    "posted": (
        "Zaksięgowano dokumentów: {posted}, pozycji: {lines}; odrzucono: {refused}; pominięto: {passed}.",
        "Documents posted: {posted}, lines: {lines}; refused: {refused}; passed over: {passed}.",
    ),
    "would be posted": (
        "Do zaksięgowania dokumentów: {posted}, pozycji: {lines}; odrzucono: {refused}; pominięto: {passed}.",
        "Documents to be posted: {posted}, lines: {lines}; refused: {refused}; passed over: {passed}.",
    ),
    "validated": (
        "Sprawdzono dokumentów: {checked}, bez uwag: {clean}, z błędami: {wrong}; nie sprawdzono: {unchecked}.",
        "Documents checked: {checked}, nothing found: {clean}, with errors: {wrong}; not checked: {unchecked}.",
    ),
    "findings not shown": (
        "Dalszych komunikatów nie pokazano: {count}. Wszystkie wypisze opcja --all.",
        "Further messages are not shown: {count}. The option --all shows all of them.",
    ),
    "left out": (
        "Filtr {filter} pominął dokumentów: {count}.",
        "Documents left out by the filter {filter}: {count}.",
    ),
    "opened": ("Założono konta: {accounts}.", "Accounts opened: {accounts}."),
    "standard plan": (
        "Plan kont: standardowy {plan}, bo własnego nie ma w regułach.",
        "Chart of accounts: the standard {plan}, as the rules have none of their own.",
    ),
    "no directory": (
        "Kartoteki nie ma w regułach: podmioty i kategorie są takie, jak na dokumentach.",
        "The rules have no company's file: parties and categories are as the documents say.",
    ),
    "progress": ("dokumentów: {done}, na sekundę: {rate}", "documents: {done}, per second: {rate}"),
    "not shown": (
        "Dalszych odmów i uwag nie pokazano: {count}. Wszystkie odmowy zapisze opcja --rejects.",
        "Further refusals and remarks are not shown: {count}. The option --rejects writes all refusals.",
    ),
    "nothing to post": (
        "Niczego nie zapisano: nie ma dokumentów.",
        "Nothing was written: there are no documents.",
    ),
    "nothing posted": (
        "Niczego nie zapisano: żadnego dokumentu nie zaksięgowano.",
        "Nothing was written: no document was posted.",
    ),
    "with buffer": (
        "W tym zapisów w buforze: {count}, jeszcze bez numerów. Bez nich: --without-buffer; zatwierdza je: approve.",
        "Entries in the buffer among them: {count}, not numbered yet. Without them: --without-buffer; see approve.",
    ),
    "approved": ("Wyprowadzono z bufora zapisów: {count}.", "Entries taken out of the buffer: {count}."),
    "unposted": (
        "Cofnięto księgowanie dokumentu {number}: zapis {entry}, pozycji {lines}.",
        "The posting of {number} was taken back: entry {entry}, lines {lines}.",
    ),
    "nothing written": (
        "W dzienniku niczego nie zapisano, bo są odmowy. Resztę zapisze opcja --keep-going.",
        "Nothing was written to the journal because documents were refused. The option --keep-going writes the rest.",
    ),
    "mapped": ("Dokumentów: {mapped}, odmów: {refused}.", "Documents: {mapped}, refused: {refused}."),
    "nothing mapped": ("Niczego nie zapisano.", "Nothing was written."),
    "refused, not written": (
        "Niczego nie zapisano, bo są odmowy. Resztę zapisze opcja --keep-going.",
        "Nothing was written because documents were refused. The option --keep-going writes the rest.",
    ),
    "written": ("Zapisano: {path}", "Written: {path}"),
}
