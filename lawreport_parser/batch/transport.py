"""A report on its way from a worker to its parent.

As JSON of the fields alone: for a report of 1,500 characters that takes 0.2 ms to write and 0.3 ms to read, a pickle
0.5 and 0.4. What is computed from the fields (items, numbers) is computed anew where it is asked for.
"""

from __future__ import annotations

import gc
import pickle
from typing import Final

from pydantic_core import PydanticSerializationError

from lawreport_parser.report import Report

__all__ = ["packed", "unpacked"]

_COMPUTED: Final = frozenset(Report.model_computed_fields)


def packed(report: Report) -> bytes:
    """Return a report as bytes, for `unpacked` in another process of the same program."""
    try:
        return report.model_dump_json(exclude=set(_COMPUTED)).encode()
    except PydanticSerializationError:
        # Lone surrogates, which JSON in UTF-8 cannot hold.
        return pickle.dumps(report, pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> Report:
    """Return the report that was packed."""
    # Making thousands of objects that all stay would set off the collector again and again, in vain.
    collecting = gc.isenabled()
    gc.disable()
    try:
        if data.startswith(b"{"):
            return Report.model_validate_json(data)
        report: Report = pickle.loads(data)
        return report
    finally:
        if collecting:
            gc.enable()
