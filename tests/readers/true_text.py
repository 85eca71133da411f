"""The true text of a file, and how far a reader's text agrees with it; `pages/README.md` describes the form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PAGES = Path(__file__).parent / "pages"
_BLOCK = re.compile(r"\[(metadata|text|notes|may)\]")
_MARK = re.compile(r"⟦(\d+)⟧")
_MARK_BEFORE_UNIT = re.compile(r"(?<=\d)(⟦\d+⟧)([一-鿿%])")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: How a reader may write the mark of note n.
_FORMS: tuple[Callable[[str], str], ...] = (
    lambda n: "",
    lambda n: f"[{n}]",
    lambda n: f"〔{n}〕",
    lambda n: f"［{n}］",
    lambda n: f"({n})",
    lambda n: f"（{n}）",
    lambda n: chr(ord("①") + int(n) - 1),
    lambda n: n.translate(_RAISED),
    lambda n: f"^{n}",
    lambda n: f"[^{n}]",
    lambda n: f"⟦{n}⟧",
)
#: At the start of a note's own line it may also stand bare.
_BARE: tuple[Callable[[str], str], ...] = (
    *_FORMS,
    lambda n: n,
    lambda n: f"{n}.",
    lambda n: f"{n}、",
    lambda n: f"注{n}：",
)
#: How many letters of a line may be neither label nor value of the metadata that it holds.
BESIDE_METADATA = 24
_CLAUSE = re.compile(r"[，。；：、！？\t]|[,;](?!\d)")
#: The number of a line in the outline is no figure.
_NUMBER = re.compile(r"[（(]?\d{1,2}[.．、)）](?!\d)")
_NOT_FIGURE = re.compile(r"[\d.,⁰¹²³⁴⁵⁶⁷⁸⁹①-⑳\[\]［］〔〕()（）^⟦⟧\s]")


@dataclass(frozen=True)
class Truth:
    """The true text of one file, by block; `metadata` holds pairs of label and value."""

    text: tuple[str, ...]
    metadata: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    may: tuple[str, ...] = ()

    @classmethod
    def of(cls, written: str) -> Truth:
        """Read the form of a .txt file."""
        blocks: dict[str, list[str]] = {"metadata": [], "text": [], "notes": [], "may": []}
        block: list[str] | None = None
        for line in written.splitlines():
            if name := _BLOCK.fullmatch(line):
                block = blocks[name[1]]
            elif line:
                assert block is not None, f"a line before the first block: {line}"
                block.append(line)
        pairs = [line.partition("：") for line in blocks["metadata"]]
        return cls(
            tuple(blocks["text"]),
            tuple((label, value) for label, _, value in pairs),
            tuple(blocks["notes"]),
            tuple(blocks["may"]),
        )


@dataclass(frozen=True)
class Agreement:
    """What a reader's text lacks of the true one, what it has too many, and clauses it gives with other figures."""

    lost: tuple[str, ...]
    too_many: tuple[str, ...]
    changed: tuple[str, ...]

    def __str__(self) -> str:
        rows = (("lost", self.lost), ("too many", self.too_many), ("figures changed", self.changed))
        return "\n".join(f"{name}: {line}" for name, lines in rows for line in lines) or "as it should be"

    @property
    def exact(self) -> bool:
        return not (self.lost or self.too_many or self.changed)


def page_truths() -> dict[str, Truth]:
    """Return the truth of each page in `pages/`, by the name of its file without ending."""
    return {file.stem: Truth.of(file.read_text("utf-8")) for file in sorted(PAGES.glob("*.txt"))}


