"""The lines of `lawreport chunks`: each chunk with what is known of its report in front."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from lawreport_parser.chunks import Chunk
from lawreport_parser.frozen_model import FrozenModel, model
from lawreport_parser.report import Report

__all__ = ["ReportOfChunk", "chunk_lines"]


@model
class ReportOfChunk(FrozenModel):
    """What the line of a chunk says of its report: `file` as it was named, `text_sha256` of `Report.text`."""

    file: str
    title: str | None
    issuer: str | None
    year: int | None
    published_date: date | None
    signed_date: date | None
    region_code: str | None
    region: str | None
    text_sha256: str


def chunk_lines(file: str, report: Report, chunks: Iterable[Chunk]) -> list[dict[str, Any]]:
    """Return an object of plain values for each chunk of a report."""
    header = report.header
    about = ReportOfChunk(
        file=file,
        title=header.title,
        issuer=header.issuer,
        year=header.year,
        published_date=header.published_date,
        signed_date=report.signature.date if report.signature else None,
        region_code=header.region.code if header.region else None,
        region=header.region.name if header.region else None,
        text_sha256=report.text_sha256,
    ).model_dump(mode="json")
    return [about | chunk.model_dump(mode="json") for chunk in chunks]
