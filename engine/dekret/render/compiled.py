"""Templates that put fields and filters between texts, as one Python function each; all others are left to Jinja.

A file of data is written thousands of times by one template. Here its tree is laid out once: a field is an attribute, a
text a constant, a macro stands where it is called; what a field or a filter gives is kept by its value. The result is
that of Jinja byte for byte (`tests/render/test_compiled.py`), or `NotCompiled`: then Jinja writes it, or tells what is
wrong.

With the text comes its outline: the branches that were taken, on the whole and in each round of a loop. Values are
escaped and add no element: texts of one outline have the same elements and differ in values alone, which `Leaf` asks.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from types import CodeType

from jinja2 import nodes
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError
from markupsafe import escape

from dekret.render.environment import MOST_STEPS, TemplateEnvironment
from dekret.render.filters import BY_NAME, punkt
from dekret.render.names import Kind, Value, names_of
from dekret.render.outline import Leaf, NotCompiled, OpenElements
from dekret.render.pointed import pointed

Outline = tuple[tuple[int, ...], frozenset[tuple[int, ...]]]
MOST_KEPT = 20_000
_MOST_LINES = 20_000
_DEEPEST = 20
"""Macros and templates within each other."""
_PRINTED = (Kind.TEXT, Kind.AMOUNT, Kind.WHOLE, Kind.DATE)
_LOOP = {"index": "{i} + 1", "index0": "{i}", "first": "{i} == 0", "last": "{i} + 1 == {n}", "length": "{n}"}
_OPERATORS = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">="}


@dataclass(frozen=True, slots=True)
class _Known:
    """An expression: its Python, its type, its value where it is a constant.

    `base` and `steps` are the value that filters start from and the filters, where that is all it is made of; `places`
    those of `punkt`, where it is the only one and its value an amount.
    """

    code: str
    value: Value
    constant: str | int | None = None
    base: str = ""
    steps: tuple[Callable[[object], object], ...] = ()
    places: int | None = None


@dataclass(frozen=True, slots=True)
class _Macro:
    node: nodes.Macro
    macros: dict[str, "_Macro"]
    modules: dict[str, dict[str, "_Macro"]]
    sees_record: bool


@dataclass(slots=True)
class _Scope:
    """Names and macros that can be seen; `loops` are the counters and lengths of the loops around."""

    names: dict[str, _Known]
    macros: dict[str, _Macro]
    modules: dict[str, dict[str, _Macro]]
    loop: tuple[str, str] | None = None
    conditional: bool = False

    def inner(self, *, conditional: bool = False) -> "_Scope":
        return _Scope(dict(self.names), self.macros, self.modules, self.loop, conditional or self.conditional)

    def macro(self, node: nodes.Node) -> _Macro | None:
        """What a call calls: a macro of this template, or one of another that was imported."""
        match node:
            case nodes.Name(name=name):
                return self.macros.get(name)
            case nodes.Getattr(node=nodes.Name(name=module), attr=name):
                return self.modules.get(module, {}).get(name)
        return None


class Kept(dict[object, str]):
    """Texts by the values they are of; forgotten when there are too many."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[object], str]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, value: object) -> str:
        if len(self) >= MOST_KEPT:
            self.clear()
        text = self[value] = self.make(value)
        return text


