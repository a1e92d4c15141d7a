"""The store: what goes in comes out, once, and all of a batch or nothing."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from dekret.errors import FileError, UsageError
from dekret.model.accounts import Account, Dictionary
from dekret.model.entries import DocumentRef, EntryLine
from dekret.store.database import open_database
from dekret.store.ledger import Ledger
from dekret.store.queries import DocumentKey
from killed import child, told_until_killed
from stored_entries import PLAN, RULES, entry, numbered

TABLES = ("Dzienniki", "Konta", "DekretyNag", "DekretyElem")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "firma.duckdb"


@pytest.fixture
def ledger(path):
    with Ledger.open(path) as opened:
        yield opened


def post(ledger, entries):
    with ledger.transaction():
        return ledger.add(entries)


def state(ledger):
    """Everything that the tables hold."""
    return [ledger.database.rows(f"SELECT * FROM CDN.{table} ORDER BY ALL") for table in TABLES]  # noqa: S608 - our own names


def rows_of_tables(ledger):
    """The rows of every table, each told by its hash, which is read faster than the row."""
    hashes = "SELECT hash(found) FROM CDN.{} found"
    return [Counter(ledger.database.rows(hashes.format(table))) for table in TABLES]


def line(side, account, amount, **more):
    return EntryLine(side=side, account=account, amount=Decimal(amount), rule=RULES[0], **more)


def test_entries_come_back_as_they_went_in(path):
    there = [*numbered(1, 2500), entry(2501, buffer=True)]
    with Ledger.open(path) as ledger:
        assert post(ledger, iter(there)) == 2501
    with Ledger.open(path, read_only=True) as ledger:
        assert list(ledger.entries()) == there
        assert ledger.count() == 2501


def test_an_entry_with_everything_comes_back(ledger):
    odd = 'zażółć "cytat" \\ \n\t\x00 \U0001f600 \u2028 {"a": [1]} $rows \'x\''
    rate = Decimal("4.2512")
    lines = (
        line("Wn", "131", "-42.51", currency="EUR", currency_amount=Decimal("-10.00"), exchange_rate=rate),
        line("Wn", "131", "0.00", account_currency="EUR", currency="EUR", currency_amount=Decimal("0.00")),
        line("Ma", "202-1-ĄĘ", "-42.51", description=odd, category=odd, dimension=odd, settlement=True),
        line("Wn", "091", "9999999999999.99", off_balance=True),
    )
    whole = entry(1, lines=lines, description=odd, document=DocumentRef(odd, odd, odd, odd), number=7, journal=odd)
    post(ledger, [whole, entry(2, lines=())])
    back, empty = ledger.entries()
    assert back == whole
    assert str(back.lines[0].exchange_rate) == "4.2512"
    assert empty.lines == ()
    assert ledger.is_posted(odd)


def test_half_a_character_of_a_file_name_is_a_question_mark(ledger):
    rule = RULES[0].__class__("S", "1", "ksi\udcb1żka.schemat", 1, "")
    sides = [EntryLine(side=side, account="1", amount=Decimal("1.00"), rule=rule) for side in ("Wn", "Ma")]
    post(ledger, [entry(1, lines=tuple(sides))])
    (back,) = ledger.entries()
    assert back.lines[0].rule.file == "ksi?żka.schemat"
    assert back.lines[0].amount == Decimal("1.00")


def test_what_is_posted_is_known(ledger):
    post(ledger, numbered(1, 50))
    asked = [f"{seed:020x}" for seed in range(41, 25_000)]
    assert ledger.posted(asked) == set(asked[:10])
    assert ledger.posted([]) == set()
    assert not ledger.is_posted("' OR 1 = 1")


@pytest.mark.parametrize("batch", [[3], [9, 9], [9, 3]])
def test_posting_twice_is_refused_and_nothing_of_the_batch_stays(ledger, batch):
    post(ledger, numbered(1, 5))
    before = state(ledger)
    with pytest.raises(UsageError, match=f"FZ/{batch[-1]}/2026"):
        post(ledger, [entry(seed) for seed in batch])
    assert state(ledger) == before
    post(ledger, numbered(6, 1))


def test_the_table_itself_refuses_a_document_twice(ledger):
    post(ledger, numbered(1, 1))
    ledger.begin()
    with pytest.raises(AssertionError, match="unique"):
        ledger.database.rows("INSERT INTO CDN.DekretyNag SELECT * REPLACE (2 AS DeN_DeNId) FROM CDN.DekretyNag")


@pytest.mark.parametrize(
    "lines",
    [
        (line("Wn", "1", "1.00"), line("Ma", "2", "1.01")),
        (line("Wn", "1", "1.005"), line("Ma", "2", "1.005")),
    ],
)
def test_an_entry_that_does_not_balance_or_has_parts_of_a_grosz_is_our_mistake(ledger, lines):
    with pytest.raises(AssertionError):
        post(ledger, [entry(1, lines=lines)])
    assert ledger.count() == 0


def test_the_table_itself_refuses_sides_that_do_not_agree(ledger):
    post(ledger, numbered(1, 1))
    ledger.begin()
    with pytest.raises(AssertionError, match="CHECK"):
        ledger.database.rows("UPDATE CDN.DekretyNag SET DeN_KwotaWn = DeN_KwotaWn + 1")


def test_an_amount_too_large_is_told(ledger):
    rate = {"currency": "EUR", "currency_amount": Decimal("1.00"), "exchange_rate": Decimal("1E16")}
    for lines in (
        (line("Wn", "1", "1E16"), line("Ma", "2", "1E16")),
        (line("Wn", "1", "1.00", **rate), line("Ma", "2", "1.00")),
    ):
        with pytest.raises(UsageError, match="do not fit"):
            post(ledger, [entry(1, lines=lines)])


def test_numbers_go_on(path):
    with Ledger.open(path) as ledger:
        assert ledger.next_number("ZAKUP", "2026") == 1
        post(ledger, [*numbered(1, 12), entry(50, buffer=True)])
        assert ledger.next_number("ZAKUP", "2026") == 13
    with Ledger.open(path) as ledger:
        assert ledger.next_number("ZAKUP", "2026") == 13
        assert ledger.next_number("ZAKUP", "2027") == 1
        assert ledger.next_number("SPRZEDAZ", "2026") == 1
        ledger.begin()
        ledger.add(numbered(13, 2))
        assert ledger.next_number("ZAKUP", "2026") == 15
        ledger.rollback()
        assert ledger.next_number("ZAKUP", "2026") == 13


@pytest.mark.parametrize("wrong", [{"number": 5}, {"number": 6, "buffer": True}])
def test_a_number_that_is_taken_or_in_the_buffer_is_our_mistake(ledger, wrong):
    post(ledger, numbered(1, 5))
    with pytest.raises(AssertionError):
        post(ledger, [entry(60, **wrong)])


def test_unposting_takes_out_all_of_an_entry_and_says_what(ledger):
    post(ledger, numbered(1, 4))
    others = [e for e in ledger.entries() if e.number != 4]
    gone = entry(4, number=4)
    with ledger.transaction():
        told = ledger.unpost(gone.document.identity)
    assert (told.document, told.journal, told.number, told.period) == (gone.document, "ZAKUP", 4, "2026")
    assert (told.date, told.buffer, told.lines) == (gone.date, False, 3)
    assert told.amount == gone.lines[2].amount
    assert list(ledger.entries()) == others
    assert not ledger.is_posted(gone.document.identity)
    assert ledger.next_number("ZAKUP", "2026") == 4
    assert ledger.database.number("SELECT count(*) FROM CDN.DekretyElem WHERE DeE_DeNId = 4") == 0


def test_an_unposted_document_is_posted_again_at_once(ledger):
    post(ledger, numbered(1, 4))
    with ledger.transaction():
        ledger.unpost(DocumentKey("vat_purchase", "FZ/4/2026"))
        ledger.add([entry(4, number=4, description="jeszcze raz")])
    assert [e.description for e in ledger.entries()][3] == "jeszcze raz"


def test_an_entry_in_the_buffer_is_unposted_too(ledger):
    post(ledger, [entry(1, buffer=True)])
    with ledger.transaction():
        assert ledger.unpost(DocumentKey("vat_purchase", "FZ/1/2026", "ALOZA")).buffer
    assert ledger.count() == 0


def test_what_is_not_posted_is_not_unposted(ledger):
    post(ledger, numbered(1, 1))
    for document in (
        "brak",
        "\udcb1",
        DocumentKey("vat_sale", "FZ/1/2026"),
        DocumentKey("vat_purchase", "FZ/1/2026", "INNY"),
    ):
        with pytest.raises(UsageError, match="is not posted"), ledger.transaction():
            ledger.unpost(document)
    assert ledger.count() == 1


def test_a_number_of_several_parties_asks_for_one(ledger):
    mine, other = entry(1), entry(2)
    other = entry(2, document=DocumentRef("vat_purchase", "FZ/1/2026", "BIURO", "b"))
    post(ledger, [mine, other])
    with pytest.raises(UsageError, match="ALOZA, BIURO"), ledger.transaction():
        ledger.unpost(DocumentKey("vat_purchase", "FZ/1/2026"))
    with ledger.transaction():
        assert ledger.unpost(DocumentKey("vat_purchase", "FZ/1/2026", "BIURO")).document.identity == "b"


def test_turnovers_are_the_sums_of_the_lines(ledger):
    there = [*numbered(1, 300), *(entry(seed, buffer=True) for seed in range(301, 320))]
    post(ledger, there)
    for through_buffer in (True, False):
        want = {}
        for e in there:
            for each in e.lines:
                if through_buffer or not e.buffer:
                    sides = want.setdefault(each.account, [Decimal(0), Decimal(0)])
                    sides[each.side == "Ma"] += each.amount
        got = ledger.turnovers(through_buffer=through_buffer)
        assert {row.account: [row.debit, row.credit] for row in got} == want
        assert [row.account for row in got] == sorted(want)
        assert sum(row.debit for row in got) == sum(row.credit for row in got)
        assert sum(row.debit_balance for row in got) == sum(row.credit_balance for row in got)


def test_accounts_of_one_code_in_two_currencies_are_two(ledger):
    lines = (
        line("Wn", "131", "5.00"),
        line("Wn", "131", "7.00", account_currency="EUR"),
        line("Ma", "700", "12.00"),
    )
    post(ledger, [entry(1, lines=lines)])
    assert [(row.account, row.currency, row.debit) for row in ledger.turnovers()][:2] == [
        ("131", "PLN", Decimal("5.00")),
        ("131", "EUR", Decimal("7.00")),
    ]


def test_turnovers_by_month_are_there_under_the_name_of_the_original(ledger):
    post(ledger, [*numbered(1, 30), entry(40, buffer=True)])
    rows = ledger.database.rows("SELECT sum(Obr_ObrotyWn), sum(Obr_ObrotyMa), sum(Obr_ObrotyWnBufor) FROM CDN.Obroty")
    debit = sum(e.lines[2].amount for e in numbered(1, 30))
    assert rows == [(debit, debit, entry(40).lines[2].amount)]


def test_the_chart_is_stored_completed_and_tied_to_its_parents(ledger):
    post(ledger, [entry(1, opened=(Account("202-1-K1", "Aloza", settlement=True),))])
    with ledger.transaction():
        assert ledger.add_accounts(PLAN) == len(PLAN)
        ledger.add_accounts([Account("401-01", "Materiały", dictionary=Dictionary.GOODS, inactive=True)])
        ledger.add_accounts([Account("091", off_balance=True)])
    got = {(account.code, account.currency): account for account in ledger.accounts()}
    assert set(PLAN) < set(got.values())
    assert got["202-1-K1", "PLN"].name == "Aloza"
    assert got["401-01", "PLN"] == Account("401-01", "Materiały", dictionary=Dictionary.GOODS, inactive=True)
    assert got["221-1", "PLN"] == Account("221-1")
    assert got["091", "PLN"].off_balance
    rows = ledger.database.rows(
        "SELECT k.Acc_Numer, p.Acc_Numer, k.Acc_Poziom, k.Acc_Segment, k.Acc_Analityka"
        " FROM CDN.Konta k LEFT JOIN CDN.Konta p ON p.Acc_AccId = k.Acc_ParId WHERE k.Acc_Numer LIKE '202%' ORDER BY 1"
    )
    assert rows == [
        ("202", None, 1, "202", 1),
        ("202-1", "202", 2, "1", 1),
        ("202-1-K1", "202-1", 3, "K1", 0),
    ]


def test_without_commit_nothing_stays(path):
    with Ledger.open(path) as ledger:
        ledger.begin()
        ledger.add(numbered(1, 9000))
        assert ledger.count() == 9000
    with Ledger.open(path) as ledger:
        assert [len(rows) for rows in state(ledger)] == [0, 0, 0, 0]


def test_a_closed_store_is_one_file(path, tmp_path):
    with Ledger.open(path) as ledger:
        post(ledger, numbered(1, 9))
    assert [p.name for p in tmp_path.iterdir()] == ["firma.duckdb"]


@pytest.mark.parametrize("name", ["CDN.duckdb", "main.db", 'o\'brien "x".db', "zażółć; drop.db", "temp"])
def test_the_name_of_the_file_may_be_any(tmp_path, name):
    if sys.platform == "win32" and '"' in name:
        pytest.skip("Windows has no quotes in names")
    with Ledger.open(tmp_path / name) as ledger:
        post(ledger, numbered(1, 1))
    with Ledger.open(tmp_path / name) as ledger:
        assert ledger.count() == 1
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_file_of_something_else_is_refused_and_left_alone(tmp_path):
    for name, content in (("a.txt", b"hello\n" * 5000), ("b.db", b"SQLite format 3\0" + b"\0" * 5000), ("c", b"")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(FileError) as refused:
            Ledger.open(tmp_path / name)
        assert "nie jest bazą Dekretu" in refused.value.pl
        assert (tmp_path / name).read_bytes() == content


def test_a_database_of_something_else_is_refused_and_left_alone(path):
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE mine (a INTEGER)")
    before = path.read_bytes()
    with pytest.raises(FileError, match="is not a store of Dekret"):
        Ledger.open(path)
    assert path.read_bytes() == before


def test_a_store_of_another_version_is_refused(path):
    with Ledger.open(path) as ledger:
        ledger.database.rows("UPDATE dekret.schema_version SET version = 2")
    with pytest.raises(FileError) as refused:
        Ledger.open(path)
    assert "ma wersję 2, a ten program zna wersję 1" in refused.value.pl


def test_a_damaged_store_is_told(path):
    with Ledger.open(path) as ledger:
        post(ledger, numbered(1, 3000))
    content = bytearray(path.read_bytes())
    content[20_000:] = bytes(len(content) - 20_000)
    path.write_bytes(content)
    with pytest.raises(FileError), Ledger.open(path) as ledger:
        list(ledger.entries())


def test_a_folder_a_missing_folder_and_a_missing_store_are_told(tmp_path):
    with pytest.raises(FileError, match="it is a folder"):
        Ledger.open(tmp_path)
    with pytest.raises(FileError, match="no such file or folder"):
        Ledger.open(tmp_path / "nie" / "ma.duckdb")
    with pytest.raises(FileError, match="cannot be read: there is no such file"):
        Ledger.open(tmp_path / "ma.duckdb", read_only=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_is_no_store(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError, match="is not a store"):
        Ledger.open(tmp_path / "pipe")


@pytest.fixture
def forbidden():
    """A folder with a store, neither of which may be written; root, whom no permission stops, becomes nobody."""
    folder = Path(tempfile.mkdtemp(prefix="dekret-test-"))
    with Ledger.open(folder / "firma.duckdb") as ledger:
        post(ledger, numbered(1, 3))
    (folder / "firma.duckdb").chmod(0o444)
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="folders of Windows have other permissions")
def test_a_store_or_folder_without_rights_is_told(forbidden):
    with pytest.raises(FileError, match="permission denied"):
        Ledger.open(forbidden / "firma.duckdb")
    with pytest.raises(FileError, match="permission denied"):
        Ledger.open(forbidden / "new.duckdb")
    with Ledger.open(forbidden / "firma.duckdb", read_only=True) as ledger:
        assert ledger.count() == 3


def test_a_read_only_store_is_not_changed(path):
    with Ledger.open(path) as ledger:
        post(ledger, numbered(1, 3))
    with Ledger.open(path, read_only=True) as ledger, pytest.raises(AssertionError):
        ledger.begin()


def on_ledger(path, code):
    """The text of a program that has the ledger of a path open."""
    imports = "from dekret.store.ledger import Ledger\nfrom stored_entries import numbered\n"
    return f"{imports}ledger = Ledger.open(Path({str(path)!r}))\n{code}"


def test_a_slow_statement_draws_no_progress_onto_standard_output(path):
    """DuckDB would, after two seconds, into a journal that is being redirected."""
    drawn = "SELECT current_setting('enable_progress_bar')"
    database = open_database(path, read_only=False)
    assert database.rows(drawn) == [(False,)]
    assert database.second().execute(drawn).fetchall() == [(False,)]
    database.close()


def test_a_store_that_another_program_holds_is_told(path):
    holder = child(on_ledger(path, "print('open', flush=True)\nsys.stdin.read()"), stdin=subprocess.PIPE)
    with holder:
        assert holder.stdout.readline() == "open\n"
        for read_only in (False, True):
            with pytest.raises(FileError) as refused:
                Ledger.open(path, read_only=read_only)
            assert "jest otwarta w innym programie" in refused.value.pl
        holder.stdin.close()


def test_a_store_opened_twice_in_one_program_is_told_and_stays_locked(path):
    with Ledger.open(path):
        with pytest.raises(FileError, match="another program"):
            Ledger.open(path)
        with child(on_ledger(path, ""), stderr=subprocess.PIPE) as other:
            assert "is open in another program" in other.communicate()[1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of files")
@pytest.mark.parametrize("limit", [900_000, 5_000_000])
def test_a_disk_that_gives_out_leaves_the_store_as_it_was(path, limit):
    with Ledger.open(path) as ledger:
        post(ledger, numbered(1, 500))
        before = state(ledger)
    code = f"""
