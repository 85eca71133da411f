"""The JSON Schemas of a report and of a comparison: what programs in other languages read and validate against."""

from __future__ import annotations

import json
from typing import Any, Final, Literal

from pydantic.json_schema import GenerateJsonSchema

from lawreport_parser.comparison.model import COMPARISON_VERSION, Comparison
from lawreport_parser.frozen_model import FrozenModel
from lawreport_parser.report import Report
from lawreport_parser.report_fields import SCHEMA_VERSION

__all__ = ["Document", "comparison_schema", "report_schema", "schema_text"]

#: What has a schema: what `Report.to_json` and `Comparison.to_json` write.
Document = Literal["report", "comparison"]
_MODELS: Final[dict[Document, tuple[type[FrozenModel], str]]] = {
    "report": (Report, SCHEMA_VERSION),
    "comparison": (Comparison, COMPARISON_VERSION),
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


def schema_text(document: Document = "report") -> str:
    """Return a schema as it is committed to `docs/schema/`."""
    return json.dumps(_schema(document), ensure_ascii=False, indent=2) + "\n"


def _schema(document: Document) -> dict[str, Any]:
    model, version = _MODELS[document]
    schema = model.model_json_schema(mode="serialization", schema_generator=_AllRequired)
    identity = _ID.format(document, version.partition(".")[0])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": identity, **schema}
