"""What speaks for a proposal and against it, in points: the score of a proposal is their sum, from 0 to 100.

Read the table so: a number in the title and the amount are 80 points, with the party's account 100. Account and
amount without a number are 55; an amount alone never passes 25. From 80 on little is left to check; below 40 a
proposal is a hint. Of one party only the best sign counts (account before NIP, code and name).
"""

from dataclasses import dataclass

from dekret.text.wording import Value, Wording


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason with its points; its sentence may hold `{fields}`."""

    points: int
    sentence: Wording

    def said(self, **values: Value) -> "Ground":
        """The same with its fields filled."""
        return Ground(self.points, self.sentence.fill(values))


# --- the number

NUMBER = Ground(50, Wording("numer {number} w tytule", "number {number} in the title"))
NUMBERS = Ground(50, Wording("numery w tytule: {numbers}", "numbers in the title: {numbers}"))
MAYBE_NUMBER = Ground(
    30,
    Wording("w tytule „{written}”: może numer {number}", "“{written}” in the title: perhaps number {number}"),
)
MAYBE_NUMBERS = Ground(30, Wording("w tytule może numery: {numbers}", "in the title perhaps numbers: {numbers}"))
TAX = Ground(35, Wording("okres i formularz zgodne", "period and form agree"))

# --- the party

ACCOUNT = Ground(25, Wording("rachunek podmiotu", "account of the party"))
TAX_ID = Ground(20, Wording("NIP podmiotu", "NIP of the party"))
CODE = Ground(20, Wording("akronim podmiotu", "code of the party"))
NAME = Ground(10, Wording("nazwa podmiotu", "name of the party"))

# --- the amount

EQUAL = Ground(30, Wording("kwota równa", "amount equal"))
SUM = Ground(30, Wording("kwota równa sumie {count} pozycji", "amount equal to the sum of {count} items"))
STATED = Ground(25, Wording("kwoty przy numerach w tytule: {amounts}", "amounts beside the numbers: {amounts}"))
PARTLY = Ground(
    15,
    Wording(
        "pozycja rozliczona już częściowo: nie wiadomo, ile zostało", "settled partly before: what is left is not known"
    ),
)
LESS = Ground(
    10, Wording("kwota mniejsza o {difference}: częściowa zapłata", "amount less by {difference}: a part is paid")
)
MORE = Ground(10, Wording("kwota większa o {difference}", "amount more by {difference}"))
VAT = Ground(5, Wording("kwota VAT równa", "VAT amount equal"))

# --- the date

DUE = Ground(5, Wording("termin płatności blisko daty przelewu", "due date near the date of the transfer"))
EARLY = Ground(-5, Wording("przelew przed datą dokumentu", "transfer before the date of the document"))

# --- what speaks against, or is worth knowing

ALONE = Ground(-10, Wording("sama kwota: ani numeru, ani podmiotu", "the amount alone: no number and no party"))
SAME = Ground(-15, Wording("są takie same propozycje: {count}", "equally good proposals: {count}"))
OTHER_SUMS = Ground(
    -15, Wording("inne pozycje podmiotu dają tę samą sumę", "other items of the party add up to the same")
)
OTHER_TAX_ID = Ground(-40, Wording("inny NIP podmiotu", "another NIP of the party"))
OTHER_ACCOUNT = Ground(-20, Wording("inny rachunek odbiorcy", "another account of the payee"))
OTHER_TAX = Ground(-40, Wording("inny okres lub formularz", "another period or form"))
OTHER_NUMBER = Ground(-15, Wording("tytuł podaje inny numer: {numbers}", "the title names another number: {numbers}"))
OLDEST = Ground(0, Wording("najstarsza pozycja podmiotu", "the oldest item of the party"))
OFFSETS = Ground(0, Wording("pomniejszono o {numbers}", "less {numbers}"))
UNKNOWN = Ground(0, Wording("w tytule także: {numbers} (nie ma takich pozycji)", "also in the title: {numbers}"))

TABLE = (
    *(NUMBER, NUMBERS, MAYBE_NUMBER, MAYBE_NUMBERS, TAX),
    *(ACCOUNT, TAX_ID, CODE, NAME),
    *(EQUAL, SUM, STATED, PARTLY, LESS, MORE, VAT),
    *(DUE, EARLY),
    *(ALONE, SAME, OTHER_SUMS, OTHER_TAX_ID, OTHER_ACCOUNT, OTHER_TAX, OTHER_NUMBER, OLDEST, OFFSETS, UNKNOWN),
)
"""All grounds, in the order in which a proposal states them."""


def score(grounds: tuple[Ground, ...]) -> int:
    """The sum of the points, from 0 to 100.

    >>> score((NUMBER, EQUAL, ACCOUNT)), score((EQUAL, ALONE)), score((LESS, OTHER_TAX_ID))
    (100, 20, 0)
    """
    return max(0, min(100, sum(ground.points for ground in grounds)))
