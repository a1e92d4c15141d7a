"""The catalogue: every problem that can be found, of every language. A module of problems is a line here."""

from functools import cache
from importlib import import_module

from dekret.text.diagnostic import Problem

MODULES = (
    "text.problems",
    "syntax.problems",
    "expr.problems",
    "posting.problems",
    "company.problems",
    "company.goods_problems",
    "intake.problems",
    "intake.family_problems",
    "intake.ksef_problems",
    "packs.problems",
    "packs.bank.case_problems",
    "bank.problems",
    "bank.payment_problems",
    "bank.file_problems",
    "bank.line_problems",
    "bank.selection_problems",
    "bank.kind_problems",
    "bank.mt940.problems",
    "bank.mt940.file_problems",
    "packs.bank.statement_case_problems",
    "bank.sniff.problems",
    "banklines.problems",
    "packs.bank.line_case_problems",
    "packs.bank.import_problems",
    "packs.bank.match_problems",
    "chart.problems",
    "chart.parameter_problems",
    "chart.graphic_problems",
    "chart.sql_problems",
    "chart.graph_problems",
    "chart.column_problems",
    "chart.filter_problems",
    "chart.function_problems",
    "packs.chart.case_problems",
    "packs.chart.run_problems",
    "validation.problems",
    "packs.validation.case_problems",
    "mapping.cell_problems",
    "mapping.problems",
    "mapping.shape_problems",
    "mapping.run_problems",
    "mapping.prepare_problems",
    "packs.mapping.case_problems",
    "render.problems",
    "packs.printouts.problems",
    "packs.edi.problems",
    "edi.import_problems",
    "despatch.problems",
    "despatch.creation_problems",
    "despatch.approval_problems",
    "despatch.sscc_problems",
    "despatch.label_problems",
    "packs.thtg.config_problems",
    "packs.thtg.problems",
    "packs.wnt.problems",
)
"""In the order of the catalogue."""


@cache
def catalogue() -> tuple[Problem, ...]:
    """Every problem of every language."""
    return tuple(problem for name in MODULES for problem in import_module(f"dekret.{name}").PROBLEMS)
