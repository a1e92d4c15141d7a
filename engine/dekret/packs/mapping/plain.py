"""Records as plain values, those that are usual among them: JSON leaves out what a record has by default."""

import msgspec


def plain_of(record: msgspec.Struct) -> dict[str, object]:
    """All fields of a record by their names in JSON; records within it alike, lists as lists."""
    names = (field.name for field in msgspec.structs.fields(record))
    return {name: _plain(getattr(record, name)) for name in names}


def _plain(value: object) -> object:
    match value:
        case msgspec.Struct():
            return plain_of(value)
        case tuple() | list():
            return [_plain(item) for item in value]
        case _:
            return value
