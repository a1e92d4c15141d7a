"""Verbs that explain: the manual, the catalogue of problems, the schema of documents, files to start from."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from dekret.errors import FileError, UsageError
from dekret.text.diagnostic import Problem
from dekret.text.wording import Language


def starting_file(kind: str, symbol: str, today: dt.date) -> str:
    """A small definition to start from. Raises `UsageError` for an unknown kind."""
    from dekret.packs.start import starting_file

    return starting_file(kind, symbol, today)


def starting_kinds() -> tuple[str, ...]:
    """What `starting_file` knows."""
    from dekret.packs.start import KINDS

    return tuple(KINDS)


def write_new(path: Path, text: str) -> None:
    """Writes a file that is not there yet. Raises `FileError` where it is."""
    from dekret.store.files import write_whole

    if path.exists():
        raise FileError(
            f"Plik {path} już jest; niczego nie zmieniono.", f"{path} is there already; nothing was changed."
        )
    write_whole(path, text)


def catalogue() -> tuple[Problem, ...]:
    """Every problem of every language."""
    from dekret.bank import file_problems, kind_problems, line_problems, payment_problems, problems, selection_problems
    from dekret.bank.mt940 import file_problems as mt940_files
    from dekret.bank.mt940 import problems as mt940
    from dekret.bank.sniff import problems as sniffed
    from dekret.banklines import problems as banklines
    from dekret.chart import (
        filter_problems,
        function_problems,
        graph_problems,
        graphic_problems,
        parameter_problems,
        sql_problems,
    )
    from dekret.chart import problems as chart
    from dekret.company import goods_problems
    from dekret.company import problems as company
    from dekret.expr import problems as expr
    from dekret.intake import family_problems as families
    from dekret.intake import problems as intake
    from dekret.mapping import cell_problems as map_cells
    from dekret.mapping import prepare_problems as prepared
    from dekret.mapping import problems as maps
    from dekret.mapping import run_problems as map_runs
    from dekret.mapping import shape_problems as shapes
    from dekret.packs import problems as packs
    from dekret.packs.bank import case_problems as bank_cases
    from dekret.packs.bank import import_problems as imports
    from dekret.packs.bank import line_case_problems as line_cases
    from dekret.packs.bank import match_problems as matching
    from dekret.packs.bank import statement_case_problems as statement_cases
    from dekret.packs.chart import case_problems as chart_cases
    from dekret.packs.chart import run_problems as chart_runs
    from dekret.packs.edi import problems as edi
    from dekret.packs.mapping import case_problems as map_cases
    from dekret.packs.printouts import problems as printouts
    from dekret.packs.thtg import config_problems as thtg_config
    from dekret.packs.thtg import problems as thtg
    from dekret.packs.validation import case_problems as rule_set_cases
    from dekret.packs.wnt import problems as wnt
    from dekret.posting import problems as posting
    from dekret.render import problems as templates
    from dekret.syntax import problems as syntax
    from dekret.text import problems as text
    from dekret.validation import problems as validation

    banks = (problems, payment_problems, file_problems, line_problems, selection_problems, kind_problems)
    statements = (mt940, mt940_files, statement_cases, sniffed, banklines, line_cases, imports, matching)
    charts = (chart, parameter_problems, graphic_problems, sql_problems, graph_problems, filter_problems)
    of_runs = (function_problems, chart_cases, chart_runs)
    mapping = (map_cells, maps, shapes, map_runs, prepared, map_cases)
    printing = (templates, printouts)
    ground = (text, syntax, expr, posting, company, goods_problems, intake, families, packs)
    rules = (validation, rule_set_cases, edi, thtg_config, thtg, wnt)
    modules = (*ground, bank_cases, *banks, *statements, *charts, *of_runs, *mapping, *printing, *rules)
    return tuple(problem for module in modules for problem in module.PROBLEMS)


def problem(id_: str) -> Problem:
    """The problem of an id. Raises `UsageError` with the nearest one."""
    from dekret.text.nearest import nearest

    known = {found.id: found for found in catalogue()}
    if id_ in known:
        return known[id_]
    near = nearest(id_, known)
    pl = f" Czy chodziło o {near}?" if near else ""
    en = f" Did you mean {near}?" if near else ""
    raise UsageError(f"Nie ma problemu {id_}.{pl}", f"There is no problem {id_}.{en}")


def problem_page(id_: str, language: Language) -> str:
    """One entry of the catalogue. Raises `UsageError` for an unknown id."""
    from dekret.packs import manual

    return manual.problem(problem(id_), language)


def problems_page(language: Language) -> str:
    """The whole catalogue of problems."""
    from dekret.packs import manual

    return manual.problems(catalogue(), language)


def schema_page() -> str:
    """The JSON Schema of documents."""
    import json

    from dekret.model.documents import schema

    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def manual_page(topic: str | None, language: Language) -> str:
    """A page of the manual, or its contents. Raises `UsageError` for an unknown topic."""
    from dekret.packs import manual

    if topic is None:
        return manual.contents(language)
    found = manual.topic_named(topic)
    if found is None:
        known = ", ".join(manual.TOPICS)
        raise UsageError(f"Nie ma strony „{topic}”; są: {known}.", f"There is no page '{topic}'; there are: {known}.")
    return manual.page(found, language)
