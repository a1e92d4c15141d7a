"""Options that the commands of `dekret awizo` share, and how an awizo that was changed is written."""

from __future__ import annotations

from argparse import Namespace
from decimal import Decimal, InvalidOperation
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments, UnfitError
from dekret.cli.awizo import ACTIONS
from dekret.cli.console import Console, Texts
from dekret.cli.outputs import claim, files_read
from dekret.cli.reports import add_messages, show_report
from dekret.cli.rules_options import add_options, result_option

STDIN = Path("-")


def awizo_arguments(action: str, console: Console) -> Arguments:
    """The arguments of a command on the file of one awizo."""
    arguments = Arguments(f"awizo {action}", ACTIONS[action], console)
    arguments.positional.add_argument(
        "file",
        type=Path,
        metavar="AWIZO",
        help=console.text(("plik awiza (.json); - to standardowe wejście", "file of an awizo (.json); - is stdin")),
    )
    return arguments


def add_output(arguments: Arguments) -> None:
    """`-o` and `--messages`, of commands that change an awizo."""
    add_options(
        arguments, [result_option(("zapisz do innego pliku (ten sam plik)", "another file to write (the same one)"))]
    )
    add_messages(arguments)


def add_existing(arguments: Arguments) -> None:
    """`--existing`, files and folders of other awizos."""
    arguments.option.add_argument(
        "--existing",
        type=Path,
        nargs="+",
        action="extend",
        default=[],
        metavar="PLIK" if arguments.console.language == "pl" else "FILE",
        help=arguments.console.text(
            ("awiza już wystawione: pliki albo foldery", "the awizos that there are: files or folders")
        ),
    )


def add_package_number(arguments: Arguments, *, required: bool = True) -> None:
    """`--package N`"""
    arguments.option.add_argument(
        "--package",
        type=int,
        required=required,
        metavar="NR",
        help=arguments.console.text(("numer opakowania", "number of the package")),
    )


def add_package_fields(arguments: Arguments) -> None:
    """What is written on a package; `package_fields` reads it."""
    add, text = arguments.option.add_argument, arguments.console.text
    add(
        "--parent",
        type=int,
        metavar="NR",
        help=text(("opakowanie nadrzędne; 0: żadne", "the outer package; 0: none")),
    )
    add("--type", metavar="KOD", help=text(("typ: 201, CT, BX …", "type: 201, CT, BX …")))
    add("--description", metavar="TEKST", help=text(("opis", "description")))
    add("--customer", metavar="GLN", help=text(("ostateczny odbiorca", "ultimate customer")))
    add("--order", metavar="NR", help=text(("numer zamówienia", "order number")))
    add("--weight", type=number, metavar="KG", help=text(("waga w kg", "weight in kg")))
    add("--volume", type=number, metavar="M3", help=text(("objętość w m³", "volume in m³")))
    add("--sscc", metavar="NR", help=text(("numer SSCC nadany gdzie indziej", "an SSCC given elsewhere")))


def package_fields(given: Namespace) -> api.PackageEdit:
    """What is to be written on a package."""
    return api.PackageEdit(
        parent=given.parent,
        description=given.description,
        type=given.type,
        sscc=given.sscc,
        ultimate_customer=given.customer,
        order_number=given.order,
        weight=given.weight,
        volume=given.volume,
    )


def number(text: str) -> Decimal:
    """The value of an option that is a number, with a comma or a point."""
    try:
        found = Decimal(text.replace(",", "."))
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise UnfitError(f"ma tu stać liczba, a nie „{text}”", f"a number has to stand here, not '{text}'")
    return found


def begin(given: Namespace, console: Console, rules: api.Library | None = None) -> tuple[api.Awizo, api.AwizoPlace]:
    """The awizo to be changed, and where it will be written: over its own file, where no other is named.

    Raises `FileError`, and `UsageError` for a file that may not be replaced.
    """
    output = given.output or given.file
    path = None if output == STDIN else output
    used = files_read(getattr(given, "existing", ()), rules)
    used.discard(given.file.resolve())
    claim((getattr(given, "db", None), path), used)
    place = api.awizo_place(path, given.file)
    return api.open_awizo(given.file, console.input), place


def finish(
    awizo: api.Awizo, place: api.AwizoPlace, given: Namespace, console: Console, done: Texts, **values: str | int
) -> int:
    """Shows what is said of an awizo and writes it to its place; the exit code."""
    show_report(awizo.report, given.messages, console, data=False)
    if awizo.advice is None:
        console.err(console.text(_NOTHING) + "\n")
        return 1
    place.write(awizo.text, console.out)
    if place.path:
        console.err(console.text(done, **values) + "\n")
    return 0


_NOTHING = ("Niczego nie zmieniono.", "Nothing was changed.")


def add_database(arguments: Arguments, *, required: bool = True) -> None:
    """`--db`, the store that remembers the SSCC that were given."""
    arguments.option.add_argument(
        "--db",
        type=Path,
        required=required,
        metavar="PLIK" if arguments.console.language == "pl" else "FILE",
        help=arguments.console.text(("baza nadanych numerów SSCC (.duckdb)", "store of SSCC (.duckdb)")),
    )
