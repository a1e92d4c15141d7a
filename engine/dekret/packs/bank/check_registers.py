"""Checks of bank registers against what their symbols name: formats, rules of statement lines, accounts of these."""

from collections.abc import Iterator

from dekret.bank import language as bank
from dekret.banklines import language as banklines
from dekret.banklines.check_accounts import wrong_accounts
from dekret.company import problems
from dekret.company.bank_accounts import CODE, FORMATS, IMPORT_FORMAT, LINE_RULES, REGISTERS
from dekret.packs.bank.formats import format_symbols
from dekret.packs.bank.proposals import symbols_of
from dekret.packs.library import Library
from dekret.syntax.read import Record
from dekret.syntax.schema import Field
from dekret.text.nearest import did_you_mean
from dekret.text.wording import Wording, listed


def check_registers(library: Library) -> None:
    """Checks the registers of a library; the findings go to its report."""
    formats, rules = format_symbols(library), library.line_rules_symbols()
    known_formats, known_rules = ({symbol.casefold() for symbol in each} for each in (formats, rules))
    looked_at: set[str] = set()
    for row, field, symbol in _named(library):
        key = symbol.casefold()
        of_rules = field is LINE_RULES
        if library.is_broken(banklines.LANGUAGE if of_rules else bank.LANGUAGE, symbol):
            continue
        if key not in (known_rules if of_rules else known_formats):
            problem, known = (problems.UNKNOWN_LINE_RULES, rules) if of_rules else (problems.UNKNOWN_FORMAT, formats)
            library.report.add(
                problem.at(
                    row.place(field),
                    register=row.get(CODE) or "",
                    column=Wording(field.word.pl, field.word.en),
                    symbol=symbol,
                    advice=did_you_mean(symbol, known),
                    known=listed(known) or "–",
                )
            )
        elif of_rules and key not in looked_at:
            looked_at.add(key)
            _check_accounts(library, symbol, row)


def _named(library: Library) -> Iterator[tuple[Record, Field[str], str]]:
    """Every symbol that a register names, with its row and column."""
    for reading, _ in library.directories:
        for row in reading.part(REGISTERS).rows:
            for field in (*FORMATS.values(), IMPORT_FORMAT):
                symbol = row.get(field)
                if symbol:
                    yield row, field, symbol
            yield from ((row, LINE_RULES, symbol) for symbol in symbols_of(row.get(LINE_RULES) or ""))


def _check_accounts(library: Library, symbol: str, row: Record) -> None:
    """Accounts of standard rules must be in the chart; those of the company's own are checked where they stand."""
    plans = [plan for _, plan in library.plans]
    if any(checked.rules.symbol.casefold() == symbol.casefold() for checked in library.lines):
        return
    for checked in library.lines_below:
        wrong = list(wrong_accounts(checked, plans)) if checked.rules.symbol.casefold() == symbol.casefold() else []
        if wrong:
            accounts: dict[str, list[str]] = {}
            for rule, _, values in wrong:
                accounts.setdefault(str(values["account"]), []).append(rule.code)
            shown = listed([f"{account} ({', '.join(codes)})" for account, codes in sorted(accounts.items())])
            place, chart = row.place(LINE_RULES), plans[0].symbol
            library.report.add(problems.LINE_RULES_ACCOUNTS.at(place, symbol=symbol, plan=chart, accounts=shown))
