"""Problems of templates: what the check finds in them, and why one stopped over a record."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording


def _file(body: str, *, header: str = "", kind: str = "HTML", more: str = "") -> str:
    """A template of an invoice with this body; `more` are further files."""
    return (
        f'=== wydruk.szablon\n{{#\nszablon "WYDRUK-PROBNY"\n\n[Ogólne]\nnazwa = Próba\nrodzaj = {kind}\n'
        f"rekord = faktura\n{header}#}}\n{body}\n{more}"
    )


def _part(body: str, kind: str = "HTML") -> str:
    return f'=== czesc.szablon\n{{#\nszablon "CZESC"\n\n[Ogólne]\nnazwa = Część\nrodzaj = {kind}\n#}}\n{body}\n'


_DIALOG = "\n[Parametry]\n| Nazwa | Postać | Domyślnie |\n|-------|--------|-----------|\n"
_GOOD = _file("{{ faktura.numer }}")

UNKNOWN_PICTURE = Problem(
    "template/unknown-picture",
    Wording("Nie ma postaci „{picture}”.", "There is no picture '{picture}'."),
    Wording(
        "Postać to s20 (tekst), n14.2 (liczba), D10 (data), X (pole wyboru) albo O(Polska:1\\|Unia:2).",
        "A picture is s20 (text), n14.2 (number), D10 (date), X (check box) or O(Poland:1\\|EU:2).",
    ),
    bad=_file("{{ faktura.numer }}", header=_DIALOG + "| Rynek | z20    |           |\n"),
    good=_file("{{ parametry.rynek }}", header=_DIALOG + "| Rynek | s20    |           |\n"),
)
PARAMETER_NAME = Problem(
    "template/parameter-name",
    Wording(
        "Parametr „{name}” nie ma w szablonie własnej nazwy („{short}”).",
        "The parameter '{name}' has no name of its own in the template ('{short}').",
    ),
    Wording(
        "Zmień nazwę: litery, cyfry i spacje, każda inna.", "Change the name: letters, digits, blanks, each another."
    ),
    bad=_file("{{ faktura.numer }}", header=_DIALOG + "| Rynek | s20 | |\n| rynek | s20 | |\n"),
    good=_file("{{ faktura.numer }}", header=_DIALOG + "| Rynek | s20 | |\n| Rynek 2 | s20 | |\n"),
)
BAD_DEFAULT = Problem(
    "template/bad-default",
    Wording(
        "Wartość domyślna „{text}” nie pasuje: ma to być {wanted}.",
        "The default '{text}' does not fit: it is {wanted}.",
    ),
    Wording("Popraw kolumnę Domyślnie albo Postać.", "Correct the column Domyślnie or Postać."),
    bad=_file("{{ faktura.numer }}", header=_DIALOG + "| Kopii | n3 | dwie |\n"),
    good=_file("{{ faktura.numer }}", header=_DIALOG + "| Kopii | n3 | 2 |\n"),
)
_ASKED = _DIALOG.replace("Domyślnie", "Wymagany")
REQUIRED_WHEN = Problem(
    "template/required-when",
    Wording(
        "Kolumna Wymagany: parametru „{name}” nie ma powyżej albo nie może mieć tej wartości.",
        "The column Wymagany: there is no parameter '{name}' above, or it cannot have this value.",
    ),
    Wording(
        "Wpisz tak, nie albo warunek na wcześniejszy parametr, np. Rynek = inne państwa.",
        "Write tak, nie, or a condition on a parameter above, as Rynek = inne państwa.",
    ),
    bad=_file(
        "{{ faktura.numer }}",
        header=_ASKED + "| Rynek | O(kraj:kraj\\|inne:inne) | tak |\n| Inne | s20 | Rynek = UE |\n",
    ),
    good=_file(
        "{{ faktura.numer }}",
        header=_ASKED + "| Rynek | O(kraj:kraj\\|inne:inne) | tak |\n| Inne | s20 | Rynek = inne |\n",
    ),
)
NO_HEADER = Problem(
    "template/no-header",
    Wording(
        "Szablon nie zaczyna się od nagłówka w komentarzu: brakuje {missing}.",
        "The template does not begin with its header in a comment: {missing} is missing.",
    ),
    Wording(
        'Zacznij plik od wiersza {{#, potem szablon "SYMBOL" i [Ogólne], a zakończ nagłówek wierszem #}}.',
        'Begin the file with a line {{#, then szablon "SYMBOL" and [Ogólne], and end the header with a line #}}.',
    ),
    bad=_GOOD.replace("{#\n", "").replace("#}\n", ""),
    good=_GOOD,
)
SYNTAX = Problem(
    "template/syntax",
    Wording("Szablonu nie można odczytać: {reason}.", "The template cannot be read: {reason}."),
    Wording(
        "Popraw zapis; znaczniki to {{{{ wartość }}}}, {{% if … %}}, {{% for … %}}, każdy z zakończeniem.",
        "Correct it; there are {{{{ value }}}}, {{% if … %}}, {{% for … %}}, each with its end.",
    ),
    bad=_file("{% for p in faktura.pozycje %}{{ p.nazwa }}"),
    good=_file("{% for p in faktura.pozycje %}{{ p.nazwa }}{% endfor %}"),
)
UNKNOWN_NAME = Problem(
    "template/unknown-name",
    Wording("Nie ma tu nazwy „{name}”.", "There is no name '{name}' here."),
    Wording(
        "{advice}Są: {known}. Nazwa z {{% set %}} musi powstać w każdej gałęzi {{% if %}}.",
        "{advice}There are: {known}. A name of {{% set %}} has to be made in every branch of {{% if %}}.",
    ),
    bad=_file("{{ fatura.numer }}"),
    good=_GOOD,
)
UNKNOWN_FIELD = Problem(
    "template/unknown-field",
    Wording("{what} nie ma pola „{name}”.", "{what} has no field '{name}'."),
    Wording("{advice}Są: {known}.", "{advice}There are: {known}."),
    bad=_file("{{ faktura.numerek }}"),
    good=_GOOD,
)
UNKNOWN_FILTER = Problem(
    "template/unknown-filter",
    Wording("Nie ma filtra „{name}”.", "There is no filter '{name}'."),
    Wording("{advice}Filtry: {known}.", "{advice}Filters: {known}."),
    bad=_file("{{ faktura.do_zaplaty|kwotta }}"),
    good=_file("{{ faktura.do_zaplaty|kwota }}"),
)
UNKNOWN_TEST = Problem(
    "template/unknown-test",
    Wording("Nie ma testu „{name}”.", "There is no test '{name}'."),
    Wording("{advice}Testy: {known}.", "{advice}Tests: {known}."),
    bad=_file("{% if faktura.kurs is nono %}x{% endif %}"),
    good=_file("{% if faktura.kurs is none %}x{% endif %}"),
)
UNKNOWN_TEMPLATE = Problem(
    "template/unknown-template",
    Wording("Nie ma szablonu „{name}”.", "There is no template '{name}'."),
    Wording(
        "{advice}Części wstawia się po symbolu, nie po nazwie pliku. Są: {known}.",
        "{advice}Parts are named by their symbols, not by files. There are: {known}.",
    ),
    bad=_file('{% include "../haslo.txt" %}'),
    good=_file('{% include "CZESC" %}', more=_part("{{ faktura.numer }}")),
)
OTHER_KIND = Problem(
    "template/other-kind",
    Wording(
        "Szablon {name} jest rodzaju {kind}, a ten {own}.", "The template {name} is of the kind {kind}, this one {own}."
    ),
    Wording(
        "Wstawiaj części tego samego rodzaju: inne nie są tak samo zabezpieczone.",
        "Use parts of the same kind: others are not escaped alike.",
    ),
    bad=_file('{% include "CZESC" %}', more=_part("{{ faktura.numer }}", "tekst")),
    good=_file('{% include "CZESC" %}', more=_part("{{ faktura.numer }}")),
)
FILTER_ARGUMENTS = Problem(
    "template/filter-arguments",
    Wording("Filtr {name}: {reason}.", "Filter {name}: {reason}."),
    Wording("Argumenty filtra: {known}.", "Arguments of the filter: {known}."),
    bad=_file('{{ faktura.data_wystawienia|data("MM/RR") }}'),
    good=_file('{{ faktura.data_wystawienia|data("RRRR-MM-DD") }}'),
)
WRONG_KIND = Problem(
    "template/wrong-kind",
    Wording("{what}: tu jest {given}, a ma być {wanted}.", "{what}: here is {given}; it has to be {wanted}."),
    Wording(
        "Użyj innego pola albo filtra („dekret docs szablony”).",
        "Use another field or filter ('dekret docs szablony').",
    ),
    bad=_file("{{ faktura.numer|kwota }}"),
    good=_file("{{ faktura.do_zaplaty|kwota }}"),
)
MAY_BE_MISSING = Problem(
    "template/may-be-missing",
    Wording("„{name}” może nie mieć wartości.", "'{name}' may have no value."),
    Wording(
        "Obejmij to warunkiem: {{% if {name} %}} … {{% endif %}}.", "Put it within {{% if {name} %}} … {{% endif %}}."
    ),
    bad=_file("{{ faktura.odbiorca.nazwa }}"),
    good=_file("{% if faktura.odbiorca %}{{ faktura.odbiorca.nazwa }}{% endif %}"),
)
NOT_PRINTABLE = Problem(
    "template/not-printable",
    Wording("Tego nie można wydrukować wprost: {what}.", "This cannot be printed as it is: {what}."),
    Wording(
        "Wybierz pole rekordu, przejdź listę {{% for %}} albo użyj filtra tak_nie.",
        "Choose a field of the record, go over the list with {{% for %}}, or use the filter tak_nie.",
    ),
    bad=_file("{{ faktura.pozycje }}"),
    good=_file("{% for p in faktura.pozycje %}{{ p.nazwa }}{% endfor %}"),
)
UNFORMATTED = Problem(
    "template/unformatted",
    Wording("{what} bez filtra: wydrukuje się {example}.", "{what} without a filter: {example} will be printed."),
    Wording("Dopisz filtr: |{filter}.", "Add a filter: |{filter}."),
    bad=_file("{{ faktura.do_zaplaty }}"),
    good=_file("{{ faktura.do_zaplaty|kwota(faktura.waluta) }}"),
    severity=Severity.WARNING,
)
COUNTS = Problem(
    "template/counts",
    Wording(
        "Szablon nie liczy: „{operator}” jest tu niedozwolone.",
        "A template counts nothing: '{operator}' is not allowed.",
    ),
    Wording(
        "Gotowe sumy i kwoty daje rekord; + i - są tylko dla liczb całkowitych, teksty łączy ~.",
        "The record holds sums and amounts; + and - are for whole numbers alone, ~ joins texts.",
    ),
    bad=_file("{% for p in faktura.pozycje %}{{ (p.netto + p.vat)|kwota }}{% endfor %}"),
    good=_file("{% for p in faktura.pozycje %}{{ p.brutto|kwota }}{% endfor %}"),
)
FLOAT = Problem(
    "template/float",
    Wording("Liczba {text} byłaby zmiennoprzecinkowa.", "The number {text} would be a float."),
    Wording(
        "Kwoty daje rekord; w szablonie pisz liczby całkowite albo teksty.",
        "The record holds amounts; write whole numbers or texts.",
    ),
    bad=_file("{{ 1.5|kwota }}"),
    good=_file("{{ 2|kwota }}"),
)
NOT_ALLOWED = Problem(
    "template/not-allowed",
    Wording("Tego szablonowi nie wolno: {what}.", "A template must not do this: {what}."),
    Wording("{advice}", "{advice}"),
    bad=_file("{{ ''.__class__ }}"),
    good=_GOOD,
)
MACRO_ARGUMENTS = Problem(
    "template/macro-arguments",
    Wording("Makro {name}: {reason}.", "Macro {name}: {reason}."),
    Wording("Makro przyjmuje: {known}.", "The macro takes: {known}."),
    bad=_file("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}"),
    good=_file('{% macro m(a) %}{{ a }}{% endmacro %}{{ m("x") }}'),
)
ENDLESS = Problem(
    "template/endless",
    Wording("Szablon {name} wstawia sam siebie.", "The template {name} includes itself."),
    Wording("Usuń jedno z wstawień.", "Remove one of the includes."),
    bad=_file('{% include "CZESC" %}', more=_part('{% include "CZESC" %}')),
    good=_file('{% include "CZESC" %}', more=_part("{{ faktura.numer }}")),
)
PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
