"""The second copy of the text on a web page: one for wide screens, one for telephones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from lawreport_parser.readers.html.line import KEPT_BLANKS, Line, is_prose

__all__ = ["without_copy"]

#: A copy has so many lines of the body, and so many characters.
_FEWEST_LINES: Final = 5
_SHORTEST: Final = 400
#: How many lines above and below it may belong to it.
_LINES_AROUND: Final = 4


def without_copy(lines: Sequence[Line], starts_marker: Callable[[str], bool]) -> list[Line]:
    """Return the lines of a page without those that repeat the body in its order, further up, word by word."""
    places: dict[str, int] = {}
    before: list[int] = []
    for index, line in enumerate(lines):
        before.append(places.setdefault(line.text.strip(KEPT_BLANKS), index))
    if (
        len(places) == len(lines)
        or sum([len(line.text) for index, line in enumerate(lines) if before[index] < index]) < _SHORTEST
    ):
        return list(lines)
    copied: set[int] = set()
    run: list[int] = []

    def end_run() -> None:
        if len(run) >= _FEWEST_LINES and sum(len(lines[index].text) for index in run) >= _SHORTEST:
            # The title a few lines above and the signature below are repeated, too.
            around = range(max(0, run[0] - _LINES_AROUND), min(len(lines), run[-1] + _LINES_AROUND + 1))
            copied.update(index for index in around if before[index] < min(index, run[0]))
        run.clear()

    for index, line in enumerate(lines):
        if not is_prose(line.text) and not starts_marker(line.text.lstrip()):
            continue
        if before[index] == index or before[index] >= (run[0] if run else index):
            end_run()
        elif run and before[index] <= before[run[-1]]:
            end_run()
            run.append(index)
        else:
            run.append(index)
    end_run()
    return [line for index, line in enumerate(lines) if index not in copied]
