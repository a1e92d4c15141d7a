"""The reference manual, generated from the tables that the engine itself works by; Markdown."""

import re
from collections.abc import Callable, Iterable, Mapping

from dekret import assets
from dekret.banklines import language as banklines
from dekret.chart import language as charts
from dekret.documents.document_types import RULED_TYPES
from dekret.expr.functions import FUNCTIONS, Function
from dekret.mapping import language as mapping
from dekret.model.base import Record
from dekret.model.payments import Payer, Payment
from dekret.packs import cases
from dekret.packs.bank.inline_payments import payment_leaves
from dekret.packs.bank.lines_manual import kind_text, line_rules_parts
from dekret.packs.bank.manual import fields_page
from dekret.packs.chart import cases as chart_cases
from dekret.packs.chart.columns_manual import columns_parts
from dekret.packs.chart.filter_manual import filter_parts
from dekret.packs.chart.manual import reference_parts
from dekret.packs.database_manual import database_page
from dekret.packs.despatch.manual import awizo_parts
from dekret.packs.document_fields import field_rows
from dekret.packs.library import LANGUAGES
from dekret.packs.mapping.manual import map_parts
from dekret.packs.printouts.manual import templates_page
from dekret.packs.validation.manual import rule_set_parts
from dekret.syntax.read import COMMON
from dekret.syntax.schema import Field, SectionSchema
from dekret.syntax.schema import Language as RuleLanguage
from dekret.text.diagnostic import Problem
from dekret.text.excerpt import SEVERITY_WORDS
from dekret.text.nearest import plain
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording, listed
from dekret.validation import language as validation

TOPICS: Mapping[str, Wording] = {
    "start": Wording("pierwsze kroki: mała firma od zera", "first steps: a small company from nothing"),
    "bank": Wording("przelewy do banku: własny format od zera", "payments to a bank: a format of your own"),
    "import": Wording("wyciągi z banku: od pliku do księgowania", "bank statements: from the file to the journal"),
    "awizo": Wording("awiza wysyłki: z rezerwacji do etykiet", "despatch advices: from orders to labels"),
    "edi": Wording(
        "wymiana Comarch EDI: zamówienie, faktura, korekta między firmami",
        "exchange in Comarch EDI: order, invoice, correction between companies",
    ),
    "dpl": Wording("język wykresów: od zapytania do wykresu z testem", "the chart language: from a query to a chart"),
    "szablony": Wording("szablony wydruków: pola, filtry, własny wydruk", "templates: fields, filters, a printout"),
    "analizy": Wording(
        "wykresy na bazie: od startowego do dokumentu", "charts on a database: from the start to a document"
    ),
    "thtg": Wording("wymiana z THTG Integrator", "exchange with the THTG Integrator"),
    "wnt": Wording("nabycie wewnątrzunijne: FSW z faktur zakupu", "purchases within the EU: internal sales"),
    "makra": Wording("makra każdego typu dokumentu", "macros of every type of document"),
    "dokument": Wording("pola dokumentów w JSON i w przypadkach", "fields of documents in JSON and in cases"),
    "przelew": Wording("pola płatności w JSON, CSV i w przypadkach", "fields of payments in JSON, CSV and in cases"),
    "pola": Wording("pola formatów plików bankowych", "fields of formats of bank files"),
    "funkcje": Wording("funkcje i operatory wyrażeń", "functions and operators of expressions"),
    "baza": Wording("tabele bazy przykładowej (demo --db)", "tables of the demo database (demo --db)"),
    **{language.keyword.pl: language.doc for language in LANGUAGES},
}
"""Pages of the manual; the names in English are understood too."""
_ENGLISH = {
    "templates": "szablony",
    "analyses": "analizy",
    "macros": "makra",
    "functions": "funkcje",
    "fields": "pola",
    "payment": "przelew",
    "document": "dokument",
    "database": "baza",
    **{language.keyword.en: language.keyword.pl for language in LANGUAGES},
}


def topic_named(written: str) -> str | None:
    """The topic of a name in either language."""
    by_plain = {plain(topic): topic for topic in TOPICS}
    return by_plain.get(plain(written)) or _ENGLISH.get(written.casefold())


