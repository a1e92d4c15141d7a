"""The demo database: the tables of the description, entries that balance, keys that lead somewhere, the same rows."""

import datetime as dt


import pytest

from dekret import api
from dekret.cli.main import main
from dekret.demo.database import fill_database
from dekret.errors import FileError
from dekret.store.database import open_any
from dekret.store.tables import tables

LAST = dt.date(2026, 3, 1)
LINES = 10_000


def fill(path, *, years=3, lines=LINES, **rest):
    return {found.table: found.rows for found in fill_database(path, LAST, years=years, lines=lines, **rest)}


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    path = tmp_path_factory.mktemp("baza") / "demo.duckdb"
    counts = fill(path)
    database = open_any(path)
    yield path, counts, database
    database.close()


@pytest.fixture
def ask(filled):
    return filled[2].rows


def prefixed(table, name):
    return next(column.name for column in table.columns if column.name.casefold() == f"{table.prefix}_{name}".casefold())


def test_tables_are_those_of_the_description(ask):
    found = {}
    for table, column, type_ in ask(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE schema_name = 'CDN' ORDER BY column_index"
    ):
        found.setdefault(table, []).append((column, type_))
    assert set(found) == {table.name for table in tables()}
    for table in tables():
        assert [name for name, _ in found[table.name]] == [column.name for column in table.columns]
        if not table.view:
            assert [type_ for _, type_ in found[table.name]] == [column.shown.partition("(")[0] + column.shown.partition("(")[1] + column.shown.partition("(")[2] if "DECIMAL" in column.shown else column.shown.partition("(")[0] for column in table.columns]


def test_names_and_targets_of_the_description_are_sound():
    names = [table.name.casefold() for table in tables()]
    assert len(set(names)) == len(names)
    for table in tables():
        columns = [column.name.casefold() for column in table.columns]
        assert len(set(columns)) == len(columns), table.name
        for column in table.columns:
            assert not column.target or column.target.casefold() in names, column.name


def test_no_table_is_empty(filled):
    _, counts, _ = filled
    assert not [name for name, count in counts.items() if not count]


def test_it_has_about_as_many_lines_as_wanted(filled):
    assert LINES * 0.9 < filled[1]["DekretyElem"] < LINES * 1.15


def test_keys_tell_rows_apart(ask):
    for table in tables():
        if table.key:
            assert ask(f"SELECT count(*) = count(DISTINCT {table.key.name}) FROM CDN.{table.name}")[0][0], table.name


REFERENCES = [
    (table, column) for table in tables() for column in table.columns if column.target and column.name != "Knt_Grupa"
]


def test_keys_lead_to_rows(ask):
    keys = {table.name: table.key for table in tables()}
    for table, column in REFERENCES:
        key = keys[column.target]
        lost = ask(
            f"SELECT count(*) FROM CDN.{table.name} WHERE {column.name} IS NOT NULL "
            f"AND {column.name} NOT IN (SELECT {key.name} FROM CDN.{column.target})"
        )
        assert lost == [(0,)], column.name


