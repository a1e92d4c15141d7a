"""Problems of KSeF invoices that are read with their lines (FaWiersz)."""

from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

_SALE = """<Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/">
 <Podmiot1><DaneIdentyfikacyjne><NIP>5580730219</NIP><Nazwa>Bursztyn</Nazwa></DaneIdentyfikacyjne></Podmiot1>
 <Podmiot2><DaneIdentyfikacyjne><NIP>6736819308</NIP><Nazwa>Aloza</Nazwa></DaneIdentyfikacyjne></Podmiot2>
 <Fa><KodWaluty>PLN</KodWaluty><P_1>2026-03-05</P_1><P_2>FV/12/2026</P_2>
  <P_13_1>100</P_13_1><P_14_1>23</P_14_1><P_15>123</P_15><RodzajFaktury>VAT</RodzajFaktury>
  <FaWiersz><NrWierszaFa>1</NrWierszaFa><P_7>kubki</P_7><P_11>100</P_11><P_12>23</P_12></FaWiersz></Fa>
</Faktura>
"""
NO_POSITIONS = Problem(
    "ksef/no-positions",
    Wording(
        "Z pozycji faktury KSeF (FaWiersz) nie da się złożyć jej kwot: {why}.",
        "The lines of the KSeF invoice (FaWiersz) do not make up its amounts: {why}.",
    ),
    Wording(
        "Taka faktura jest tylko zapisem rejestru VAT; drukuje ją program, który ją wystawił.",
        "Such an invoice is an entry of the VAT register alone; the program that issued it prints it.",
    ),
    bad="wydruk FAKTURA-VAT: " + _SALE.replace("<P_11>100<", "<P_11>90<"),
    good="wydruk FAKTURA-VAT: " + _SALE,
)
PROBLEMS = (NO_POSITIONS,)