def page(topic: str, language: Language) -> str:
    """One page of the manual."""
    pages: dict[str, Callable[[Language], str]] = {
        "start": lambda shown: tutorial("start", shown),
        "bank": lambda shown: tutorial("bank", shown),
        "import": lambda shown: tutorial("import", shown),
        "thtg": lambda shown: tutorial("thtg", shown),
        "wnt": lambda shown: tutorial("wnt", shown),
        "edi": lambda shown: tutorial("edi", shown),
        "dpl": lambda shown: _page(tutorial("dpl", shown).rstrip(), *chart_cases_parts(shown), *reference_parts(shown)),
        "szablony": templates_page,
        "awizo": lambda shown: _page(tutorial("awizo", shown).rstrip(), *awizo_parts(shown)),
        "analizy": lambda shown: tutorial("analizy", shown),
        "makra": macros,
        "dokument": documents,
        "funkcje": functions,
        "pola": fields_page,
        "przelew": payments,
        "baza": database_page,
        banklines.LANGUAGE.keyword.pl: line_rules,
        validation.LANGUAGE.keyword.pl: document_rules,
        mapping.LANGUAGE.keyword.pl: lambda shown: _page(tutorial("mapa", shown).rstrip(), *map_parts(_fields, shown)),
        charts.FILTER.keyword.pl: filters,
        charts.COLUMNS.keyword.pl: user_columns,
    }
    if topic in pages:
        return pages[topic](language)
    return rule_language(next(known for known in LANGUAGES if known.keyword.pl == topic), language)


def topic_names(language: Language) -> list[str]:
    """The names of all pages, then what else `dekret docs` shows."""
    english = {polish: name for name, polish in _ENGLISH.items()}
    return [*(name if language == "pl" else english.get(name, name) for name in TOPICS), *_OTHERS]


_OTHERS: Mapping[str, Wording] = {
    "--schema": Wording("JSON Schema dokumentów", "JSON Schema of documents"),
    "--problems": Wording("katalog problemów", "catalogue of problems"),
}
"""What is no page, but an option of `dekret docs`."""


def contents(language: Language) -> str:
    """The list of all pages."""
    title = Wording("# Dokumentacja: dekret docs TEMAT", "# Documentation: dekret docs TOPIC").in_(language)
    about = (*TOPICS.values(), *_OTHERS.values())
    rows = [[name, each.in_(language)] for name, each in zip(topic_names(language), about, strict=True)]
    header = [Wording("Temat", "Topic").in_(language), Wording("O czym", "About").in_(language)]
    return _page(title, _table(header, rows))


def tutorial(name: str, language: Language) -> str:
    """A tutorial."""
    return (assets.folder("templates") / "docs" / f"{name}.{language}.md").read_text(encoding="utf-8")


def macros(language: Language) -> str:
    """The macros of every type of document."""
    parts: list[str] = [Wording("# Makra", "# Macros").in_(language)]
    header = [
        word.in_(language)
        for word in (
            Wording("Makro", "Macro"),
            Wording("Rodzaj", "Kind"),
            Wording("Zakres", "Scope"),
            Wording("Co daje", "What it gives"),
        )
    ]
    for type_ in RULED_TYPES:
        rows = []
        for macro in type_.macros:
            scopes = ", ".join(scope.value.in_(language) for scope in macro.readers)
            rows.append([macro.spec.name, kind_text(macro.spec, language), scopes, macro.spec.doc.in_(language)])
        parts += [f"## {type_.word.pl if language == 'pl' else type_.word.en}", _table(header, rows)]
    return _page(*parts)


