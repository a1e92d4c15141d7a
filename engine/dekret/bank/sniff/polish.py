"""How much sense a word makes: Polish letters beside those that they stand beside in the words of bank files (6.4).

Symbols, box drawing and control characters inside words speak against a reading.
"""

from unicodedata import category

from dekret.bank.charsets import Charset

_POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
_WORDS = """
tytuł opłata opłaty płatność płatności należność należności wpłata wypłata spłata przelew księgowania początkowe
końcowe obciążenie obciążenia uznań spółka spółki spółdzielnia spółdzielczy usługa usługi usług łączna środki środków
składka składki miesięczna właściciel złoty złotych złotówki łódź kraków gdańsk gdynia poznań wrocław rzeszów
białystok toruń częstochowa dąbrowa żory bank śląski śląskie małopolski pocztowa główna świętego żwirki święty
słowackiego książka książki ubezpieczeń społecznych urząd urzędu sąd sądu zwrot zaległość zaległości dnia październik
września grudzień styczeń sierpień kwiecień część części różnica różne będzie są się gotówka gotówkowa bieżący bieżące
rejestrów dłużnik wierzyciel późniejsze źródło źródła żółw żółć gęślą jaźń pięć dziewięć dziesięć sześć piętnaście
miesiąc zażółć wynagrodzenie pożyczka pożyczki odsetki zasiłek zdrowotna całość zmiana łąka łukasz michał paweł
stanisława władysław małgorzata wójcik wiśniewski wróbel gołębiowski kowalówka zając dąbrowski kamiński zieliński
szymański woźniak kozłowski pawłowski michałowski król wieczór jabłoński piątek zakupów sprzedaż odbiór współpraca
łączność śruby nakrętki węgiel cegła drążki artykuły żywność słoik kołnierz źrebię ćwiartka oświata ruń kość gość ość
dąb kąt pąk
"""
"""Words of bank files: the letters that stand beside Polish ones are taken from them."""
_PAIRS = frozenset(
    pair for word in _WORDS.split() for pair in zip(f" {word}", f"{word} ", strict=True) if not _POLISH.isdisjoint(pair)
)
_TYPOGRAPHY = frozenset("„”“’‘–—…§°\xa0«»×€±")


def sense(word: bytes, page: Charset) -> int:
    """How much sense a word makes in a page."""
    try:
        text = page.decode(word)
    except UnicodeDecodeError:
        return -6
    score, around = 0, f" {text} "
    for index, letter in enumerate(text, start=1):
        if letter.isascii():
            continue
        before, after = around[index - 1], around[index + 1]
        score += _sense_of(letter, before, after)
    return score


def _sense_of(letter: str, before: str, after: str) -> int:
    """How well a character stands between two others."""
    if letter in _POLISH:
        pairs = ((before.casefold(), letter.casefold()), (letter.casefold(), after.casefold()))
        score = 1 + 2 * sum(pair in _PAIRS for pair in pairs)
        strange = (before.islower() and letter.isupper()) or (before.isupper() and letter.islower() and after.isupper())
        return -2 if strange else score
    alone = not before.isalpha() and not after.isalpha()
    if letter in _TYPOGRAPHY:
        return -3 if before.isalpha() and after.isalpha() else 1
    if letter.isalpha():
        return -1
    return -6 if category(letter) == "Cc" else -1 if alone else -4
