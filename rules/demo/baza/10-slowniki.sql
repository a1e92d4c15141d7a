-- Słowniki firmy: kategorie, formy płatności, kasy i rachunki, kontrahenci, towary, pracownicy.

INSERT INTO CDN.Zaklady BY NAME SELECT 1 AS Zak_ZakId, 'CENTRALA' AS Zak_Symbol, getvariable('company') AS Zak_NazwaFirmy;

INSERT INTO CDN.Operatorzy VALUES (1, 'ADMIN', 'Administrator'), (2, 'KSIEGOWA', 'Księgowa'), (3, 'HANDEL', 'Handlowiec');

INSERT INTO CDN.SystemCDN VALUES (1001, '(local)'), (1002, 'CDN_KNF_Konfiguracja'), (1, 'CDN_DEMO'), (3, '2026');

INSERT INTO CDN.FormyPlatnosci BY NAME
SELECT * FROM (VALUES (1, 'gotówka', 1, 1, 0, 1), (2, 'czek', 2, 2, 0, 0), (3, 'przelew', 2, 2, 14, 0), (4, 'kredyt', 4, 2, 30, 0),
    (5, 'karta', 3, 5, 0, 0), (6, 'przelew 7 dni', 2, 2, 7, 0)) AS t(FPl_FPlId, FPl_Nazwa, FPl_Typ, FPl_BRaId, FPl_Termin, FPl_Domyslna);

INSERT INTO CDN.DokDefinicje
SELECT id, symbol, nazwa, klasa, '@symbol/@numerN/@miesiac/@rok_kal'
FROM (VALUES (1, 'FA', 'Faktura sprzedaży', 302), (2, 'FZ', 'Faktura zakupu', 301), (3, 'WZ', 'Wydanie zewnętrzne', 306),
    (4, 'RO', 'Rezerwacja odbiorcy', 308), (5, 'RB', 'Raport bankowy', 1122), (6, 'RK', 'Raport kasowy', 1122), (7, 'KP', 'Wpłata', 1000),
    (8, 'KW', 'Wypłata', 1000), (9, 'BZ', 'Zdarzenie', 1001), (10, 'LP', 'Lista płac', 8), (11, 'FPF', 'Faktura pro forma', 320),
    (12, 'FKOR', 'Korekta sprzedaży', 302), (13, 'FZK', 'Korekta zakupu', 301)) AS t(id, symbol, nazwa, klasa);

INSERT INTO CDN.Magazyny VALUES (1, 'MAGAZYN', 'Magazyn główny'), (2, 'SKLEP', 'Sklep firmowy');

INSERT INTO CDN.BnkNazwy VALUES (1, 'BANK');

INSERT INTO CDN.BnkRachunki BY NAME
SELECT b.*, reg.opening AS BRa_SaldoBO, reg.opening_pln AS BRa_SaldoBOSys
FROM (VALUES (1, 'KASA', 'Kasa złotowa', 'KASA', 1, '', ''), (2, 'BANK', 'Rachunek bieżący', 'BANK', 2, '', ''),
    (3, 'EUR', 'Rachunek w euro', 'EUR', 2, '', 'EUR'), (4, 'USD', 'Rachunek w dolarach', 'USD', 2, '', 'USD'),
    (5, 'KARTA', 'Karta płatnicza', 'KARTA', 3, '', '')
) AS b(BRa_BRaID, BRa_Akronim, BRa_Nazwa, BRa_Symbol, BRa_Typ, BRa_RachunekNr, BRa_Waluta)
JOIN k_register AS reg ON reg.symbol = b.BRa_Symbol ORDER BY 1;

UPDATE CDN.BnkRachunki SET BRa_RachunekNr = b.nrb, BRa_BNaID = 1 FROM b_own AS b WHERE b.symbol = BRa_Symbol;

INSERT INTO CDN.Kategorie BY NAME
SELECT k AS Kat_KatID, kind AS Kat_Typ, IF(parent IS NULL, 1, 2) AS Kat_Poziom, parent AS Kat_ParentID, general AS Kat_KodOgolny,
    code AS Kat_KodSzczegol, name AS Kat_Opis, 23 AS Kat_Stawka, 2 AS Kat_Flaga, 23 AS Kat_Zrodlowa, 1 AS Kat_Odliczenia,
    CASE WHEN code = 'TOWARY' THEN 1 WHEN general = 'USŁUGI' THEN 4 ELSE 2 END AS Kat_RodzajZakupu, kpir AS Kat_KolumnaKPIR,
    IF(kind = 2, account, '') AS Kat_KontoSegmentWN, IF(kind = 1, account, '') AS Kat_KontoSegmentMA, draw(k, 3, 40) * 5000 AS Kat_Kwota,
    IF(parent IS NULL, 0, 1) AS Kat_Budzet
