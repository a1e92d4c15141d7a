"""Proposals for the lines of statements: every version of the rules of a symbol compiled once, chosen by the day."""

import datetime as dt
from dataclasses import dataclass, field

from dekret.banklines.compile import Proposed, Proposer, compile_rules
from dekret.banklines.macros import Around
from dekret.errors import UsageError
from dekret.model.statements import BankLine
from dekret.packs.library import Library
from dekret.text.wording import listed


@dataclass(slots=True)
class Proposals:
    """The rules of one symbol over lines of one register; each line takes the version that holds on its day."""

    library: Library
    symbol: str
    around: Around
    _versions: dict[int, Proposer] = field(default_factory=dict)
    _by_day: dict[dt.date, Proposer | None] = field(default_factory=dict)

    def propose(self, line: BankLine) -> Proposed | None:
        """What is proposed for a line; None where no rule fits, or none holds on its day."""
        proposer = self.on(line.date)
        return proposer.propose(line, self.around) if proposer else None

    def on(self, day: dt.date) -> Proposer | None:
        """The rules that hold on a day."""
        if day not in self._by_day:
            self._by_day[day] = self._of(day)
        return self._by_day[day]

    def _of(self, day: dt.date) -> Proposer | None:
        rules = self.library.line_rules(self.symbol, day)
        if rules is None:
            return None
        if id(rules) not in self._versions:
            self._versions[id(rules)] = compile_rules(rules)
        return self._versions[id(rules)]


def symbols_of(written: str) -> tuple[str, ...]:
    """Symbols as a register names them: with commas between."""
    return tuple(symbol.strip() for symbol in written.split(",") if symbol.strip())


def rule_symbols(library: Library, written: str) -> tuple[str, ...]:
    """Symbols of rules with commas between, the first before the others. Raises `UsageError` for an unknown one."""
    named = symbols_of(written)
    for symbol in named:
        if not library.has_line_rules(symbol):
            known = library.line_rules_symbols()
            raise UsageError(
                f"Nie ma reguł wyciągu {symbol}; są: {listed(known) or '–'}.",
                f"There are no rules of statements {symbol}; there are: {listed(known) or '–'}.",
            )
    return named
