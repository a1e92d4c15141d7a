"""The verbs: all that a front may import.

Heavy parts (documents, XML) are imported by the verb that needs them, so that checking a file starts fast.
"""

from typing import TYPE_CHECKING

from dekret.api.bank import (
    bank_format,
    exchange_rates,
    explain_lines,
    file_names,
    format_page,
    formats_table,
    imports_table,
    match_entries,
    match_lines,
    match_text,
    open_export,
    open_import,
    preview,
    preview_page,
    preview_text,
    sent_table,
    settlement_lines,
    sniff,
    sniffed_json,
    sniffed_table,
    take_back_export,
    take_back_import,
    write_text,
)
from dekret.api.charts import (
    CHART_RESULTS,
    FILTER_FORMS,
    ChartValues,
    chart_bars,
    chart_dialect,
    chart_json,
    chart_map,
    chart_parameters,
    chart_result,
    chart_text,
    charts_table,
    check_tables,
    expand_chart,
    filter_answers,
    filter_text,
    keep_session,
    named_filter,
    open_charts,
    open_session,
    remember_values,
    remembered_values,
    typed_filter,
)
from dekret.api.demo import (
    demo_balance,
    demo_examples,
    demo_explanation,
    demo_table,
    fill_demo_database,
    filled_table,
    run_demo,
)
from dekret.api.edi import open_edi_export, open_output_folder
from dekret.api.manual import (
    catalogue,
    manual_page,
    problem,
    problem_page,
    problems_page,
    schema_page,
    starting_file,
    starting_kinds,
    write_new,
)
from dekret.api.mapping import MappedText, MapRefused, open_map, run_map
from dekret.api.posting import (
    DOCUMENT_KINDS,
    approve,
    csv_header,
    explain,
    explanation_text,
    journal_csv,
    journal_lines,
    journal_table,
    open_ledger,
    open_output,
    open_poster,
    post,
    processors,
    rules_from,
    trial_balance,
    unpost,
)
from dekret.api.printouts import make_folder, pdf_of, print_by, remember_answers, remembered_answers, templates_table
from dekret.api.rules import (
    Formatted,
    account_names,
    check,
    check_sources,
    coverage_table,
    formatted,
    library,
    run_bank_cases,
    run_cases,
    run_chart_cases,
    run_line_cases,
    run_map_cases,
    run_rule_set_cases,
    standard_rules,
    update_cases,
    write_formatted,
)
from dekret.api.thtg import check_thtg_config, open_thtg_contractors, open_thtg_invoices, run_thtg
from dekret.api.validation import explain_validation, open_validator, validate, validation_text
from dekret.api.wnt import cancel_document, create_internal_sales
from dekret.demo.result import Demo
from dekret.errors import DekretError, FileError, UsageError
from dekret.model.statements import BankLine
from dekret.packs.bank.export_words import ExportWords
from dekret.packs.bank.import_by import ImportBy, Left, Said, Taken, Why
from dekret.packs.bank.import_by import Outcome as ImportOutcome
from dekret.packs.edi.by import ExportBy as EdiExportBy
from dekret.packs.library import Library, rule_files
from dekret.packs.outcome import By, Posted, PostedText, Refused
from dekret.packs.printouts.outcome import PrintBy, Printed
from dekret.packs.thtg.by import ThtgBy
from dekret.packs.validation.rule_sets import ValidateBy
from dekret.packs.wnt.by import WntBy
from dekret.store.files import Output
from dekret.text.diagnostic import Diagnostic, Problem, Severity
from dekret.text.output import FORMATS, plural, summary
from dekret.text.report import Report
from dekret.text.source import Source
from dekret.text.visible import visible_lines
from dekret.text.wording import Language, Wording, amount_text

if TYPE_CHECKING:
    from dekret.packs.bank.export import Export as Export
    from dekret.packs.bank.run_import import Import as Import
    from dekret.packs.bank.run_match import Matched as Matched
    from dekret.packs.bank.run_sniff import Sniffed as Sniffed
    from dekret.packs.chart.charts import Expansion as Expansion
    from dekret.packs.chart.filters import ShownFilter as ShownFilter
    from dekret.packs.chart.run_chart import Drawn as Drawn
    from dekret.packs.printouts.printing import Printer as Printer
    from dekret.packs.thtg.contractors import Contractors as Contractors
    from dekret.packs.thtg.invoices import Invoices as Invoices
    from dekret.packs.validation.validator import Validated as Validated
    from dekret.packs.validation.validator import Validator as Validator

__all__ = [
    "CHART_RESULTS",
    "DOCUMENT_KINDS",
    "FILTER_FORMS",
    "FORMATS",
    "BankLine",
    "By",
    "ChartValues",
    "DekretError",
    "Demo",
    "Diagnostic",
    "EdiExportBy",
    "ExportWords",
    "FileError",
    "Formatted",
    "ImportBy",
    "ImportOutcome",
    "Language",
    "Left",
    "Library",
    "MapRefused",
    "MappedText",
    "Output",
    "Posted",
    "PostedText",
    "PrintBy",
    "Printed",
    "Problem",
    "Refused",
    "Report",
    "Said",
    "Severity",
    "Source",
    "Taken",
    "ThtgBy",
    "UsageError",
    "ValidateBy",
    "Why",
    "WntBy",
    "Wording",
    "account_names",
    "amount_text",
    "approve",
    "bank_format",
    "cancel_document",
    "catalogue",
    "chart_bars",
    "chart_dialect",
    "chart_json",
    "chart_map",
    "chart_parameters",
    "chart_result",
    "chart_text",
    "charts_table",
    "check",
    "check_sources",
    "check_tables",
    "check_thtg_config",
    "coverage_table",
    "create_internal_sales",
    "csv_header",
    "demo_balance",
    "demo_examples",
    "demo_explanation",
    "demo_table",
    "exchange_rates",
    "expand_chart",
    "explain",
    "explain_lines",
    "explain_validation",
    "explanation_text",
    "file_names",
    "fill_demo_database",
    "filled_table",
    "filter_answers",
    "filter_text",
    "format_page",
    "formats_table",
    "formatted",
    "imports_table",
    "journal_csv",
    "journal_lines",
    "journal_table",
    "keep_session",
    "library",
    "make_folder",
    "manual_page",
    "match_entries",
    "match_lines",
    "match_text",
    "named_filter",
    "open_charts",
    "open_edi_export",
    "open_export",
    "open_import",
    "open_ledger",
    "open_map",
    "open_output",
    "open_output_folder",
    "open_poster",
    "open_session",
    "open_thtg_contractors",
    "open_thtg_invoices",
    "open_validator",
    "pdf_of",
    "plural",
    "post",
    "preview",
    "preview_page",
    "preview_text",
    "print_by",
    "problem",
    "problem_page",
    "problems_page",
    "processors",
    "remember_answers",
    "remember_values",
    "remembered_answers",
    "remembered_values",
    "rule_files",
    "rules_from",
    "run_bank_cases",
    "run_cases",
    "run_chart_cases",
    "run_demo",
    "run_line_cases",
    "run_map",
    "run_map_cases",
    "run_rule_set_cases",
    "run_thtg",
    "schema_page",
    "sent_table",
    "settlement_lines",
    "sniff",
    "sniffed_json",
    "sniffed_table",
    "standard_rules",
    "starting_file",
    "starting_kinds",
    "summary",
    "take_back_export",
    "take_back_import",
    "templates_table",
    "trial_balance",
    "typed_filter",
    "unpost",
    "update_cases",
    "validate",
    "validation_text",
    "visible_lines",
    "write_formatted",
    "write_new",
    "write_text",
]
