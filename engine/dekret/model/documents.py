"""All documents that can be posted, and how one is made of data from outside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from pydantic import BaseModel, ValidationError

from dekret.model.vat_register import VatDocument

Document: TypeAlias = VatDocument
DocumentKind: TypeAlias = Literal["vat_purchase", "vat_sale"]

_MODELS: Mapping[str, type[Document]] = {"vat_purchase": VatDocument, "vat_sale": VatDocument}
KINDS: tuple[str, ...] = tuple(_MODELS)

Fault: TypeAlias = Literal[
    "unknown-field", "missing", "float", "date", "number", "places", "choice", "length", "pattern", "rate", "kind"
]
"""What can be wrong with a field."""


@dataclass(frozen=True, slots=True)
class FieldError:
    """A field that is wrong: the way to it from the top, its Polish title, what is wrong, what would be right.

    `allowed` are the names or values that would be right, with the Polish titles of names.
    """

    path: tuple[str | int, ...]
    title: str
    fault: Fault
    given: str
    allowed: tuple[tuple[str, str], ...] = ()


def read_document(data: object) -> Document | tuple[FieldError, ...]:
    """The document of a JSON object, or every field that is wrong with it."""
    kind = data.get("type") if isinstance(data, dict) else None
    model = _MODELS.get(kind) if isinstance(kind, str) else None
    if model is None:
        given = "" if kind is None else str(kind)
        allowed = tuple((kind, "") for kind in KINDS)
        return (FieldError(("type",), "Typ dokumentu", "choice" if given else "missing", given, allowed),)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        found = error.errors(include_url=False)
        return tuple(_field_error(model, details) for details in found if not _follows(details, found))


_FAULTS: Mapping[str, Fault] = {
    "extra_forbidden": "unknown-field",
    "missing": "missing",
    "literal_error": "choice",
    "decimal_max_places": "places",
    "string_too_long": "length",
    "string_too_short": "missing",
    "too_short": "missing",
    "string_pattern_mismatch": "pattern",
}


def _follows(details: "Mapping[str, object]", others: "Sequence[Mapping[str, object]]") -> bool:
    """Whether a list is too short only because something in it is wrong."""
    place = details["loc"]
    assert isinstance(place, tuple)
    within = (other["loc"] for other in others)
    return details["type"] == "too_short" and any(
        isinstance(loc, tuple) and len(loc) > len(place) and loc[: len(place)] == place for loc in within
    )


def _field_error(model: type[Document], details: "Mapping[str, object]") -> FieldError:
    location = details["loc"]
    assert isinstance(location, tuple)
    kind = str(details["type"])
    owner, title = _walk(model, location)
    given = details.get("input")
    fault: Fault
    allowed: tuple[tuple[str, str], ...] = ()
    if kind == "value_error":
        reason = str(details["msg"]).rpartition(" ")[2]
        fault = "float" if reason == "float" else "rate"
        location = location if fault == "float" else (*location, "exchange_rate")
    elif kind.startswith("date"):
        fault = "date"
    elif kind.startswith(("decimal", "greater", "finite")) and kind != "decimal_max_places":
        fault = "number"
    else:
        fault = _FAULTS.get(kind, "kind")
    if fault == "unknown-field" and owner:
        allowed = tuple((name, info.title or "") for name, info in owner.model_fields.items())
    elif fault == "choice" and owner:
        allowed = _choices(owner, str(location[-1]))
    shown = str(given) if isinstance(given, str | int | float) else ""
    return FieldError(location, title, fault, shown, allowed)


def _walk(model: type[BaseModel], location: tuple[str | int, ...]) -> tuple[type[BaseModel] | None, str]:
    """The record that owns the last field of a path, and the Polish title of the field."""
    owner: type[BaseModel] | None = model
    title = ""
    for index, step in enumerate(location):
        if isinstance(step, int) or owner is None:
            continue
        info = owner.model_fields.get(step)
        if info is None:
            return owner, ""
        title = info.title or ""
        if any(isinstance(later, str) for later in location[index + 1 :]):
            owner = _record_within(info.annotation)
    return owner, title


def _record_within(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_within(part))), None)


def _choices(owner: type[BaseModel], name: str) -> tuple[tuple[str, str], ...]:
    info = owner.model_fields.get(name)
    return tuple((str(choice), "") for choice in get_args(info.annotation)) if info else ()
