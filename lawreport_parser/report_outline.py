"""The outline of a report as a tree of lines: what `Report.outline` returns, and what the terminal shows in colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lawreport_parser.blanks import in_one_line
from lawreport_parser.escaping import escape_controls
from lawreport_parser.lexicon import Role
from lawreport_parser.model import Section

__all__ = ["ASCII_GUIDES", "LINE_GUIDES", "Guides", "OutlineRow", "outline_rows", "outline_text"]


class Guides(NamedTuple):
    """The pieces that the lines of the tree are drawn with, all of one width."""

    member: str
    last: str
    through: str
    rule: str


LINE_GUIDES: Final = Guides("├─ ", "└─ ", "│  ", "─")
ASCII_GUIDES: Final = Guides("+- ", "`- ", "|  ", "-")
_NO_GUIDE: Final = "   "


class OutlineRow(NamedTuple):
    """A section in the tree.

    `first` and `rest` are the guides of its first and further lines. `fellows` are the sections beside it, itself among
    them. `roles` are empty where they are those of the section above. `below` are its children, where they are shown.
    """

    section: Section
    first: str
    rest: str
    fellows: Sequence[Section]
    roles: Sequence[Role]
    below: Sequence[Section]


def outline_rows(
    sections: Sequence[Section],
    guides: Guides = LINE_GUIDES,
    depth: int | None = None,
    *,
    passing: str = "",
    above: Sequence[Role] = (),
) -> Iterator[OutlineRow]:
    """Yield the rows of sibling sections and of all below them, down to `depth`.

    `passing` are the guides that pass by on the left, `above` the roles of the section that holds these.
    """
    for section in sections:
        outermost = section.depth == 1
        last = section is sections[-1]
        first = "" if outermost else passing + (guides.last if last else guides.member)
        next_to = "" if outermost else passing + (_NO_GUIDE if last else guides.through)
        below = section.children if depth is None or section.depth < depth else []
        yield OutlineRow(
            section=section,
            first=first,
            rest=next_to + (guides.through if below else _NO_GUIDE),
            fellows=sections,
            roles=section.roles if list(section.roles) != list(above) else [],
            below=below,
        )
        yield from outline_rows(below, guides, depth, passing=next_to, above=section.roles)


def outline_text(sections: Sequence[Section], depth: int | None = None) -> str:
    """Return the sections as a tree, a line each: marker, heading or first words, and roles where they change."""
    return "\n".join(_line(row) for row in outline_rows(sections, depth=depth))


def _line(row: OutlineRow) -> str:
    section = row.section
    marker = in_one_line(section.marker.text)
    if section.marker.inferred:
        marker += f"[{section.marker.ordinal}]"
    words = [marker, section.first_words(), *(f"[{role}]" for role in row.roles)]
    return row.first + escape_controls(" ".join(filter(None, words)))
