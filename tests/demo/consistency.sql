-- Zapytania, które znajdują to, czego w bazie być nie może; nad każdym, co ma być.

-- entries balance
SELECT DeN_DeNId FROM CDN.DekretyNag JOIN CDN.DekretyElem ON DeE_DeNId = DeN_DeNId GROUP BY ALL
    HAVING coalesce(sum(DeE_Kwota) FILTER (DeE_AccWnId IS NOT NULL), 0) <> coalesce(sum(DeE_Kwota) FILTER (DeE_AccMaId IS NOT NULL), 0)
    OR any_value(DeN_KwotaWn) <> any_value(DeN_KwotaMa) OR any_value(DeN_KwotaWn) <> coalesce(sum(DeE_Kwota) FILTER (DeE_AccWnId IS NOT NULL), 0);

-- a line has one side
SELECT 1 FROM CDN.DekretyElem WHERE (DeE_AccWnId IS NULL) = (DeE_AccMaId IS NULL);

-- accounts are of the year
SELECT 1 FROM CDN.DekretyElem JOIN CDN.DekretyNag ON DeN_DeNId = DeE_DeNId
    JOIN CDN.Konta ON Acc_AccId = coalesce(DeE_AccWnId, DeE_AccMaId) WHERE Acc_OObId <> DeN_OObId
    OR Acc_Numer <> coalesce(DeE_KontoWn, DeE_KontoMa) OR DeN_OObId <> year(DeN_DataDok) - 2023;

-- no posting to an account above others
SELECT 1 FROM CDN.DekretyElem JOIN CDN.Konta
    ON Acc_AccId = coalesce(DeE_AccWnId, DeE_AccMaId) WHERE Acc_Analityka = 1;

-- numbers in a journal have no gaps
SELECT 1 FROM CDN.DekretyNag WHERE DeN_Bufor = 0 GROUP BY DeN_DziId
    HAVING count(*) <> max(DeN_NrDziennika) OR count(DISTINCT DeN_NrDziennika) <> count(*) OR min(DeN_NrDziennika) <> 1;

-- numbers in the ledger have no gaps
SELECT 1 FROM CDN.DekretyNag WHERE DeN_Bufor = 0 AND DeN_Typ = 0 GROUP BY DeN_OObId
    HAVING count(*) <> max(DeN_NrKsiegi) OR count(DISTINCT DeN_NrKsiegi) <> count(*) OR min(DeN_NrKsiegi) <> 1;

-- turnovers are sums of lines
SELECT 1 FROM (SELECT coalesce(DeE_AccWnId, DeE_AccMaId) AS account, year(DeN_DataDok) * 100 + month(DeN_DataDok) AS ym, DeN_Typ AS typ,
    sum(IF(DeE_AccWnId IS NOT NULL AND DeN_Bufor = 0, DeE_Kwota, 0)) AS wn, sum(IF(DeE_AccMaId IS NOT NULL AND DeN_Bufor = 0, DeE_Kwota, 0)) AS ma, sum(IF(DeN_Bufor = 0, 0, DeE_Kwota)) AS waiting
    FROM CDN.DekretyElem JOIN CDN.DekretyNag ON DeN_DeNId = DeE_DeNId GROUP BY ALL)
FULL JOIN CDN.Obroty ON Obr_AccId = account AND Obr_RokMies = ym AND Obr_Typ = typ
WHERE (Obr_ObrotyWn = wn AND Obr_ObrotyMa = ma AND Obr_ObrotyWnBufor + Obr_ObrotyMaBufor = waiting) IS NOT TRUE;

-- VAT headers are sums
SELECT VaN_VaNID FROM CDN.VatNag JOIN CDN.VatTab ON VaT_VaNID = VaN_VaNID GROUP BY ALL
    HAVING any_value(VaN_RazemNetto) <> sum(VaT_Netto) OR any_value(VaN_RazemVAT) <> sum(VaT_VAT)
    OR any_value(VaN_RazemBrutto) <> sum(VaT_Netto + VaT_VAT);

-- trade headers are sums
SELECT TrN_TrNID FROM CDN.TraNag JOIN CDN.TraElem ON TrE_TrNId = TrN_TrNID GROUP BY ALL
    HAVING any_value(TrN_RazemNetto) <> sum(TrE_WartoscNetto) OR any_value(TrN_RazemBrutto) <> sum(TrE_WartoscBrutto);

-- no more is settled than there is
SELECT 1 FROM CDN.BnkZdarzenia WHERE BZd_Kwota <= 0 OR BZd_KwotaRoz < 0
    OR BZd_KwotaRoz + BZd_KwotaNP > BZd_Kwota;

-- settled in whole exactly when marked so
SELECT 1 FROM CDN.BnkZdarzenia
    WHERE (BZd_Rozliczono = 2) <> (BZd_KwotaRoz + BZd_KwotaNP = BZd_Kwota) OR (BZd_Rozliczono = 2) <> (BZd_DataRoz IS NOT NULL);

-- planned payments sum their settlements
SELECT 1 FROM CDN.BnkZdarzenia LEFT JOIN (SELECT id, sum(amount) AS amount FROM
    (SELECT BRK_LDokID AS id, BRK_Kwota AS amount FROM CDN.BnkRozKwoty UNION ALL SELECT BRK_PDokID, BRK_Kwota FROM CDN.BnkRozKwoty
    WHERE BRK_PDokTyp = 1) GROUP BY id) ON id = BZd_BZdID WHERE BZd_KwotaRoz <> coalesce(amount, 0);

