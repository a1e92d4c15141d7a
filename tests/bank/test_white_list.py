"""The white list of VAT taxpayers: hashes, masks, the search in a mapped file, and which payments have to be asked."""

import datetime as dt
import json
import tracemalloc
from decimal import Decimal
from hashlib import sha512

import pytest

from dekret.bank.white_list import Standing, WhiteList, digest, masked, needs_check
from dekret.errors import FileError
from dekret.model.payments import Payee, Payment
from dekret.values.identifiers import nip_of, nrb_of

DAY = dt.date(2024, 1, 2)
NIP = "5250000009"
NRB = "61114020044000000000001234"
MASK = "XX11402004YYYYXXXXXXXXXXXX"
OTHER_NIP = nip_of("113000001")
VIRTUAL = nrb_of("1140200", "4000000000009876")
ROUNDS = 7


def content(active=(), exempt=(), masks=(), rounds=ROUNDS, day="20240102"):
    return {
        "naglowek": {
            "dataGenerowaniaDanych": day,
            "liczbaTransformacji": str(rounds),
            "schemat": "RRRRMMDDNNNNNNNNNNBBBBBBBBBBBBBBBBBBBBBBBBBB",
        },
        "skrotyPodatnikowCzynnych": sorted(active),
        "skrotyPodatnikowZwolnionych": sorted(exempt),
        "maski": list(masks),
    }


def fillers(count, seed="x"):
    return [sha512(f"{seed}{number}".encode()).hexdigest() for number in range(count)]


def hash_of(nip=NIP, nrb=NRB, rounds=ROUNDS):
    return digest(DAY, nip, nrb, rounds)


SAMPLE = content(
    active=[hash_of(), *fillers(20)],
    exempt=[hash_of(OTHER_NIP, "XX114020044000XXXXXXXXXXXX"), *fillers(9, "y")],
    masks=["XX10200000YYYYXXXXXXXXXXXX", MASK],
)


def written(folder, value, **options):
    path = folder / "20240102.json"
    path.write_text(value if isinstance(value, str) else json.dumps(value, **options), encoding="utf-8")
    return path


def refused(path):
    """What opening a damaged file says; both languages name the file."""
    with pytest.raises(FileError) as told:
        WhiteList.open(path).close()
    assert str(path) in told.value.pl
    assert str(path) in told.value.en
    return told.value.en


# --- hashes and masks


@pytest.mark.parametrize(
    ("nrb", "wanted"),
    [
        (
            NRB,
            (
                "b0f5f8c38863e0c9ab0cdf85e9af300897b1e319862d72d1dc88ad8db9fbb10f"
                "d2edfd34c9a69a01d0c6cb18ab7cf1fee5165bd7ca14a7fdb6a697461b8dbac5"
            ),
        ),
        (
            "XX114020044000XXXXXXXXXXXX",
            (
                "a602947b5bbf099ada7f9eee3f71121cc0b1cd71c89ab38d767f5be8c5b91697"
                "318dac0c24c295aaa1a2c9a9fe1ba49c1b9b55fdcfa72aa5c2c842880205d0e4"
            ),
        ),
    ],
)
def test_the_vectors_of_the_fact_sheet(nrb, wanted):
    assert digest(DAY, NIP, nrb, 5000) == wanted


@pytest.mark.parametrize("rounds", [1, 2, 3])
def test_each_round_hashes_the_hexadecimal_text_of_the_last(rounds):
    text = f"20240102{NIP}{NRB}"
    for _ in range(rounds):
        text = sha512(text.encode()).hexdigest()
    assert digest(DAY, NIP, NRB, rounds) == text


@pytest.mark.parametrize(
    ("mask", "form"),
    [
        (MASK, "XX114020044000XXXXXXXXXXXX"),
        ("YYYYYYYYYYYYYYYYYYYYYYYYYY", NRB),
        ("XXXXXXXXXXXXXXXXXXXXXXXX34", "XXXXXXXXXXXXXXXXXXXXXXXX34"),
        ("XXXXXXXXXXXXXXXXXXXXXXXX35", None),
        ("62YYYYYYYYYYYYYYYYYYYYYYYY", None),
    ],
)
def test_masks(mask, form):
    assert masked(mask, NRB) == form


