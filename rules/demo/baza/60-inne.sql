-- Stany magazynu, serwis, oferty, noty i to, o co pytają kolumny użytkownika.

INSERT INTO CDN.TwrIlosci BY NAME
SELECT TrS_TwrId AS TwI_TwrId, mag AS TwI_MagId, date AS TwI_Data, qty AS TwI_Ilosc, round(qty * round(price * 0.7, 2), 2) AS TwI_Wartosc, draw(TrS_TwrId + ym(date), 61, 4) AS TwI_Rezerwacje, draw(TrS_TwrId + ym(date), 62, 9) AS TwI_Zamowienia, draw(TrS_TwrId + ym(date), 63, 2) AS TwI_Braki
FROM (SELECT TrS_TwrId, date, price, stock + sum(change) OVER (PARTITION BY TrS_TwrId ORDER BY date) AS qty
    FROM (SELECT i.i AS TrS_TwrId, i.price, month_end(m.m) AS date, coalesce(change, 0) AS change, coalesce(total, 0) + 50 AS stock
        FROM b_item AS i CROSS JOIN range(months()) AS m(m) LEFT JOIN (SELECT TrS_TwrId, last_day(TrS_DataOpe)::TIMESTAMP AS date, sum(IF(TrS_Typ = 1, TrS_Ilosc, -TrS_Ilosc)) AS change FROM CDN.TraSElem GROUP BY ALL) AS t ON t.TrS_TwrId = i.i AND t.date = month_end(m.m)
        LEFT JOIN (SELECT TrS_TwrId, sum(TrS_Ilosc) FILTER (TrS_Typ = 2) AS total FROM CDN.TraSElem GROUP BY ALL) AS s ON s.TrS_TwrId = i.i WHERE NOT i.service)), (VALUES (1), (NULL)) AS t(mag) ORDER BY 1, 2, 3;

