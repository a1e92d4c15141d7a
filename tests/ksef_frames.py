"""What stands around the lines of a KSeF sale, so that tests say no more than the lines and the sums."""

from dekret.intake.ksef import Reading, read_ksef
from dekret.intake.received import Received

OWN = "5580730219"
WITH_LINES = Reading(None, OWN, positions=True)
SALE = """<Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/">
 <Podmiot1><DaneIdentyfikacyjne><NIP>5580730219</NIP><Nazwa>Bursztyn</Nazwa></DaneIdentyfikacyjne></Podmiot1>
 <Podmiot2><DaneIdentyfikacyjne><NIP>6736819308</NIP><Nazwa>Aloza</Nazwa></DaneIdentyfikacyjne></Podmiot2>
 <Fa><KodWaluty>{currency}</KodWaluty><P_1>2026-03-05</P_1><P_2>FS/12/2026</P_2>{sums}
  <Adnotacje>{notes}</Adnotacje><RodzajFaktury>{kind}</RodzajFaktury>{lines}</Fa>
</Faktura>
"""


def sale(sums, lines, *, kind="VAT", notes="", currency="PLN"):
    """The text of an invoice."""
    return SALE.format(sums=sums, lines=lines, kind=kind, notes=notes, currency=currency)


def read(sums, lines, how=WITH_LINES, **more):
    """What is read of an invoice."""
    return read_ksef("x.xml", sale(sums, lines, **more).encode(), how)


def elements(values):
    """Elements written `P_7 kubki; P_11 100`."""
    return "".join("<{0}>{1}</{0}>".format(*each.split(" ", 1)) for each in values.split("; "))


def line(values, number=1):
    """A line of elements."""
    return f"<FaWiersz><NrWierszaFa>{number}</NrWierszaFa>{elements(values)}</FaWiersz>"


def lines_of(*lines, numbers=None):
    """Lines, numbered through where their numbers are not given."""
    return "".join(line(each, number) for number, each in zip(numbers or range(1, 1 + len(lines)), lines, strict=True))


def invoice(sums, *lines, numbers=None, how=WITH_LINES, **more):
    """The document of an invoice of such sums and lines."""
    found = read(sums, lines_of(*lines, numbers=numbers), how, **more)
    assert isinstance(found, Received), [each.message.en for each in found.diagnostics]
    return found.document
