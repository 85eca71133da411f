"""The document loader and the text splitter, with the real LangChain."""

from __future__ import annotations

from pathlib import Path

import pytest
from compared_report import compared_report
from sample import COUNTY, EXAMPLES, text_of

pytest.importorskip("langchain_core", reason="the extra langchain is not installed")
pytest.importorskip("langchain_text_splitters", reason="the extra langchain is not installed")

from langchain_core.document_loaders import BaseLoader
from langchain_core.documents import Document
from langchain_text_splitters import TextSplitter

from lawreport_parser import parse
from lawreport_parser.chunks import chunk_report
from lawreport_parser.errors import ReadError
from lawreport_parser.integrations import report_metadata
from lawreport_parser.integrations.langchain import LawReportLoader, LawReportSplitter


def test_the_loader_gives_a_document_a_file() -> None:
    loader = LawReportLoader(EXAMPLES)
    assert isinstance(loader, BaseLoader)
    documents = loader.load()
    assert [document.metadata["source"] for document in documents] == [str(path) for path in EXAMPLES]
    assert all(isinstance(document, Document) for document in documents)
    county = documents[EXAMPLES.index(COUNTY)]
    assert county.page_content == text_of(COUNTY)
    assert county.metadata == {
        "source": str(COUNTY),
        "title": "石湾县人民政府关于2023年度法治政府建设情况的报告",
        "issuer": "石湾县人民政府",
        "year": 2023,
        "document_number": "石政发〔2024〕6号",
        "published_date": "2024-01-30",
    }


def test_whose_place_it_is_stands_in_the_metadata() -> None:
    told = report_metadata(compared_report())
    assert (told["region_code"], told["region"]) == ("990001", "白鹭县")


def test_the_loader_reads_files_one_by_one(tmp_path: Path) -> None:
    documents = LawReportLoader([COUNTY, tmp_path / "missing.txt"]).lazy_load()
    assert next(documents).metadata["year"] == 2023
    with pytest.raises(ValueError, match=r"missing\.txt"):
        next(documents)


def test_the_loader_reads_folders_and_goes_on_behind_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text_of(COUNTY), encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(text_of(COUNTY), encoding="utf-8")
    refused: list[tuple[str, str]] = []
    loader = LawReportLoader(tmp_path, on_error=lambda path, error: refused.append((path, str(error))))
    assert [document.metadata["source"] for document in loader.load()] == [
        str(tmp_path / name) for name in ("a.txt", "c.txt")
    ]
    ((path, said),) = refused
    assert path == str(tmp_path / "b.txt")
    assert "empty, there is no text in it" in said


