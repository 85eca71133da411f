"""Adapters to other libraries, each in a module and an extra of its own; none is imported before it is used.

lawreport_parser.integrations.langchain     a document loader and a text splitter    extra langchain
lawreport_parser.integrations.llama_index   a node parser                            extra llama-index
lawreport_parser.integrations.spacy         the pipeline component `lawreport`       extra spacy
lawreport_parser.integrations.huggingface   features and data sets                   extra datasets
"""

from __future__ import annotations

from typing import Final

from lawreport_parser.chunks import Chunk
from lawreport_parser.extras import require
from lawreport_parser.lexicon import STATUTORY_PARTS
from lawreport_parser.report import Report
from lawreport_parser.spans import without_surrogates

__all__ = [
    "ITEM_ROLES",
    "PATH_SEPARATOR",
    "chunk_metadata",
    "report_metadata",
    "require",
    "without_surrogates",
]

#: Between the headings of a path where metadata must be plain text.
PATH_SEPARATOR: Final = " > "
#: The roles whose items a report lists.
ITEM_ROLES: Final = tuple(STATUTORY_PARTS)


def report_metadata(report: Report) -> dict[str, str | int]:
    """Return what the header says of a report as plain values; what it does not say is left out."""
    header = report.header
    values: dict[str, str | int | None] = {
        "title": header.title,
        "issuer": header.issuer,
        "year": header.year,
        "document_number": header.document_number,
        "published_date": header.published_date.isoformat() if header.published_date else None,
        "region_code": header.region.code if header.region else None,
        "region": header.region.name if header.region else None,
    }
    return {name: value for name, value in values.items() if value is not None}


def chunk_metadata(chunk: Chunk) -> dict[str, str | int]:
    """Return the place, path, roles and span of a chunk as plain values, which every vector store takes."""
    values: dict[str, str | int | None] = {
        "place": chunk.place,
        "section_id": chunk.section_id,
        "path": PATH_SEPARATOR.join(chunk.path),
        "roles": ", ".join(chunk.roles),
        "start_index": chunk.span.start,
        "end_index": chunk.span.end,
    }
    return {name: value for name, value in values.items() if value not in (None, "")}
