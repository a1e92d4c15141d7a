"""Problems of rules for documents, found by the check or on a document."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_HEAD = """reguly "FAKTURY"
[Nagłówek]
nazwa = Faktury zakupu
typ = Rejestr VAT zakupu
[Reguły]
"""
_COLUMNS = "| Kod | Dla | Jeżeli | Warunek | Poziom | Komunikat |\n|---|---|---|---|---|---|\n"
_TABLE = _HEAD + _COLUMNS
_RULE = "| NIP | dokument | @KrajPodmiotu = 'PL' | @NipPodmiotu <> '' | błąd | Brak NIP: {@NazwaPodmiotu} |\n"
_GOOD = _TABLE + _RULE
_TWO_TYPES = (
    _TABLE.replace("VAT zakupu", "VAT zakupu, Faktury zakupu")
    + "| ZERO | każda pozycja | | @Netto <> 0 AND @StawkaPozycji <> '' | błąd | Netto: {@NettoPozycji} |\n"
)
_DOCUMENT = """===
{"type": "vat_purchase", "number": "FZ/12/2026", "issue_date": "2026-03-05",
 "party": {"code": "ALOZA", "name": "Aloza sp. z o.o.", "country": "PL", "tax_id": "6736819308"},
 "elements": [{"rate": "23", "net": "100.00", "vat": "23.00"}]}