FROM b_cat ORDER BY k;

INSERT INTO CDN.Wymiary VALUES (1, 'BUDOWY', 'Budowy'), (2, 'KONTA_4', 'Koszty rodzajowe');

INSERT INTO CDN.Grupy VALUES (1, 'ZAKUP', 1), (2, 'SPRZEDAZ', 2), (3, 'ODBIORCY', 31), (4, 'DOSTAWCY', 31), (5, 'ZAGRANICA', 31), (6, 'STALI', 31);

INSERT INTO CDN.Kontrahenci BY NAME
SELECT 1 AS Knt_KntId, 1 AS Knt_PodmiotTyp, '!NIEOKREŚLONY!' AS Knt_Kod, 'Kontrahent nieokreślony' AS Knt_Nazwa1;
INSERT INTO CDN.Kontrahenci BY NAME
SELECT id AS Knt_KntId, 1 AS Knt_PodmiotTyp, code AS Knt_Kod, substr(name, 1, 50) AS Knt_Nazwa1, substr(name, 51, 50) AS Knt_Nazwa2,
    CASE WHEN country <> '' THEN 'ZAGRANICA' WHEN draw(id, 1, 5) = 0 THEN 'STALI' WHEN buys THEN 'ODBIORCY' ELSE 'DOSTAWCY' END AS Knt_Grupa,
    IF(country = '', IF(nip = '', '', 'PL'), country) AS Knt_NipKraj, nip AS Knt_Nip, nip AS Knt_NipE,
    IF(nip = '', '', 'PL' || nip) AS Knt_NipPelny, IF(country = '', 'Polska', country) AS Knt_Kraj,
    IF(country = '', ['mazowieckie', 'pomorskie', 'małopolskie', 'śląskie', 'lubelskie'][1 + draw(id, 2, 5)], '') AS Knt_Wojewodztwo,
    IF(country = '', ['Warszawa', 'Gdynia', 'Kraków', 'Katowice', 'Lublin'][1 + draw(id, 2, 5)], '') AS Knt_Miasto,
    ['Lipowa', 'Polna', 'Portowa', 'Leśna', 'Ogrodowa', 'Szkolna'][1 + draw(id, 3, 6)] AS Knt_Ulica, (1 + draw(id, 4, 98))::VARCHAR AS Knt_NrDomu,
    printf('%02d-%03d', 10 + draw(id, 5, 80), draw(id, 6, 900)) AS Knt_KodPocztowy,
    lower(regexp_replace(code, '[^A-Z0-9]', '', 'g')) || '@example.com' AS Knt_Email,
    3 AS Knt_FPlID, [0, 7, 14, 21, 30][1 + draw(id, 7, 5)] AS Knt_Termin, 1 AS Knt_TerminPlat, IF(draw(id, 8, 6) = 0, 1, 0) AS Knt_LimitFlag,
    IF(draw(id, 8, 6) = 0, 10000 * (1 + draw(id, 9, 9)), 0) AS Knt_LimitKredytu, IF(draw(id, 10, 40) = 0, 1, 0) AS Knt_Nieaktywny,
    CASE WHEN country = 'US' THEN 1 WHEN country <> '' THEN 3 ELSE 0 END AS Knt_Export, buys::TINYINT AS Knt_Rodzaj_Odbiorca,
    sells::TINYINT AS Knt_Rodzaj_Dostawca, k AS Knt_KatZakID, IF(draw(id, 11, 2) = 0, 8, 3) AS Knt_OpiekunTyp,
    IF(draw(id, 11, 2) = 0, 1 + draw(id, 12, 3), 1 + draw(id, 12, 12)) AS Knt_OpiekunId,
    IF(draw(id, 13, 20) = 0 AND id > 3, 2, NULL) AS Knt_GlID, nrb AS Knt_RachunekNr, 1 AS Knt_OpeZalID, 1 AS Knt_OpeModID, 'ADMIN' AS Knt_OpeZalKod, 'ADMIN' AS Knt_OpeModKod
