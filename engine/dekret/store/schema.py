"""The tables of the store: names and columns of the bookkeeping tables of Optima, and what we add to them.

Queries written for the real tables run here. What an entry does not know (second dates, numbers in the ledger, ids of
parties and categories) is NULL. Columns of our own carry `Dkr` behind the prefix of their table. As in the original,
the currency PLN is an empty text, a line stands on one side and is NULL on the other, and `Bufor` 0 is approved.
Source: optima-db-schema.md section 8; money is wider by three digits than its decimal(15,2).

Sent payments, imported bank lines and numbers of packages (SSCC) are our own tables, in the schema `dekret`. They came
after the first stores of version 1, which a program without them reads and writes as before: they are added, and the
version stays.
"""

VERSION = 1

VERSION_OF_STORE = "SELECT version FROM dekret.schema_version"
HAS_VERSION = "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'store' AND schema_name = 'dekret'"
HAS_TABLES = "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'store' AND NOT internal"

_DZIENNIKI = """
CREATE TABLE CDN.Dzienniki (
    Dzi_DziId INTEGER NOT NULL,
    Dzi_Symbol VARCHAR NOT NULL UNIQUE
)"""

_KONTA = """
CREATE TABLE CDN.Konta (
    Acc_AccId INTEGER NOT NULL,
    Acc_OObId INTEGER,
    Acc_ParId INTEGER,
    Acc_Poziom INTEGER NOT NULL,
    Acc_Segment VARCHAR NOT NULL,
    Acc_Numer VARCHAR NOT NULL,
    Acc_NumerIdx VARCHAR NOT NULL,
    Acc_Nazwa VARCHAR NOT NULL DEFAULT '',
    Acc_Nazwa2 VARCHAR NOT NULL DEFAULT '',
    Acc_TypKonta TINYINT,
    Acc_Rozrachunkowe TINYINT NOT NULL DEFAULT 0,
    Acc_KontrolaBudzetu TINYINT NOT NULL DEFAULT 0,
    Acc_Waluta VARCHAR NOT NULL DEFAULT '',
    Acc_SlownikTyp INTEGER,
    Acc_SlownikId INTEGER,
    Acc_Analityka TINYINT NOT NULL DEFAULT 0,
    Acc_PrevAccId INTEGER,
    Acc_NextAccId INTEGER,
    Acc_DkrSlownik VARCHAR NOT NULL DEFAULT '',
    Acc_DkrNieaktywne TINYINT NOT NULL DEFAULT 0,
    UNIQUE (Acc_NumerIdx, Acc_Waluta)
)"""

_DEKRETY_NAG = """
CREATE TABLE CDN.DekretyNag (
    DeN_DeNId BIGINT NOT NULL,
    DeN_Typ INTEGER NOT NULL DEFAULT 0,
    DeN_OObId INTEGER,
    DeN_DziId INTEGER NOT NULL,
    DeN_Dziennik VARCHAR NOT NULL,
    DeN_Bufor TINYINT NOT NULL,
    DeN_Storno TINYINT,
    DeN_DataDok DATE NOT NULL,
    DeN_DataOpe DATE,
    DeN_DataWys DATE,
    DeN_KwotaWn DECIMAL(18,2) NOT NULL,
    DeN_KwotaMa DECIMAL(18,2) NOT NULL,
    DeN_Dokument VARCHAR NOT NULL,
    DeN_IdentKsieg VARCHAR,
    DeN_NrDziennika INTEGER NOT NULL,
    DeN_NrKsiegi INTEGER,
    DeN_PodmiotTyp INTEGER,
    DeN_PodmiotId INTEGER,
    DeN_KatId INTEGER,
    DeN_Kategoria VARCHAR NOT NULL,
    DeN_WzorzecId INTEGER,
    DeN_WzorzecTyp INTEGER,
    DeN_Zrodlo INTEGER,
    DeN_RodzajDowoduKsiegowego INTEGER,
    DeN_DkrTozsamosc VARCHAR NOT NULL UNIQUE,
    DeN_DkrTypDokumentu VARCHAR NOT NULL,
    DeN_DkrPodmiot VARCHAR NOT NULL,
    DeN_DkrOkres VARCHAR NOT NULL,
    CHECK (DeN_KwotaWn = DeN_KwotaMa),
    CHECK (DeN_Bufor = 0 OR DeN_NrDziennika = 0)
)"""

