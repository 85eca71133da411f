"""A report on its way from a worker to its parent.

The parent is one for all workers, so it does little for a report: it keeps text and source, and the other fields as
JSON, which it reads when someone looks at one. What is computed from the fields (items, numbers) is computed anew where
it is asked for.
"""

from __future__ import annotations

import pickle
from functools import partial
from typing import NamedTuple

from lawreport_parser.model import Source
from lawreport_parser.report import Report, Unfolded
from lawreport_parser.report_fields import ReportFields

__all__ = ["Packed", "packed", "unpacked"]


class Packed(NamedTuple):
    """A report that pickles in little time: text and source, and its other fields as bytes."""

    text: str
    source: Source | None
    fields: bytes


def packed(report: Report) -> Packed:
    """Return a report as it is sent to another process of the same program, for `unpacked`."""
    from pydantic_core import PydanticSerializationError

    values = {name: getattr(report, name) for name in ReportFields.model_fields}
    fields = ReportFields(**{**values, "text": "", "source": None})
    try:
        written = fields.model_dump_json().encode()
    except PydanticSerializationError:
        # Lone surrogates, which JSON in UTF-8 cannot hold.
        written = pickle.dumps(fields, pickle.HIGHEST_PROTOCOL)
    return Packed(report.text, report.source, written)


def unpacked(sent: Packed) -> Report:
    """Return the report that was packed."""
    return Report._unfolding(sent.text, sent.source, partial(_read_fields, sent))


def _read_fields(sent: Packed) -> Unfolded:
    if sent.fields.startswith(b"{"):
        fields = ReportFields.model_validate_json(sent.fields)
    else:
        fields = pickle.loads(sent.fields)
    return Unfolded(fields.model_copy(update={"text": sent.text, "source": sent.source}), None)
