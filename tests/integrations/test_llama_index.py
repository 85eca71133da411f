"""The node parser, with the real LlamaIndex."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from sample import COUNTY, EXAMPLES, text_of

pytest.importorskip("llama_index.core", reason="the extra llama-index is not installed")

from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.node_parser import NodeParser
from llama_index.core.schema import Document, NodeRelationship

from lawreport_parser import parse
from lawreport_parser.chunks import chunk_report
from lawreport_parser.integrations.llama_index import LawReportNodeParser


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nodes_are_the_chunks_of_a_report(path: Path) -> None:
    text = text_of(path)
    parser = LawReportNodeParser(chunk_size=150, chunk_overlap=40)
    assert isinstance(parser, NodeParser)
    nodes = parser.get_nodes_from_documents([Document(text=text, metadata={"file": path.name})])
    chunks = chunk_report(parse(text), 150, overlap=40)
    assert [(node.start_char_idx, node.end_char_idx) for node in nodes] == [
        (chunk.span.start, chunk.span.end) for chunk in chunks
    ]
    for node in nodes:
        assert text[node.start_char_idx : node.end_char_idx] == node.text
        assert node.metadata["file"] == path.name
        assert all(isinstance(value, str | int) for value in node.metadata.values())


def test_nodes_tell_section_path_and_role_and_know_their_neighbours() -> None:
    document = Document(text=text_of(COUNTY))
    nodes = LawReportNodeParser(chunk_size=100).get_nodes_from_documents([document])
    at = next(at for at, node in enumerate(nodes) if "审查走过场" in node.text)
    assert nodes[at].metadata["roles"] == "problems"
    assert nodes[at].metadata["path"].startswith("存在的问题和不足")
    assert nodes[at].relationships[NodeRelationship.PREVIOUS].node_id == nodes[at - 1].node_id
    assert nodes[at].relationships[NodeRelationship.NEXT].node_id == nodes[at + 1].node_id
    assert nodes[at].ref_doc_id == document.doc_id


def test_repeated_text_keeps_its_own_place() -> None:
    text = "一、工作\n1.清点林木。\n2.丈量河湖。\n二、计划\n1.清点林木。\n2.丈量河湖。"
    nodes = LawReportNodeParser(chunk_size=8).get_nodes_from_documents([Document(text=text)])
    starts = [node.start_char_idx for node in nodes]
    assert starts == sorted(set(starts))
    assert all(text[node.start_char_idx : node.end_char_idx] == node.text for node in nodes)


def test_the_parser_works_in_a_pipeline_and_on_many_documents() -> None:
    documents = [Document(text=text_of(path), id_=path.stem) for path in EXAMPLES]
    nodes = IngestionPipeline(transformations=[LawReportNodeParser(chunk_size=200)]).run(documents=documents)
    assert {node.ref_doc_id for node in nodes} == {path.stem for path in EXAMPLES}


def test_the_size_is_counted_as_told_and_the_parser_can_be_written() -> None:
    parser = LawReportNodeParser(chunk_size=300, size=lambda text: len(text.encode()))
    nodes = parser.get_nodes_from_documents([Document(text=text_of(COUNTY))])
    assert max(len(node.text.encode()) for node in nodes) <= 300
    written = parser.to_dict()
    assert (written["class_name"], written["chunk_size"]) == ("LawReportNodeParser", 300)
    assert written["size"].endswith("test_the_size_is_counted_as_told_and_the_parser_can_be_written.<locals>.<lambda>")
    assert LawReportNodeParser().to_dict()["size"] == "builtins.len"


def in_bytes(text: str) -> int:
    return len(text.encode())


def test_a_pipeline_knows_another_size_for_another_parser() -> None:
    pipeline = IngestionPipeline(transformations=[LawReportNodeParser(chunk_size=300)])
    document = Document(text=text_of(COUNTY))
    in_characters = pipeline.run(documents=[document])
    pipeline.transformations = [LawReportNodeParser(chunk_size=300, size=in_bytes)]
    nodes = pipeline.run(documents=[document])
    assert max(in_bytes(node.text) for node in nodes) <= 300
    assert len(nodes) > len(in_characters)


def test_a_parser_is_written_and_read() -> None:
    default = LawReportNodeParser(chunk_size=300).to_dict()
    assert LawReportNodeParser.from_dict(default, id_func=None).size is len
    written = LawReportNodeParser(size=in_bytes).to_dict() | {"id_func": None}
    with pytest.raises(ValueError, match=r"size was .*in_bytes when this was written; give it again"):
        LawReportNodeParser.from_dict(written)
    assert LawReportNodeParser.from_dict(written, size=in_bytes).size is in_bytes


def test_a_parser_is_pickled_or_refuses_and_lives_on() -> None:
    copy = pickle.loads(pickle.dumps(LawReportNodeParser(chunk_size=300, size=in_bytes)))
    assert (copy.chunk_size, copy.size) == (300, in_bytes)
    parser = LawReportNodeParser(chunk_size=300, size=lambda text: len(text))
    with pytest.raises(pickle.PicklingError, match="cannot be pickled; give a function"):
        pickle.dumps(parser)
    assert parser.get_nodes_from_documents([Document(text=text_of(COUNTY))])
    named = LawReportNodeParser(id_func=lambda at, _: str(at))
    pickle.dumps(named)
    assert named.id_func(3, Document(text="")) == "3"


def test_sizes_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError):
        LawReportNodeParser(chunk_size=0)
    with pytest.raises(ValueError, match="smaller than max_size"):
        LawReportNodeParser(chunk_size=10, chunk_overlap=10)
