"""Findings as comments in the Word file that they were found in, each at its place; words and formatting stay.

Where a comment begins or ends within a run, the run is parted in two of the same properties. Word puts comments only
into the body of a document, so what lies elsewhere (an automatic number, a text box, a note, a header) has its comment
on the paragraph that it belongs to, else on the first, and the comment says where the finding lies.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from io import BytesIO
from itertools import count, pairwise
from typing import Any, Final, NamedTuple

from lawreport_parser.diagnostics import languages
from lawreport_parser.errors import ReadError
from lawreport_parser.extras import require
from lawreport_parser.lint.engine import Finding
from lawreport_parser.readers import Limits
from lawreport_parser.readers.word.document import Origin, trace_docx
from lawreport_parser.readers.word.package import W

__all__ = ["AUTHOR", "commented"]

#: The author of the comments.
AUTHOR: Final = "lawreport lint"
_INITIALS: Final = "lint"
_ID: Final = W + "id"
_PARAGRAPH: Final = W + "p"
_RUN: Final = W + "r"
_PROPERTIES: Final = W + "rPr"
_TEXT: Final = W + "t"
_BOX: Final = W + "txbxContent"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
#: What may lie between a paragraph and its runs, and may hold the marks of a comment (ECMA-376 Part 1, §17.13.4).
_AROUND_RUNS: Final = frozenset(
    W + name for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo")
)
_LONGEST_QUOTE: Final = 30


class _Exact(NamedTuple):
    """The characters of a finding: from an offset in one element up to an offset in another, or in the same."""

    first: Any
    start: int
    last: Any
    end: int
    #: Their place in the text.
    begins: int
    ends: int


class _Whole(NamedTuple):
    """A paragraph, for a finding that has no characters of its own in one; `where` says where it lies, if elsewhere."""

    paragraph: Any
    where: tuple[str, str] | None


def commented(data: bytes, findings: Sequence[Finding], *, name: str = "", limits: Limits | None = None) -> bytes:
    """Return a .docx with a comment for each finding: what is wrong in Chinese, the rule's code, the same in English.

    `data` is the file that the findings were found in: their `start` and `end` are places in its extracted text.
    Comments that it has are kept. `name` names it in messages, `limits` bounds what is read.

    Raises `ReadError` where the file cannot be read, or not by the library that writes it anew, and `MissingExtraError`
    where python-docx is not installed.
    """
    if not findings:
        return data
    open_document = require("docx", "python-docx", "docx").Document
    require("docx.comments", "python-docx 1.2", "docx")
    opened: list[Any] = []

    def root_of_copy() -> Any:
        with _as_read_errors(name):
            document = open_document(BytesIO(data))
            if document.element.tag != W + "document":
                raise ValueError("the names of the strict form of the standard, which python-docx does not know")
            opened.extend([document, _CommentList(document.comments)])
        return document.element

    # The reader opens the file first, for it holds the limits, and then reads the copy.
    extracted, origins = trace_docx(data, name=name, limits=limits, root=root_of_copy)
    document, comments = opened
    places = _Places(document.element, extracted.text, origins)
    _Writer(document.element, comments).write([(finding, places.of(finding)) for finding in findings])
    written = BytesIO()
    with _as_read_errors(name):
        document.save(written)
    return written.getvalue()


@contextmanager
def _as_read_errors(name: str) -> Iterator[None]:
    """Turn what python-docx raises for a package that it does not take, which can be anything, into `ReadError`."""
    try:
        yield
    except Exception as error:
        raise ReadError.because("comments-refused", name, error=type(error).__name__) from error


# ---------------------------------------------------------------- places


class _Places:
    """Where in a document the stretches of its extracted text lie."""

    def __init__(self, root: Any, text: str, origins: list[Origin]) -> None:
        self._root = root
        self._text = text
        self._origins = origins
        self._starts = [origin.start for origin in origins]
        self._ends = [origin.end for origin in origins]
        self._marks: dict[tuple[str, str], Any] | None = None

    def of(self, finding: Finding) -> _Exact | _Whole:
        """Return the characters of a finding, or the paragraph on which its comment goes."""
        within = self._origins[bisect_right(self._ends, finding.start) : bisect_left(self._starts, finding.end)]
        direct = [origin for origin in within if origin.offset is not None and self._lies_in(origin).where is None]
        if direct:
            first = direct[0]
            beside = _paragraph_of(first.element).getparent()
            last = [origin for origin in direct if _paragraph_of(origin.element).getparent() is beside][-1]
            begins, ends = max(finding.start, first.start), min(finding.end, last.end)
            return _Exact(
                first.element,
                (first.offset or 0) + begins - first.start,
                last.element,
                (last.offset or 0) + ends - last.start,
                begins,
                ends,
            )
        found = self._lies_in(within[0] if within else self._nearest(finding.start))
        if found.where is None or finding.start == finding.end:
            return found
        words = self._text[finding.start : finding.end].strip()
        words = words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE] + "…"
        return found._replace(where=(f"{found.where[0]} “{words}”", f"{found.where[1]}“{words}”"))

    def _nearest(self, place: int) -> Origin:
        behind = bisect_left(self._starts, place)
        candidates = self._origins[max(behind - 1, 0) : behind + 1]
        return min(candidates, key=lambda origin: max(origin.start - place, place - origin.end))

    def _lies_in(self, origin: Origin) -> _Whole:
        """Return the paragraph of the body that a stretch belongs to, and where it lies unless in that paragraph."""
        paragraph, box, top = None, False, origin.element
        note = None
        node = origin.element
        while node is not None:
            if node.tag == _PARAGRAPH:
                paragraph = node
            elif node.tag == _BOX:
                box = True
            elif node.tag in (W + "footnote", W + "endnote"):
                note = node
            top, node = node, node.getparent()
        if top is not self._root:
            return self._outside(note)
        if box:
            return _Whole(paragraph, ("in a text box:", "文本框中："))
        return _Whole(paragraph, ("the automatic number", "自动编号") if origin.offset is None else None)

    def _outside(self, note: Any) -> _Whole:
        first = next(self._root.iter(_PARAGRAPH))
        if note is None:
            return _Whole(first, ("in a header or footer:", "页眉或页脚中："))
        english, chinese = ("footnote", "脚注") if note.tag == W + "footnote" else ("endnote", "尾注")
        where = (f"in a {english}:", f"{chinese}中：")
        reference = self._references().get((note.tag, note.get(_ID)))
        return _Whole(first if reference is None else _paragraph_of(reference), where)

    def _references(self) -> dict[tuple[str, str], Any]:
        """Return the marks of notes in the body, by the tag and the id of the note."""
        if self._marks is None:
            self._marks = {
                (tag, mark.get(_ID)): mark
                for tag in (W + "footnote", W + "endnote")
                for mark in self._root.iter(f"{tag}Reference")
            }
        return self._marks


def _paragraph_of(element: Any) -> Any:
    """Return the outermost paragraph that an element lies in."""
    return list(element.iterancestors(_PARAGRAPH))[-1]


# ---------------------------------------------------------------- writing


class _CommentList:
    """The comments of a document: those that it has, and those that are added."""

    def __init__(self, comments: Any) -> None:
        # python-docx makes the part and knows a free id; it looks through all comments anew for each that it adds.
        blank = comments.add_comment(author=AUTHOR, initials=_INITIALS)
        self._root = blank.part.element
        self._blank = self._root[-1]
        self._root.remove(self._blank)
        used = {element.get(_ID) for element in self._root}
        self._identities = (str(each) for each in count(blank.comment_id) if str(each) not in used)

    def add(self, lines: Iterable[str]) -> str:
        """Add a comment of these lines; return its id."""
        comment = deepcopy(self._blank)
        comment.set(_ID, next(self._identities))
        paragraph = comment[-1]
        for number, line in enumerate(lines):
            if number:
                following = paragraph.makeelement(_PARAGRAPH)
                following.append(deepcopy(paragraph[0]))
                paragraph.addnext(following)
                paragraph = following
            run = paragraph.makeelement(_RUN)
            text = run.makeelement(_TEXT, {_SPACE: "preserve"})
            text.text = line
            run.append(text)
            paragraph.append(run)
        self._root.append(comment)
        return str(comment.get(_ID))


class _Writer:
    """Puts comments and the marks of their places into a document."""

    def __init__(self, root: Any, comments: _CommentList) -> None:
        self._root = root
        self._comments = comments
        #: The elements that a `w:t` was parted in, by where in it each begins, in their order.
        self._parts: dict[Any, dict[int, Any]] = {}

    def write(self, findings: Sequence[tuple[Finding, _Exact | _Whole]]) -> None:
        """Add a comment for each finding, at its place."""
        marks: list[tuple[int, bool, str, _Exact]] = []
        for finding, place in findings:
            identity = self._comments.add(_lines(finding, place.where if isinstance(place, _Whole) else None))
            if isinstance(place, _Whole):
                self._around(place.paragraph, identity)
            else:
                marks += [(place.begins, True, identity, place), (place.ends, False, identity, place)]
        self._part_texts([place for _, starts, _, place in marks if starts])
        # From the end on: what is parted then leaves the places before it as they are. Where one comment ends and
        # another begins, the end is put in last, and so comes first.
        for _, starts, identity, place in sorted(marks, key=lambda mark: mark[:2], reverse=True):
            if starts:
                self._insert(place.first, place.start, True, [self._mark("commentRangeStart", identity)])
            else:
                self._insert(place.last, place.end, False, self._end(identity))

    def _part_texts(self, places: Sequence[_Exact]) -> None:
        """Part every `w:t` in which a comment begins or ends, each once, within its run."""
        cuts: dict[Any, set[int]] = {}
        for place in places:
            cuts.setdefault(place.first, set()).add(place.start)
            cuts.setdefault(place.last, set()).add(place.end)
        for element, offsets in cuts.items():
            if element.tag != _TEXT or not _may_part(element):
                continue
            text = element.text
            inner = sorted(offset for offset in offsets if 0 < offset < len(text))
            if not inner:
                continue
            parts = self._parts[element] = {0: element}
            element.text = text[: inner[0]]
            for start, end in pairwise([*inner, len(text)]):
                part = parts[start] = element.makeelement(_TEXT)
                part.text = text[start:end]
            for part in reversed(parts.values()):
                part.set(_SPACE, "preserve")
                if part is not element:
                    element.addnext(part)

    def _around(self, paragraph: Any, identity: str) -> None:
        # Properties come first (§17.3.1.26). To search for them, or to count, would be to pass all marks put in before.
        first = next(iter(paragraph), None)
        behind = first is not None and first.tag == W + "pPr"
        paragraph.insert(1 if behind else 0, self._mark("commentRangeStart", identity))
        paragraph.extend(self._end(identity))

    def _insert(self, element: Any, offset: int, before: bool, marks: list[Any]) -> None:
        """Insert marks at an offset in an element; at what holds it, on the side told, where that cannot be parted."""
        if _may_part(element):
            parts = self._parts.get(element, {0: element})
            rest = element if offset <= 0 else parts.get(offset)
            last = next(reversed(parts.values()))
            run = (last if rest is None else rest).getparent()
            before = not _part_before(run, last.getnext() if rest is None else rest)
        else:
            run = _below_paragraph(element)
        if before:
            for mark in marks:
                run.addprevious(mark)
        else:
            for mark in reversed(marks):
                run.addnext(mark)

    def _end(self, identity: str) -> list[Any]:
        reference = self._new("r")
        properties = self._new("rPr")
        style = self._new("rStyle")
        style.set(W + "val", "CommentReference")
        properties.append(style)
        reference.append(properties)
        reference.append(self._mark("commentReference", identity))
        return [self._mark("commentRangeEnd", identity), reference]

    def _mark(self, name: str, identity: str) -> Any:
        mark = self._new(name)
        mark.set(_ID, identity)
        return mark

    def _new(self, name: str) -> Any:
        return self._root.makeelement(W + name, nsmap=self._root.nsmap)


def _lines(finding: Finding, where: tuple[str, str] | None) -> Iterator[str]:
    english, chinese = languages(finding.message)
    yield chinese
    if where is not None:
        yield f"{where[1]} / {where[0]}"
    yield f"{finding.code} [{finding.severity}]"
    if english != chinese:
        yield english


def _below_paragraph(element: Any) -> Any:
    """Return what holds an element beside the runs of its paragraph: its run, or what no mark may stand in."""
    path = [element, *element.iterancestors()]
    outermost = max(number for number, node in enumerate(path) if node.tag == _PARAGRAPH)
    below = outermost - 1
    while path[below].tag in _AROUND_RUNS:
        below -= 1
    return path[below]


def _may_part(element: Any) -> bool:
    """Tell whether an element lies in a run that may be parted before and behind it."""
    run = element.getparent()
    return bool(run.tag == _RUN and _below_paragraph(element) is run)


def _part_before(run: Any, rest: Any) -> bool:
    """Part a run before one of its elements, or behind its last (None); return whether something of it is before that.

    The run is then what is before, and the rest follows as a run of the same properties.
    """
    if rest is None:
        return True
    if all(node.tag == _PROPERTIES for node in rest.itersiblings(preceding=True)):
        return False
    following = run.makeelement(_RUN, dict(run.attrib))
    # Properties come first (§17.3.2.28).
    if run[0].tag == _PROPERTIES:
        following.append(deepcopy(run[0]))
    following.extend([rest, *rest.itersiblings()])
    run.addnext(following)
    return True