# --- the list


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 3, 2, 0), (2, 0, 3, 1)])
@pytest.mark.parametrize("options", [{}, {"indent": 2}, {"separators": (",", ":")}, {"indent": "\t"}])
def test_the_order_of_members_and_the_layout_do_not_matter(tmp_path, order, options):
    keys = list(SAMPLE)
    path = written(tmp_path, {keys[place]: SAMPLE[keys[place]] for place in order}, **options)
    with WhiteList.open(path) as white_list:
        assert (white_list.day, white_list.rounds) == (DAY, ROUNDS)
        assert (white_list.active.count, white_list.exempt.count) == (21, 10)
        assert white_list.check(NIP, NRB) is Standing.ACTIVE
        assert white_list.check(OTHER_NIP, NRB) is Standing.EXEMPT
        assert white_list.check(OTHER_NIP, VIRTUAL) is Standing.EXEMPT
        assert white_list.check(NIP, VIRTUAL) is Standing.NOT_FOUND
        assert white_list.check(OTHER_NIP, nrb_of("1020000", "4000000000001234")) is Standing.NOT_FOUND


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path):
    path = written(tmp_path, "\ufeff" + json.dumps(SAMPLE, indent=2).replace("\n", "\r\n") + "\r\n")
    with WhiteList.open(path) as white_list:
        assert white_list.check(NIP, NRB) is Standing.ACTIVE


@pytest.mark.parametrize("rounds", [1, 30, 5000])
def test_the_header_says_how_many_rounds(tmp_path, rounds):
    with WhiteList.open(written(tmp_path, content([hash_of(rounds=rounds)], rounds=rounds))) as white_list:
        assert white_list.check(NIP, NRB) is Standing.ACTIVE


def test_numbers_may_be_written_with_blanks_and_country(tmp_path):
    with WhiteList.open(written(tmp_path, SAMPLE)) as white_list:
        assert white_list.check("PL 525-000-00-09", "PL61 1140 2004 4000 0000 0000 1234") is Standing.ACTIVE


@pytest.mark.parametrize(("nip", "nrb"), [(NIP, ""), ("", NRB), (NIP, NRB[:-1]), (NIP, "DE89370400440532013000")])
def test_what_is_no_number_is_not_found(tmp_path, nip, nrb):
    path = written(tmp_path, content([hash_of(), digest(DAY, NIP, "", ROUNDS)]))
    with WhiteList.open(path) as white_list:
        assert white_list.check(nip, nrb) is Standing.NOT_FOUND


def test_a_mask_without_a_bank_is_tried_too(tmp_path):
    everyone = "XXXXXXXXXXXXXXXXXXXXXXYYYY"
    path = written(tmp_path, content([hash_of(nrb="X" * 22 + "1234")], masks=[MASK, everyone]))
    with WhiteList.open(path) as white_list:
        assert white_list.check(NIP, NRB) is Standing.ACTIVE


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 63, 64, 65, 66, 500])
def test_every_hash_of_a_list_is_found_and_nothing_else(tmp_path, count):
    hashes = sorted(fillers(count))
    with WhiteList.open(written(tmp_path, content(exempt=hashes))) as white_list:
        assert white_list.exempt.count == count
        assert [white_list.exempt.at(place).decode() for place in range(count)] == hashes
        assert all(one in white_list.exempt for one in hashes)
        assert not any(one in white_list.exempt for one in (*fillers(50, "y"), "0" * 128, "f" * 128))
        assert hash_of() not in white_list.active


def test_lists_that_stand_in_step_are_told_apart(tmp_path):
    active, exempt = sorted(fillers(300)), sorted(fillers(400, "y"))
    texts = []
    for blanks in range(131):
        value = {"skrotyPodatnikowCzynnych": active, "maski": [MASK], "skrotyPodatnikowZwolnionych": exempt}
        text = json.dumps(value | {"naglowek": content()["naglowek"]}, separators=(",", ":"))
        texts.append(text.replace('"maski":', '"maski":' + " " * blanks))
    in_step = 0
    for text in texts:
        distance = text.index(exempt[0]) - text.index(active[0])
        in_step += distance % 131 == 0
        with WhiteList.open(written(tmp_path, text)) as white_list:
            assert (white_list.active.count, white_list.exempt.count) == (300, 400)
    assert in_step == 1


