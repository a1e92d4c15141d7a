"""Speed of rules for documents, beside the same rules written by hand in Python.

python tests/benchmarks/validation.py

Twelve rules, five of them over positions, on invoices of three positions: all in order, and with one finding in ten.
Both sides get the same records in memory and give the same findings; reading files is not measured.
"""

from collections.abc import Callable, Iterator
from datetime import date

from measure import in_turn, seconds

from dekret import api
from dekret.documents.document_types import SALE_INVOICE
from dekret.model.faults import read_document
from dekret.model.invoices import SaleInvoice
from dekret.text.source import Source
from dekret.validation.compile import Validation
from dekret.values.gs1 import is_gtin

DOCUMENTS = 2_000
RULES = """reguly "MIARA"
[Nagłówek]
nazwa = Miara
typ = Faktury sprzedaży
[Reguły]
| Kod | Dla | Jeżeli | Warunek | Poziom | Komunikat |
| NAZWA | | | @NazwaPodmiotu <> '' | błąd | Brak nazwy |
| NIP | | @KrajPodmiotu = 'PL' | @NipPodmiotu <> '' | błąd | Brak NIP |
| GLN | | | @GlnPodmiotu <> '' | błąd | Kontrahent {@KodPodmiotu} bez GLN |
| NUMER | | | LEN(@Dokument) <= 16 | błąd | Numer ma {LEN(@Dokument)} znaków |
| WALUTA | | | @Waluta = 'PLN' | błąd | Waluta {@Waluta} |
| NETTO | | | @LiczonaOd = 'netto' | błąd | Od {@LiczonaOd} |
| TERMIN | każda płatność | | @TerminPlatnosci >= @DataWystawienia | błąd | Termin {@TerminPlatnosci} |
| FORMA | każda płatność | | @FormaPlatnosci = 'przelew' | błąd | Forma {@FormaPlatnosci} |
| EAN | każda pozycja | | @EanTowaru <> '' | błąd | {@Lp}: towar {@KodTowaru} bez EAN |
| EANC | każda pozycja | @EanTowaru <> '' | ISEAN(@EanTowaru) = 1 | błąd | {@Lp}: EAN {@EanTowaru} |
| ILOSC | każda pozycja | | @PozIlosc > 0 | błąd | {@Lp}: ilość {@PozIlosc} |
| STAWKA | każda pozycja | | @StawkaPozycji IN ('23', '8', '5', '0', 'zw') | błąd | {@Lp}: stawka {@StawkaPozycji} |
"""


def by_hand(d: SaleInvoice) -> Iterator[tuple[str, int | None, str]]:
    """The same rules as a programmer writes them."""
    party = d.party
    if not party.name:
        yield "NAZWA", None, "Brak nazwy"
    if party.country == "PL" and not party.tax_id:
        yield "NIP", None, "Brak NIP"
    if not party.gln:
        yield "GLN", None, f"Kontrahent {party.code} bez GLN"
    if len(d.number) > 16:
        yield "NUMER", None, f"Numer ma {len(d.number)} znaków"
    if d.currency != "PLN":
        yield "WALUTA", None, f"Waluta {d.currency}"
    if d.algorithm != "net":
        yield "NETTO", None, "Od brutto"
    for number, payment in enumerate(d.payments, start=1):
        if payment.due_date is None or payment.due_date < d.issue_date:
            yield "TERMIN", number, f"Termin {payment.due_date}"
        if payment.method.casefold() != "przelew":
            yield "FORMA", number, f"Forma {payment.method}"
    for number, line in enumerate(d.positions, start=1):
        ean = line.goods.ean
        if not ean:
            yield "EAN", number, f"{number}: towar {line.goods.code} bez EAN"
        elif not is_gtin(ean):
            yield "EANC", number, f"{number}: EAN {ean}"
        if line.quantity <= 0:
            yield "ILOSC", number, f"{number}: ilość {line.quantity}"
        if line.rate not in ("23", "8", "5", "0", "zw"):
            yield "STAWKA", number, f"{number}: stawka {line.rate}"


def documents(*, wrong: int) -> list[SaleInvoice]:
    """Invoices; every so many of them has a position without an EAN."""
    made = []
    for number in range(DOCUMENTS):
        ean = "" if wrong and number % wrong == 0 else "2900000000018"
        data = {
            "type": "sale_invoice",
            "number": f"FS/{number}/2026",
            "issue_date": "2026-03-05",
            "party": {"code": "A", "name": "Aloza", "tax_id": "6736819308", "country": "PL", "gln": "5900000000015"},
            "payments": [{"method": "przelew", "due_date": "2026-03-19"}],
            "positions": [
                {"goods": {"code": f"T{place}", "ean": ean if place == 1 else "2900000000018"}, "rate": "23",
                 "net": "100.00", "vat": "23.00"}
                for place in range(3)
            ],
        }  # fmt: skip
        found = read_document(data)
        assert isinstance(found, SaleInvoice)
        made.append(found)
    return made


def findings(validate: Callable[[SaleInvoice], object], made: list[SaleInvoice]) -> Callable[[], object]:
    return lambda: [validate(each) for each in made]


def main() -> None:
    (checked,) = api.check_sources([Source("miara.reguly", RULES)]).rule_sets
    validation = Validation(checked, SALE_INVOICE, date(2026, 3, 31))
    for wrong, name in ((0, "nothing to find"), (10, "one finding in ten documents")):
        made = documents(wrong=wrong)
        for each in made[:20]:
            own = [(found.rule.code, found.part) for found in validation.validate(each)]
            assert own == [(code, part) for code, part, _ in by_hand(each)]
        own, peer = in_turn(findings(validation.validate, made), findings(lambda d: list(by_hand(d)), made))
        print(  # noqa: T201 - the result
            f"{name:<30} {DOCUMENTS / own:>9,.0f} documents/s  by hand {DOCUMENTS / peer:>9,.0f}  "
            f"ratio {own / peer:.2f}  ({seconds(own / DOCUMENTS)} a document)"
        )


if __name__ == "__main__":
    main()
