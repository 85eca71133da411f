"""The pipeline component, with the real spaCy."""

from __future__ import annotations

import configparser
import subprocess
import sys
from pathlib import Path

import pytest
from sample import COUNTY, EXAMPLES, ROOT, text_of

pytest.importorskip("spacy", reason="the extra spacy is not installed")

import spacy
from spacy.tokens import Doc, DocBin

import lawreport_parser.integrations.spacy
from lawreport_parser import parse

ROLES = ("achievements", "problems", "responsibility", "plans")


@pytest.fixture
def nlp() -> spacy.Language:
    pipeline = spacy.blank("zh")
    pipeline.add_pipe("lawreport")
    return pipeline


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_spans_are_sections_and_items(nlp: spacy.Language, path: Path) -> None:
    doc, report = nlp(text_of(path)), parse(text_of(path))
    assert doc.text == report.text
    sections = list(report.walk())
    assert [(span.id_, span.start_char, span.end_char) for span in doc.spans["sections"]] == [
        (section.id, section.span.start, section.span.end) for section in sections
    ]
    assert [span.label_ for span in doc.spans["sections"]] == [
        (section.roles or ["section"])[0] for section in sections
    ]
    assert [span.text for span in doc.spans["headings"]] == [each.heading.text for each in sections if each.heading]
    assert [(span.label_, span.id_, span.text) for span in doc.spans["passages"]] == [
        (passage.role, passage.section_id or "", passage.span.of(report.text)) for passage in report.passages
    ]
    for role in ROLES:
        assert [span.text for span in doc.spans[role]] == [item.text for item in getattr(report, role)]
        assert {span.label_ for span in doc.spans[role]} <= {role}
    assert doc._.lawreport == report


def test_a_span_inside_a_token_is_widened() -> None:
    # English splits at spaces: a whole clause of Chinese is one token.
    pipeline = spacy.blank("en")
    pipeline.add_pipe("lawreport")
    doc = pipeline("一、存在问题 一是宣传不够；二是人员不足。")
    for span, item in zip(doc.spans["problems"], doc._.lawreport.problems, strict=True):
        assert item.text in span.text


def test_a_lone_surrogate_is_replaced_before_spacy_sees_it(nlp: spacy.Language) -> None:
    text = "一、存在\ud800问题\n（一）宣传\udfff不够。"
    with pytest.raises(UnicodeEncodeError):
        nlp(text)
    doc = nlp(lawreport_parser.integrations.spacy.without_surrogates(text))
    assert [(span.start_char, span.end_char) for span in doc.spans["sections"]] == [
        (section.span.start, section.span.end) for section in parse(text).walk()
    ]


def test_the_empty_text_has_no_spans(nlp: spacy.Language) -> None:
    assert not any(nlp("").spans.values())


def test_documents_can_be_piped_between_processes(nlp: spacy.Language) -> None:
    texts = [text_of(path) for path in EXAMPLES]
    for processes in (1, 2):
        docs = list(nlp.pipe(texts, n_process=processes, batch_size=2))
        assert [doc._.lawreport for doc in docs] == [parse(text) for text in texts]
        assert [len(doc.spans["sections"]) for doc in docs] == [len(list(parse(text).walk())) for text in texts]


def test_documents_and_pipelines_can_be_written_and_read(nlp: spacy.Language, tmp_path: Path) -> None:
    doc = nlp(text_of(COUNTY))
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.pipe_names == ["lawreport"]
    from_bytes = spacy.blank("zh")
    from_bytes.add_pipe("lawreport")
    from_bytes.from_bytes(nlp.to_bytes())
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    copies = [
        again(text_of(COUNTY)),
        from_bytes(text_of(COUNTY)),
        Doc(nlp.vocab).from_bytes(doc.to_bytes()),
        next(DocBin(store_user_data=True).from_bytes(stored).get_docs(nlp.vocab)),
    ]
    for copy in copies:
        assert [(span.id_, span.label_, span.text) for span in copy.spans["sections"]] == [
            (span.id_, span.label_, span.text) for span in doc.spans["sections"]
        ]
        assert copy._.lawreport == doc._.lawreport


def test_the_entry_point_finds_the_component(tmp_path: Path) -> None:
    """With nothing imported but spaCy, and the entry point of setup.cfg as an installed package has it."""
    listed = configparser.ConfigParser()
    listed.read(ROOT / "setup.cfg", encoding="utf-8")
    line = listed["options.entry_points"].get("spacy_factories", "").strip()
    if not line:
        pytest.skip("setup.cfg lists no spacy_factories")
    assert line == "lawreport = lawreport_parser.integrations.spacy:lawreport"
    package = tmp_path / "sample_entry-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: sample-entry\nVersion: 1.0\n")
    (package / "entry_points.txt").write_text(f"[spacy_factories]\n{line}\n")
    code = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(ROOT)!r}]; import spacy; "
        "nlp = spacy.blank('zh'); nlp.add_pipe('lawreport'); "
        "print(len(nlp('一、存在问题\\n一是宣传不够；二是人员不足。').spans['problems']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "2"


def test_the_component_is_the_function() -> None:
    doc = lawreport_parser.integrations.spacy.lawreport(spacy.blank("zh")(text_of(COUNTY)))
    assert len(doc.spans["problems"]) == 3