_OPERATORS = Wording(
    """Operatory, od najsłabiej wiążących: OR, AND, NOT, porównania (= <> < > <= >=, LIKE, IN, BETWEEN, IS NULL),
+ i - (także łączenie tekstów), * / %. Poza tym: CASE WHEN … THEN … ELSE … END, nawiasy, teksty w apostrofach.

Porównanie tekstów nie zważa na wielkość liter i spacje na końcu; < i > porządkują po polsku. NULL daje wynik
nieznany, a warunek nieznany nie jest spełniony. Dzielenie przez zero i przekształcenie, które się nie udaje,
dają NULL; dokument z nieznaną kwotą albo pustym kontem jest odrzucany.""",
    """Operators, from the loosest: OR, AND, NOT, comparisons (= <> < > <= >=, LIKE, IN, BETWEEN, IS NULL),
+ and - (+ joins texts, too), * / %. Besides: CASE WHEN … THEN … ELSE … END, parentheses, texts in apostrophes.

Texts compare without letter case and trailing blanks; < and > follow the Polish alphabet. NULL makes a result
unknown, and an unknown condition does not hold. Division by zero and a conversion that fails give NULL; a
document with an unknown amount or an empty account is refused.""",
)


def functions(language: Language) -> str:
    """The functions of expressions, with examples."""
    title = Wording("# Funkcje i operatory", "# Functions and operators").in_(language)
    header = [
        word.in_(language)
        for word in (
            Wording("Funkcja", "Function"),
            Wording("Co daje", "What it gives"),
            Wording("Przykład", "Example"),
            Wording("Wynik", "Result"),
        )
    ]
    rows = [
        [_signature(function, language), function.doc.in_(language), function.example[0], function.example[1]]
        for function in FUNCTIONS
    ]
    return _page(title, _OPERATORS.in_(language), _table(header, rows))


def _signature(function: Function, language: Language) -> str:
    names = [takes.value.in_(language) for takes in function.takes]
    shown = names[: function.required] + [f"[{name}]" for name in names[function.required :]]
    if function.variadic:
        shown.append("…")
    return f"{function.name}({', '.join(shown)})"


def chart_cases_parts(language: Language) -> tuple[str, ...]:
    """The keys and sections of cases of charts."""
    title = Wording("## Przypadki wykresów, filtrów i kolumn", "## Cases of charts, filters and columns").in_(language)
    sections = (part.replace("## [", "### [", 1) for each in chart_cases.SECTIONS for part in _section(each, language))
    return title, _fields((*chart_cases.KEYS, cases.TODAY), language), *sections


def rule_language(described: RuleLanguage, language: Language) -> str:
    """The sections, keys and columns of a language of rule files."""
    word = described.keyword
    parts = [
        f"# {word.pl} ({word.en})",
        described.doc.in_(language),
        Wording(
            f'Pliki .{described.extension}; nagłówek: {word.pl} "SYMBOL".',
            f'Files .{described.extension}; header: {word.pl} "SYMBOL".',
        ).in_(language),
        "## " + Wording("Pod nagłówkiem", "Under the header").in_(language),
        _fields((*described.preamble, *COMMON), language),
    ]
    for section in described.sections:
        parts += _section(section, language)
    return _page(*parts)


def line_rules(language: Language) -> str:
    """The language of rules for lines, how its patterns are meant, and the macros of a line."""
    return _page(rule_language(banklines.LANGUAGE, language).rstrip(), *line_rules_parts(language))


def document_rules(language: Language) -> str:
    """The language of rules for documents, how they decide, and what they may ask about."""
    return _page(rule_language(validation.LANGUAGE, language).rstrip(), *rule_set_parts(language))


def filters(language: Language) -> str:
    """The language of filters, its operators, and what a filter is good for besides lists."""
    return _page(rule_language(charts.FILTER, language).rstrip(), *filter_parts(language))


def user_columns(language: Language) -> str:
    """The language of user columns, the query they make, aliases, display formats, commands."""
    return _page(rule_language(charts.COLUMNS, language).rstrip(), *columns_parts(language))


def _section(section: SectionSchema, language: Language) -> list[str]:
    required = Wording(" (wymagana)", " (required)").in_(language) if section.required else ""
    parts = [f"## [{section.word.pl}] [{section.word.en}]{required}", section.doc.in_(language)]
    if section.text:
        parts.append(_TEXT.in_(language))
    if section.keys:
        parts += [Wording("Klucze:", "Keys:").in_(language), _fields(section.keys, language)]
    if section.columns:
        parts += [Wording("Kolumny tabeli:", "Columns of the table:").in_(language), _fields(section.columns, language)]
    return parts


