"""Encodings of bank files: every Polish letter in every one, and what becomes of the letters that have no place."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.bank.charsets import CHARSETS, FLAT, ISO_8859_2, LATIN_II, MAZOVIA, UTF8, WINDOWS_1250, flat_form
from dekret.syntax.cells import choice
from dekret.text.wording import Wording

ALL = pytest.mark.parametrize("charset", CHARSETS.values(), ids=lambda charset: charset.word.pl)
PAGES = (MAZOVIA, WINDOWS_1250, LATIN_II, ISO_8859_2, UTF8, FLAT)
LETTERS = """
ą 86 B9 A5 B1 C485 a
ć 8D E6 86 E6 C487 c
ę 91 EA A9 EA C499 e
ł 92 B3 88 B3 C582 l
ń A4 F1 E4 F1 C584 n
ó A2 F3 A2 F3 C3B3 o
ś 9E 9C 98 B6 C59B s
ź A6 9F AB BC C5BA z
ż A7 BF BE BF C5BC z
Ą 8F A5 A4 A1 C484 A
Ć 95 C6 8F C6 C486 C
Ę 90 CA A8 CA C498 E
Ł 9C A3 9D A3 C581 L
Ń A5 D1 E3 D1 C583 N
Ó A3 D3 E0 D3 C393 O
Ś 98 8C 97 A6 C59A S
Ź A0 8F 8D AC C5B9 Z
Ż A1 AF BD AF C5BB Z
""".strip().splitlines()


@pytest.mark.parametrize("row", LETTERS)
def test_a_polish_letter_has_its_byte_in_every_charset(row):
    letter, *wanted, flat = row.split()
    for charset, byte in zip(PAGES[:-1], wanted, strict=True):
        assert charset.encode(letter) == bytes.fromhex(byte), charset.word
        assert charset.decode(bytes.fromhex(byte)) == letter
        assert charset.holds(letter) is None
        assert charset.simplified(letter) == letter
    assert FLAT.encode(letter) is None
    assert FLAT.holds(letter) == 0
    assert FLAT.simplified(letter) == flat


def test_mazovia_has_a_character_for_every_byte_and_a_byte_for_every_character():
    text = MAZOVIA.decode(bytes(range(256)))
    assert len(set(text)) == 256
    assert MAZOVIA.encode(text) == bytes(range(256))


def test_mazovia_is_cp437_but_for_seventeen_letters():
    every = bytes(range(256))
    other = [byte for byte, a, b in zip(every, MAZOVIA.decode(every), every.decode("cp437"), strict=True) if a != b]
    assert bytes(other).hex(" ") == "86 8d 8f 90 91 92 95 98 9c 9e a0 a1 a3 a4 a5 a6 a7"


@pytest.mark.parametrize(
    ("charset", "codec"),
    [(WINDOWS_1250, "cp1250"), (LATIN_II, "cp852"), (ISO_8859_2, "iso8859-2"), (UTF8, "utf-8"), (FLAT, "ascii")],
)
def test_a_charset_agrees_with_python_on_every_character_and_byte(charset, codec):
    for code in (*range(0xFEFF), *range(0xFF00, 0x10000), 0x1F600):
        character = chr(code)
        encoded = character.encode(codec, errors="ignore")
        assert charset.encode(character) == (encoded or None)
        assert charset.holds(character) == (None if encoded else 0)
    for byte in range(256 if charset is not UTF8 else 0):
        wanted = bytes([byte]).decode(codec, errors="replace")
        if wanted != "\ufffd":
            assert charset.decode(bytes([byte])) == wanted


@pytest.mark.parametrize(
    ("charset", "data", "offset"),
    [
        (WINDOWS_1250, b"abc\x81", 3),
        (WINDOWS_1250, b"\xb9\x98", 1),
        (FLAT, b"ab\xb9", 2),
        (UTF8, b"ab\xb9", 2),
        (UTF8, b"\xef\xbb\xbfab\xb9", 5),
    ],
)
def test_the_first_bad_byte_is_told(charset, data, offset):
    with pytest.raises(UnicodeDecodeError) as told:
        charset.decode(data)
    assert told.value.start == offset


def test_utf8_is_read_with_and_without_byte_order_mark_and_written_without():
    assert UTF8.decode(b"\xef\xbb\xbf\xc5\xbc") == UTF8.decode(b"\xc5\xbc") == "ż"
    assert UTF8.encode("ż") == b"\xc5\xbc"
    assert (UTF8.encode("ż\ufeff"), UTF8.holds("ż\ufeff"), UTF8.simplified("ż\ufeff")) == (None, 1, "ż")


@ALL
def test_a_record_of_ascii_is_its_own_bytes_line_end_and_tab_as_well(charset):
    record = '110,"a|b"\t~20\r\n'
    assert charset.encode(record) == record.encode()
    assert charset.decode(record.encode()) == record
    assert charset.simplified(record) is record


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Müller & Søn, Straße", "Muller & Son, Strasse"),
        ("Đorđe, Æsop, œuvre, Þór, ǅ", "Dorde, AEsop, oeuvre, THor, Dz"),
        ("„a” «b» ‘c’", '"a" "b" \'c\''),
        ("1–2—3‑4−5…", "1-2-3-4-5..."),
        ("a\xa0b\u2009c\u202fd\u3000e", "a b c d e"),
        ("fak\xadtu\u200bra\ufeff", "faktura"),
        ("ﬁrma № 5 m²", "firma No 5 m2"),
        (normalize("NFD", "Zażółć gęślą"), "Zazolc gesla"),
        ("５", "5"),
    ],
)
def test_flat_forms(text, plain):
    assert FLAT.simplified(text) == plain


@pytest.mark.parametrize(("text", "offset"), [("5 €", 2), ("½", 0), ("Ωmega", 0), ("a漢", 1), ("a；b", 1), ("😀", 0)])
def test_what_has_no_flat_form_stays_and_is_told(text, offset):
    assert FLAT.simplified(text) == text
    assert FLAT.holds(text) == offset


def test_what_a_page_holds_is_left_alone():
    assert WINDOWS_1250.simplified("„Łódź” – 5 €, crème") == "„Łódź” – 5 €, creme"
    assert ISO_8859_2.simplified("„Łódź” – Müller") == '"Łódź" - Müller'
    assert MAZOVIA.simplified("Łódź å") == "Łódź a"


@pytest.mark.parametrize("charset", PAGES[:-2], ids=lambda charset: charset.word.pl)
def test_letters_and_marks_that_stand_apart_are_joined(charset):
    assert charset.simplified(normalize("NFD", "zażółć")) == "zażółć"


def test_forms_are_ascii_or_the_character_itself():
    for code in range(0x20000):
        form = flat_form(chr(code))
        assert form.isascii() or form == chr(code)


texts = st.text(st.one_of(st.sampled_from("ąćęłńóśźżĄŻßæø„”–…\xa0\xadabc 1,\u0328"), st.characters()), max_size=40)


@ALL
@given(text=texts)
def test_what_is_encoded_reads_back(charset, text):
    plain = charset.simplified(text)
    data = charset.encode(plain)
    assert (data is None) == (charset.holds(plain) is not None)
    if data is not None:
        assert charset.decode(data) == plain
    assert charset.simplified(plain) == plain


@given(texts)
def test_flat_is_ascii_or_says_where_it_is_not(text):
    plain = FLAT.simplified(text)
    assert plain.isascii() or not plain[FLAT.holds(plain)].isascii()
    assert plain.isascii() == (FLAT.encode(plain) is not None)


@pytest.mark.parametrize(
    ("written", "charset"),
    [
        ("Windows (1250)", WINDOWS_1250),
        ("windows-1250", WINDOWS_1250),
        ("cp1250", WINDOWS_1250),
        ("LATIN II", LATIN_II),
        ("852", LATIN_II),
        ("iso-8859-2", ISO_8859_2),
        ("mazovia", MAZOVIA),
        ("utf-8", UTF8),
        ("Flat", FLAT),
    ],
)
def test_spellings(written, charset):
    assert choice(Wording("kodowanie", "encoding"), CHARSETS).read(written).value is charset


def test_no_spelling_means_two_charsets():
    for word in CHARSETS:
        for form in (word.pl, word.en, *word.also):
            assert [other for other in CHARSETS if other.is_(form)] == [word]
