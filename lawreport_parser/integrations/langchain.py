"""LangChain: `LawReportLoader` makes documents of files, `LawReportSplitter` chunks of documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, Literal, get_args

from lawreport_parser.batch import Found, NothingFoundError, find_files
from lawreport_parser.chunks import Chunk, ChunkPlace, chunk_report
from lawreport_parser.errors import ReadError
from lawreport_parser.files import parse_file
from lawreport_parser.held_roles import roles_within
from lawreport_parser.integrations import PATH_SEPARATOR, chunk_metadata, report_metadata, require
from lawreport_parser.lexicon import Role
from lawreport_parser.parsing import parse
from lawreport_parser.report import Report
from lawreport_parser.spans import Span

__all__ = ["LawReportLoader", "LawReportSplitter"]

_Document: Any = require("langchain_core.documents", "langchain-core", "langchain").Document
_BaseLoader: Any = require("langchain_core.document_loaders", "langchain-core", "langchain").BaseLoader
_TextSplitter: Any = require("langchain_text_splitters", "langchain-text-splitters", "langchain").TextSplitter


class LawReportLoader(_BaseLoader):  # type: ignore[misc]
    """Loads reports from files (text, HTML, DOCX, PDF) as LangChain documents.

    `by="report"` gives one document a file, its text whole; `by="section"` one for each outermost section and each
    paragraph of preamble and closing. `source` in the metadata is the path; the header and, by section, place, path,
    roles (of the section and of the passages in it) and `start_index` stand beside it. A folder
    stands for the files in it and below, as on the command line.

    Raises what `parse_file` raises; where `on_error` is given, it is called with the path and the `ReadError` of a file
    that cannot be read, and the others are read all the same.
    """

    def __init__(
        self,
        paths: str | Path | Iterable[str | Path],
        by: Literal["report", "section"] = "report",
        *,
        encoding: str | None = None,
        on_error: Callable[[str, ReadError], None] | None = None,
    ) -> None:
        if by not in ("report", "section"):
            raise ValueError(f"by must be 'report' or 'section', not {by!r}")
        self.paths = [paths] if isinstance(paths, str | Path) else list(paths)
        self.by = by
        self.encoding = encoding
        self.on_error = on_error

    def lazy_load(self) -> Iterator[Any]:
        """Yield the documents; each file is read when its turn comes."""
        for path, problem in self._files():
            try:
                if problem is not None:
                    raise ReadError(problem, path)
                report = parse_file(path, encoding=self.encoding)
            except ReadError as error:
                if self.on_error is None:
                    raise
                self.on_error(path, error)
                continue
            about = {"source": path, **report_metadata(report)}
            if self.by == "report":
                yield _Document(page_content=report.text, metadata=about)
            else:
                for text, place in _parts(report):
                    yield _Document(page_content=text, metadata={**about, **place})

    def _files(self) -> Iterator[Found]:
        """Yield the paths, and in the place of a folder those of the files in it, or why there is none."""
        for path in map(str, self.paths):
            if not Path(path).is_dir():
                yield Found(path)
                continue
            try:
                yield from find_files([path])
            except NothingFoundError as error:
                yield Found(path, str(error).removeprefix(f"{path}: "))


def _parts(report: Report) -> Iterator[tuple[str, dict[str, str | int]]]:
    for paragraph in report.preamble:
        yield paragraph.text, _told(report, "preamble", paragraph.span, ())
    for section in report.sections:
        about = _told(report, "section", section.span, section.roles)
        about["section_id"] = section.id
        about["path"] = section.heading.text if section.heading else section.marker.text
        yield section.span.of(report.text), about
    for paragraph in report.closing:
        yield paragraph.text, _told(report, "closing", paragraph.span, ())


def _told(report: Report, place: ChunkPlace, span: Span, named: Sequence[Role]) -> dict[str, str | int]:
    """Return the place of a document, and its roles: those of its section, then those of further passages in it."""
    about: dict[str, str | int] = {"place": place, "start_index": span.start}
    roles = list(dict.fromkeys([*named, *roles_within(report.passages, span)]))
    return {**about, "roles": ", ".join(roles)} if roles else about


class LawReportSplitter(_TextSplitter):  # type: ignore[misc]
    """Splits the text of whole reports along their outline; see `chunk_report` for how.

    Metadata, titles, signature and furniture of the page are in no chunk. The metadata of a chunk is that of its
    document and place, section_id, path, roles, start_index and end_index. Where the document is a part of a report
    already, as `LawReportLoader(by="section")` gives it, these say where in the whole report the chunk stands.
    """

    def __init__(
        self, chunk_size: int = 1000, chunk_overlap: int = 0, length_function: Callable[[str], int] = len, **kwargs: Any
    ) -> None:
        # Raises now what it would raise at the first text.
        chunk_report(parse(""), chunk_size, length_function, chunk_overlap)
        super().__init__(chunk_size, chunk_overlap, length_function, **kwargs)

    def split_text(self, text: str) -> list[str]:
        """Return the chunks of a report's text."""
        return [document.page_content for document in self.create_documents([text])]

    def create_documents(self, texts: list[str], metadatas: list[dict[Any, Any]] | None = None) -> list[Any]:
        """Return the chunks of several reports as documents; `split_documents` comes here too."""
        made: list[Any] = []
        for text, about in zip(texts, metadatas or [{}] * len(texts), strict=True):
            report = parse(text)
            for chunk in chunk_report(report, self._chunk_size, self._length_function, self._chunk_overlap):
                metadata = _in_whole(deepcopy(about), chunk, report)
                # An id is made of the text read: other reports may have the very words of a part.
                known = {} if about.get("place") else {"id": chunk.id}
                made.append(_Document(page_content=chunk.text, metadata=metadata, **known))
        return made


def _in_whole(about: dict[Any, Any], chunk: Chunk, report: Report) -> dict[Any, Any]:
    """Return the metadata of a chunk of `report`, which may be a part of a report, as its document's metadata say.

    What is known of the whole stays: a part read on its own begins at 0, is section 1 and cannot tell its role.
    """
    own: dict[str, Any] = chunk_metadata(chunk)
    offset = about.get("start_index")
    if isinstance(offset, int):
        own["start_index"] += offset
        own["end_index"] += offset
    if about.get("place") not in get_args(ChunkPlace):
        return {**about, **own}
    known = {"start_index": own["start_index"], "end_index": own["end_index"]}
    section_id, path, roles = (str(about.get(name, "")) for name in ("section_id", "path", "roles"))
    # A whole section is one outermost section on its own; what was a chunk before may be anything within its section.
    if section_id and chunk.section_id and len(report.sections) == 1 and "end_index" not in about:
        known["section_id"] = ".".join([section_id, *chunk.section_id.split(".")[1:]])
        known["path"] = PATH_SEPARATOR.join([path or chunk.path[0], *chunk.path[1:]])
    if chunk.roles and set(chunk.roles) <= set(roles.split(", ")):
        known["roles"] = own["roles"]
    return {**about, **known}
