"""The JSON Schemas of what is written: what programs in other languages read and validate against."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, Literal, NamedTuple

from pydantic.json_schema import GenerateJsonSchema

from lawreport_parser.chunk_lines import ReportOfChunk
from lawreport_parser.chunks import Chunk
from lawreport_parser.comparison.model import COMPARISON_VERSION, Comparison
from lawreport_parser.frozen_model import FrozenModel
from lawreport_parser.model import FlatNode
from lawreport_parser.report import Report
from lawreport_parser.report_fields import SCHEMA_VERSION

__all__ = ["Document", "chunk_schema", "comparison_schema", "nodes_schema", "report_schema", "schema_text"]

#: What has a schema: what `Report.to_json` and `Comparison.to_json` write, a line of `lawreport chunks`, and the array
#: of `lawreport parse --nodes`.
Document = Literal["report", "comparison", "chunks", "nodes"]
_OFFSET_UNIT: Final = {
    "offset_unit": {
        "description": "What the places count, where that is not code points.",
        "enum": ["utf8", "utf16"],
        "type": "string",
    }
}
_PATH: Final = {"path": {"description": "The file, where several are written.", "type": "string"}}


class _Written(NamedTuple):
    """What an object of a document holds: the members of the models, one behind the other."""

    version: str
    models: tuple[type[FrozenModel], ...]
    #: Members that an object has under a condition: in front, and at the end.
    first: Mapping[str, Any] = {}
    last: Mapping[str, Any] = {}
    #: Where these are not those of the model: what the object is called, and what is said of it.
    title: str | None = None
    description: str | None = None


_DOCUMENTS: Final[dict[Document, _Written]] = {
    "report": _Written(SCHEMA_VERSION, (Report,)),
    "comparison": _Written(COMPARISON_VERSION, (Comparison,)),
    "chunks": _Written(
        "1",
        (ReportOfChunk, Chunk),
        last=_OFFSET_UNIT,
        title="ChunkLine",
        description="A line of `lawreport chunks`: a chunk, with what is known of its report in front.",
    ),
    "nodes": _Written("1", (FlatNode,), first=_PATH, last=_OFFSET_UNIT),
}
#: What is an array of such objects, and what is said of it.
_ARRAYS: Final[dict[Document, tuple[str, str]]] = {
    "nodes": (
        "Nodes",
        "What `lawreport parse --nodes` writes of a report: its sections, in the order of the text.",
    )
}
_ID: Final = "https://lawreport-parser.invalid/schema/{0}-{1}.schema.json"


class _AllRequired(GenerateJsonSchema):
    """In what `to_json` writes every field is present, so the schema requires every field."""

    def field_is_required(self, field: Any, total: bool) -> bool:  # noqa: ARG002
        return True


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `Report.to_json` writes."""
    return _schema("report")


def comparison_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `Comparison.to_json` writes."""
    return _schema("comparison")


def chunk_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a line of `lawreport chunks`."""
    return _schema("chunks")


def nodes_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `lawreport parse --nodes` writes of a report."""
    return _schema("nodes")


def schema_text(document: Document = "report") -> str:
    """Return a schema as it is committed to `docs/schema/`."""
    return json.dumps(_schema(document), ensure_ascii=False, indent=2) + "\n"


def _schema(document: Document) -> dict[str, Any]:
    written = _DOCUMENTS[document]
    identity = _ID.format(document, written.version.partition(".")[0])
    described = _object(written)
    if document in _ARRAYS:
        title, description = _ARRAYS[document]
        definitions = described.pop("$defs", {})
        name = described["title"]
        described = {
            "$defs": {**definitions, name: described},
            "description": description,
            "items": {"$ref": f"#/$defs/{name}"},
            "title": title,
            "type": "array",
        }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": identity, **described}


def _object(written: _Written) -> dict[str, Any]:
    """Return the schema of an object with the members of the models."""
    schemas = [each.model_json_schema(mode="serialization", schema_generator=_AllRequired) for each in written.models]
    described = {name: value for schema in schemas for name, value in schema.items()}
    for gathered in ("$defs", "properties"):
        members = {name: value for schema in schemas for name, value in schema.get(gathered, {}).items()}
        if members:
            described[gathered] = members
    described["required"] = [name for schema in schemas for name in schema["required"]]
    described["properties"] = {**written.first, **described["properties"], **written.last}
    described["title"] = written.title or described["title"]
    described["description"] = written.description or described["description"]
    return described
