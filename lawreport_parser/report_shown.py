"""A report in a line, and as a small table of HTML, as notebooks show it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final, Protocol

from lawreport_parser.errors import counted
from lawreport_parser.lexicon import STATUTORY_PARTS
from lawreport_parser.model import Header, Item, Paragraph, Section, Segment, Signature, Source

__all__ = ["ShownReport", "report_html", "report_line"]

#: Items of each role that are shown.
_ITEMS: Final = 5
_FIELDS: Final = ("issuer", "year", "plan_year", "published_date")


class ShownReport(Protocol):
    """What is shown of a `Report`."""

    @property
    def text(self) -> str:
        """The text as given."""

    @property
    def source(self) -> Source | None:
        """The file it was read from."""

    @property
    def header(self) -> Header:
        """What the page says of the report."""

    @property
    def page(self) -> list[Segment]:
        """The pieces of the page that are neither outline nor furniture."""

    @property
    def preamble(self) -> list[Paragraph]:
        """The paragraphs in front of the first section."""

    @property
    def sections(self) -> list[Section]:
        """The outermost sections."""

    @property
    def closing(self) -> list[Paragraph]:
        """The paragraphs behind the last section."""

    @property
    def signature(self) -> Signature | None:
        """The signature."""

    @property
    def achievements(self) -> list[Item]:
        """What was done."""

    @property
    def problems(self) -> list[Item]:
        """What is lacking."""

    @property
    def responsibility(self) -> list[Item]:
        """What the leaders did in person."""

    @property
    def plans(self) -> list[Item]:
        """What comes next."""


def report_line(report: ShownReport) -> str:
    """Return a report as `repr` shows it."""
    counts = [f"{role} {len(items)}" for role, items in _parts(report) if items]
    size = [counted(len(report.text), "character"), counted(len(report.sections), "section")]
    return f"<Report {_name(report)!r}: {', '.join((*size, *counts))}>"


def report_html(report: ShownReport) -> str:
    """Return a report as HTML: its name, header and place, and the first items of each part."""
    header = report.header
    rows = [(name, str(value)) for name in _FIELDS if (value := getattr(header, name)) is not None]
    if header.region is not None:
        rows.insert(1, ("region", f"{header.region.code} {'/'.join(header.region.path)}"))
    pieces = ["<div><strong>", escape(_name(report)), '</strong><table style="text-align:left">']
    pieces += [f"<tr><th>{name}</th><td>{escape(value)}</td></tr>" for name, value in rows]
    for role, items in _parts(report):
        if items:
            pieces.append(f"<tr><th>{role} ({len(items)})</th><td>{_list(items)}</td></tr>")
    return f"{''.join(pieces)}</table></div>"


def _parts(report: ShownReport) -> list[tuple[str, Sequence[Item]]]:
    return [(role, getattr(report, role)) for role in STATUTORY_PARTS]


def _name(report: ShownReport) -> str:
    if report.header.title:
        return report.header.title
    return report.source.name if report.source else " ".join(report.text[:60].split())[:30]


def _list(items: Sequence[Item]) -> str:
    more = f"<br>… {len(items) - _ITEMS}" if len(items) > _ITEMS else ""
    return "<br>".join(escape(item.words()) for item in items[:_ITEMS]) + more
