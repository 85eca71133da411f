"""spaCy: the pipeline component `lawreport`, with sections, passages and items as spans.

Installed with the extra `spacy`, `nlp.add_pipe("lawreport")` finds it by its entry point; from a checkout,
`import lawreport_parser.integrations.spacy` registers it.

spaCy itself refuses a text with lone surrogates, before any component sees it: `nlp(without_surrogates(text))` puts
U+FFFD for each, and every offset stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from lawreport_parser.integrations import ITEM_ROLES, require, without_surrogates
from lawreport_parser.parsing import parse
from lawreport_parser.report import Report

__all__ = ["lawreport", "without_surrogates"]

_Language: Any = require("spacy.language", "spacy", "spacy").Language
_Doc: Any = require("spacy.tokens", "spacy", "spacy").Doc

_parse = lru_cache(maxsize=8)(parse)


def _report_of(doc: Any) -> Report:
    return _parse(doc.text)


# Computed from the text, not stored: a document with it can be written and sent to other processes.
_Doc.set_extension("lawreport", getter=_report_of, force=True)


def lawreport(doc: Any) -> Any:
    """Set `doc.spans` from the report that the text holds; `doc._.lawreport` is that report.

    `sections` and `headings` are labelled with the section's first role, or `section`; `passages`, `achievements`,
    `problems`, `responsibility` and `plans` with the role. The id of a span is its section's. A span that begins or
    ends inside a token is widened to the whole token.
    """
    report = _report_of(doc)
    sections = [(section, section.roles[0] if section.roles else "section") for section in report.walk()]
    doc.spans["sections"] = _spans(doc, ((each.span, role, each.id) for each, role in sections))
    doc.spans["headings"] = _spans(doc, ((each.heading.span, role, each.id) for each, role in sections if each.heading))
    doc.spans["passages"] = _spans(doc, ((each.span, each.role, each.section_id or "") for each in report.passages))
    for role in ITEM_ROLES:
        items = getattr(report, role)
        doc.spans[role] = _spans(doc, ((item.span, role, item.section_id or "") for item in items))
    return doc


def _spans(doc: Any, found: Iterable[tuple[Any, str, str]]) -> list[Any]:
    return [
        doc.char_span(span.start, span.end, label=label, span_id=span_id, alignment_mode="expand")
        for span, label, span_id in found
    ]


_Language.component("lawreport", assigns=["doc.spans", "doc._.lawreport"], func=lawreport)