_TEXT = Wording(
    'Tekst stoi w wierszach pod tytułem sekcji, między dwoma wierszami z samymi znakami """.',
    'The text stands on the lines under the title, between two lines that hold """ alone.',
)


def _fields(fields: Iterable[Field[object]], language: Language) -> str:
    header = [
        word.in_(language)
        for word in (
            Wording("Polski", "Polish"),
            Wording("Angielski", "English"),
            Wording("Co wpisać", "What to write"),
            Wording("Znaczenie", "Meaning"),
        )
    ]
    star = Wording(" (wymagane)", " (required)").in_(language)
    rows = [
        [
            field.word.pl,
            field.word.en,
            field.kind.name.in_(language),
            _meaning(field, language) + (star if field.required else ""),
        ]
        for field in fields
    ]
    return _table(header, rows)


def _meaning(field: Field[object], language: Language) -> str:
    """What a field means, and the words that may stand in it."""
    words = listed([word.pl if language == "pl" else word.en for word in field.kind.words])
    return f"{field.doc.in_(language)}: {words}" if words else field.doc.in_(language)


def documents(language: Language) -> str:
    """The fields of documents, type by type: their names in JSON, their Polish titles, what they hold."""
    header = [
        word.in_(language)
        for word in (
            Wording("Pole JSON", "JSON field"),
            Wording("Tytuł (w przypadku)", "Title (in a case)"),
            Wording("Wartość", "Value"),
        )
    ]
    parts = [Wording(_DOCUMENTS.pl, _DOCUMENTS.en).in_(language)]
    for type_ in RULED_TYPES:
        word = type_.word.pl if language == "pl" else type_.word.en
        rows = [[".".join(row.path), row.title, row.value.in_(language)] for row in field_rows(type_.kind)]
        parts += [f'## {word}: "type": "{type_.kind}"', _table(header, rows)]
    return _page(*parts)


def payments(language: Language) -> str:
    """The fields of payments and of the payer."""
    parts = [_PAYMENTS.in_(language), _leaf_table(Payment, language)]
    parts += [_PAYER.in_(language), _leaf_table(Payer, language)]
    return _page(*parts)


def _leaf_table(model: type[Record], language: Language) -> str:
    """The fields of a record with the titles and words of CSV files and cases."""
    rows = []
    for leaf in payment_leaves(model):
        words = ", ".join(f"{word.pl} ({word.en})" for word in leaf.field.kind.words)
        rows.append(
            [
                ".".join(leaf.path) + ("[]" if leaf.separator else ""),
                leaf.field.word.pl,
                words or leaf.field.kind.name.in_(language),
            ]
        )
    return _table([word.in_(language) for word in _FIELD_HEADER], rows)


