"""Messages with tags: which standard format reads them, and what is seen of field 86."""

import pytest

from bank_samples import TODAY
from dekret.bank.charsets import ISO_8859_2, LATIN_II, WINDOWS_1250
from dekret.bank.sniff.anonymous import anonymous
from dekret.bank.sniff.proposal import Proposal
from dekret.bank.sniff.sample import Sample
from dekret.bank.sniff.sniff import propose
from dekret.bank.sniff.writing import format_text

HEAD = ":20:MT940\n:25:/PL24101000000000123456789012\n:28C:7/1\n:60F:C260114PLN1000,00\n"
ITEM = ":61:2601150115D123,00NTRFNONREF//BR0001\n"
FOOT = ":62F:C260115PLN877,00\n-\n"
DETAILS = {
    "~": ":86:020~00PRZELEW\n~20Opłata za książkę\n~32Śnieżka S.A.\n~38PL61114020044000000000001234\n",
    "<": ":86:020<00PRZELEW<20Opłata za książkę<27Śnieżka S.A.\n<38PL61114020044000000000001234\n",
    "^": ":86:020^00PRZELEW^20Opłata za książkę\n^32Śnieżka S.A.^38PL61114020044000000000001234\n",
    "+": ":86:020+00PRZELEW+20Opłata za książkę\n+32Śnieżka S.A.+38PL61114020044000000000001234\n",
    "?": ":86:020?00PRZELEW?20Opłata za książkę\n?32Śnieżka S.A.?31PL61114020044000000000001234\n",
    ";": ":86:841 PRZELEW; TYT.: Opłata za książkę; OD: Śnieżka S.A.; TNR: 1234567890.010001\n",
    "/": ":86:/PT/FT/PY/Opłata za książkę/BE/Śnieżka S.A.\n",
    "": ":86:Opłata za książkę od Śnieżka S.A.\n",
}


def proposed(text, charset=WINDOWS_1250):
    found = propose(Sample("wyciag.sta", charset.encode(text.replace("\n", "\r\n"))), TODAY)
    assert isinstance(found, Proposal), found
    return found


@pytest.mark.parametrize(
    ("mark", "base"),
    [
        *((mark, "MT940") for mark in ("~", "<", "+", "?", "")),
        ("^", "MT940-BGZ"),
        (";", "MT940-BRE"),
        ("/", "MT940-CITI"),
    ],
)
def test_the_form_of_field_86_tells_the_format(mark, base):
    found = proposed(HEAD + ITEM + DETAILS[mark] + FOOT)
    assert found.base == base
    (form,) = (guess for guess in found.guesses if guess.what.pl == "postać pola 86")
    assert (form.check is None) == bool(mark)


@pytest.mark.parametrize("charset", [WINDOWS_1250, LATIN_II, ISO_8859_2])
def test_the_encoding_is_told_in_messages_too(charset):
    found = proposed(HEAD + (ITEM + DETAILS["~"]) * 3 + FOOT, charset)
    assert dict(found.general)["kodowanie"] == charset.word.pl


def test_framing_tells_more():
    blocks = "{1:F01BANKPLPWAXXX0000000000}{2:O9400000}{4:\n" + HEAD + ITEM + FOOT.replace("-\n", "-}\n")
    assert proposed(blocks).base == "MT940-BGZ"
    assert proposed("\x01\n" + HEAD + ITEM + DETAILS[";"] + FOOT.replace("-\n", "-\x03\n")).base == "MT940-BRE"
    interim = ":20:1\n:25:PL1\n:28C:1/1\n:34F:PLN0,\n:13D:2601151200+0100\n" + ITEM + DETAILS["~"] + ":90D:1PLN123,00\n"
    assert proposed(interim).base == "MT942"


def test_the_format_says_what_it_is_based_on():
    found = proposed(HEAD + ITEM + DETAILS["~"] + FOOT)
    text = format_text(found, "MOJ", "wyciag.sta", TODAY)
    assert "na podstawie = MT940\n" in text
    assert "[Pozycje]" not in text


@pytest.mark.parametrize("mark", ["~", "<", "^", "?", ";"])
def test_messages_are_made_anonymous(mark):
    found = proposed(HEAD + ITEM + DETAILS[mark] + FOOT)
    text = "\n".join(anonymous(found).lines)
    for told in ("24101000000000123456789012", "61114020044000000000001234", "Śnieżka", "książkę"):
        assert told not in text
    assert ":61:2601150115D123,00" in text