def test_a_folder_without_reports_is_told_as_a_file_is(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no file in this folder ends in"):
        LawReportLoader(tmp_path).load()
    refused: list[str] = []
    assert LawReportLoader([tmp_path, COUNTY], on_error=lambda path, _: refused.append(path)).load()
    assert refused == [str(tmp_path)]


def test_a_chunk_of_a_whole_report_has_its_id_and_that_of_a_part_has_none() -> None:
    pieces = LawReportSplitter(100).split_documents(LawReportLoader(COUNTY).load())
    assert [piece.id for piece in pieces] == [chunk.id for chunk in parse(text_of(COUNTY)).chunks(100)]
    parts = LawReportSplitter(100).split_documents(LawReportLoader(COUNTY, by="section").load())
    assert {part.id for part in parts} == {None}


def test_the_loader_gives_a_document_a_section() -> None:
    documents = LawReportLoader(COUNTY, by="section").load()
    assert [document.metadata.get("roles") for document in documents] == [
        None, "achievements", "problems", "responsibility", "plans",
    ]  # fmt: skip
    for document in documents:
        start = document.metadata["start_index"]
        assert text_of(COUNTY)[start : start + len(document.page_content)] == document.page_content
    assert documents[2].metadata["path"] == "存在的问题和不足"


def test_a_document_has_the_roles_of_the_passages_in_it(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(text_of(COUNTY.with_name("themes-closing.txt")), encoding="utf-8")
    documents = LawReportLoader(path, by="section").load()
    closing = [document.metadata for document in documents if document.metadata["place"] == "closing"]
    assert [about.get("roles") for about in closing] == ["problems, plans"]


def test_the_loader_refuses_what_it_cannot_divide_by() -> None:
    with pytest.raises(ValueError, match="'report' or 'section'"):
        LawReportLoader(COUNTY, by="page")  # type: ignore[arg-type]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_splitter_gives_the_chunks_of_a_report(path: Path) -> None:
    splitter = LawReportSplitter(chunk_size=150, chunk_overlap=40)
    assert isinstance(splitter, TextSplitter)
    text = text_of(path)
    chunks = chunk_report(parse(text), 150, overlap=40)
    assert splitter.split_text(text) == [chunk.text for chunk in chunks]
    documents = splitter.split_documents([Document(page_content=text, metadata={"source": path.name})])
    assert [document.metadata["start_index"] for document in documents] == [chunk.span.start for chunk in chunks]
    for document in documents:
        about = document.metadata
        assert text[about["start_index"] : about["end_index"]] == document.page_content
        assert about["source"] == path.name
        assert all(isinstance(value, str | int) for value in about.values())


def test_the_splitter_tells_section_path_and_role() -> None:
    (problem,) = [
        document
        for document in LawReportSplitter(100).split_documents(LawReportLoader(COUNTY).load())
        if "审查走过场" in document.page_content
    ]
    assert problem.metadata["roles"] == "problems"
    assert problem.metadata["path"].startswith("存在的问题和不足")
    assert problem.metadata["section_id"].startswith("2")
    assert problem.metadata["year"] == 2023


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_chunks_of_sections_say_where_in_the_report_they_stand(path: Path) -> None:
    text = text_of(path)
    report = parse(text)
    documents = LawReportLoader(path, by="section").load()
    pieces = LawReportSplitter(150).split_documents(documents)
    # And what was split once may be split again.
    for piece in (*pieces, *LawReportSplitter(60).split_documents(pieces)):
        about = piece.metadata
        assert text[about["start_index"] : about["end_index"]] == piece.page_content
        section = report.section(about["section_id"]) if "section_id" in about else None
        assert (section is not None) == (about["place"] == "section")
        if section:
            assert max(section.span.start, about["start_index"]) < min(section.span.end, about["end_index"])
            outermost = report.section(about["section_id"].split(".")[0])
            heading = outermost.heading.text if outermost.heading else outermost.marker.text
            assert about["path"].split(" > ")[0] == heading
            assert set(about.get("roles", "").split(", ")) <= {*outermost.roles, ""} | (
                {role for each in outermost.walk() for role in each.roles}
            )


def test_chunks_of_sections_keep_their_numbers() -> None:
    pieces = LawReportSplitter(100).split_documents(LawReportLoader(COUNTY, by="section").load())
    whole = LawReportSplitter(100).split_documents(LawReportLoader(COUNTY).load())
    (problem,) = [piece for piece in pieces if "审查走过场" in piece.page_content]
    (expected,) = [piece for piece in whole if "审查走过场" in piece.page_content]
    assert problem.page_content == expected.page_content
    assert problem.metadata == expected.metadata


def test_a_document_that_begins_inside_a_text_is_counted_on() -> None:
    (piece,) = LawReportSplitter().create_documents(["一、成效\n学法8次。"], [{"start_index": 100, "place": "白鹭县"}])
    assert (piece.metadata["start_index"], piece.metadata["end_index"]) == (100, 110)


def test_the_splitter_keeps_the_metadata_of_its_documents_apart() -> None:
    shared = {"tags": ["甲"]}
    first, second, *_ = LawReportSplitter(60).create_documents([text_of(COUNTY)], [shared])
    first.metadata["tags"].append("乙")
    assert second.metadata["tags"] == shared["tags"] == ["甲"]


def test_the_splitter_counts_as_it_is_told() -> None:
    pieces = LawReportSplitter(chunk_size=300, length_function=lambda text: len(text.encode())).split_text(
        text_of(COUNTY)
    )
    assert max(len(piece.encode()) for piece in pieces) <= 300


@pytest.mark.parametrize(("size", "overlap"), [(0, 0), (10, 10), (10, 20), (10, -1)])
def test_the_splitter_refuses_sizes_that_cannot_be(size: int, overlap: int) -> None:
    with pytest.raises(ValueError):
        LawReportSplitter(size, overlap)
