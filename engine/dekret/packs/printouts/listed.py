"""The templates there are, as a table."""

import datetime as dt
from collections.abc import Iterable

from dekret.packs.library import Library
from dekret.packs.printouts.printing import all_templates
from dekret.render.templates import Template
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording


def templates_table(library: Library, day: dt.date, language: Language) -> str:
    """Symbol, name, kind, record and questions of every template that prints something."""
    return _table([template for _, template in sorted(all_templates(library, day).items())], language)


def standard_table(language: Language) -> str:
    """The templates that come with the program."""
    return _table([template for _, template in Library().templates_below], language)


def _table(templates: Iterable[Template], language: Language) -> str:
    rows = [
        [
            cell_text(template.symbol),
            cell_text(template.name),
            template.kind.value.pl,
            template.record.word.pl if language == "pl" else template.record.word.en,
            cell_text(", ".join(parameter.title for parameter in template.parameters)),
        ]
        for template in templates
        if template.record
    ]
    header = (
        Wording("Szablon", "Template"),
        Wording("Nazwa", "Name"),
        Wording("Rodzaj", "Kind"),
        Wording("Rekord", "Record"),
        Wording("Parametry", "Parameters"),
    )
    return "\n".join(titled([word.in_(language) for word in header], rows)) + "\n"