FROM b_party LEFT JOIN (SELECT k, code AS cat FROM b_cat WHERE parent IS NOT NULL) USING (cat) WHERE typ = 1 ORDER BY 1;

INSERT INTO CDN.SchematPlatnosci
SELECT row_number() OVER (ORDER BY id), 1, id, nrb, 'rachunek podstawowy' FROM b_party WHERE typ = 1 AND nrb <> '' ORDER BY 1;

INSERT INTO CDN.DefAtrybuty VALUES (1, 'BRANŻA', 2, 3, 1), (2, 'REGION', 2, 1, 1), (3, 'PRIORYTET', 4, 2, 1), (4, 'DATA PRZEGLĄDU', 4, 4, 0), (5, 'KOLOR', 1, 1, 1);

INSERT INTO CDN.KntAtrybuty
SELECT id, 1, a, IF(a = 1, ['budowlana', 'handlowa', 'usługowa'][1 + draw(id, 21, 3)], ['północ', 'południe'][1 + draw(id, 22, 2)])
FROM b_party, (VALUES (1), (2)) AS t(a) WHERE typ = 1 AND draw(id, 20 + a, 3) > 0 ORDER BY id, a;

INSERT INTO CDN.PracKod SELECT id, code FROM b_party WHERE typ = 3 ORDER BY id;
INSERT INTO CDN.Dzialy VALUES (1, 'FIRMA', 'Cała firma', NULL), (2, 'BIURO', 'Biuro', 1), (3, 'MAGAZYN', 'Magazyn', 1), (4, 'HANDEL', 'Handel', 1);
INSERT INTO CDN.PracIdx SELECT id, id, code, split_part(name, ' ', 2), split_part(name, ' ', 1), 10, 0 FROM b_party WHERE typ = 3 ORDER BY id;

INSERT INTO CDN.PracEtaty
SELECT 2 * id - 1 + now, id, code, IF(now = 0, on_day(-730 - 30 * id), on_day(90 + 15 * id)), IF(now = 0, on_day(89 + 15 * id), TIMESTAMP '2999-12-31'),
    2 + id % 3, on_day(-730 - 30 * id), IF(id % 12 = 5, period_end() + INTERVAL 20 DAY, TIMESTAMP '2999-12-31'), wage(id) + now * 400,
    IF(id % 6 = 0, 99999, 110), 0, 0, period_end() + to_days(((id - 6) * 9)::INTEGER)
FROM b_party, (VALUES (0), (1)) AS t(now) WHERE typ = 3 ORDER BY 1;

INSERT INTO CDN.Umowy
SELECT row_number() OVER (ORDER BY id, n), id, format('UM/{}/{}', n + 1, id), on_day(200 + 180 * n), on_day(260 + 180 * n), 3000 + 100 * id, IF(n = 2 AND id % 2 = 0, 1000, 3000 + 100 * id)
FROM b_party, range(3) AS t(n) WHERE typ = 3 AND id > 8 ORDER BY 1;

INSERT INTO CDN.Uprawnienia
SELECT row_number() OVER (ORDER BY id, dkm), id, dkm, period_end() + to_days(((id - 5) * 12 + dkm % 50)::INTEGER) FROM b_party, (VALUES (52), (53)) AS t(dkm) WHERE typ = 3 ORDER BY 1;

INSERT INTO CDN.OAtrybuty SELECT id, id, 'Atrybut 1' FROM b_party WHERE typ = 3 ORDER BY id;
INSERT INTO CDN.OAtrybutyHist
SELECT id, IF(n = 0, TIMESTAMP '1900-01-01', on_day(400)), IF(n = 0, on_day(399), TIMESTAMP '2999-12-31'), ['A', 'B', 'C'][1 + (id + n) % 3]
FROM b_party, range(2) AS t(n) WHERE typ = 3 ORDER BY id, n;

INSERT INTO CDN.Wspolnicy VALUES (1, 'WSP1', 'Bursztynowicz', 'Aleksandra', 0), (2, 'WSP2', 'Morski', 'Tomasz', 0);
INSERT INTO CDN.WspolnicyUdzialy
VALUES (1, 1, TIMESTAMP '1900-01-01', on_day(365), 1, 2, 1, 2), (2, 2, TIMESTAMP '1900-01-01', on_day(365), 1, 2, 1, 2),
    (3, 1, on_day(366), TIMESTAMP '2999-12-31', 3, 5, 3, 5), (4, 2, on_day(366), TIMESTAMP '2999-12-31', 2, 5, 2, 5);

