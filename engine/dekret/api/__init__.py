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
from dekret.api.demo import demo_balance, demo_examples, demo_explanation, demo_table, run_demo
from dekret.api.manual import (
    catalogue,
    manual_page,
    problem,
    problem_page,
    problems_page,
    schema_page,
    starting_file,
    write_new,
)
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
    run_line_cases,
    standard_rules,
    update_cases,
    write_formatted,
)
from dekret.demo.result import Demo
from dekret.errors import DekretError, FileError, UsageError
from dekret.model.statements import BankLine
from dekret.packs.export_words import ExportWords
from dekret.packs.import_by import ImportBy, Left, Said, Taken, Why
from dekret.packs.import_by import Outcome as ImportOutcome
from dekret.packs.library import Library, rule_files
from dekret.packs.outcome import By, Posted, PostedText, Refused
from dekret.store.files import Output
from dekret.text.diagnostic import Diagnostic, Problem, Severity
from dekret.text.output import FORMATS, plural, summary
from dekret.text.report import Report
from dekret.text.source import Source
from dekret.text.visible import visible_lines
from dekret.text.wording import Language, Wording, amount_text

if TYPE_CHECKING:
    from dekret.packs.bank_import import Import as Import
    from dekret.packs.bank_match import Matched as Matched
    from dekret.packs.bank_sniff import Sniffed as Sniffed
    from dekret.packs.export import Export as Export

__all__ = [
    "DOCUMENT_KINDS",
    "FORMATS",
    "BankLine",
    "By",
    "DekretError",
    "Demo",
    "Diagnostic",
    "ExportWords",
    "FileError",
    "Formatted",
    "ImportBy",
    "ImportOutcome",
    "Language",
    "Left",
    "Library",
    "Output",
    "Posted",
    "PostedText",
    "Problem",
    "Refused",
    "Report",
    "Said",
    "Severity",
    "Source",
    "Taken",
    "UsageError",
    "Why",
    "Wording",
    "account_names",
    "amount_text",
    "approve",
    "bank_format",
    "catalogue",
    "check",
    "check_sources",
    "coverage_table",
    "csv_header",
    "demo_balance",
    "demo_examples",
    "demo_explanation",
    "demo_table",
    "exchange_rates",
    "explain",
    "explain_lines",
    "explanation_text",
    "file_names",
    "format_page",
    "formats_table",
    "formatted",
    "imports_table",
    "journal_csv",
    "journal_lines",
    "journal_table",
    "library",
    "manual_page",
    "match_entries",
    "match_lines",
    "match_text",
    "open_export",
    "open_import",
    "open_ledger",
    "open_output",
    "open_poster",
    "plural",
    "post",
    "preview",
    "preview_page",
    "preview_text",
    "problem",
    "problem_page",
    "problems_page",
    "processors",
    "rule_files",
    "rules_from",
    "run_bank_cases",
    "run_cases",
    "run_demo",
    "run_line_cases",
    "schema_page",
    "sent_table",
    "settlement_lines",
    "sniff",
    "sniffed_json",
    "sniffed_table",
    "standard_rules",
    "starting_file",
    "summary",
    "take_back_export",
    "take_back_import",
    "trial_balance",
    "unpost",
    "update_cases",
    "visible_lines",
    "write_formatted",
    "write_new",
    "write_text",
]
