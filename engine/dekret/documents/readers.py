"""What fetches the values of macros: the readers of a layout, for a document and a part of it."""

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

from dekret.documents.document_types import DocumentType
from dekret.documents.macros import Reader, Scope
from dekret.expr.calls import TODAY
from dekret.expr.collation import fold
from dekret.expr.compile import Layout
from dekret.expr.kinds import Value

ReadT = TypeVar("ReadT")


def readers_of(type_: DocumentType, scope: Scope, layout: Layout, *, foreign: bool = False) -> tuple[Reader, ...]:
    """What fetches the values of a layout, given the document, its part of this scope, and the day of the run."""
    return tuple(
        _folded(reader) if folded else reader
        for name, argument, folded in layout.slots
        for reader in (_reader(type_, scope, name, argument, foreign=foreign),)
    )


def _reader(type_: DocumentType, scope: Scope, name: str, argument: str | None, *, foreign: bool) -> Reader:
    if name == TODAY.macro:
        return lambda _document, _part, today: today
    macro = type_.by_name[name]
    readers = macro.foreign if foreign and macro.foreign else macro.readers
    nearest = next(above for above in type_.chain(scope) if above in readers)
    own = readers[nearest]
    if argument is not None:
        lift = type_.lift(scope, nearest)
        return lambda document, part, _today: own(document, lift(document, part), argument)
    if nearest is scope:
        return lambda document, part, _today: own(document, part)
    if nearest is Scope.DOCUMENT:
        return lambda document, _part, _today: own(document, document)
    lift = type_.lift(scope, nearest)
    return lambda document, part, _today: own(document, lift(document, part))


def lifted(
    type_: DocumentType, scope: Scope, above: Scope, read: Callable[..., ReadT]
) -> Callable[[object, object], ReadT]:
    """What reads an object of a scope, given the document and its part of a scope within that one."""
    if scope is above:
        return read
    lift = type_.lift(scope, above)
    return lambda document, part: read(document, lift(document, part))


def _folded(fetch: Reader) -> Reader:
    def read(document: object, part: object, today: dt.date) -> Value:
        value = fetch(document, part, today)
        return fold(value) if isinstance(value, str) else value

    return read
