"""Sentences in the two languages of the product."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["pl", "en"]


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence, Polish and English; may hold `{fields}` to be filled."""

    pl: str
    en: str

    def in_(self, language: Language) -> str:
        return self.pl if language == "pl" else self.en

    @property
    def capital(self) -> "Wording":
        """The wording with a capital at its beginning."""
        return Wording(self.pl[:1].upper() + self.pl[1:], self.en[:1].upper() + self.en[1:])

    def fill(self, values: "dict[str, Value]") -> "Wording":
        """The sentence with its fields filled, each value in the language of the sentence.

        >>> Wording("brak {what}", "no {what}").fill({"what": Wording("konta", "account")})
        Wording(pl='brak konta', en='no account')
        """
        return Wording(
            self.pl.format_map({name: _in(value, "pl") for name, value in values.items()}),
            self.en.format_map({name: _in(value, "en") for name, value in values.items()}),
        )


Value: TypeAlias = str | int | Wording


def _in(value: Value, language: Language) -> str:
    return value.in_(language) if isinstance(value, Wording) else str(value)


def amount_wording(amount: Decimal) -> Wording:
    """An amount for a sentence: with a comma in Polish, a point in English.

    >>> amount_wording(Decimal("1.5"))
    Wording(pl='1,50', en='1.50')
    """
    english = f"{amount:.2f}"
    return Wording(english.replace(".", ","), english)


def amount_text(amount: Decimal, language: Language) -> str:
    """1 234,50 in Polish, 1,234.50 in English.

    >>> amount_text(Decimal("-1234.5"), "pl"), amount_text(Decimal("1234.5"), "en")
    ('-1 234,50', '1,234.50')
    """
    return _with_comma(f"{amount:,.2f}").in_(language)


def listed(words: "tuple[str, ...] | list[str]", *, limit: int = 12) -> str:
    """Words for a sentence: `a, b, c`, shortened beyond the limit.

    >>> listed(["a", "b", "c"], limit=2)
    'a, b, … (3)'
    """
    if len(words) <= limit:
        return ", ".join(words)
    return ", ".join(words[:limit]) + f", … ({len(words)})"


def number_wording(number: Decimal) -> Wording:
    """A number for a sentence, without zeros at its end: with a comma in Polish, a point in English.

    >>> number_wording(Decimal("12.500")), number_wording(Decimal("1000"))
    (Wording(pl='12,5', en='12.5'), Wording(pl='1 000', en='1,000'))
    """
    english = f"{number:,f}"
    return _with_comma(english.rstrip("0").rstrip(".") if "." in english else english)


def exact_wording(number: Decimal) -> Wording:
    """A price or an amount for a sentence, with all its places, two at least.

    >>> exact_wording(Decimal("12.5")), exact_wording(Decimal("1250.3150"))
    (Wording(pl='12,50', en='12.50'), Wording(pl='1 250,3150', en='1,250.3150'))
    """
    places = max(-int(number.as_tuple().exponent), 2)
    return _with_comma(f"{number:,.{places}f}")


def _with_comma(english: str) -> Wording:
    """A number of English in both languages."""
    return Wording(english.replace(",", " ").replace(".", ","), english)