INSERT INTO CDN.TwrZasoby BY NAME
SELECT TwI_TwrId AS TwZ_TwrId, 1 AS TwZ_MagId, IF(part = 0, TwI_Ilosc // 3, TwI_Ilosc - TwI_Ilosc // 3) AS TwZ_Ilosc, round(IF(part = 0, TwI_Ilosc // 3, TwI_Ilosc - TwI_Ilosc // 3) * cost, 2) AS TwZ_Wartosc, cost AS TwZ_Cena,
    period_end() - to_days((20 + 60 * part + draw(TwI_TwrId, 64, 30))::INTEGER) AS TwZ_Data, (SELECT max(TrS_TrSID) FROM CDN.TraSElem WHERE TrS_TwrId = TwI_TwrId AND TrS_Typ = 1 AND TrS_Ilosc > 0) AS TwZ_TrSIdDost
FROM (SELECT *, round(price * 0.7, 2) AS cost FROM CDN.TwrIlosci JOIN b_item ON i = TwI_TwrId WHERE TwI_MagId = 1 AND TwI_Data = period_end()), range(2) AS t(part) WHERE TwI_Ilosc > 3 ORDER BY 1, part;

INSERT INTO CDN.WdrKopieElektroniczne SELECT row_number() OVER (ORDER BY TrN_TrNID), TrN_TrNID, TrN_TypDokumentu FROM CDN.TraNag WHERE TrN_TypDokumentu = 302 AND draw(TrN_TrNID, 65, 3) = 0 ORDER BY 1;
INSERT INTO CDN.DokRelacje
SELECT row_number() OVER (ORDER BY typ, TrN_TrNID), typ, 1 + draw(TrN_TrNID, 66, 20), TrN_TypDokumentu, TrN_TrNID FROM CDN.TraNag, (VALUES (1011), (800)) AS t(typ)
WHERE TrN_TypDokumentu = 302 AND draw(TrN_TrNID, typ, IF(typ = 800, 40, 4)) = 0 ORDER BY 1;
INSERT INTO CDN.SenditZleceniePrzesylki
SELECT n, 'SZL/' || n, string_agg(TrN_TrNID::VARCHAR, ',' ORDER BY TrN_TrNID), 302 FROM (SELECT TrN_TrNID, 1 + TrN_TrNID // 40 AS n FROM CDN.TraNag WHERE TrN_TypDokumentu = 302 AND draw(TrN_TrNID, 67, 5) = 0) GROUP BY n ORDER BY n;
INSERT INTO CDN.SentNag SELECT n, 'SENT2026' || (1000 + n), on_day(n * 13) FROM range(1, 11) AS t(n) ORDER BY n;
INSERT INTO CDN.SentElement SELECT n * 2 - 1 + part, n, ['94033011', '94051140'][1 + part] FROM range(1, 11) AS t(n), range(2) AS s(part) WHERE part = 0 OR n % 3 = 0 ORDER BY 1;
INSERT INTO CDN.TraElemAtr SELECT TrE_TrEID, IF(n = 0, 5, 4), IF(n = 0, 'KOLOR', 'DATA PRZEGLĄDU'), IF(n = 0, ['biały', ''][1 + draw(TrE_TrEID, 68, 2)], (82000 + draw(TrE_TrEID, 69, 600))::VARCHAR)
FROM CDN.TraElem, range(2) AS t(n) WHERE draw(TrE_TrEID, 70 + n, 10) = 0 ORDER BY 1, 2;
INSERT INTO CDN.DokAtrybuty BY NAME SELECT VaN_VaNID AS DAt_VaNID, VaN_TrnID AS DAt_TrNId, 3 AS DAt_DeAId, (1 + draw(VaN_VaNID, 72, 3))::VARCHAR AS DAt_WartoscTxt FROM CDN.VatNag WHERE draw(VaN_VaNID, 73, 20) = 0 ORDER BY 1;

INSERT INTO CDN.SrsUrzadzenia SELECT n, 'Urządzenie klienta ' || n, 'opis urządzenia ' || n FROM range(1, 13) AS t(n) ORDER BY n;
INSERT INTO CDN.SrsZlecenia SELECT n, 'ZSR/' || n, on_day(n * 20), 1, 2 + draw(n, 74, 20), 1 + n % 12, 1 + n % 4 FROM range(1, 31) AS t(n) ORDER BY n;
INSERT INTO CDN.SrsCzesci SELECT n, n, 1 + n % 60, 1 + n % 3 FROM range(1, 31) AS t(n) ORDER BY n;
INSERT INTO CDN.OfertyDok SELECT n, 'OFE/' || n, on_day(n * 30) FROM range(1, 21) AS t(n) ORDER BY n;
INSERT INTO CDN.OfertyKnt SELECT n, n, 2 + draw(n, 75, 20) FROM range(1, 21) AS t(n) ORDER BY n;
INSERT INTO CDN.SekEtapy VALUES (1, 'NOWY'), (2, 'DEKRETACJA'), (3, 'AKCEPTACJA'), (4, 'KONIEC');
INSERT INTO CDN.DokNagWersja SELECT n, 'Umowa ' || n, 'OBIEG-' || (1 + n % 2), 1 + n % 4 FROM range(1, 16) AS t(n) ORDER BY n;

INSERT INTO CDN.BnkDokNag SELECT n, 223, 'PS/' || n, period_end(), 1, p, amount FROM (SELECT row_number() OVER (ORDER BY BZd_PodmiotID) AS n, BZd_PodmiotID AS p, sum(BZd_Kierunek * (BZd_KwotaSys - BZd_KwotaRozSys - BZd_KwotaNPSys)) AS amount
    FROM CDN.BnkZdarzenia WHERE BZd_Rozliczono = 1 AND BZd_PodmiotTyp = 1 AND BZd_PodmiotID <= 12 GROUP BY p) ORDER BY n;
INSERT INTO CDN.BnkDokElem SELECT BDN_BDNId, BZd_BZdID FROM CDN.BnkDokNag JOIN CDN.BnkZdarzenia ON BZd_PodmiotTyp = 1 AND BZd_PodmiotID = BDN_PodmiotID AND BZd_Rozliczono = 1 ORDER BY 1, 2;
INSERT INTO CDN.KsiDokElem SELECT n, line, open FROM (SELECT dense_rank() OVER (ORDER BY KRo_PodmiotId) AS n, KRo_DeEId AS line, KRo_KwotaDok - KRo_SumRozliczen AS open
    FROM CDN.KsiRozrachunki WHERE KRo_Strona = 1 AND KRo_PodmiotTyp = 1 AND KRo_KwotaDok > KRo_SumRozliczen AND KRo_TerminPlatnosci < period_end() - INTERVAL 60 DAY AND KRo_PodmiotId <= 20) ORDER BY 1, 2;
INSERT INTO CDN.KsiDokNag SELECT KDE_KDNID, 111 + KDE_KDNID % 3, ['PS', 'PON', 'NO'][1 + KDE_KDNID % 3] || '/' || KDE_KDNID, period_end(), 1, min(KRo_PodmiotId), sum(KDE_Kwota) FROM CDN.KsiDokElem JOIN CDN.KsiRozrachunki ON KRo_DeEId = KDE_DeEID GROUP BY KDE_KDNID ORDER BY 1;
INSERT INTO CDN.SpisyNatury SELECT 2 * y + 1 + e, IF(e = 0, day_of(y), day_of(y + 1) - to_days(1)), 40000 + draw(2 * y + e + IF(e = 1, 1, 0), 76, 90) * 100, e FROM range(getvariable('years')) AS t(y), range(2) AS s(e) ORDER BY 1;
INSERT INTO CDN.Ryczalt BY NAME SELECT KPR_KPRID AS RYC_RYCID, KPR_DataOpe AS RYC_DataPrz, KPR_DataOpe AS RYC_DataWpi, KPR_Dokument AS RYC_Dokument, IF(KPR_KPRID % 2 = 0, KPR_Sprzedaz, 0) AS RYC_Przychod3, IF(KPR_KPRID % 2 = 1, KPR_Sprzedaz, 0) AS RYC_Przychod5, KPR_KatID AS RYC_KatID, KPR_Bufor AS RYC_Bufor
FROM CDN.ZapisyKPR WHERE KPR_Sprzedaz <> 0 AND KPR_DataOpe < on_day(90) ORDER BY 1;
INSERT INTO CDN.ZestKsiNag VALUES (1, 'RZIS', 'Rachunek zysków i strat');
INSERT INTO CDN.ZestKsiPoz VALUES (1, 1, 'A', 'Przychody', '@ObrotyMa(731)'), (2, 1, 'B', 'Koszty', '@ObrotyWn(4)'), (3, 1, 'C', 'Wynik', '@Zestawienie(A) - @Zestawienie(B)');
