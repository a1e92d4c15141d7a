"""Types of T-SQL as they are written in CAST, DECLARE and CREATE TABLE, as kinds."""

from sqlglot import exp

from dekret.sql.kinds import BIGINT, BIT, DATE, DATETIME, FLOAT, INT, TEXT, Kind, Sort, decimal, text
from dekret.sql.said import refuse

_TYPES: dict[exp.DType, Kind] = {
    exp.DType.INT: INT,
    **dict.fromkeys((exp.DType.SMALLINT, exp.DType.TINYINT, exp.DType.UTINYINT), Kind(Sort.INT, 5)),
    exp.DType.BIGINT: BIGINT,
    exp.DType.BIT: BIT,
    exp.DType.BOOLEAN: BIT,
    **dict.fromkeys((exp.DType.FLOAT, exp.DType.DOUBLE), FLOAT),
    exp.DType.DATE: DATE,
    **dict.fromkeys((exp.DType.DATETIME, exp.DType.DATETIME2), DATETIME),
    exp.DType.TEXT: TEXT,
}
_TEXTS = (exp.DType.VARCHAR, exp.DType.NVARCHAR)


def kind_of_type(node: exp.DataType, *, unsaid_size: int = 30) -> Kind:
    """The kind of a type of T-SQL; a varchar without a length has 30 letters in CAST, one where it is declared."""
    measures = [each.this for each in node.expressions]
    if node.this in _TEXTS:
        if not measures:
            return text(unsaid_size)
        return text(None) if not isinstance(measures[0], exp.Literal) else text(int(measures[0].name))
    if node.this is exp.DType.DECIMAL:
        sizes = [int(each.name) for each in measures if isinstance(each, exp.Literal)]
        return decimal(sizes[0] if sizes else 18, sizes[1] if len(sizes) > 1 else 0)
    if node.this in (exp.DType.CHAR, exp.DType.NCHAR):
        raise refuse("char(n)", "użyj varchar(n)", "use varchar(n)")
    found = _TYPES.get(node.this) if isinstance(node.this, exp.DType) else None
    if found is None:
        raise refuse(node.sql("tsql"))
    return found
