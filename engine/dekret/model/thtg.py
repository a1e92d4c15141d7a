"""What ThtgEsb, which carries data between the THTG Integrator and Optima, is told and tells (000:59–209).

The fields of a configuration have the names of the file `config.json`. What they have to agree on among themselves
(NIPs, accounts, licences) is said in `packs.thtg.config`.
"""

from typing import Annotated, Literal

from msgspec import Meta

from dekret.model.base import Record, Symbol
from dekret.model.family import Family
from dekret.model.parties import Party

Name = Annotated[str, Meta(min_length=1, max_length=255)]
CASH_AND_BANK = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0)
CASH_AND_BANK_PLUS = CASH_AND_BANK[:-1]
"""The two lists of the manual (000:213–227). They differ in nothing but their length: the text may have lost a digit
of the second, and the longer is what ThtgEsb has by default."""


class ThtgCompany(Record, frozen=True, kw_only=True, rename="camel"):
    """A company that ThtgEsb works for: a database of Optima."""

    name: Annotated[Name, Meta(title="Nazwa firmy w Optimie")]
    tax_id: Annotated[Name, Meta(title="NIP spółki")]
    accounts: Annotated[tuple[str, ...], Meta(title="Rachunki wyciągów bankowych")] = ()


class ThtgConfig(Record, frozen=True, kw_only=True, rename="camel"):
    """`config.json`: the operator, the licence that ThtgEsb takes, the companies it works for."""

    optima_user: Annotated[Name, Meta(title="Operator w Optimie")]
    optima_password: Annotated[str, Meta(title="Hasło operatora", max_length=255)]
    companies: Annotated[tuple[ThtgCompany, ...], Meta(title="Spółki", min_length=1)]
    application_mode: Annotated[tuple[int, ...], Meta(title="Moduły, do których loguje się ThtgEsb")] = CASH_AND_BANK


THTG_CONFIG: Family[ThtgConfig] = Family("thtg_config", "Konfiguracja", {"config": ThtgConfig})
"""The one record of the file, which has no `type`."""


class ThtgContractor(Record, frozen=True, kw_only=True):
    """What becomes of a contractor of the Integrator in Optima: it is there already, or to be created (000:70–77).

    `code` is that in Optima, `integrator_code` the one made of the id; of an agreement `clients` are all its clients.
    """

    action: Annotated[Literal["exists", "create"], Meta(title="Co zrobić")]
    code: Annotated[Symbol, Meta(title="Kod w Optimie")]
    integrator_code: Annotated[Symbol, Meta(title="Kod z Integratora")]
    party: Annotated[Party, Meta(title="Podmiot")]
    clients: Annotated[tuple[Party, ...], Meta(title="Klienci umowy")] = ()
