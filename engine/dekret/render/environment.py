"""The one Jinja environment: sandboxed, nothing of Python within reach, no unknown name, no arithmetic.

What a template may touch is told, not what it may not: fields of records by their names (`render.names`), the filters
of `render.filters`, macros of its own and of other templates. What the sandbox refuses the check finds before;
here is the second line of defence, with limits on steps and length.
"""

import datetime as dt
import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Literal

from jinja2 import FunctionLoader, StrictUndefined, TemplateNotFound, nodes
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError, TemplateRuntimeError, TemplateSyntaxError, UndefinedError
from jinja2.lexer import TokenStream
from jinja2.runtime import LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from dekret.markup.characters import fit_for_xml
from dekret.model.base import Record
from dekret.render.filters import BY_NAME, FilterError
from dekret.render.kinds import TemplateKind
from dekret.render.names import names_of
from dekret.render.places import placed
from dekret.render.templates import Template
from dekret.text.wording import Wording

TESTS = ("none", "odd", "even", "divisibleby", "eq", "ne", "lt", "le", "gt", "ge", "in", "true", "false")
"""What may stand behind `is`."""
LOOP = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0", "changed", "cycle")
MOST_STEPS = 2_000_000
"""Rounds of all loops of one run together."""
MOST_CHARACTERS = 64 * 1024 * 1024
_MOST_AT_ONCE = 1024 * 1024
"""Characters that one expression may join."""
MARK = "szablon:"
"""What the names of templates for tracebacks begin with."""
_COUNTED, _JOINED = "kroki\x00", "razem\x00"
"""Names of filters that no template can write."""


class RefusedError(TemplateRuntimeError):
    """What a template must not do, in both languages."""

    def __init__(self, pl: str, en: str) -> None:
        super().__init__(en)
        self.wording = Wording(pl, en)


@dataclass(slots=True)
class _Budget:
    steps: int = MOST_STEPS


_BUDGET: ContextVar[_Budget] = ContextVar("budget")


def _counted(value: object) -> Iterator[object]:
    """The items of a list, every one of them counted."""
    if not isinstance(value, tuple | list | Mapping):
        raise RefusedError("Pętla może iść tylko po liście.", "A loop can only go over a list.")
    budget = _BUDGET.get()
    for item in value:
        budget.steps -= 1
        if budget.steps < 0:
            raise RefusedError(
                f"Pętle mają razem więcej niż {MOST_STEPS} obrotów.", f"The loops turn more than {MOST_STEPS} times."
            )
        yield item


def _joined(values: Iterable[object], written: Callable[[object], str]) -> str:
    """What `a ~ b` gives."""
    texts = [written(value) for value in values]
    if sum(map(len, texts)) > _MOST_AT_ONCE:
        raise RefusedError("Wyrażenie daje zbyt długi tekst.", "An expression gives too long a text.")
    return Markup("").join(texts) if any(isinstance(text, Markup) for text in texts) else "".join(texts)