NOTHING = {
    "entries balance": """SELECT DeN_DeNId FROM CDN.DekretyNag JOIN CDN.DekretyElem ON DeE_DeNId = DeN_DeNId GROUP BY ALL
        HAVING coalesce(sum(DeE_Kwota) FILTER (DeE_AccWnId IS NOT NULL), 0) <> coalesce(sum(DeE_Kwota) FILTER (DeE_AccMaId IS NOT NULL), 0)
        OR any_value(DeN_KwotaWn) <> any_value(DeN_KwotaMa) OR any_value(DeN_KwotaWn) <> coalesce(sum(DeE_Kwota) FILTER (DeE_AccWnId IS NOT NULL), 0)""",
    "a line has one side": "SELECT 1 FROM CDN.DekretyElem WHERE (DeE_AccWnId IS NULL) = (DeE_AccMaId IS NULL)",
    "accounts are of the year": """SELECT 1 FROM CDN.DekretyElem JOIN CDN.DekretyNag ON DeN_DeNId = DeE_DeNId
        JOIN CDN.Konta ON Acc_AccId = coalesce(DeE_AccWnId, DeE_AccMaId) WHERE Acc_OObId <> DeN_OObId
        OR Acc_Numer <> coalesce(DeE_KontoWn, DeE_KontoMa) OR DeN_OObId <> year(DeN_DataDok) - 2023""",
    "no posting to an account above others": """SELECT 1 FROM CDN.DekretyElem JOIN CDN.Konta
        ON Acc_AccId = coalesce(DeE_AccWnId, DeE_AccMaId) WHERE Acc_Analityka = 1""",
    "numbers in a journal have no gaps": """SELECT 1 FROM CDN.DekretyNag WHERE DeN_Bufor = 0 GROUP BY DeN_DziId
        HAVING count(*) <> max(DeN_NrDziennika) OR count(DISTINCT DeN_NrDziennika) <> count(*) OR min(DeN_NrDziennika) <> 1""",
    "numbers in the ledger have no gaps": """SELECT 1 FROM CDN.DekretyNag WHERE DeN_Bufor = 0 AND DeN_Typ = 0 GROUP BY DeN_OObId
        HAVING count(*) <> max(DeN_NrKsiegi) OR count(DISTINCT DeN_NrKsiegi) <> count(*) OR min(DeN_NrKsiegi) <> 1""",
    "turnovers are sums of lines": """SELECT 1 FROM (SELECT coalesce(DeE_AccWnId, DeE_AccMaId) AS acc, sum(DeE_Kwota) AS amount
        FROM CDN.DekretyElem GROUP BY acc) FULL JOIN (SELECT Obr_AccId AS acc, sum(Obr_ObrotyWn + Obr_ObrotyMa + Obr_ObrotyWnBufor
        + Obr_ObrotyMaBufor) AS amount FROM CDN.Obroty GROUP BY acc) AS o USING (acc) HAVING sum(abs(o.amount - DEK)) > 0""".replace(
        "FROM (SELECT coalesce", "FROM (SELECT coalesce"
    ).replace("HAVING sum(abs(o.amount - DEK)) > 0", "WHERE o.amount IS NULL"),
    "VAT headers are sums": """SELECT VaN_VaNID FROM CDN.VatNag JOIN CDN.VatTab ON VaT_VaNID = VaN_VaNID GROUP BY ALL
        HAVING any_value(VaN_RazemNetto) <> sum(VaT_Netto) OR any_value(VaN_RazemVAT) <> sum(VaT_VAT)
        OR any_value(VaN_RazemBrutto) <> sum(VaT_Netto + VaT_VAT)""",
    "trade headers are sums": """SELECT TrN_TrNID FROM CDN.TraNag JOIN CDN.TraElem ON TrE_TrNId = TrN_TrNID GROUP BY ALL
        HAVING any_value(TrN_RazemNetto) <> sum(TrE_WartoscNetto) OR any_value(TrN_RazemBrutto) <> sum(TrE_WartoscBrutto)""",
    "no more is settled than there is": """SELECT 1 FROM CDN.BnkZdarzenia WHERE BZd_Kwota <= 0 OR BZd_KwotaRoz < 0
        OR BZd_KwotaRoz + BZd_KwotaNP > BZd_Kwota""",
    "settled in whole exactly when marked so": """SELECT 1 FROM CDN.BnkZdarzenia
        WHERE (BZd_Rozliczono = 2) <> (BZd_KwotaRoz + BZd_KwotaNP = BZd_Kwota) OR (BZd_Rozliczono = 2) <> (BZd_DataRoz IS NOT NULL)""",
    "planned payments sum their settlements": """SELECT 1 FROM CDN.BnkZdarzenia LEFT JOIN (SELECT id, sum(amount) AS amount FROM
        (SELECT BRK_LDokID AS id, BRK_Kwota AS amount FROM CDN.BnkRozKwoty UNION ALL SELECT BRK_PDokID, BRK_Kwota FROM CDN.BnkRozKwoty
        WHERE BRK_PDokTyp = 1) GROUP BY id) ON id = BZd_BZdID WHERE BZd_KwotaRoz <> coalesce(amount, 0)""",
    "cash entries sum their settlements": """SELECT 1 FROM CDN.BnkZapisy LEFT JOIN (SELECT BRK_PDokID AS id, sum(BRK_Kwota) AS amount
        FROM CDN.BnkRozKwoty WHERE BRK_PDokTyp = 2 GROUP BY id) ON id = BZp_BZpID
        WHERE BZp_KwotaRoz <> coalesce(amount, 0) OR BZp_KwotaRoz > BZp_Kwota""",
    "settlement rows sum their history": """SELECT 1 FROM CDN.KsiRozrachunki LEFT JOIN (SELECT id, sum(amount) AS amount FROM
        (SELECT KRz_KRoIdWn AS id, KRz_Kwota AS amount FROM CDN.KsiRozliczenia UNION ALL SELECT KRz_KRoIdMa, KRz_Kwota FROM CDN.KsiRozliczenia)
        GROUP BY id) ON id = KRo_KRoId WHERE KRo_SumRozliczen <> coalesce(amount, 0) OR abs(KRo_SumRozliczen) > abs(KRo_KwotaDok)""",
    "both sides of a settlement are on one account": """SELECT 1 FROM CDN.KsiRozliczenia JOIN CDN.KsiRozrachunki AS w ON w.KRo_KRoId = KRz_KRoIdWn
        JOIN CDN.KsiRozrachunki AS m ON m.KRo_KRoId = KRz_KRoIdMa WHERE w.KRo_Konto <> m.KRo_Konto OR w.KRo_Strona <> 1 OR m.KRo_Strona <> 2
        OR KRz_DataRoz < greatest(w.KRo_DataDokumentu, m.KRo_DataDokumentu)""",
    "settlement rows are lines": """SELECT 1 FROM CDN.KsiRozrachunki JOIN CDN.DekretyElem ON DeE_DeEId = KRo_DeEId
        WHERE KRo_KwotaDok <> DeE_Kwota OR KRo_Konto <> coalesce(DeE_KontoWn, DeE_KontoMa)""",
    "reports chain": """SELECT 1 FROM (SELECT BRp_SaldoBOSys AS opening, lag(BRp_SaldoBOSys + BRp_PrzychodySys - BRp_RozchodySys)
        OVER (PARTITION BY BRp_BRaID ORDER BY BRp_DataDok, BRp_BRpID) AS before FROM CDN.BnkRaporty) WHERE opening <> before""",
    "registers are never overdrawn": "SELECT 1 FROM CDN.BnkRaporty WHERE BRp_SaldoBO + BRp_Przychody - BRp_Rozchody < 0",
    "account 131 is the bank": """SELECT 1 FROM (SELECT sum(DeK_Kwota * IF(DeK_Strona = 1, 1, -1)) AS ledger FROM CDN.DekretyKonta
        JOIN CDN.Konta ON Acc_AccId = DeK_AccId JOIN CDN.DekretyNag ON DeN_DeNId = DeK_DeNId WHERE Acc_Numer = '131' AND (DeN_Typ = 0 OR DeN_OObId = 1)),
        (SELECT sum(BRp_PrzychodySys - BRp_RozchodySys) + min(BRa_SaldoBOSys) AS bank FROM CDN.BnkRaporty JOIN CDN.BnkRachunki ON BRa_BRaID = BRp_BRaID
        WHERE BRa_Symbol = 'BANK') WHERE ledger <> bank""",
    "opening balances balance": """SELECT 1 FROM CDN.Obroty WHERE Obr_Typ = 1 GROUP BY Obr_RokMies HAVING sum(Obr_ObrotyWn) <> sum(Obr_ObrotyMa)""",
    "assets are written off by their documents": """SELECT 1 FROM CDN.Trwale JOIN CDN.TrwaleHist ON SrH_SrTID = SrT_SrTID GROUP BY SrT_SrTID
        HAVING sum(SrH_KwotaBilan) < sum(SrH_KwotaUm) OR sum(SrH_KwotaAm) > max(SrT_WartoscKoszt)""",
    "the stock is never below zero": "SELECT 1 FROM CDN.TwrIlosci WHERE TwI_Ilosc < 0",
    "payslips sum": """SELECT 1 FROM CDN.Wyplaty JOIN CDN.WypElementy ON WPE_WplId = WPL_WplId JOIN CDN.BnkZdarzenia ON BZd_DokumentTyp = 8
        AND BZd_DokumentID = WPL_WplId GROUP BY WPL_WplId HAVING any_value(BZd_Kwota) <>
        sum(WPE_Wartosc - WPE_SklEmerPrac - WPE_SklRentPrac - WPE_SklChorPrac - WPE_SklZdrow - WPE_ZalFis)""",
}
"""Queries that find what must not be."""


@pytest.mark.parametrize("name", NOTHING)
def test_it_is_consistent(ask, name):
    assert ask(NOTHING[name])[:3] == []