_DEKRETY_ELEM = """
CREATE TABLE CDN.DekretyElem (
    DeE_DeEId BIGINT NOT NULL,
    DeE_DeNId BIGINT NOT NULL,
    DeE_Lp INTEGER NOT NULL,
    DeE_AccWnId INTEGER,
    DeE_AccMaId INTEGER,
    DeE_KontoWn VARCHAR,
    DeE_KontoMa VARCHAR,
    DeE_Kwota DECIMAL(18,2) NOT NULL,
    DeE_KwotaWal DECIMAL(18,2),
    DeE_Waluta VARCHAR NOT NULL,
    DeE_Dokument VARCHAR NOT NULL,
    DeE_KatId INTEGER,
    DeE_Kategoria VARCHAR NOT NULL,
    DeE_SlownikTyp INTEGER,
    DeE_SlownikId INTEGER,
    DeE_FPlID INTEGER,
    DeE_DokumentId INTEGER,
    DeE_DokumentTyp INTEGER,
    DeE_BZdId INTEGER,
    DeE_DkrKurs DECIMAL(28,12),
    DeE_DkrKategoria VARCHAR NOT NULL,
    DeE_DkrWymiar VARCHAR NOT NULL,
    DeE_DkrRozrachunek BOOLEAN NOT NULL,
    DeE_DkrPozabilansowy BOOLEAN NOT NULL,
    DeE_DkrSchemat VARCHAR NOT NULL,
    DeE_DkrPozycja VARCHAR NOT NULL,
    DeE_DkrPlik VARCHAR NOT NULL,
    DeE_DkrLinia INTEGER NOT NULL,
    DeE_DkrWersja VARCHAR NOT NULL,
    CHECK ((DeE_AccWnId IS NULL) <> (DeE_AccMaId IS NULL))
)"""

_OBROTY = """
CREATE VIEW CDN.Obroty AS
SELECT
    coalesce(DeE_AccWnId, DeE_AccMaId) AS Obr_AccId,
    year(DeN_DataDok) * 100 + month(DeN_DataDok) AS Obr_RokMies,
    0 AS Obr_Typ,
    coalesce(sum(DeE_Kwota) FILTER (DeE_AccWnId IS NOT NULL AND DeN_Bufor = 0), 0) AS Obr_ObrotyWn,
    coalesce(sum(DeE_Kwota) FILTER (DeE_AccMaId IS NOT NULL AND DeN_Bufor = 0), 0) AS Obr_ObrotyMa,
    coalesce(sum(DeE_Kwota) FILTER (DeE_AccWnId IS NOT NULL AND DeN_Bufor <> 0), 0) AS Obr_ObrotyWnBufor,
    coalesce(sum(DeE_Kwota) FILTER (DeE_AccMaId IS NOT NULL AND DeN_Bufor <> 0), 0) AS Obr_ObrotyMaBufor,
    coalesce(sum(DeE_KwotaWal) FILTER (DeE_AccWnId IS NOT NULL AND DeN_Bufor = 0), 0) AS Obr_ObrotyWnWal,
    coalesce(sum(DeE_KwotaWal) FILTER (DeE_AccMaId IS NOT NULL AND DeN_Bufor = 0), 0) AS Obr_ObrotyMaWal,
    coalesce(sum(DeE_KwotaWal) FILTER (DeE_AccWnId IS NOT NULL AND DeN_Bufor <> 0), 0) AS Obr_ObrotyWnBuforWal,
    coalesce(sum(DeE_KwotaWal) FILTER (DeE_AccMaId IS NOT NULL AND DeN_Bufor <> 0), 0) AS Obr_ObrotyMaBuforWal
FROM CDN.DekretyElem JOIN CDN.DekretyNag ON DeN_DeNId = DeE_DeNId
GROUP BY ALL"""