def agreement(truth: Truth, read: str, metadata: Mapping[str, str] | None = None, apart: str = "") -> Agreement:
    """Hold what a reader gave, as text and as metadata beside it, against the true text.

    A line of the text counts as read if it is a line of its own, in its place among those that are. A value of the
    metadata counts as read if it stands anywhere; so do lines of notes, which must be whole. `apart` is text
    that the reader set apart (running heads, foot notes): notes may stand there, and nothing there is too many.
    """
    lines = [line for line in map(_plain, read.split("\n")) if line]
    wanted = [_forms(line) for line in truth.text]
    taken_wanted, taken = _in_order(wanted, lines)
    lost = [line for index, line in enumerate(truth.text) if index not in taken_wanted]
    left = [line for index, line in enumerate(lines) if index not in taken]
    beside = [*left, *map(_plain, apart.split("\n"))]
    for note in truth.notes:
        found = next((line for line in beside if line in _forms(note, _BARE)), None)
        if found is None:
            lost.append(note)
        elif found in left:
            left.remove(found)
    may = {form for line in truth.may for form in _forms(line)}
    left = [line for line in left if line not in may]
    pairs = [*truth.metadata, *((line.partition("：")[0], line.partition("：")[2]) for line in truth.may)]
    everything = "\n".join([*lines, *(_plain(value) for value in (metadata or {}).values())])
    lost += [f"{label}：{value}" for label, value in truth.metadata if _plain(value) not in everything]
    too_many = [line for line in left if not _is_metadata(line, pairs)]
    return Agreement(tuple(lost), tuple(too_many), tuple(_changed((*truth.text, *truth.notes), "\n".join(lines))))


def _plain(line: str) -> str:
    """Return a line without blanks; those between two figures count, as one."""
    line = re.sub(r"(?<=\d)[\s\xa0]+(?=\d)", "\0", line)
    return re.sub(r"[\s\xa0\u200b\ufeff]", "", line).replace("\0", " ")


def _forms(line: str, forms: Iterable[Callable[[str], str]] = _FORMS) -> set[str]:
    """Return all ways in which a reader may write a true line: its marks of notes in one of their forms.

    A mark between a figure and its unit may stand behind the unit.
    """
    if not _MARK.search(line):
        return {_plain(line)}
    return {
        _plain(_MARK.sub(lambda mark, form=form: form(mark[1]), placed))  # type: ignore[misc]
        for placed in (line, _MARK_BEFORE_UNIT.sub(r"\2\1", line))
        for form in forms
    }


def _in_order(wanted: Sequence[set[str]], lines: Sequence[str]) -> tuple[set[int], set[int]]:
    """Return the longest common subsequence, as the places on both sides."""
    rows, columns = len(wanted), len(lines)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            best[row][column] = (
                best[row + 1][column + 1] + 1
                if lines[column] in wanted[row]
                else max(best[row + 1][column], best[row][column + 1])
            )
    row = column = 0
    left: set[int] = set()
    right: set[int] = set()
    while row < rows and column < columns:
        if lines[column] in wanted[row]:
            left.add(row)
            right.add(column)
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1
    return left, right


def _is_metadata(line: str, pairs: Iterable[tuple[str, str]]) -> bool:
    """Tell whether a line holds labels and values of the metadata and, beside a value, a few words at most."""
    rest = line
    for _, value in sorted(pairs, key=lambda pair: -len(pair[1])):
        rest = rest.replace(_plain(value), "\n") if value else rest
    holds_value = "\n" in rest
    for label, _ in pairs:
        rest = rest.replace(_plain(label), "")
    return len(re.findall(r"\w", rest)) <= (BESIDE_METADATA if holds_value else 0)


def _alone(form: str) -> str:
    """Return the pattern of a clause that no figure beside it runs into."""
    before = r"(?<![\d.])" if form[:1].isdigit() else ""
    return before + r"\n?".join(map(re.escape, form)) + (r"(?!\d)" if form[-1:].isdigit() else "")


def _changed(truth: Iterable[str], read: str) -> list[str]:
    """Return the clauses whose words are in the text that was read, in one run, but with other figures."""
    bare = _NOT_FIGURE.sub("", read)
    changed = []
    for line in truth:
        number = _NUMBER.match(line)
        for clause in _CLAUSE.split(line[number.end() :] if number else line):
            words = _NOT_FIGURE.sub("", _MARK.sub("", clause))
            if not re.search(r"\d", _MARK.sub("", clause)) or len(words) < 2 or words not in bare:
                continue
            as_read = _forms(clause, _BARE if clause.startswith("⟦") else _FORMS)
            if not any(re.search(_alone(form), read) for form in as_read):
                changed.append(clause)
    return changed
