"""The architecture as a test: who may import whom, who owns which library, how large things may grow."""

import ast
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ENGINE = Path(__file__).parents[1] / "engine" / "dekret"
MODULES = sorted(ENGINE.rglob("*.py"))

LEVELS = (
    {"errors"},
    {"text", "assets"},
    {"values", "syntax"},
    {"expr", "model", "markup", "sql"},
    {"documents"},  # what schemes and validation rules both ask of documents
    {
        *("posting", "company", "intake", "store", "render", "bank", "matching", "banklines", "chart"),
        *("validation", "mapping", "edi", "despatch", "wnt"),
    },
    {"packs"},
    {"demo"},
    {"api"},
    {"cli"},
    {"__main__"},
)
"""Packages from the bottom to the top. Imports go down only, and never between the packages of one level."""

OWNERS = {
    "lark": {"syntax/tables.py"},
    "lxml": {"markup/xml.py"},
    "msgspec": {
        *("model", "documents", "posting", "company", "bank", "packs", "store", "matching"),
        *("validation", "edi", "despatch", "wnt"),
    },
    "stdnum": {"values/identifiers.py"},
    "holidays": {"values/bank_days.py"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "weasyprint": {"render/pdf.py"},
    "argparse": {"cli"},
    "sqlglot": {"sql", "chart/filter_parse.py"},  # decisions 18, 19
    "tempfile": {"store/files.py"},
    "duckdb": {"store/database.py", "store/reader.py", "store/engines.py"},
    "psycopg": {"store/postgres.py"},
    "pyodbc": {"store/sql_server.py"},
}
"""Libraries that one package, or one module, keeps to itself."""
LONGEST_MODULE = 500
LONGEST_FUNCTION = 60


def package(path: Path) -> str:
    return path.relative_to(ENGINE).parts[0].removesuffix(".py")


def inside(path: Path) -> str:
    return path.relative_to(ENGINE).as_posix()


@dataclass(frozen=True)
class Read:
    """What is asked of a module: its text, all that it imports, wherever that stands, the lines of its functions."""

    text: str
    docstring: str | None
    imports: tuple[str, ...]
    lengths: tuple[tuple[str, int], ...]


@cache
def read(path: Path) -> Read:
    """A module, read and parsed once for all that is asked of it."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    imported: list[str] = []
    lengths = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module
            imported += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lengths.append((node.name, (node.end_lineno or 0) - node.lineno + 1))
    return Read(text, ast.get_docstring(tree), tuple(imported), tuple(lengths))


def own(name: str) -> str | None:
    """The package of the engine that an import leads to."""
    parts = name.split(".")
    if parts[0] != "dekret" or len(parts) == 1 or parts[1] == "__version__":
        return None
    return parts[1]


RANK = {name: rank for rank, level in enumerate(LEVELS) for name in level}


def test_imports_go_down():
    wrong = [
        f"{inside(path)} imports {name}"
        for path in MODULES
        if (here := package(path)) != "__init__"
        for name in read(path).imports
        if (there := own(name)) not in (None, here) and RANK[there] >= RANK[here]
    ]
    assert wrong == []


def test_fronts_import_the_api_alone():
    for path in MODULES:
        if package(path) == "cli":
            assert {own(name) for name in read(path).imports} <= {None, "cli", "api"}, path


def test_libraries_have_one_owner():
    wrong = [
        f"{inside(path)}: {name} belongs to {owners}"
        for path in MODULES
        for name in read(path).imports
        if (owners := OWNERS.get(name.split(".")[0])) and not owners & {inside(path), package(path)}
    ]
    assert wrong == []


def test_dependencies_are_declared():
    declared = (ENGINE.parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    named = {"stdnum": "python-stdnum"}
    outside = {name.split(".")[0] for path in MODULES for name in read(path).imports} - {"dekret"}
    for library in outside - set(sys.stdlib_module_names):
        assert f'"{named.get(library, library)}' in declared, library


def test_no_cycles():
    graph: dict[str, set[str]] = {}
    names = {".".join(("dekret", *path.relative_to(ENGINE).with_suffix("").parts)) for path in MODULES}
    for path in MODULES:
        here = ".".join(("dekret", *path.relative_to(ENGINE).with_suffix("").parts))
        graph[here] = {name for name in read(path).imports if name in names and name != here}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join((*way, name))
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*way, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())


def test_sizes():
    assert [inside(path) for path in MODULES if read(path).text.count("\n") > LONGEST_MODULE] == []
    long = [(inside(path), name) for path in MODULES for name, lines in read(path).lengths if lines > LONGEST_FUNCTION]
    assert long == []


FORBIDDEN = re.compile(r"\bprint\(|\.now\(|\.today\(|os\.environ|getenv|time\.time\(|sys\.(stdout|stderr|stdin|argv)")


def test_nothing_below_the_front_prints_or_reads_the_clock():
    below = [path for path in MODULES if package(path) not in ("cli", "__main__")]
    assert [(inside(path), found[0]) for path in below if (found := FORBIDDEN.search(read(path).text))] == []


def test_every_module_says_what_it_holds():
    assert [inside(path) for path in MODULES if not read(path).docstring] == []


def test_top_level_is_fixed():
    allowed = {
        "pyproject.toml",
        "engine",
        "grammars",
        "rules",
        "templates",
        "tests",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
    }
    ignored = {"dist", "build", "dekret-demo"}
    there = {path.name for path in ENGINE.parents[1].iterdir() if not path.name.startswith(".")}
    assert there - ignored <= allowed


def test_every_problem_constant_is_in_the_catalogue():
    from dekret import api

    catalogue = {problem.id for problem in api.catalogue()}
    for path in MODULES:
        if path.name.endswith("problems.py"):
            ids = re.findall(r'Problem\(\s*"([a-z]+/[a-z0-9-]+)"', read(path).text)
            assert ids
            assert set(ids) <= catalogue, path


def test_grammars_hold_no_python():
    for path in (ENGINE.parents[1] / "grammars").iterdir():
        assert path.suffix == ".lark"


def test_the_api_gives_what_its_list_says():
    from dekret import api

    stub = ast.parse(Path(api.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    said = next(ast.literal_eval(node.value) for node in stub.body if isinstance(node, ast.Assign))
    assert sorted(said) == dir(api)
    assert not set(said) & {path.stem for path in (ENGINE / "api").glob("*.py")}, "a module would hide the name"
    for name in said:
        assert getattr(api, name) is not None
    with pytest.raises(AttributeError):
        _ = api.nothing_of_this_name


def test_rules_are_read_without_a_parser_of_sql():
    """What a command does not need it does not wait for: sqlglot takes 0.15 s, lxml and the store as much."""
    code = "import sys; import dekret.packs.library; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlglot", "lxml", "duckdb", "jinja2"} & set(loaded)
