"""What holds of any two texts: nothing raises, scores and places are in bounds, the result is one and the same."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lawreport_parser import compare, parse
from lawreport_parser.comparison import Comparison
from lawreport_parser.comparison.similarity import Grams, Index, Profile, Rarity

PAIRS = Path(__file__).parent / "pairs"
PIECES = [
    "石湾县人民政府2021年法治政府建设年度报告\n",
    "石湾县人民政府2022年法治政府建设年度报告\n",
    "一、主要成效\n",
    "二、存在问题\n",
    "三、2022年工作打算\n",
    "（一）推进行政复议规范化建设。设立受理点，全年收到申请38件。\n",
    "（二）加强执法监督。评查案卷120卷。\n",
    "一是宣传形式单一；二是执法力量薄弱。\n",
    "一年来，全县调解纠纷1860件，成功率97%。\n",
    "下一步，我县将清理规范性文件。\n",
    "但仍存在一些不足，主要表现在：人手少；经费少。\n",
    "Ａ．ｂｃ ①\t\u3000",
    "\ud800",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=12).map("".join)


def in_bounds(comparison: Comparison, earlier: str, later: str) -> None:
    for outcome in (*comparison.plans, *comparison.problems):
        assert bool(outcome.links) == (outcome.status != "silent")
        for link in outcome.links:
            assert link.span.of(later) == link.text
            assert 0 <= link.score <= 1
            assert link.span.start <= link.closest.start <= link.closest.end <= link.span.end
    for match in comparison.sections:
        assert match.score is None or 0 <= match.score <= 1
        for place, text in ((match.earlier, earlier), (match.later, later)):
            assert place is None or place.span.end <= len(text)


@given(TEXTS, TEXTS)
def test_any_two_texts(earlier: str, later: str) -> None:
    comparison = compare(parse(earlier), parse(later), force=True)
    in_bounds(comparison, earlier, later)
    assert compare(parse(earlier), parse(later), force=True) == comparison
    assert Comparison.model_validate(comparison.model_dump()) == comparison


@given(TEXTS)
def test_a_report_is_likest_to_itself(text: str) -> None:
    comparison = compare(parse(text), parse(text), force=True)
    assert all(match.status == "aligned" for match in comparison.sections if match.score == 1.0)
    for outcome in comparison.problems:
        if outcome.status == "again":
            assert outcome.links[0].text == outcome.problem.text or outcome.links[0].score > 0.9


def profiles(*texts: str) -> list[Profile]:
    grams = [Grams(text) for text in texts]
    rarity = Rarity(each.held(0, len(text)) for each, text in zip(grams, texts, strict=True))
    return [rarity.profile(each.count(0, len(text)), set()) for each, text in zip(grams, texts, strict=True)]


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_symmetric_and_in_bounds(some: str, those: str) -> None:
    one, other = profiles(some, those)
    assert 0 <= one.likeness(other) <= 1
    assert abs(one.likeness(other) - other.likeness(one)) < 1e-12


def test_blanks_and_rows_do_not_matter() -> None:
    assert Grams("推进\n\u3000行政 复议").count(0, 9) == Grams("推进行政复议").count(0, 6)
    assert Grams("推进，行政").count(0, 5)["进行"] == 0


def test_an_empty_stretch_holds_nothing() -> None:
    grams = Grams("行政复议")
    assert not grams.held(0, 0)
    assert not grams.count(2, 2)
    assert grams.held(0, 1) == {"行"}


def test_what_is_apart_does_not_count() -> None:
    assert Grams("装备不足问题", [(2, 4)]).held(0, 6) == {"装", "备", "装备", "问", "题", "问题"}


def test_the_likest_comes_first_and_of_equals_the_first() -> None:
    query, *texts = profiles("行政复议案件", "清理文件目录", "行政复议申请", "行政复议申请", "农村道路硬化")
    found = Index(texts).likest(query)
    assert [each.number for each in found][:2] == [1, 2]
    assert found[0].score == found[1].score > found[2].score


def test_the_same_whatever_the_hash_seed() -> None:
    program = (
        "from lawreport_parser import compare, parse; from pathlib import Path; import sys; "
        "print(compare(*(parse(Path(each).read_text(encoding='utf-8')) for each in sys.argv[1:])).to_json())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program, PAIRS / "county.earlier.txt", PAIRS / "county.later.txt"],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1


def hostile(size: int, year: int) -> str:
    """A report in which everything is like everything else."""
    review = "".join(f"（{at}）完成行政执法案件办理，全年办结各类案件，效果较好。\n" for at in range(size))
    plans = "".join(f"{at}.推进行政执法案件办理，办结各类案件。\n" for at in range(1, size))
    title = f"石湾县人民政府{year}年法治政府建设年度报告"
    return f"{title}\n一、主要成效\n{review}二、存在问题\n人手不足。\n三、工作打算\n{plans}"


def test_time_is_linear() -> None:
    def seconds(size: int) -> float:
        earlier, later = parse(hostile(size, 2021)), parse(hostile(size, 2022))
        assert earlier.plans
        assert later.plans
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            compare(earlier, later, force=True)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(1200) < 4 * 2.5 * seconds(300) + 0.05
