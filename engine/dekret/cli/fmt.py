"""`dekret fmt`: rule files written the one way."""

import difflib
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.reports import add_paths, show_report
from dekret.cli.texts import COMMANDS, TEXTS


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("fmt", COMMANDS["fmt"], console)
    add_paths(arguments)
    arguments.option.add_argument(
        "--check",
        action="store_true",
        help=console.text(
            ("tylko sprawdź; kod 1, gdy coś jest do zmiany", "only look; code 1 where something would change")
        ),
    )
    arguments.option.add_argument(
        "--diff",
        action="store_true",
        help=console.text(("pokaż zmiany, niczego nie zapisuj", "show the changes, write nothing")),
    )
    given = arguments.parse(words)
    files = api.rule_files(given.paths)
    if not files:
        where = ", ".join(str(path) for path in given.paths)
        console.err(console.text(TEXTS["no files"], where=where) + "\n")
        return 1
    errors = api.Report()
    changed = 0
    for path in files:
        result = api.formatted(path)
        errors.extend(result.report.diagnostics)
        if not result.changed:
            continue
        changed += 1
        if given.diff:
            console.out(_difference(path, result))
        elif given.check:
            console.out(console.text(TEXTS["would format"], path=str(path)) + "\n")
        else:
            api.write_formatted(path, result)
            console.out(console.text(TEXTS["formatted"], path=str(path)) + "\n")
    show_report(errors, "text", console, data=False)
    done = TEXTS["fmt check" if given.check or given.diff else "fmt done"]
    console.err(console.text(done, total=len(files), changed=changed) + "\n")
    return 1 if errors.has_errors or (given.check and changed) else 0


def _difference(path: Path, result: api.Formatted) -> str:
    lines = difflib.unified_diff(
        result.before.splitlines(keepends=True), result.after.splitlines(keepends=True), str(path), str(path)
    )
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)