INSERT INTO CDN.TwrGrupy VALUES (1, -16, 1, 0, -16, 'Grupa główna'), (2, -16, 2, 1, -16, 'MEBLE'), (3, -16, 3, 1, -16, 'OŚWIETLENIE'), (4, -16, 4, 1, -16, 'USŁUGI');
INSERT INTO CDN.DefCeny VALUES (1, 1, 'zakupu', 1), (2, 2, 'hurtowa 1', 1), (3, 3, 'hurtowa 2', 1), (4, 4, 'detaliczna', 2);
INSERT INTO CDN.KodyCN VALUES (1, '94033011'), (2, '94013900'), (3, '94051140'), (4, '83040000');
INSERT INTO CDN.Producenci VALUES (1, 'SZUWAR', 'Fabryka Szuwar'), (2, 'PERKOZ', 'Zakłady Perkoz'), (3, 'GAWRON', 'Gawron Design');
INSERT INTO CDN.Marki VALUES (1, 'Perkoz'), (2, 'Zawilec'), (3, 'Gawron');

INSERT INTO CDN.Towary BY NAME
SELECT i AS Twr_TwrId, IF(service, 0, 1) AS Twr_Typ, code AS Twr_Kod, name AS Twr_Nazwa, upper(substr(name, 1, 40)) AS Twr_NazwaFiskalna, 1000 + i AS Twr_PLU,
    IF(service, '', ['PL', 'DE', 'CZ', 'PL'][1 + draw(i, 1, 4)]) AS Twr_KrajPochodzenia, ean AS Twr_EAN, 'KAT-' || i AS Twr_NumerKat, 'D' || code AS Twr_KodDostawcy,
    CASE WHEN service THEN 4 WHEN name LIKE 'Lampa%' THEN 3 ELSE 2 END AS Twr_TwGGIDNumer, unit AS Twr_JM, 23 AS Twr_Stawka, 2 AS Twr_Flaga, 23 AS Twr_Zrodlowa,
    23 AS Twr_StawkaZak, 2 AS Twr_FlagaZak, 23 AS Twr_ZrodlowaZak, 2 AS Twr_TwCNumer, 20 AS Twr_IloscMin, 500 AS Twr_IloscMax, 10 AS Twr_IloscZam,
    (SELECT min(id) + draw(i, 2, 20) FROM b_party WHERE typ = 1) AS Twr_KntId, 1 + draw(i, 3, 3) AS Twr_PrdId, 1 + draw(i, 4, 3) AS Twr_MrkId,
    IF(service, NULL, 1 + draw(i, 5, 4)) AS Twr_KCNId, draw(i, 6, 2) AS Twr_ESklep, IF(service, 0, 1.5 + draw(i, 7, 400) / 10) AS Twr_WagaKG, 10 AS Twr_MarzaMin,
    IF(service, price * 0.6, 0) AS Twr_KosztUslugi, 1 AS Twr_OpeZalID, 1 AS Twr_OpeModID
FROM b_item ORDER BY i;

INSERT INTO CDN.TwrCeny
SELECT i, n, IF(n = 4, 2, 1), round(price * [0.7, 1.0, 0.95, 1.353][n], 2), '', [0, 42.86, 35.71, 57.14][n], 0.01, 1 FROM b_item, range(1, 5) AS t(n) ORDER BY i, n;
INSERT INTO CDN.TwrESklep SELECT i, draw(i, 6, 2) FROM b_item ORDER BY i;
INSERT INTO CDN.TwrAtrybuty SELECT i, 5, ['biały', 'dąb', 'czarny'][1 + draw(i, 8, 3)] FROM b_item WHERE NOT service ORDER BY i;
INSERT INTO CDN.ZestawyTwr SELECT n, 1 + n * 3, 'ZESTAW ' || n FROM range(1, 6) AS t(n) ORDER BY n;
INSERT INTO CDN.ZestawyTwrSkladniki SELECT n, 2 + n * 3 + part, 1 + part FROM range(1, 6) AS t(n), range(2) AS s(part) ORDER BY n, part;
INSERT INTO CDN.Rabaty
SELECT row_number() OVER (ORDER BY id), 1, 1, id, NULL, 2 + draw(id, 14, 8), 0, 1, '', on_day(0), period_end() FROM b_party WHERE typ = 1 AND buys AND draw(id, 15, 6) = 0 ORDER BY 1;
