"""`dekret thtg test`: whether the `config.json` of ThtgEsb is right, all that is wrong with it at once (000:172–233).

The fields and their types are those of `model.thtg.ThtgConfig`; here stands what more is asked: NIPs and accounts with
their check digits, nothing twice, a licence. A password is never shown: it is starred out before the file is read.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dekret.intake.json_reader import read_one
from dekret.intake.locate import locate
from dekret.intake.received import Rejected
from dekret.model.thtg import CASH_AND_BANK, CASH_AND_BANK_PLUS, THTG_CONFIG, ThtgCompany, ThtgConfig
from dekret.packs.thtg import config_problems as problems
from dekret.text.diagnostic import Diagnostic, Problem, Related
from dekret.text.encoding import read_source
from dekret.text.nearest import plain
from dekret.text.source import Source, Span
from dekret.text.wording import Wording
from dekret.values.identifiers import is_nip, is_nrb, plain_account, plain_tax_id

_TEXT = r'"(?:[^"\\\n]|\\.)*"?'
_SECRET = re.compile(
    rf'("[^"\n]*(?:password|has[łl]o|pwd)[^"\n]*"\s*:\s*)({_TEXT}|[\[{{][^\]}}]*|[^\s,}}\]]+)', re.IGNORECASE
)
_LENGTHS = (len(CASH_AND_BANK_PLUS), len(CASH_AND_BANK))
_LICENCES = {
    CASH_AND_BANK: Wording("Kasa/Bank", "Cash/Bank"),
    CASH_AND_BANK_PLUS: Wording("Kasa/Bank Plus", "Cash/Bank Plus"),
}
_Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Tested:
    """What was found: the configuration, None where it cannot be read, and what is to be said of it."""

    config: ThtgConfig | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def licence(self) -> Wording:
        """The module whose licence ThtgEsb takes."""
        unknown = Wording("inny moduł", "another module")
        return _LICENCES.get(self.config.application_mode, unknown) if self.config else unknown


def read_config(name: str, data: bytes) -> Tested:
    """Everything that is wrong with a configuration, each at its place; `name` is that of its file."""
    source, warnings = read_source(name, data)
    if warnings and not source.text:
        return Tested(None, warnings)
    source = replace(source, text=_SECRET.sub(_starred, source.text))
    if not source.text.strip():
        return Tested(None, (*warnings, problems.EMPTY_FILE.at(source.span(0, 0))))
    config = read_one(source, THTG_CONFIG)
    if isinstance(config, Rejected):
        readable = _readable(source)
        further = _Test(source, readable).all() if readable else ()
        return Tested(None, (*warnings, *config.diagnostics, *further))
    return Tested(config, (*warnings, *_Test(source, config).all()))


def _readable(source: Source) -> ThtgConfig | None:
    """What can be read of a configuration that has wrong fields, in whose place stands what nothing is said of."""
    try:
        data = json.loads(source.text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    password, mode, companies = (data.get(name) for name in ("optimaPassword", "applicationMode", "companies"))
    return ThtgConfig(
        optima_user="",
        optima_password=password if isinstance(password, str) else "?",
        companies=tuple(_company(each) for each in companies) if isinstance(companies, list) else (),
        application_mode=tuple(mode) if isinstance(mode, list) and all(type(m) is int for m in mode) else CASH_AND_BANK,
    )


def _company(data: object) -> ThtgCompany:
    """What can be read of a company; its accounts only where all of them can be."""
    fields: dict[str, object] = data if isinstance(data, dict) else {}
    name, tax_id, accounts = (fields.get(key) for key in ("name", "taxId", "accounts"))
    return ThtgCompany(
        name=name if isinstance(name, str) else "",
        tax_id=tax_id if isinstance(tax_id, str) else "",
        accounts=tuple(accounts) if isinstance(accounts, list) and all(isinstance(a, str) for a in accounts) else (),
    )


def _named(company: ThtgCompany, index: int) -> str:
    return company.name or f"#{index + 1}"


def _starred(found: re.Match[str]) -> str:
    """The name of a secret with stars for its value, as long as that: places stay what they are."""
    name, value = found[1], found[2]
    if value[0] in '"[{':
        return name + re.sub(_TEXT, lambda text: _stars(text[0]), value)
    return name + "1" * len(value)


def _stars(text: str) -> str:
    closed = text.endswith('"') and len(text) > 1
    return f'"{"*" * (len(text) - 1 - closed)}{chr(34) if closed else ""}'


@dataclass(frozen=True, slots=True)
class _Test:
    source: Source
    config: ThtgConfig

    def all(self) -> Iterator[Diagnostic]:
        if not self.config.optima_password:
            yield problems.EMPTY_PASSWORD.at(self._place("optimaPassword"))
        yield from self._licence()
        yield from self._tax_ids()
        yield from self._accounts()
        yield from self._repeated()

    def _place(self, *path: str | int) -> Span:
        return self.source.span(*locate(self.source.text, path))

    def _licence(self) -> Iterator[Diagnostic]:
        """Two lists are known; others of their form may be of other versions of Optima."""
        mode = self.config.application_mode
        if mode in _LICENCES:
            return
        place = self._place("applicationMode")
        if len(mode) not in _LENGTHS or not set(mode) <= {0, 1}:
            yield problems.BAD_MODE.at(place, count=len(mode))
        elif 1 not in mode:
            yield problems.NO_LICENCE.at(place)
        else:
            places = ", ".join(str(number) for number, each in enumerate(mode, 1) if each)
            yield problems.UNKNOWN_MODE.at(place, places=places)

    def _tax_ids(self) -> Iterator[Diagnostic]:
        for index, company in enumerate(self.config.companies):
            if not company.tax_id.strip():
                continue
            digits = plain_tax_id(company.tax_id)
            place = ("companies", index, "taxId")
            if not (len(digits) == 10 and digits.isascii() and digits.isdigit()):
                yield problems.NO_TAX_ID.at(self._place(*place), given=company.tax_id, name=_named(company, index))
            elif not is_nip(digits):
                yield problems.OTHER_CHECK_DIGIT.at(
                    self._place(*place), given=company.tax_id, name=_named(company, index)
                )

    def _accounts(self) -> Iterator[Diagnostic]:
        for index, company in enumerate(self.config.companies):
            for number, account in enumerate(company.accounts):
                if not is_nrb(plain_account(account).removeprefix("PL")):
                    place = self._place("companies", index, "accounts", number)
                    yield problems.BAD_ACCOUNT.at(place, account=account, name=_named(company, index))

    def _repeated(self) -> Iterator[Diagnostic]:
        """A name, a NIP or an account that two companies have: nobody could tell then which is meant."""
        first: dict[tuple[Problem, str], _Path] = {}
        for problem, shown, key, path in self._keys():
            if not key:
                continue
            if (problem, key) in first:
                there = self._place(*first[problem, key])
                where = Related(there, Wording("pierwszy raz tutaj", "first here"))
                yield problem.at(self._place(*path), related=(where,), text=shown)
            first.setdefault((problem, key), path)

    def _keys(self) -> Iterator[tuple[Problem, str, str, _Path]]:
        for index, company in enumerate(self.config.companies):
            at: _Path = ("companies", index)
            yield problems.NAME_TWICE, company.name, plain(company.name), (*at, "name")
            yield problems.TAX_ID_TWICE, company.tax_id, plain_tax_id(company.tax_id), (*at, "taxId")
            for number, account in enumerate(company.accounts):
                key = plain_account(account).removeprefix("PL")
                yield problems.ACCOUNT_TWICE, account, key, (*at, "accounts", number)
