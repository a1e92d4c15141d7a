"""Beancount's side of the posting benchmark: a plugin of twenty rules, and a script that prints what they made.

python tests/benchmarks/beancount_rules.py FILE
"""

import sys

from beancount import loader
from beancount.core.data import Transaction
from beancount.parser import printer

__plugins__ = ("post",)
_COSTS = {f"Expenses:Dok:K{n:02}": f"Expenses:401-{n:02}" for n in range(1, 21)}


def post(entries, _options):
    """Puts the account of its cost in the place of every category."""
    return [_posted(entry) if isinstance(entry, Transaction) else entry for entry in entries], []


def _posted(entry):
    postings = [
        each._replace(account=_COSTS[each.account]) if each.account in _COSTS else each for each in entry.postings
    ]
    return entry._replace(postings=postings)


def main() -> int:
    entries, errors, options = loader.load_file(sys.argv[1])
    printer.print_entries(entries, options["dcontext"])
    printer.print_errors(errors, file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