import resource
from dekret.errors import FileError
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, -1))
try:
    with ledger, ledger.transaction():
        ledger.add(numbered(501, 60_000))
except FileError as error:
    print(error.pl)
"""
    with child(on_ledger(path, code)) as run:
        told = run.communicate()[0]
    assert "nic nie zapisano" in told
    assert "File too large" in told
    with Ledger.open(path, read_only=True) as ledger:
        assert state(ledger) == before


BATCH = """
print('ready', flush=True)
ledger.begin()
for first in range({first}, {first} + 4000, 400):
    ledger.add(numbered(first, 400))
print('commit', flush=True)
ledger.commit()
print('done', flush=True)
ledger.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_at_any_moment_it_leaves_the_store_as_it_was(path):
    """A third of the kills falls into the commit; its batch is there whole, or not at all."""
    chance = random.Random(20260305)  # noqa: S311 - chance that comes out the same each time
    with Ledger.open(path) as ledger:
        post(ledger, numbered(1, 500))
        before = rows_of_tables(ledger)
    for kill in range(12):
        batch = on_ledger(path, BATCH.format(first=before[2].total() + 1))
        told = told_until_killed(batch, chance, in_commit=kill % 3 == 2)
        with Ledger.open(path) as ledger:
            after = rows_of_tables(ledger)
            assert sum(row.debit - row.credit for row in ledger.turnovers()) == 0
        if after != before:
            assert "commit" in told
            assert [rows.total() for rows in after[2:]] == [before[2].total() + 4000, before[3].total() + 12_000]
            assert before[2] <= after[2]
            assert before[3] <= after[3]
        else:
            assert "done" not in told
        before = after


