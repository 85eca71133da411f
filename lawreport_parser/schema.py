"""The JSON Schema of a report: what programs in other languages read and validate against."""

from __future__ import annotations

import json
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema

from lawreport_parser.report import Report
from lawreport_parser.report_fields import SCHEMA_VERSION

__all__ = ["report_schema", "schema_text"]

_ID: Final = f"https://lawreport-parser.invalid/schema/report-{SCHEMA_VERSION.partition('.')[0]}.schema.json"


class _AllRequired(GenerateJsonSchema):
    """In what `to_json` writes every field is present, so the schema requires every field."""

    def field_is_required(self, field: Any, total: bool) -> bool:  # noqa: ARG002
        return True


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `Report.to_json` writes."""
    schema = Report.model_json_schema(mode="serialization", schema_generator=_AllRequired)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": _ID, **schema}


def schema_text() -> str:
    """Return the schema as it is committed to `docs/schema/`."""
    return json.dumps(report_schema(), ensure_ascii=False, indent=2) + "\n"
