"""The check of templates: what stands in them is held against the types of their record, nothing being run.

A template that passes finds all its names, fields, filters, tests and parts, whatever its record holds; values that may
be missing are used only behind a condition. Macros are looked at with the arguments of every call, included parts with
the names of those who include them.
"""

from collections.abc import Iterable, Mapping, Sequence

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from dekret.render import problems
from dekret.render.check_scope import (
    ANY,
    LOOP,
    TEXT,
    Checked,
    Group,
    MacroDefinition,
    Module,
    Scope,
    Thing,
    facts,
    path_of,
)
from dekret.render.check_values import ValueCheck
from dekret.render.environment import TemplateEnvironment, syntax_wording
from dekret.render.names import Kind, Value
from dekret.render.places import Line
from dekret.render.templates import Template
from dekret.text.nearest import did_you_mean
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording, listed

DIALOG = "parametry"
"""The name under which a template finds the answers of its dialog."""


def check_template(template: Template, templates: Mapping[str, Template], report: Report) -> None:
    """Reports what is wrong with a template; `templates` are all that it may include, by symbol."""
    _Check(templates, report).template_(template)


def names_for(template: Template) -> dict[str, Thing]:
    """The names that a template finds: its record, its dialog."""
    dialog = Group(DIALOG, tuple((each.name, each.value) for each in template.parameters))
    if template.record is None:
        return {}
    return {template.record.variable: Value(Kind.RECORD, of=template.record.record), DIALOG: dialog}