"""

NO_RULES = Problem(
    "validation/no-rules",
    Wording("Tabela reguł jest pusta.", "The table of rules is empty."),
    Wording("Dopisz wiersze: kod, warunek, poziom, komunikat.", "Add rows: code, condition, level, message."),
    bad=_TABLE,
    good=_GOOD,
)
UNCLOSED_BRACE = Problem(
    "validation/unclosed-brace",
    Wording("Ta klamra nie ma pary.", "This brace has no partner."),
    Wording(
        "Wyrażenie stoi między klamrami: {{@Netto}}; klamrę jako znak pisze się dwa razy: {{{{.",
        "An expression stands between braces: {{@Netto}}; a brace as a sign is written twice: {{{{.",
    ),
    bad=_GOOD.replace("{@NazwaPodmiotu}", "{@NazwaPodmiotu"),
    good=_GOOD,
)
EMPTY_BRACES = Problem(
    "validation/empty-braces",
    Wording("Między klamrami nie ma wyrażenia.", "There is no expression between the braces."),
    Wording("Wpisz makro albo wyrażenie: {{@Netto}}.", "Write a macro or an expression: {{@Netto}}."),
    bad=_GOOD.replace("{@NazwaPodmiotu}", "{}"),
    good=_GOOD,
)
NO_SUCH_PART = Problem(
    "validation/no-such-part",
    Wording(
        "Dokument typu {type} nie ma takich części: {part}.", "A document of type {type} has no such parts: {part}."
    ),
    Wording("Popraw kolumnę Dla albo typ w nagłówku.", "Correct the column 'Dla', or the type in the header."),
    bad=_GOOD.replace("| dokument |", "| każdy zapis |"),
    good=_GOOD,
)
OTHER_PART = Problem(
    "validation/other-part",
    Wording(
        "{name} ma wartość tylko dla części dokumentu: {part}, a reguła pyta tu o coś innego.",
        "{name} has a value for a part of the document alone: {part}; the rule asks about something else here.",
    ),
    Wording(
        "Wpisz w kolumnie Dla tę część (każda pozycja, żadna pozycja …) albo użyj makra całego dokumentu. "
        "Komunikat reguły o jakiejś części mówi o całym dokumencie.",
        "Write that part in the column 'Dla' ('każda pozycja', 'żadna pozycja' …), or use a macro of the whole "
        "document. The message of a rule on some part is about the whole document.",
    ),
    bad=_GOOD.replace("@NipPodmiotu <> ''", "@StawkaVat <> ''"),
    good=_GOOD.replace("| dokument |", "| każda pozycja |").replace("@NipPodmiotu <> ''", "@StawkaVat <> ''"),
)
SAME_FOR_EACH = Problem(
    "validation/same-for-each",
    Wording(
        "Reguła {code} jest dla części („{part}”), a pyta tylko o cały dokument: każda część da tę samą odpowiedź.",
        "The rule {code} asks about the whole document alone but is for '{part}': every part gives the same answer.",
    ),
    Wording(
        "Wpisz w kolumnie Dla „dokument”, a gdy chodzi o część, użyj jej makra (@StawkaPozycji, @KwotaPlatnosci).",
        "Write 'dokument' in the column 'Dla'; for a part, use a macro of it (@StawkaPozycji, @KwotaPlatnosci).",
    ),
    bad=_GOOD.replace("| dokument |", "| każda pozycja |"),
    good=_GOOD.replace("| dokument |", "| każda pozycja |").replace("@KrajPodmiotu = 'PL'", "@StawkaPozycji = 'oo'"),
    severity=Severity.WARNING,
)
TWO_MEANINGS = Problem(
    "validation/two-meanings",
    Wording(
        "Reguła {code}: {name} jest wartością pozycji ({part}), a dla innego typu całego dokumentu ({whole}).",
        "The rule {code}: {name} is of the position ({part}), and for another type of the whole document ({whole}).",
    ),
    Wording(
        "Użyj makra, które dla każdego typu znaczy to samo: @NettoPozycji, @VatPozycji; albo rozdziel reguły typów.",
        "Use a macro that means the same for every type: @NettoPozycji, @VatPozycji; or part the rules by type.",
    ),
    bad=_TWO_TYPES,
    good=_TWO_TYPES.replace("@Netto ", "@NettoPozycji "),
    severity=Severity.WARNING,
)
CODE_REPEATED = Problem(
    "validation/code-repeated",
    Wording("Kod {code} mają dwie reguły.", "Two rules have the code {code}."),
    Wording("Nadaj jednej z nich inny kod.", "Give one of them another code."),
    bad=_GOOD + "| NIP | dokument | | @NazwaPodmiotu <> '' | błąd | Brak nazwy |\n",
    good=_GOOD + "| NAZWA | dokument | | @NazwaPodmiotu <> '' | błąd | Brak nazwy |\n",
)
NO_SUCH_RULE = Problem(
    "validation/no-such-rule",
    Wording("Reguły {code} nie ma w [Reguły].", "There is no rule {code} in [Reguły]."),
    Wording(
        "{advice}[Po angielsku] tłumaczy reguły o tych samych kodach.",
        "{advice}[Po angielsku] translates rules of the same codes.",
    ),
    bad=_GOOD + "[Po angielsku]\n| Kod | Komunikat |\n|---|---|\n| NPI | No NIP: {@NazwaPodmiotu} |\n",
    good=_GOOD + "[Po angielsku]\n| Kod | Komunikat |\n|---|---|\n| NIP | No NIP: {@NazwaPodmiotu} |\n",
)
ENGLISH_REPEATED = Problem(
    "validation/english-repeated",
    Wording("Reguła {code} jest tu dwa razy.", "The rule {code} stands here twice."),
    Wording("Zostaw jeden z tych wierszy.", "Leave one of these rows."),
    bad=_GOOD + "[Po angielsku]\n| Kod | Komunikat |\n|---|---|\n| NIP | No NIP |\n| nip | No tax number |\n",
    good=_GOOD + "[Po angielsku]\n| Kod | Komunikat |\n|---|---|\n| NIP | No NIP |\n",
)
RULE_COVERED = Problem(
    "validation/rule-covered",
    Wording(
        "Reguła {code} nie mówi nic ponad regułę {other}: ma ten sam warunek.",
        "The rule {code} says nothing beyond the rule {other}: it has the same condition.",
    ),
    Wording("Usuń jedną z nich albo rozdziel kolumnę Jeżeli.", "Remove one of them, or part the column 'Jeżeli'."),
    bad=_GOOD + "| NIP-PLN | dokument | @KrajPodmiotu = 'PL' | @NipPodmiotu <> '' | błąd | Brak NIP |\n",
    good=_GOOD + "| NIP-DE | dokument | @KrajPodmiotu = 'DE' | @NipPodmiotu <> '' | błąd | Brak NIP |\n",
    severity=Severity.WARNING,
)
VALUE_NEVER = Problem(
    "validation/value-never",
    Wording("{name} nigdy nie jest '{value}'.", "{name} is never '{value}'."),
    Wording("Ma wartości: {known}.", "Its values are: {known}."),
    bad=_GOOD + "| KOR | dokument | | @CzyKorekta <> 'T' | błąd | Korekta |\n",
    good=_GOOD + "| KOR | dokument | | @CzyKorekta <> 'TAK' | błąd | Korekta |\n",
    severity=Severity.WARNING,
)
NEVER_APPLIES = Problem(
    "validation/never-applies",
    Wording("To nigdy nie zachodzi, więc reguły {code} nic nie dotyczy.", "This never holds: {code} is about nothing."),
    Wording(
        "Popraw kolumnę Jeżeli (OR zamiast AND?) albo usuń regułę.",
        "Correct 'Jeżeli' (OR for AND?), or remove the rule.",
    ),
    bad=_GOOD.replace("@KrajPodmiotu = 'PL'", "@KrajPodmiotu = 'PL' AND @KrajPodmiotu = 'DE'"),
    good=_GOOD,
    severity=Severity.WARNING,
)
ALWAYS_HOLDS = Problem(
    "validation/always-holds",
    Wording(
        "Ten warunek zachodzi zawsze, gdy pyta o niego reguła {code}.", "This always holds where {code} asks for it."
    ),
    Wording(
        "Popraw warunek albo usuń regułę: niczego nie sprawdza.",
        "Correct the condition, or remove the rule: it checks nothing.",
    ),
    bad=_GOOD.replace("@NipPodmiotu <> ''", "@KrajPodmiotu <> 'DE'"),
    good=_GOOD,
    severity=Severity.WARNING,
)
NEVER_HOLDS = Problem(
    "validation/never-holds",
    Wording(
        "Ten warunek nigdy nie zachodzi, gdy pyta o niego reguła {code}.", "This never holds where {code} asks for it."
    ),
    Wording(
        "Popraw warunek (OR zamiast AND?). Warunek mówi, co ma być prawdą, a nie co jest błędem.",
        "Correct the condition (OR for AND?). It says what has to be true, not what is wrong.",
    ),
    bad=_GOOD.replace("@NipPodmiotu <> ''", "@KrajPodmiotu = 'DE'"),
    good=_GOOD,
    severity=Severity.WARNING,
)
UNDECIDED = Problem(
    "validation/undecided",
    Wording(
        "{where}reguły {code} nie można rozstrzygnąć, bo nie ma wartości: {missing}.",
        "{where}the rule {code} cannot be decided: there is no value of {missing}.",
    ),
    Wording(
        "Uzupełnij dokument albo powiedz w regule, co wtedy: @Makro IS NOT NULL, ISNULL(@Makro, 0). "
        "Reguła mówi: {message}",
        "Complete the document, or say in the rule what then: @Macro IS NOT NULL, ISNULL(@Macro, 0). "
        "The rule says: {message}",
    ),
    bad=_GOOD
    + "| WPLYW | dokument | | @DataWplywu >= @DataWystawienia | błąd | Wpływ przed wystawieniem |\n"
    + _DOCUMENT,
    good=_GOOD
    + "| WPLYW | dokument | @DataWplywu IS NOT NULL | @DataWplywu >= @DataWystawienia | błąd | Wpływ za wcześnie |\n"
    + _DOCUMENT,
)
UNRULED = Problem(
    "validation/no-rules-for-type",
    Wording(
        "Dokumentu {number} nie sprawdzono: dla typu {type} nie ma tu reguł, które obowiązują {day}.",
        "The document {number} was not checked: there are no rules for {type} here that hold on {day}.",
    ),
    Wording(
        "Dodaj plik .reguly dla tego typu, sprawdź jego daty albo opcje --operation i --set.",
        "Add a .reguly file for this type, or see to its dates and to the options --operation and --set.",
    ),
    bad=_GOOD + _DOCUMENT.replace("vat_purchase", "vat_sale"),
    good=_GOOD + _DOCUMENT,
    severity=Severity.WARNING,
)
NO_OPERATION_RULES = Problem(
    "validation/no-rules-for-operation",
    Wording(
        "Nie wiadomo, czy dokument {number} nadaje się do operacji „{operation}”: dla typu {type} nie ma reguł tej "
        "operacji, które obowiązują {day}.",
        "It is not known whether {number} is fit for the operation '{operation}': there are no rules of it for {type} "
        "that hold on {day}.",
    ),
    Wording(
        "Podaj dokumenty, których operacja dotyczy, albo dodaj reguły z kluczem operacja = {operation}.",
        "Name documents that the operation is about, or add rules with the key 'operacja = {operation}'.",
    ),
    bad=_GOOD.replace("[Reguły]", "operacja = eksport EDI\n[Reguły]") + _DOCUMENT.replace("vat_purchase", "vat_sale"),
    good=_GOOD.replace("[Reguły]", "operacja = eksport EDI\n[Reguły]") + _DOCUMENT,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