-- cash entries sum their settlements
SELECT 1 FROM CDN.BnkZapisy LEFT JOIN (SELECT BRK_PDokID AS id, sum(BRK_Kwota) AS amount
    FROM CDN.BnkRozKwoty WHERE BRK_PDokTyp = 2 GROUP BY id) ON id = BZp_BZpID
    WHERE BZp_KwotaRoz <> coalesce(amount, 0) OR BZp_KwotaRoz > BZp_Kwota;

-- settlement rows sum their history
SELECT 1 FROM CDN.KsiRozrachunki LEFT JOIN (SELECT id, sum(amount) AS amount FROM
    (SELECT KRz_KRoIdWn AS id, KRz_Kwota AS amount FROM CDN.KsiRozliczenia UNION ALL SELECT KRz_KRoIdMa, KRz_Kwota FROM CDN.KsiRozliczenia)
    GROUP BY id) ON id = KRo_KRoId WHERE KRo_SumRozliczen <> coalesce(amount, 0) OR abs(KRo_SumRozliczen) > abs(KRo_KwotaDok);

-- both sides of a settlement are on one account
SELECT 1 FROM CDN.KsiRozliczenia JOIN CDN.KsiRozrachunki AS w ON w.KRo_KRoId = KRz_KRoIdWn
    JOIN CDN.KsiRozrachunki AS m ON m.KRo_KRoId = KRz_KRoIdMa WHERE w.KRo_Konto <> m.KRo_Konto OR w.KRo_Strona <> 1 OR m.KRo_Strona <> 2
    OR KRz_DataRoz < greatest(w.KRo_DataDokumentu, m.KRo_DataDokumentu);

-- settlement rows are lines
SELECT 1 FROM CDN.KsiRozrachunki JOIN CDN.DekretyElem ON DeE_DeEId = KRo_DeEId
    WHERE KRo_KwotaDok <> DeE_Kwota OR KRo_Konto <> coalesce(DeE_KontoWn, DeE_KontoMa);

-- reports chain
SELECT 1 FROM (SELECT BRp_SaldoBOSys AS opening, lag(BRp_SaldoBOSys + BRp_PrzychodySys - BRp_RozchodySys)
    OVER (PARTITION BY BRp_BRaID ORDER BY BRp_DataDok, BRp_BRpID) AS before FROM CDN.BnkRaporty) WHERE opening <> before;

-- registers are never overdrawn
SELECT 1 FROM CDN.BnkRaporty WHERE BRp_SaldoBO + BRp_Przychody - BRp_Rozchody < 0;

-- account 131 is the bank
SELECT 1 FROM (SELECT sum(DeK_Kwota * IF(DeK_Strona = 1, 1, -1)) AS ledger FROM CDN.DekretyKonta
    JOIN CDN.Konta ON Acc_AccId = DeK_AccId JOIN CDN.DekretyNag ON DeN_DeNId = DeK_DeNId WHERE Acc_Numer = '131' AND (DeN_Typ = 0 OR DeN_OObId = 1)),
    (SELECT sum(BRp_PrzychodySys - BRp_RozchodySys) + min(BRa_SaldoBOSys) AS bank FROM CDN.BnkRaporty JOIN CDN.BnkRachunki ON BRa_BRaID = BRp_BRaID
    WHERE BRa_Symbol = 'BANK') WHERE ledger <> bank;

-- opening balances balance
SELECT 1 FROM CDN.Obroty WHERE Obr_Typ = 1 GROUP BY Obr_RokMies HAVING sum(Obr_ObrotyWn) <> sum(Obr_ObrotyMa);

-- assets are written off by their documents
SELECT 1 FROM CDN.Trwale JOIN CDN.TrwaleHist ON SrH_SrTID = SrT_SrTID GROUP BY SrT_SrTID
    HAVING sum(SrH_KwotaBilan) < sum(SrH_KwotaUm) OR sum(SrH_KwotaAm) > max(SrT_WartoscKoszt);

-- the stock is never below zero
SELECT 1 FROM CDN.TwrIlosci WHERE TwI_Ilosc < 0;

-- payslips sum
SELECT 1 FROM CDN.Wyplaty JOIN CDN.WypElementy ON WPE_WplId = WPL_WplId JOIN CDN.BnkZdarzenia ON BZd_DokumentTyp = 8
    AND BZd_DokumentID = WPL_WplId GROUP BY WPL_WplId HAVING any_value(BZd_Kwota) <>
    sum(WPE_Wartosc - WPE_SklEmerPrac - WPE_SklRentPrac - WPE_SklChorPrac - WPE_SklZdrow - WPE_ZalFis);

-- opening balances are what the year before left
SELECT 1 FROM (SELECT b.Acc_AccId AS account, sum(Obr_ObrotyWn + Obr_ObrotyWnBufor - Obr_ObrotyMa - Obr_ObrotyMaBufor) AS before
    FROM CDN.Obroty JOIN CDN.Konta AS a ON a.Acc_AccId = Obr_AccId JOIN CDN.Konta AS b ON b.Acc_PrevAccId = a.Acc_AccId WHERE a.Acc_Numer < '4' GROUP BY account)
LEFT JOIN (SELECT Obr_AccId, Obr_ObrotyWn - Obr_ObrotyMa AS opening FROM CDN.Obroty WHERE Obr_Typ = 1) ON Obr_AccId = account WHERE before <> coalesce(opening, 0);

-- payments are of the party of the invoice
SELECT 1 FROM CDN.BnkRozKwoty JOIN CDN.BnkZdarzenia ON BZd_BZdID = BRK_LDokID JOIN CDN.BnkZapisy ON BRK_PDokTyp = 2 AND BZp_BZpID = BRK_PDokID
WHERE BZd_PodmiotTyp <> BZp_PodmiotTyp OR BZd_PodmiotID <> BZp_PodmiotID OR BZd_Kierunek <> BZp_Kierunek;