def _written(value: object) -> str:
    """A value as it is printed without a filter."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool() | float():
            pass
        case Decimal():
            return f"{value:f}"
        case int():
            return str(value)
        case dt.date():
            return value.isoformat()
        case Macro() | Undefined():
            return str(value)
    if isinstance(value, float):
        raise RefusedError(
            f"Liczba zmiennoprzecinkowa {value!r}: kwoty muszą być dziesiętne.",
            f"A float, {value!r}: amounts have to be decimal.",
        )
    shown = type(value).__name__
    raise RefusedError(f"Tego nie można wydrukować: {shown}.", f"That cannot be printed: {shown}.")


def _printable(value: object) -> str:
    """As `_written`, fit for XML."""
    text = _written(value)
    return text if isinstance(text, Markup) or (text.isascii() and text.isprintable()) else fit_for_xml(text)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**9


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Templates of one kind. `find` gives the text and the name for tracebacks of a template, or None."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    intercepted_unops = frozenset({"+", "-"})

    def __init__(self, kind: TemplateKind, find: Callable[[str], tuple[str, str] | None]) -> None:
        escaping = kind is not TemplateKind.TEXT
        written = _printable if escaping else _written

        def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
            found = find(name)
            return (*found, lambda: True) if found else None

        super().__init__(
            loader=FunctionLoader(load),
            autoescape=escaping,
            finalize=written,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.globals.clear()
        self.filters = {name: each.function for name, each in BY_NAME.items()}
        self.filters |= {_COUNTED: _counted, _JOINED: partial(_joined, written=written)}
        self.tests = {name: test for name, test in self.tests.items() if name in TESTS}

    def _tokenize(
        self,
        source: str,
        name: str | None,
        filename: str | None = None,
        state: str | None = None,  # noqa: ARG002 - Jinja's own signature
    ) -> TokenStream:
        return TokenStream(self.lexer.wrap(placed(self.lexer, source, name, filename), name, filename), name, filename)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's own signature
    ) -> str:
        _guard(source)
        return super()._generate(source, name, filename, defer_init)

    def getattr(self, obj: object, attribute: str) -> object:
        """A field of a record, a value of a dialog, a macro of a template, or a property of a loop; nothing else."""
        if isinstance(obj, Record):
            named = names_of(type(obj)).get(attribute)
            if named:
                return getattr(obj, named.attribute)
        elif isinstance(obj, Mapping):
            if attribute in obj:
                return obj[attribute]
        elif isinstance(obj, TemplateModule):
            if not attribute.startswith("_") and isinstance(found := getattr(obj, attribute, None), Macro):
                return found
        elif isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        return self._nothing(obj, attribute)

    def _nothing(self, obj: object, attribute: object) -> object:
        if isinstance(obj, Undefined):
            raise UndefinedError(f"{obj._undefined_name!r} is undefined")  # noqa: SLF001 - the name it was asked by
        raise RefusedError(f"Nie ma tu pola „{attribute}”.", f"There is no field '{attribute}' here.")

    def getitem(self, obj: object, argument: object) -> object:
        """`map["key"]`, nothing where there is no such key; `list[0]`."""
        if isinstance(obj, Mapping) and isinstance(argument, str):
            return obj.get(argument)
        if isinstance(obj, tuple | list) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self._nothing(obj, argument)

    def is_safe_callable(self, obj: object) -> bool:
        """Macros alone, and `loop.cycle`, `loop.changed`."""
        return isinstance(obj, Macro) or (
            isinstance(getattr(obj, "__self__", None), LoopContext) and getattr(obj, "__name__", "") in LOOP
        )

    def call_binop(self, context: object, operator_: str, left: object, right: object) -> object:  # noqa: ARG002 - Jinja's own signature
        """Whole numbers are added and subtracted; amounts are counted where records are made."""
        if operator_ in ("+", "-") and _whole(left) and _whole(right):
            return {"+": operator.add, "-": operator.sub}[operator_](left, right)
        raise RefusedError(
            f"Szablon nie liczy („{operator_}”): gotowe kwoty daje rekord.",
            f"A template counts nothing ('{operator_}'): the record holds the amounts.",
        )

    def call_unop(self, context: object, operator_: str, arg: object) -> object:  # noqa: ARG002 - Jinja's own signature
        """Minus before a whole number."""
        if _whole(arg) and isinstance(arg, int):
            return -arg if operator_ == "-" else arg
        raise RefusedError("Szablon nie liczy.", "A template counts nothing.")


def environment_of(kind: TemplateKind, templates: Mapping[str, Template]) -> TemplateEnvironment:
    """The environment of templates of one kind, found by symbol; those of another kind are not found."""

    def find(name: str) -> tuple[str, str] | None:
        found = templates.get(name.casefold())
        return (found.source.text, f"{MARK}{found.symbol}") if found and found.kind is kind else None

    return TemplateEnvironment(kind, find)


_GUARDED = (nodes.For, nodes.Concat, nodes.ScopedEvalContextModifier, nodes.Extends, nodes.Const)


def _guard(tree: nodes.Template) -> None:
    """Puts the counting of loops and the measuring of joined texts into a template; refuses what it must not have."""
    for node in list(tree.find_all(_GUARDED)):
        match node:
            case nodes.For():
                node.iter = _filtered(node.iter, _COUNTED)
            case nodes.Concat():
                joined_ = nodes.List(node.nodes, lineno=node.lineno)
                node.nodes = [_filtered(joined_, _JOINED)]
            case nodes.ScopedEvalContextModifier() | nodes.Extends():
                raise TemplateSyntaxError("autoescape, extends: not here", node.lineno)
            case nodes.Const() if isinstance(node.value, float):
                raise TemplateSyntaxError(f"{node.value} would be a float", node.lineno)


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    assert isinstance(node, nodes.Expr)
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


@dataclass(frozen=True, slots=True)
class RenderFault:
    """Why a template stopped: where, and in which words. `template` is the name that `find` gave."""

    template: str
    line: int
    offset: int | None
    reason: Wording
    kind: Literal["syntax", "run"] = "run"


_TOO_LONG = Wording("Wynik jest zbyt długi.", "The result is too long.")


def run(environment: TemplateEnvironment, name: str, record: Mapping[str, object]) -> str | RenderFault:
    """What a template writes of a record, or why it stopped."""
    token = _BUDGET.set(_Budget())
    parts: list[str] = []
    length = 0
    try:
        for part in environment.get_template(name).generate(record):
            length += len(part)
            if length > MOST_CHARACTERS:
                return RenderFault(name, 1, None, _TOO_LONG)
            parts.append(part)
    except Exception as error:  # noqa: BLE001 - whatever a template does wrong is told, with its place
        return _fault(name, error)
    finally:
        _BUDGET.reset(token)
    return "".join(parts)


def _fault(name: str, error: Exception) -> RenderFault:
    if isinstance(error, TemplateSyntaxError):
        where = error.filename or error.name or name
        return RenderFault(where, error.lineno, getattr(error.lineno, "offset", None), syntax_wording(error), "syntax")
    where, line = name, 1
    trace = error.__traceback__
    while trace:
        filename = trace.tb_frame.f_code.co_filename
        if filename.startswith(MARK):
            where, line = filename, trace.tb_lineno
        trace = trace.tb_next
    return RenderFault(where.removeprefix(MARK), line, None, _reason(error))


_UNDEFINED = re.compile(r"'([^']*)' is undefined")


def _reason(error: Exception) -> Wording:
    match error:
        case RefusedError() | FilterError():
            return error.wording
        case TemplateNotFound():
            return Wording(f"Nie ma szablonu „{error.name}”.", f"There is no template '{error.name}'.")
        case RecursionError():
            return Wording("Makra wywołują się bez końca.", "Macros call each other without end.")
        case UndefinedError() if found := _UNDEFINED.search(str(error)):
            return Wording(f"Nie ma nazwy „{found[1]}”.", f"There is no name '{found[1]}'.")
        case SecurityError():
            return Wording("Tego szablonowi nie wolno.", "That is not allowed to a template.")
    return Wording(f"Tego nie można wykonać: {error}.", f"That cannot be done: {error}.")


_SYNTAX: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"Encountered unknown tag '(\w+)'.*", re.DOTALL), "nieznany znacznik „{0}”"),
    (re.compile(r"unexpected char '(.+)' at .*", re.DOTALL), "niespodziewany znak „{0}”"),
    (re.compile(r"unexpected '(.+)', expected '(.+)'"), "jest „{0}”, a powinno być „{1}”"),
    (re.compile(r"unexpected '(.+)'"), "niespodziewane „{0}”"),
    (re.compile(r"expected token '(.+)', got '(.+)'"), "powinno być „{0}”, a jest „{1}”"),
    (
        re.compile(r"Unexpected end of template\..*", re.DOTALL),
        "brak zakończenia znacznika (endif, endfor …)",
    ),
    (re.compile(r"unexpected end of template.*", re.DOTALL), "szablon kończy się w środku wyrażenia"),
    (re.compile(r"No filter named '(.+)'\."), "nie ma filtra „{0}”"),
    (re.compile(r"No test named '(.+)'\."), "nie ma testu „{0}”"),
    (re.compile(r"autoescape, extends: not here"), "autoescape i extends są niedozwolone"),
    (re.compile(r"(.+) would be a float"), "{0} byłoby liczbą zmiennoprzecinkową"),
    (re.compile(r"Missing end of (comment|raw) tag"), "brak końca komentarza ({0})"),
)


def syntax_wording(error: TemplateSyntaxError) -> Wording:
    """What Jinja says of a template that it cannot read."""
    english = (error.message or "").rstrip(".")
    for pattern, polish in _SYNTAX:
        if found := pattern.fullmatch(error.message or ""):
            return Wording(polish.format(*found.groups()), english)
    return Wording(english, english)
