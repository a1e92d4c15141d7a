"""sqlglot's T-SQL with functions as they are written: it makes some into others, and that loses what they mean."""

from collections.abc import Callable
from typing import ClassVar

from sqlglot import exp
from sqlglot.dialects.tsql import TSQL
from sqlglot.parsers.tsql import TSQLParser


class PlainParser(TSQLParser):
    """The parser of `PlainTsql`."""

    FUNCTIONS: ClassVar[dict[str, Callable[..., exp.Expr]]] = {}
    FUNCTION_PARSERS: ClassVar[dict[str, Callable[..., exp.Expr]]] = {
        name: TSQLParser.FUNCTION_PARSERS[name] for name in ("CAST", "CONVERT", "TRY_CAST", "TRY_CONVERT", "STRING_AGG")
    }


class PlainTsql(TSQL):
    """T-SQL whose functions stay a name and arguments."""

    Parser = PlainParser
