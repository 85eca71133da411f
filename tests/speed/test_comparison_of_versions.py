"""`python -m benchmarks --compare`: what one version found in a document and another did not."""

from __future__ import annotations

import json

from benchmarks.output import differences, output_of

PAGE = "一、主要成效\n办理案件12件。\n二、存在问题\n人员不足。\n"


def test_the_same_output_has_no_differences() -> None:
    kept = json.loads(json.dumps({"page": output_of(PAGE)}))
    assert list(differences(kept, {"page": output_of(PAGE)})) == []


def test_nodes_and_figures_that_went_or_came_are_told() -> None:
    before, now = {"page": output_of(PAGE)}, {"page": output_of(PAGE.replace("12", "13").replace("二、", "2、"))}
    told = list(differences(before, now))
    assert "page, quantities: - 11 '12件' = 12 件 exact of 办理案件" in told
    assert "page, quantities: + 11 '13件' = 13 件 exact of 办理案件" in told
    assert any(line.startswith("page, nodes: - 2 '二、' at 16") for line in told)


def test_documents_that_only_one_version_measured_are_told() -> None:
    assert list(differences({"old": {}}, {"new": {}})) == ["new: not measured before", "old: not measured now"]
