"""Display formats as number formats of Excel: the same shape, or none."""

import pytest

from dekret.values.display_formats import display_format
from dekret.values.sheet_formats import sheet_format


@pytest.mark.parametrize(
    ("type_", "text", "moments", "code"),
    [
        ("Numeric", "c2", False, '#,##0.00" zł"'),
        ("Numeric", "n0", False, "#,##0"),
        ("Numeric", "D8", False, "00000000"),
        ("Numeric", "D", False, "General"),
        ("Numeric", "P", False, "#,##0.0000 %"),
        ("Custom", "00.00”%”", False, '00.00"%"'),
        ("Custom", "0.0%", False, "0.0%"),
        ("Custom", "#,##0;(#,##0);\\x", False, '#,##0;(#,##0);"x"'),
        ("Custom", "0‰", False, None),
        ("DateTime", "d", True, "dd-mm-yyyy"),
        ("DateTime", "g", True, "dd-mm-yyyy hh:mm"),
        ("DateTime", "s", True, 'yyyy-mm-dd"T"hh:mm:ss'),
        ("DateTime", "y", True, "[$-415]mmmm yyyy"),
        ("DateTime", "dddd, d MMM", True, '[$-415]dddd"," d mmm'),
        ("DateTime", "mm:ss", True, "mm:ss"),
        ("DateTime", "hh:mm", True, None),
        ("DateTime", "dd mm", True, None),
        ("DateTime", "HH MM", True, None),
        ("DateTime", "HH:mm dd.MM", True, 'hh:mm dd"."mm'),
        ("DateTime", "ddd", True, None),
        ("DateTime", "d", False, None),
        ("Numeric", "n2", True, None),
        ("None", "n2", False, None),
    ],
)
def test_number_formats_of_excel(type_, text, moments, code):
    assert sheet_format(display_format(type_, text), moments) == code