_HAS_TABLE = """
SELECT count(*) FROM duckdb_tables()
WHERE database_name = 'store' AND schema_name = 'dekret' AND table_name = """
HAS_PAYMENTS = f"{_HAS_TABLE}'sent_payments'"
HAS_IMPORTS = f"{_HAS_TABLE}'imported_lines'"
HAS_SSCC = f"{_HAS_TABLE}'sscc_numbers'"

_SENT_FILES = """
CREATE TABLE dekret.sent_files (
    file_id INTEGER NOT NULL,
    export_id INTEGER NOT NULL,
    time_utc TIMESTAMP NOT NULL,
    file VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    format_version VARCHAR NOT NULL,
    taken_back BOOLEAN NOT NULL DEFAULT FALSE
)"""

_PAYMENT = """
    file_id INTEGER NOT NULL,
    identity VARCHAR NOT NULL,
    own_account VARCHAR NOT NULL,
    number VARCHAR NOT NULL,
    party VARCHAR NOT NULL,
    account VARCHAR NOT NULL,
    amount DECIMAL(18,2) NOT NULL CHECK (amount > 0),
    currency VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    day DATE NOT NULL"""

_SENT_PAYMENTS = f"CREATE TABLE dekret.sent_payments ({_PAYMENT},\n    UNIQUE (identity, own_account)\n)"
_TAKEN_BACK = f"CREATE TABLE dekret.taken_back_payments ({_PAYMENT}\n)"

_BANK_IMPORTS = """
CREATE TABLE dekret.bank_imports (
    import_id INTEGER NOT NULL,
    time_utc TIMESTAMP NOT NULL,
    register VARCHAR NOT NULL,
    account VARCHAR NOT NULL,
    currency VARCHAR NOT NULL,
    file VARCHAR NOT NULL,
    report VARCHAR NOT NULL,
    statement VARCHAR NOT NULL,
    opening DECIMAL(18,2),
    closing DECIMAL(18,2),
    closing_date DATE,
    receipts_to INTEGER NOT NULL,
    payments_to INTEGER NOT NULL,
    year INTEGER NOT NULL,
    taken_back BOOLEAN NOT NULL DEFAULT FALSE
)"""

_IMPORTED_LINES = """
CREATE TABLE dekret.imported_lines (
    import_id INTEGER NOT NULL,
    ordinal BIGINT NOT NULL,
    account VARCHAR NOT NULL,
    key UBIGINT NOT NULL,
    date DATE NOT NULL,
    amount DECIMAL(18,2) NOT NULL,
    reference VARCHAR NOT NULL
)"""
"""Nothing is unique here: two lines that are alike in every column may both be right."""

_SSCC_NUMBERS = """
CREATE TABLE dekret.sscc_numbers (
    series VARCHAR NOT NULL,
    serial BIGINT NOT NULL,
    sscc VARCHAR NOT NULL UNIQUE,
    advice VARCHAR NOT NULL,
    package INTEGER NOT NULL,
    time_utc TIMESTAMP NOT NULL
)"""

CREATE_PAYMENTS = (_SENT_FILES, _SENT_PAYMENTS, _TAKEN_BACK)
CREATE_IMPORTS = (_BANK_IMPORTS, _IMPORTED_LINES)
CREATE_SSCC = (_SSCC_NUMBERS,)

CAME_LATER = ((HAS_PAYMENTS, CREATE_PAYMENTS), (HAS_IMPORTS, CREATE_IMPORTS), (HAS_SSCC, CREATE_SSCC))
"""Tables that an older store of this version may lack: how to see it, and what makes them."""

CREATE = (
    "CREATE SCHEMA dekret",
    "CREATE TABLE dekret.schema_version (version INTEGER NOT NULL)",
    f"INSERT INTO dekret.schema_version VALUES ({VERSION})",
    "CREATE SCHEMA CDN",
    _DZIENNIKI,
    _KONTA,
    _DEKRETY_NAG,
    _DEKRETY_ELEM,
    _OBROTY,
    *CREATE_PAYMENTS,
    *CREATE_IMPORTS,
    *CREATE_SSCC,
)
"""Ids are counted by the store, which alone writes; an index on them would only slow a batch down."""
