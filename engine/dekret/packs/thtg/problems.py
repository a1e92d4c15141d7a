"""Problems of contractors and invoices of the THTG Integrator (000:59–132)."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_PERSON = '{"kind": "client", "id": 3123, "name": "Anna Sowa", "pesel": "90021512347", "modified": "2026-03-05"}'
_GOOD = f"kontrahenci: [{_PERSON}]\n"
_ONE = """{"number": "FV/7/2026", "issueDate": "2026-03-05",
  "contractor": {"kind": "contractor", "id": 3121, "name": "Aloza sp. z o.o.", "taxId": "6736819308"},
  "items": [{"account": "501-432", "vatRate": "23", "net": "100.00", "gross": "123.00"}]}"""
_COST = f"""faktury: {{"costs": [{_ONE}]}}
"""

SEVERAL_FOUND = Problem(
    "thtg/several-found",
    Wording(
        "{code}: numery NIP i PESEL prowadzą do różnych kontrahentów: {codes}.",
        "{code}: the numbers NIP and PESEL lead to different contractors: {codes}.",
    ),
    Wording(
        "Popraw numery w Integratorze albo połącz kontrahentów w Optimie: nie wiadomo, który jest właściwy.",
        "Correct the numbers in the Integrator, or join the contractors in Optima: nobody knows which is meant.",
    ),
    bad=_GOOD.replace('"modified"', '"taxId": "6736819308", "modified"'),
    good=_GOOD,
)
CODE_TAKEN = Problem(
    "thtg/code-taken",
    Wording(
        "Kod {code} ma w Optimie kontrahent z innym NIP i PESEL.",
        "In Optima a contractor with another NIP and PESEL has the code {code}.",
    ),
    Wording(
        "Numer zmieniono w Integratorze albo w Optimie; popraw go tam, gdzie jest zły.",
        "The number was changed in the Integrator or in Optima; correct it where it is wrong.",
    ),
    bad=_GOOD.replace("90021512347", "91072012343"),
    good=_GOOD,
)
INVOICE_TWICE = Problem(
    "thtg/invoice-twice",
    Wording(
        "Faktura {number} (kontrahent {code}) jest w tych plikach drugi raz.",
        "The invoice {number} of {code} is among these files for the second time.",
    ),
    Wording(
        "Usuń jedną z nich: zaksięgowana dwa razy byłaby dwa razy w VAT. Resztę zapisze opcja --keep-going.",
        "Remove one: posted twice, it would be twice in VAT. --keep-going writes the rest.",
    ),
    bad=_COST.replace(_ONE, f"{_ONE}, {_ONE}"),
    good=_COST,
)
CONTRACTOR_TWICE = Problem(
    "thtg/contractor-twice",
    Wording(
        "Kontrahent {code} jest w tych plikach drugi raz; karta powstaje raz, z danych pierwszego.",
        "The contractor {code} is among these files for the second time; its card has the data of the first.",
    ),
    Wording("Zostaw w plikach ten z aktualnymi danymi.", "Leave the one with the current data in the files."),
    bad=_GOOD.replace("]", f", {_PERSON}]"),
    good=_GOOD,
    severity=Severity.WARNING,
)
TO_CREATE = Problem(
    "thtg/to-create",
    Wording(
        "Kontrahenta {name} nie ma w kartotece; faktura dostaje kod {code}.",
        "{name} is not on file; the invoice gets the code {code}.",
    ),
    Wording(
        "Wyślij najpierw kontrahentów: dekret thtg contractors.", "Send the contractors first: dekret thtg contractors."
    ),
    bad=_COST.replace("6736819308", "4642621295"),
    good=_COST,
    severity=Severity.INFO,
)
NO_CATEGORIES = Problem(
    "thtg/no-categories",
    Wording(
        "{number}, pozycja {line}: konta {account} nie ma w planie kont {plan}, więc pozycja nie ma kategorii.",
        "{number}, line {line}: the account {account} is not in the chart {plan}, so the line has no categories.",
    ),
    Wording(
        "Plan kont w Optimie i Integratorze musi być identyczny: dopisz konto albo popraw dekretację w EOD.",  # 000:132
        "The charts of Optima and the Integrator have to be the same: add it, or correct the Integrator's.",  # 000:132
    ),
    bad=_COST.replace("501-432", "501-499"),
    good=_COST,
    severity=Severity.WARNING,
)
SEVERAL_SPLITS = Problem(
    "thtg/several-splits",
    Wording(
        "{number}, pozycja {line}: konto {account} można podzielić na kilka sposobów, więc pozycja nie ma kategorii.",
        "{number}, line {line}: the account {account} can be split in several ways, so the line has no categories.",
    ),
    Wording(
        "Usuń z planu kont to, które nie jest używane, albo wpisz kategorie ręcznie.",
        "Remove the account that is not used from the chart, or write the categories by hand.",
    ),
    bad=_COST.replace("501-432", "501-432-01-402"),
    good=_COST,
    severity=Severity.WARNING,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