_FIELD_HEADER = (
    Wording("Pole JSON", "JSON field"),
    Wording("Tytuł (CSV, przypadek)", "Title (CSV, case)"),
    Wording("Co wpisać (w JSON)", "What to write (in JSON)"),
)
_PAYMENTS = Wording(
    """# Płatności

Płatność to obiekt JSON (.json: jedna albo tablica, .jsonl: jedna w wierszu) albo wiersz pliku CSV, którego nagłówek ma
polskie tytuły z tabeli; pole rekordu w rekordzie nazywają oba tytuły: Podmiot NIP, Podatek Okres. W CSV i w przypadkach
kilka wartości (linie opisu, faktury) dzieli znak |. Wymagane są number, state i amount; [] to
w JSON lista. Czego płatność nie mówi o podmiocie, dopełnia kartoteka według jego kodu albo NIP.""",
    """# Payments

A payment is a JSON object (.json: one or an array, .jsonl: one a line) or a row of a CSV file whose header has the
Polish titles of the table; a field within a record is named by both: Podmiot NIP, Podatek Okres. In CSV and in cases
several values (lines of the description, invoices) are parted by |. Required are number, state and amount; [] is a
list in JSON. What a payment does not say of its payee is completed from the company's file by code or NIP.""",
)
_PAYER = Wording(
    """## Zleceniodawca: [Zleceniodawca] w przypadku

Przy eksporcie to firma z kartoteki i rachunek rejestru z jej sekcji [Rejestry].""",
    """## Payer: [Zleceniodawca] in a case

At export it is the company of the company's file and the account of the register from its section [Rejestry].""",
)
_DOCUMENTS = Wording(
    """# Dokumenty

Dokument to obiekt JSON; plik .json ma jeden albo tablicę, plik .jsonl jeden w wierszu. Kwoty zapisuje się z kropką,
najlepiej w cudzysłowie ("123.45"), daty jako RRRR-MM-DD. Gwiazdka oznacza pole wymagane, [] listę. Kategorię można
podać samym kodem. Pól, których dokument nie ma, po prostu się nie pisze. JSON Schema: dekret docs --schema. W przypadku
testowym te same pola wpisuje się po polsku, w sekcjach [Dokument], [Pozycje rejestru] i dalszych. Księguje się
dokumenty do rozliczeń włącznie; dalsze czytają reguły sprawdzania, mapy, wydruki, wymiana EDI i awiza.

Korekta ma "correction": true, numery dokumentów w corrected_numbers, a w pozycjach różnice: ilość, cena, netto i VAT
mówią, o ile się zmienia, rate to nowa stawka, before to stan sprzed korekty. Korekta danych ("correction_kind": "data")
kwot nie zmienia: jej pozycje mają quantity, net i vat "0", w before to, co zostaje; co poprawiono, mówi
correction_reason. Zbiorcza ("collective") wymienia w corrected_numbers wszystkie faktury, korekta kursu
("exchange_rate") ma quantity, net i vat "0", a różnice w net_pln i vat_pln.""",
    """# Documents

A document is a JSON object; a .json file has one or an array, a .jsonl file one in each line. Amounts have a point and
best stand in quotes ("123.45"), dates are YYYY-MM-DD. A star marks a required field, [] a list. A category may be given
by its code alone. Fields that a document does not have are left out. JSON Schema: dekret docs --schema. In a case the
same fields are written by their titles, in the sections [Dokument], [Pozycje rejestru] and so on. Documents up to
settlements are posted; the others are read by rules for documents, maps, printouts, EDI and despatch advices.

A correction has "correction": true, the numbers of documents in corrected_numbers, and differences in its positions:
quantity, price, net and VAT say what changes, rate is the new rate, before is what was. A correction of data
("correction_kind": "data") changes no amounts: its positions have quantity, net and vat "0" and in before what stays;
correction_reason says what is put right. A collective one ("collective") names all invoices in corrected_numbers; one
of the exchange rate ("exchange_rate") has quantity, net and vat "0", and the differences in net_pln and vat_pln.""",
)


def problem(found: Problem, language: Language) -> str:
    """One entry of the catalogue: the sentence, the remedy, a bad and a good example."""
    severity = SEVERITY_WORDS[found.severity].in_(language)
    bad = Wording("Źle:", "Wrong:").in_(language)
    good = Wording("Dobrze:", "Right:").in_(language)
    remedy = Wording("Rada:", "Help:").in_(language)
    return _page(
        f"## {found.id}",
        f"*{severity}* – {_blanked(found.message.in_(language))}",
        f"{remedy} {_blanked(found.remedy.in_(language))}",
        bad,
        _code(found.bad),
        good,
        _code(found.good),
    )


def problems(catalogue: Iterable[Problem], language: Language) -> str:
    """The whole catalogue."""
    title = Wording("# Katalog problemów", "# Catalogue of problems").in_(language)
    return _page(title, *(problem(found, language).rstrip() for found in catalogue))


_LONGEST = 2000
_FIELD = re.compile(r"\{(\w+)\}")


def _blanked(template: str) -> str:
    """The template of a sentence as an example of it: fields become dots."""
    return _FIELD.sub("…", template).replace("{{", "{").replace("}}", "}").strip()


def _code(text: str) -> str:
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return "```\n" + shown.rstrip("\n") + "\n```"


def _table(header: list[str], rows: list[list[str]]) -> str:
    return "\n".join(titled(header, [[cell_text(cell) for cell in row] for row in rows]))


def _page(*parts: str) -> str:
    return "\n\n".join(parts) + "\n"