def test_a_search_in_fifty_thousand_takes_no_memory(tmp_path):
    sought = hash_of()
    path = written(tmp_path, content([*fillers(50_000), sought], fillers(50_000, "y"), [MASK]))
    assert path.stat().st_size > 13_000_000
    tracemalloc.start()
    try:
        with WhiteList.open(path) as white_list:
            assert white_list.active.count == 50_001
            assert white_list.check(NIP, NRB) is Standing.ACTIVE
            assert white_list.check(OTHER_NIP, NRB) is Standing.NOT_FOUND
            assert all(one in white_list.active for one in fillers(200))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 200_000


# --- files that are not what they should be


def test_a_packed_file_has_to_be_unpacked(tmp_path):
    path = tmp_path / "20240102.7z"
    path.write_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(100))
    assert "Unpack it" in refused(path)
    with pytest.raises(FileError, match="Unpack it") as told:
        WhiteList.open(path)
    assert "Rozpakuj go" in told.value.pl


def test_a_missing_file_a_folder_and_an_empty_file(tmp_path):
    assert "there is no such file" in refused(tmp_path / "nie_ma.json")
    assert "folder" in refused(tmp_path)
    assert "the file is empty" in refused(written(tmp_path, ""))


@pytest.mark.parametrize("name", list(SAMPLE))
def test_a_missing_member_is_named(tmp_path, name):
    value = {key: part for key, part in SAMPLE.items() if key != name}
    assert f"'{name}' is missing" in refused(written(tmp_path, value))


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ({"dataGenerowaniaDanych": "20240102", "liczbaTransformacji": "0"}, "liczbaTransformacji"),
        ({"dataGenerowaniaDanych": "20240102", "liczbaTransformacji": "9999999"}, "liczbaTransformacji"),
        ({"dataGenerowaniaDanych": "20240102"}, "liczbaTransformacji"),
        ({"dataGenerowaniaDanych": "20240230", "liczbaTransformacji": "5"}, "dataGenerowaniaDanych"),
        ({"dataGenerowaniaDanych": "2024-01-02", "liczbaTransformacji": "5"}, "dataGenerowaniaDanych"),
        ({"liczbaTransformacji": "5"}, "dataGenerowaniaDanych"),
        ([], "liczbaTransformacji"),
        (None, "liczbaTransformacji"),
    ],
)
def test_a_header_without_day_or_rounds(tmp_path, header, said):
    assert said in refused(written(tmp_path, SAMPLE | {"naglowek": header}))


@pytest.mark.parametrize("masks", [[MASK[:-1]], [MASK.lower()], [MASK, 5], {"a": MASK}, MASK])
def test_masks_that_are_none(tmp_path, masks):
    assert "26 characters" in refused(written(tmp_path, SAMPLE | {"maski": masks}))


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "no json",
        "{",
        '{"naglowek": ',
        '{"naglowek": {"a": ',
        '{"maski": [',
        '{"skrotyPodatnikowCzynnych": 5}',
        json.dumps(SAMPLE) + "x",
        json.dumps(SAMPLE)[:-1],
    ],
)
def test_what_is_no_json_is_told_with_its_byte(tmp_path, text):
    assert "does not fit JSON" in refused(written(tmp_path, text))


def test_a_member_given_twice(tmp_path):
    assert "there twice" in refused(written(tmp_path, json.dumps(SAMPLE)[:-1] + ', "maski": []}'))


def test_a_file_cut_short_is_refused_wherever_it_ends(tmp_path):
    text = json.dumps(SAMPLE, indent=2)
    for length in range(len(text) - 1, 0, -61):
        assert "damaged" in refused(written(tmp_path, text[:length]))