def test_currencies_that_were_read_are_those_of_the_code(tmp_path):
    """Texts read from a file are equal to the usual values of fields, but other objects."""
    pln = "xPLN"[1:]
    lines = tuple(
        EntryLine(side=side, account=account, amount=Decimal("1.00"), rule=RULES[0], account_currency=pln, currency=pln)
        for side, account in (("Wn", "100"), ("Ma", "700"))
    )
    with Ledger.open(tmp_path / "b.duckdb") as ledger, ledger.transaction():
        ledger.add_accounts([Account("100", "Kasa", currency=pln)])
        ledger.add([entry(1, lines=lines)])
        assert [turnover.name for turnover in ledger.turnovers()] == ["Kasa", ""]


def test_entries_leave_the_buffer_by_date_and_get_the_next_numbers(tmp_path):
    with Ledger.open(tmp_path / "b.duckdb") as ledger:
        with ledger.transaction():
            ledger.add(
                [entry(1, number=1), entry(14, buffer=True), entry(3, buffer=True), entry(4, buffer=True, journal="X")]
            )
        with ledger.transaction():
            assert ledger.approve(lambda day: f"{day:%Y}", "zakup") == 2
            assert ledger.approve(lambda day: f"{day:%Y}", "zakup") == 0
        numbers = {each.document.number: (each.number, each.period, each.buffer) for each in ledger.entries()}
    assert numbers["FZ/14/2026"] == (2, "2026", False), "March comes before April"
    assert numbers["FZ/3/2026"] == (3, "2026", False)
    assert numbers["FZ/4/2026"] == (0, "", True)