def _made(
    value: object,
    *,
    steps: Sequence[Callable[[object], object]],
    finalize: Callable[[object], str],
    check: Callable[[str], bool] | None,
    escaping: bool,
) -> str:
    """The text of a value as it stands in the file. Raises `NotCompiled` where it does not keep to its element."""
    for step in steps:
        value = step(value)
    text = finalize(value)
    if check and not check(text):
        raise NotCompiled
    return str(escape(text) if escaping and not text.isalnum() else text)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template as a function of its record and the answers of its dialog."""

    function: Callable[[object, Mapping[str, object]], tuple[str, Outline]]

    def write(self, record: object, answers: Mapping[str, object]) -> tuple[str, Outline] | None:
        """The text with its outline; None where Jinja has to write it, or to tell why it cannot be written."""
        try:
            return self.function(record, answers)
        except Exception:  # noqa: BLE001 - Jinja meets the same and says where it stands
            return None


def compiled(
    environment: TemplateEnvironment, symbol: str, variable: str, names: Mapping[str, Value], leaf: Leaf
) -> Compiled | None:
    """The template as a function; None where it holds what is left to Jinja.

    `names` are the types of what it finds by name: its record under `variable`, its dialog under `parametry`.
    """
    compiler = _Compiler(environment, leaf)
    scope = _Scope({name: _Known(name, value, base=name) for name, value in names.items()}, {}, {})
    compiler.top = tuple(scope.names.values())
    try:
        compiler.include(symbol, scope)
        compiler.ended()
    except (NotCompiled, TemplateNotFound, TemplateSyntaxError):
        return None
    return Compiled(compiler.function(variable))


@dataclass(slots=True)
class _Compiler:
    """The lines of the function in the making."""

    environment: TemplateEnvironment
    leaf: Leaf
    elements: OpenElements = field(default_factory=OpenElements)
    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    globals: dict[str, object] = field(default_factory=dict)
    kept: dict[object, str] = field(default_factory=dict)
    depth: int = 1
    counter: int = 0
    outline: str = "s"
    nested: int = 0
    top: tuple[_Known, ...] = ()

    # --- what is written

    def line(self, text: str) -> None:
        self.flush()
        self.lines.append("    " * self.depth + text)
        if len(self.lines) > _MOST_LINES:
            raise NotCompiled

    def flush(self) -> None:
        if self.pieces:
            joined = "".join(self.pieces)
            self.pieces = []
            self.lines.append("    " * self.depth + f'a(f"{joined}")')

    def fresh(self, letter: str) -> str:
        self.counter += 1
        return f"{letter}{self.counter}"

    def given(self, thing: object) -> str:
        name = self.fresh("g")
        self.globals[name] = thing
        return name

    def mark(self, number: str) -> None:
        self.line(f"{self.outline}.append({number})")

    def text(self, text: str) -> None:
        if self.environment.autoescape:
            self.elements.write(text)
        self.pieces.append(json.dumps(text, ensure_ascii=False)[1:-1].replace("{", "{{").replace("}", "}}"))

    def ended(self) -> None:
        self.flush()
        if self.elements.here():
            raise NotCompiled

    def function(self, variable: str) -> Callable[[object, Mapping[str, object]], tuple[str, Outline]]:
        head = [
            f"def write({variable}, parametry):",
            "    out, s, rounds, steps = [], [], set(), 0",
            "    a = out.append",
        ]
        source = "\n".join([*head, *self.lines, '    return "".join(out), (tuple(s), frozenset(rounds))'])
        code: CodeType = compile(source, "<template>", "exec")
        space: dict[str, object] = {"NotCompiled": NotCompiled, **self.globals}
        exec(code, space)  # noqa: S102 - the text is made here, of names and numbers of our own
        write = space["write"]
        assert callable(write)
        return write

    # --- statements

    def include(self, symbol: str, scope: _Scope) -> None:
        self.deeper()
        for statement in self.parsed(symbol).body:
            self.statement(statement, scope)
        self.nested -= 1

    def parsed(self, symbol: str) -> nodes.Template:
        assert self.environment.loader
        text, _, _ = self.environment.loader.get_source(self.environment, symbol)
        return self.environment.parse(text, symbol)

    def body(self, statements: list[nodes.Node], scope: _Scope) -> None:
        """Statements one level deeper, which close the elements that they open."""
        self.flush()
        around = self.elements.here()
        self.depth += 1
        for statement in statements:
            self.statement(statement, scope)
        self.flush()
        self.depth -= 1
        if self.elements.here() != around:
            raise NotCompiled

    def statement(self, node: nodes.Node, scope: _Scope) -> None:
        match node:
            case nodes.Output():
                for part in node.nodes:
                    self.output(part, scope)
            case nodes.If():
                self.choice(node, scope)
            case nodes.For():
                self.loop(node, scope)
            case nodes.Macro():
                scope.macros[node.name] = _Macro(node, scope.macros, scope.modules, sees_record=True)
            case nodes.Import(template=nodes.Const(value=str() as symbol)) if not node.with_context:
                scope.modules[node.target] = self.macros_of(symbol)
            case nodes.FromImport(template=nodes.Const(value=str() as symbol)) if not node.with_context:
                found = self.macros_of(symbol)
                for name in node.names:
                    there, here = name if isinstance(name, tuple) else (name, name)
                    if there not in found:
                        raise NotCompiled
                    scope.macros[here] = found[there]
            case nodes.Include(template=nodes.Const(value=str() as symbol)) if not node.ignore_missing:
                self.include(symbol, scope)
            case nodes.Assign(target=nodes.Name() as target) if not scope.conditional:
                scope.names[target.name] = self.assigned(self.known(node.node, scope))
            case _:
                raise NotCompiled

    def assigned(self, known: _Known) -> _Known:
        """The expression worked out once, under a name of its own."""
        if known.constant is not None or known.code.isidentifier():
            return known
        name = self.fresh("v")
        self.line(f"{name} = {known.code}")
        return _Known(name, known.value, base=name)

    def macros_of(self, symbol: str) -> dict[str, _Macro]:
        found: dict[str, _Macro] = {}
        modules: dict[str, dict[str, _Macro]] = {}
        self.deeper()
        for statement in self.parsed(symbol).body:
            match statement:
                case nodes.Macro():
                    found[statement.name] = _Macro(statement, found, modules, sees_record=False)
                case nodes.Import(template=nodes.Const(value=str() as inner)) if inner != symbol:
                    modules[statement.target] = self.macros_of(inner)
        self.nested -= 1
        return found

    def deeper(self) -> None:
        """One more macro or template within another."""
        self.nested += 1
        if self.nested > _DEEPEST:
            raise NotCompiled

    def choice(self, node: nodes.If, scope: _Scope) -> None:
        word = "if"
        for test, body in ((node.test, node.body), *((each.test, each.body) for each in node.elif_)):
            self.line(f"{word} {self.known(test, scope).code}:")
            self.branch(body, scope)
            word = "elif"
        if node.else_:
            self.line("else:")
            self.branch(node.else_, scope)

    def branch(self, body: list[nodes.Node], scope: _Scope) -> None:
        self.depth += 1
        self.counter += 1
        self.mark(str(self.counter))
        self.depth -= 1
        self.body(body, scope.inner(conditional=True))

    def loop(self, node: nodes.For, scope: _Scope) -> None:
        items = self.known(node.iter, scope)
        if node.test or node.else_ or node.recursive or not isinstance(node.target, nodes.Name):
            raise NotCompiled
        if items.value.kind is not Kind.LIST or items.value.item is None:
            raise NotCompiled
        listed, count, place, item, rounds = (self.fresh(letter) for letter in "lnivr")
        number = self.counter
        self.line(f"{listed} = {items.code}")
        self.line(f"{count} = len({listed})")
        self.line(f"steps += {count}")
        self.line(f"if steps > {MOST_STEPS}: raise NotCompiled")
        self.mark(f"{number} if {count} else -{number}")
        self.line(f"for {place}, {item} in enumerate({listed}):")
        inner = scope.inner()
        inner.conditional = False
        inner.loop = (place, count)
        inner.names[node.target.name] = _Known(item, items.value.item, base=item)
        around, self.outline = self.outline, rounds
        self.depth += 1
        self.line(f"{rounds} = [{number}]")
        self.depth -= 1
        self.body(node.body, inner)
        self.depth += 1
        self.line(f"rounds.add(tuple({rounds}))")
        self.depth -= 1
        self.outline = around

    def call(self, node: nodes.Call, scope: _Scope) -> None:
        """A macro stands where it is called."""
        macro = scope.macro(node.node)
        if macro is None or node.dyn_args or node.dyn_kwargs:
            raise NotCompiled
        names = {argument.name: default for argument, default in _defaults(macro.node)}
        given = dict(zip((argument.name for argument in macro.node.args), node.args, strict=False))
        given |= {keyword.key: keyword.value for keyword in node.kwargs}
        if len(node.args) > len(macro.node.args) or set(given) - set(names):
            raise NotCompiled
        seen = {each.code: each for each in self.top} if macro.sees_record else {}
        inner = _Scope(dict(seen), macro.macros, macro.modules)
        for name, default in names.items():
            if name in given:
                inner.names[name] = self.assigned(self.known(given[name], scope))
            elif default is not None:
                inner.names[name] = self.known(default, inner)
            else:
                raise NotCompiled
        self.deeper()
        for statement in macro.node.body:
            self.statement(statement, inner)
        self.nested -= 1

    # --- expressions

    def output(self, node: nodes.Expr, scope: _Scope) -> None:
        match node:
            case nodes.TemplateData():
                self.text(node.data)
            case nodes.Call():
                self.call(node, scope)
            case _:
                self.value(self.known(node, scope))

    def value(self, known: _Known) -> None:
        escaping = bool(self.environment.autoescape)
        assert self.environment.finalize
        make = partial(_made, finalize=self.environment.finalize, escaping=escaping)
        if known.constant is not None:
            self.text(make(known.constant, steps=(), check=None))
            return
        if known.value.kind not in _PRINTED:
            raise NotCompiled
        check = self.elements.value(self.leaf) if escaping else None
        make = partial(make, steps=known.steps, check=check)
        if known.value.kind is Kind.AMOUNT and not known.steps:
            self.pieces.append(f"{{{self.given(make)}({known.base or known.code})}}")  # 1.0 and 1.00 are the same key
        elif known.places is not None and (quick := pointed(known.places, Kept(make), check)):
            self.pieces.append(f"{{{self.given(quick)}({known.base or known.code})}}")
        else:
            self.pieces.append(f"{{{self.given(Kept(make))}[{known.base or known.code}]}}")

    def known(self, node: nodes.Node, scope: _Scope) -> _Known:
        match node:
            case nodes.Const(value=str() | int() as constant) if not isinstance(constant, bool):
                kind = Kind.TEXT if isinstance(constant, str) else Kind.WHOLE
                return _Known(repr(constant), Value(kind), constant)
            case nodes.Name(name=name) if name in scope.names:
                return scope.names[name]
            case nodes.Getattr(node=nodes.Name(name="loop"), attr=attribute) if scope.loop and attribute in _LOOP:
                place, count = scope.loop
                code = f"({_LOOP[attribute].format(i=place, n=count)})"
                return _Known(code, Value(Kind.FLAG if attribute in ("first", "last") else Kind.WHOLE), base=code)
            case nodes.Getattr():
                return self.attribute(self.known(node.node, scope), node.attr)
            case nodes.Filter(node=nodes.Expr() as inner):
                return self.filtered(node, self.known(inner, scope))
            case nodes.CondExpr(expr2=nodes.Expr() as other):
                return self.either(node.test, node.expr1, other, scope)
            case nodes.And() | nodes.Or():
                left, right = self.known(node.left, scope), self.known(node.right, scope)
                word = "and" if isinstance(node, nodes.And) else "or"
                return _Known(f"({left.code} {word} {right.code})", Value(Kind.ANY))
            case nodes.Not():
                return _Known(f"(not {self.known(node.node, scope).code})", Value(Kind.FLAG))
            case nodes.Compare(ops=[nodes.Operand(op=sign, expr=other)]) if sign in _OPERATORS:
                left, right = self.known(node.expr, scope), self.known(other, scope)
                return _Known(f"({left.code} {_OPERATORS[sign]} {right.code})", Value(Kind.FLAG))
            case nodes.Test(name="none", args=[], kwargs=[]):
                return _Known(f"({self.known(node.node, scope).code} is None)", Value(Kind.FLAG))
        raise NotCompiled

    @staticmethod
    def attribute(known: _Known, name: str) -> _Known:
        if known.value.kind is Kind.RECORD and known.value.of:
            found = names_of(known.value.of).get(name)
            if found:
                code = f"{known.code}.{found.attribute}"
                return _Known(code, found.value, base=code)
        raise NotCompiled

    def filtered(self, node: nodes.Filter, known: _Known) -> _Known:
        """A filter whose arguments are constants; one value always gives one text."""
        found = BY_NAME.get(node.name)
        if found is None or node.dyn_args or node.dyn_kwargs or found.gives.kind not in _PRINTED:
            raise NotCompiled
        arguments = [_constant(each) for each in node.args]
        named = {str(each.key): _constant(each.value) for each in node.kwargs}
        function = found.function

        def step(value: object) -> object:
            return function(value, *arguments, **named)

        code = f"{self.given(step)}({known.code})"
        if known.value.kind not in _PRINTED:
            return _Known(code, found.gives, base=code)
        base, steps = (known.base, known.steps) if known.base else (known.code, ())
        lone = not steps and found.function is punkt and known.value.kind is Kind.AMOUNT
        places = (arguments or [named.get("miejsca", 2)])[0] if lone else None
        return _Known(
            code, found.gives, base=base, steps=(*steps, step), places=places if isinstance(places, int) else None
        )

    def either(self, test: nodes.Expr, first: nodes.Expr, second: nodes.Expr, scope: _Scope) -> _Known:
        one, other = self.known(first, scope), self.known(second, scope)
        if one.value.kind is not other.value.kind or one.value.kind not in _PRINTED:
            raise NotCompiled
        code = f"({one.code} if {self.known(test, scope).code} else {other.code})"
        return _Known(code, one.value, base=code)


def _constant(node: nodes.Expr) -> object:
    if isinstance(node, nodes.Const):
        return node.value
    raise NotCompiled


def _defaults(macro: nodes.Macro) -> list[tuple[nodes.Name, nodes.Expr | None]]:
    """The arguments of a macro, each with its default."""
    without = len(macro.args) - len(macro.defaults)
    return [
        (each, macro.defaults[place - without] if place >= without else None) for place, each in enumerate(macro.args)
    ]