def test_hashes_at_unequal_distances_are_refused(tmp_path):
    text = json.dumps(content(fillers(300)), separators=(",", ":"))
    middle = text.index('","', len(text) // 2) + 2
    said = refused(written(tmp_path, f"{text[:middle]} {text[middle:]}"))
    assert "equal distances" in said
    assert "Ministry's own unpacked flat file" in said


@pytest.mark.parametrize("wrong", ["G", "A", '"', "]", "\n"])
def test_a_damaged_hash_is_found_by_who_reads_it(tmp_path, wrong):
    text = json.dumps(content(sorted(fillers(2000))), separators=(",", ":"))
    first = text.index("Czynnych") + 12
    for index in (0, 1, 999, 1000, 1998, 1999):
        damaged = first + index * 131 + 60
        path = written(tmp_path, text[:damaged] + wrong + text[damaged + 1 :])
        try:
            white_list = WhiteList.open(path)
        except FileError:
            continue
        with white_list, pytest.raises(FileError, match=f"byte {first + index * 131 - 1}|equal distances"):
            white_list.active.at(index)


def test_a_list_out_of_order_is_refused_on_opening(tmp_path):
    value = content(fillers(300))
    value["skrotyPodatnikowCzynnych"].reverse()
    assert "not in rising order" in refused(written(tmp_path, value))


def test_a_list_out_of_order_between_the_samples_is_refused_in_a_search(tmp_path):
    value = content(fillers(6400))
    hashes = value["skrotyPodatnikowCzynnych"]
    middle = len(hashes) // 2
    sought = hashes[middle + 20]
    hashes[middle + 1 : middle + 90] = reversed(hashes[middle + 1 : middle + 90])
    with (
        WhiteList.open(written(tmp_path, value)) as white_list,
        pytest.raises(FileError, match="not in rising order"),
    ):
        assert sought in white_list.active


def test_unknown_small_members_are_passed_over(tmp_path):
    value = {"wersja": 2, "uwagi": 'a ] } "', "inne": [1], **SAMPLE, "dalsze": {"a": None}, "koniec": True}
    with WhiteList.open(written(tmp_path, value)) as white_list:
        assert white_list.check(NIP, NRB) is Standing.ACTIVE


# --- which payments


def payment(amount="15000", **more):
    party = more.pop("party", Payee(tax_id=NIP))
    return Payment(number="P/1", state="approved", amount=Decimal(amount), party=party, **{"account": NRB, **more})


@pytest.mark.parametrize(
    ("amount", "more", "at_least", "over"),
    [
        ("14999.99", {}, False, False),
        ("15000", {}, True, False),
        ("15000.01", {}, True, True),
        ("100", {"document_total": Decimal(15000)}, True, False),
        ("100", {"document_total": Decimal(20000)}, True, True),
        ("20000", {"document_total": Decimal(14000)}, False, False),
        ("5000", {"currency": "EUR", "exchange_rate": Decimal("4.3")}, True, True),
        ("3000", {"currency": "EUR", "exchange_rate": Decimal("4.3")}, False, False),
        ("3333.33", {"currency": "EUR", "exchange_rate": Decimal("4.500003")}, False, False),
        ("3333.33", {"currency": "EUR", "exchange_rate": Decimal("4.500004")}, True, False),
        ("3333.33", {"currency": "EUR", "exchange_rate": Decimal("4.500005")}, True, False),
        ("1", {"currency": "EUR"}, True, True),
    ],
)
def test_the_threshold(amount, more, at_least, over):
    assert needs_check(payment(amount, **more)) is at_least
    assert needs_check(payment(amount, **more), inclusive=False) is over


def test_always_asks_whatever_the_amount_and_a_threshold_may_be_given():
    assert needs_check(payment("1"), always=True)
    assert needs_check(payment("100"), threshold=Decimal(100))
    assert not needs_check(payment("99"), threshold=Decimal(100))


@pytest.mark.parametrize("tax_id", [NIP, "525-000-00-09", "PL5250000009"])
def test_a_polish_nip_is_asked_about(tax_id):
    assert needs_check(payment(party=Payee(tax_id=tax_id, country="DE")), always=True)


@pytest.mark.parametrize(
    "more",
    [
        {"party": Payee()},
        {"party": Payee(tax_id="5250000008")},
        {"party": Payee(tax_id="DE136695976")},
        {"party": Payee(tax_id=NIP, kind="office")},
        {"account": ""},
        {"kind": "tax"},
        {"kind": "zus"},
        {"direction": "in"},
    ],
)
def test_what_is_not_asked_about(more):
    assert not needs_check(payment("99999", **more), always=True)
