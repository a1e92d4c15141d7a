"""`dekret edi prices`: the price list of a contractor as a file of XML (001:547–570)."""

from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console, Texts
from dekret.cli.edi import ACTIONS
from dekret.cli.outputs import claim, files_read, need_ending
from dekret.cli.reports import add_format, say_broken, show_report
from dekret.cli.rules_options import DIRECTORY, Option, add_options, add_rule_folders, day_of, open_rules, result_option

_WRITTEN: Texts = (
    "Towarów w cenniku dla {party}: {count}. Zapisano: {path}",
    "Goods in the price list for {party}: {count}. Written: {path}",
)
_UNPRICED: Texts = (
    "Bez ceny, więc poza cennikiem, towarów: {count} ({named}).",
    "Goods without a price, so not in the list: {count} ({named}).",
)
_ROUNDED: Texts = (
    "Cena ma w pliku dwa miejsca po przecinku; zaokrąglono cen: {count} ({named}).",
    "A price has two decimal places in the file; prices rounded: {count} ({named}).",
)
_NOTHING: Texts = ("Niczego nie zapisano.", "Nothing was written.")


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.format, console, data=True)
    need_ending(given.output, ".xml")
    if given.number is not None and not given.number.strip():
        raise api.UsageError("Numer cennika (--number) jest pusty.", "The number of the list (--number) is empty.")
    claim((given.output,), files_read((), rules))
    day = day_of(given)
    scope = api.PriceScope(given.group, given.goods_group, given.inactive)
    exporter = api.open_edi_export(rules, api.ExchangeBy(day, given.directory))
    found = api.price_file(exporter, given.party, scope, number=given.number or f"CENNIK/{day:%Y-%m-%d}")
    report = api.Report()
    for each in (
        *exporter.report.diagnostics,
        *(found.diagnostics if isinstance(found, api.Refused) else found.remarks),
    ):
        report.add(each)
    show_report(report, given.format, console, data=True)
    if report.has_errors or isinstance(found, api.Refused):
        console.err(console.text(_NOTHING) + "\n")
        return 1
    path = given.output or Path(found.name)
    with api.open_output(path) as output:
        output.write(found.text)
        output.keep()
    count = found.text.count("<LineNumber>")
    console.err(console.text(_WRITTEN, party=given.party, count=count, path=str(path)) + "\n")
    notes = api.price_notes(exporter, given.party, scope)
    for text, named in ((_UNPRICED, notes.unpriced), (_ROUNDED, notes.rounded)):
        if named:
            console.err(console.text(text, count=len(named), named=", ".join(named)) + "\n")
    return 0


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("edi prices", ACTIONS["prices"], console)
    arguments.positional.add_argument(
        "party",
        metavar="KONTRAHENT" if console.language == "pl" else "CONTRACTOR",
        help=console.text(("kod kontrahenta, dla którego jest cennik", "code of the contractor that it is for")),
    )
    name = "NAZWA" if console.language == "pl" else "NAME"
    options: tuple[Option, ...] = (
        (("--group",), {"required": True, "metavar": name}, ("grupa cenowa z [Ceny]", "price group of [Ceny]")),
        (
            ("--goods-group",),
            {"default": "", "metavar": name},
            ("tylko towary tej grupy (wszystkie)", "goods of this group alone (all)"),
        ),
        (
            ("--inactive",),
            {"action": "store_true"},
            ("także towary nieaktywne", "goods that are not active, too"),
        ),
        (
            ("--number",),
            {"metavar": name},
            ("numer cennika (CENNIK/dzień)", "number of the price list (CENNIK/day)"),
        ),
        result_option(("plik cennika (numer.xml)", "the file (number.xml)")),
        DIRECTORY,
    )
    add_options(arguments, options)
    add_rule_folders(arguments)
    add_format(arguments)
    return arguments
