"""The configuration of ThtgEsb, which carries data between the THTG Integrator and Optima (000:171–207).

The names of the fields are those of its file `config.json`. What fields have to agree on among themselves (NIPs,
accounts, licences) is said in `packs.thtg.config`.
"""

from typing import Annotated

from msgspec import Meta

from dekret.model.base import Record
from dekret.model.family import Family

Name = Annotated[str, Meta(min_length=1, max_length=255)]
CASH_AND_BANK = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0)
CASH_AND_BANK_PLUS = CASH_AND_BANK[:-1]
"""The two lists of the manual (000:215–223). They differ in nothing but their length: the text may have lost a digit
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