class _Check:
    def __init__(self, templates: Mapping[str, Template], report: Report) -> None:
        self.templates = templates
        self.report = report
        self.values = ValueCheck(report, self._macro)
        self.done = Checked()
        self.open: list[str] = []
        self.trees: dict[str, nodes.Template | None] = {}

    def template_(self, template: Template) -> None:
        """A template from its beginning; a part by itself, whose names are not known."""
        tree = self._tree(template)
        if tree is None:
            return
        scope = Scope(names_for(template), lenient=template.record is None)
        self._within(template, tree.body, scope)
        for macro in self.done.macro_names:
            if id(macro.node) not in self.done.called:
                names: dict[str, Thing] = {argument.name: ANY for argument in macro.node.args}
                inside = macro.scope.inner(**names)
                inside.caller = True
                self._within(macro.template, macro.node.body, inside)

    def _tree(self, template: Template) -> nodes.Template | None:
        key = template.symbol.casefold()
        if key not in self.trees:
            self.trees[key] = self._parsed(template)
        return self.trees[key]

    def _parsed(self, template: Template) -> nodes.Template | None:
        source = template.source
        reason: Wording | None = None
        start = 0
        try:
            return TemplateEnvironment(template.kind, lambda _: None).parse(source.text)
        except TemplateSyntaxError as error:
            reason = syntax_wording(error)
            start = error.lineno.offset if isinstance(error.lineno, Line) else source.line_starts[error.lineno - 1]
        except (RecursionError, MemoryError):
            reason = Wording("nawiasy są zagnieżdżone zbyt głęboko", "parentheses are nested too deeply")
        self.report.add(problems.SYNTAX.at(Span(source, start, start), reason=reason))
        return None

    def _within(self, template: Template, body: Sequence[nodes.Node], scope: Scope) -> None:
        """A body that stands in a template, perhaps another than the one looked at so far."""
        before = getattr(self.values, "template", template)
        self.values.template = template
        self.open.append(template.symbol.casefold())
        self._body(body, scope)
        self.open.pop()
        self.values.template = before

    def _body(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.Output():
                for part in node.nodes:
                    self.values.printable(part, self.values.value(part, scope))
            case nodes.For():
                self._for(node, scope)
            case nodes.If():
                self._if(node, scope)
            case nodes.Assign():
                self._assign(node.target, self.values.thing(node.node, scope), scope)
            case nodes.AssignBlock():
                self._body(node.body, scope.inner())
                given = self.values.filtered(node.filter, TEXT, scope) if node.filter else TEXT
                self._assign(node.target, given, scope)
            case nodes.FilterBlock():
                self._body(node.body, scope.inner())
                self.values.filtered(node.filter, TEXT, scope)
            case nodes.With():
                inner = scope.inner()
                for target, value in zip(node.targets, node.values, strict=True):
                    self._assign(target, self.values.thing(value, scope), inner)
                self._body(node.body, inner)
            case nodes.Macro():
                definition = MacroDefinition(node, self.values.template, scope)
                self.done.macro_names.append(definition)
                scope.names[node.name] = definition
                for default in node.defaults:
                    self.values.value(default, scope)
            case nodes.CallBlock():
                self._call_block(node, scope)
            case nodes.Include() | nodes.Import() | nodes.FromImport():
                self._other(node, scope)
            case _:
                self._forbidden(node)

    def _forbidden(self, node: nodes.Node) -> None:
        word = {"ScopedEvalContextModifier": "autoescape", "Extends": "extends", "Block": "block"}
        name = word.get(type(node).__name__, type(node).__name__.lower())
        advice = Wording("Wspólny układ daj makrem: import i call.", "Share a layout by a macro: import and call.")
        what = Wording(f"znacznik {name}", f"the tag {name}")
        self.values.say(problems.NOT_ALLOWED, node, name, what=what, advice=advice)

    def _assign(self, target: nodes.Node, thing: Thing, scope: Scope) -> None:
        match target:
            case nodes.Name():
                scope.names[target.name] = thing
                scope.known = frozenset(path for path in scope.known if path.partition(".")[0] != target.name)
            case _:
                self._forbidden(target)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        listed_ = self.values.value(node.iter, scope)
        self.values.there(node.iter, listed_)
        item = listed_.item if listed_.kind is Kind.LIST and listed_.item else ANY
        if listed_.kind is Kind.MAP:
            item = TEXT
        elif listed_.kind not in (Kind.LIST, Kind.ANY):
            what, wanted = Wording("Pętla", "The loop"), Kind.LIST.value
            word = path_of(node.iter).rpartition(".")[2]
            self.values.say(problems.WRONG_KIND, node.iter, word, what=what, given=listed_.describe(), wanted=wanted)
        inner = scope.inner(loop=LOOP)
        self._assign(node.target, item, inner)
        if node.recursive:
            self._forbidden(node)
        if node.test:
            self.values.value(node.test, inner)
            inner.known |= facts(node.test, holds=True)
        self._body(node.body, inner)
        self._body(node.else_, scope.inner())

    def _if(self, node: nodes.If, scope: Scope) -> None:
        branches: list[Scope] = []
        failed: frozenset[str] = frozenset()
        for each in (node, *node.elif_):
            self.values.value(each.test, scope.branch(failed))
            branch = scope.branch(failed | facts(each.test, holds=True))
            self._body(each.body, branch)
            branches.append(branch)
            failed |= facts(each.test, holds=False)
        otherwise = scope.branch(failed)
        self._body(node.else_, otherwise)
        scope.merge([*branches, otherwise])

    def _call_block(self, node: nodes.CallBlock, scope: Scope) -> None:
        called = self.values.thing(node.call.node, scope)
        if isinstance(called, MacroDefinition):
            self._macro(called, node.call, scope, caller=True)
        else:
            self.values.value(node.call, scope)
        if node.args:
            self._forbidden(node)
        self._body(node.body, scope.inner())

    def _macro(self, macro: MacroDefinition, call: nodes.Call, scope: Scope, *, caller: bool = False) -> Value:
        self.done.called.add(id(macro.node))
        names = [argument.name for argument in macro.node.args]
        given: dict[str, Thing] = {
            name: self.values.thing(value, scope) for name, value in zip(names, call.args, strict=False)
        }
        twice = [keyword.key for keyword in call.kwargs if keyword.key in given]
        given |= {keyword.key: self.values.thing(keyword.value, scope) for keyword in call.kwargs}
        needed = names[: len(names) - len(macro.node.defaults)]
        missing = [name for name in needed if name not in given]
        unknown = [name for name in given if name not in names]
        reason = None
        if call.dyn_args or call.dyn_kwargs or len(call.args) > len(names) or twice:
            reason = Wording("argumentów jest za dużo", "too many arguments")
        elif unknown:
            reason = Wording(f"nie ma argumentu „{unknown[0]}”", f"there is no argument '{unknown[0]}'")
        elif missing:
            reason = Wording(f"brakuje argumentu „{missing[0]}”", f"the argument '{missing[0]}' is missing")
        if reason:
            name, known = macro.node.name, ", ".join(names) or "–"
            self.values.say(problems.MACRO_ARGUMENTS, call, name=name, reason=reason, known=known)
            return TEXT
        self._macro_body(macro, given, caller=caller)
        return TEXT

    def _macro_body(self, macro: MacroDefinition, given: dict[str, Thing], *, caller: bool) -> None:
        """The body of a macro with arguments of these types; each combination once."""
        names = [argument.name for argument in macro.node.args]
        defaults = dict(zip(reversed(names), reversed(macro.node.defaults), strict=False))
        inside: dict[str, Thing] = dict(given)
        for name in names:
            if name not in inside:
                inside[name] = self.values.value(defaults[name], macro.scope)
        key = (id(macro.node), tuple(inside.get(name) for name in names), caller)
        if key in self.done.macros:
            return
        self.done.macros.add(key)
        body = macro.scope.inner(**inside)
        body.caller, body.known = caller, frozenset()
        self._within(macro.template, macro.node.body, body)

    def _other(self, node: nodes.Include | nodes.Import | nodes.FromImport, scope: Scope) -> None:
        found = self._named(node)
        tree = self._tree(found) if found else None
        if isinstance(node, nodes.Include):
            if found and tree:
                self._within(found, tree.body, scope.inner())
            return
        around = dict(scope.names) if node.with_context else {}
        inner = Scope(around, lenient=found is None)
        if found and tree:
            self._within(found, tree.body, inner)
        module: Thing = Module(found, inner.names) if found else ANY
        if isinstance(node, nodes.Import):
            scope.names[node.target] = module
            return
        for each in node.names:
            name, alias = each if isinstance(each, tuple) else (each, each)
            macro = inner.names.get(name)
            if found and not isinstance(macro, MacroDefinition):
                known = sorted(known for known, thing in inner.names.items() if isinstance(thing, MacroDefinition))
                what = Wording(f"Szablon {found.symbol}", f"The template {found.symbol}")
                near, shown = did_you_mean(name, known), listed(known) or "–"
                self.values.say(problems.UNKNOWN_FIELD, node, name, what=what, name=name, advice=near, known=shown)
            scope.names[alias] = macro if isinstance(macro, MacroDefinition) else ANY

    def _named(self, node: nodes.Include | nodes.Import | nodes.FromImport) -> Template | None:
        """The template that is included or imported; None where that is wrong."""
        if not isinstance(node.template, nodes.Const) or not isinstance(node.template.value, str):
            what = Wording("wstawić szablon o nazwie, która nie stoi wprost", "include a template not named outright")
            advice = Wording("Wpisz symbol w cudzysłowie.", "Write the symbol in quotes.")
            self.values.say(problems.NOT_ALLOWED, node, what=what, advice=advice)
            return None
        written = node.template.value
        found = self.templates.get(written.casefold())
        if found is None:
            known = [each.symbol for each in self.templates.values() if each.record is None]
            advice = did_you_mean(written, [each.symbol for each in self.templates.values()])
            shown = listed(sorted(known)) or "–"
            self.values.say(problems.UNKNOWN_TEMPLATE, node, written, name=written, advice=advice, known=shown)
            return None
        own = self.values.template
        if found.kind is not own.kind:
            kinds = {"kind": _word(found), "own": _word(own)}
            self.values.say(problems.OTHER_KIND, node, written, name=found.symbol, **kinds)
            return None
        if found.symbol.casefold() in self.open:
            self.values.say(problems.ENDLESS, node, written, name=found.symbol)
            return None
        return found


def _word(template: Template) -> Wording:
    return Wording(template.kind.value.pl, template.kind.value.en)
