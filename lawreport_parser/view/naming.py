"""What a page calls files and reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

__all__ = ["report_name", "shown_names"]


def shown_names(names: Sequence[str]) -> list[str]:
    """Return what a page calls files: the name without folders, with as many of them as tell it from the others.

    One name that is given twice is shown twice.
    """
    parts = [PurePath(name).parts or (name,) for name in names]
    shown = [each[-1] for each in parts]
    for many in range(2, max(map(len, parts), default=0) + 1):
        twice = {name for name, times in Counter(shown).items() if times > 1}
        if not twice:
            break
        shown = [
            str(PurePath(*each[-many:])) if name in twice else name for each, name in zip(parts, shown, strict=True)
        ]
    return shown


def report_name(row: Mapping[str, Any]) -> str:
    """Return what a page calls a report (a row of `page_data.summary`): its title, else issuer and year, else its file.

    The program of the page has the same rule, `reportName`.
    """
    of_issuer = " · ".join(str(row[field]) for field in ("issuer", "year") if row[field] is not None)
    name: str = row["title"] or (of_issuer if row["issuer"] else "") or row["name"]
    return name
