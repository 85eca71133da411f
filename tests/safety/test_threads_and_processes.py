"""The library is safe from many threads at once, in forked and in fresh processes, and its reports travel."""

from __future__ import annotations

import copy
import multiprocessing
import os
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from lawreport_parser import LawReportError, Report, parse
from lawreport_parser.errors import MissingExtraError, NumeralError, ReadError, ReportError
from lawreport_parser.numbers import parse_numeral

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples" / "reports").glob("*.txt"))
TEXTS = [path.read_bytes().decode("utf-8") for path in EXAMPLES]
METHODS = [method for method in ("fork", "forkserver", "spawn") if method in multiprocessing.get_all_start_methods()]


def written(text: str) -> str:
    return parse(text).to_json()


def nodes_of(report: Report) -> int:
    return len(report.nodes())


def refusal(text: str) -> str:
    try:
        parse_numeral(text)
    except NumeralError as error:
        return f"{error} {error.position}"
    return "none"


@pytest.mark.parametrize(
    "example", ["defects", *(pytest.param(name, marks=pytest.mark.slow) for name in ("county-classic", "one-line"))]
)
def test_the_first_call_may_be_made_by_many_threads_at_once(example: str) -> None:
    path = ROOT / "examples" / "reports" / f"{example}.txt"
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("at_once.py")), str(path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr
    outcomes = done.stdout.splitlines()
    assert len(outcomes) == 2, "\n".join(line[:300] for line in outcomes)
    assert not [line for line in outcomes if "raised" in line[:20]]


def test_many_threads_reading_many_texts_agree_with_one() -> None:
    alone = [written(text) for text in TEXTS]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(written, TEXTS * 4)) == alone * 4


@pytest.mark.parametrize("method", METHODS)
def test_other_processes_say_the_same(method: str) -> None:
    alone = [written(text) for text in TEXTS]
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method)) as pool:
        assert list(pool.map(written, TEXTS)) == alone


@pytest.mark.skipif("fork" not in METHODS, reason="this system cannot fork")
def test_a_child_forked_while_threads_parse_is_not_stuck() -> None:
    """No lock of the library is held for ever in a child that was forked at a bad moment."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(Path(__file__).with_name("forked_at_work.py")), str(EXAMPLES[0])],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "all children ended well\n", done.stderr


@pytest.mark.parametrize("method", METHODS)
def test_a_report_travels_to_another_process_and_back(method: str) -> None:
    report = parse(TEXTS[0])
    with multiprocessing.get_context(method).Pool(1) as pool:
        assert pool.apply(nodes_of, (report,)) == len(report.nodes())
        assert pool.apply(parse, (TEXTS[0],)) == report
        assert pool.apply(refusal, ("甲",)) == refusal("甲")


@pytest.mark.parametrize("looked_at", [False, True], ids=["fresh", "looked at"])
@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in EXAMPLES])
def test_a_pickled_report_is_the_report(text: str, looked_at: bool) -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        report = parse(text)
        if looked_at:
            assert report.sections is not None
            assert report.quantities is not None
        back = pickle.loads(pickle.dumps(report, protocol))
        assert back == report
        assert back.to_json() == report.to_json() == written(text)
        assert list(back.segments()) == list(report.segments())


@pytest.mark.parametrize("way", [copy.copy, copy.deepcopy, Report.model_copy], ids=["copy", "deepcopy", "model_copy"])
def test_a_copy_of_a_fresh_report_is_the_report(way: object) -> None:
    report = parse(TEXTS[0])
    assert way(report).to_json() == written(TEXTS[0])  # type: ignore[operator]


def test_the_deepest_report_can_be_pickled() -> None:
    text = "".join(f"{'1.' * depth}1 甲\n{'1.' * depth}2 乙\n" for depth in range(1, 60))
    report = parse("情况如下：\n" + text)
    assert pickle.loads(pickle.dumps(report)) == report


@pytest.mark.parametrize(
    "error",
    [
        LawReportError("甲"),
        ReportError("甲", [1]),
        ReadError("甲", "report.txt"),
        NumeralError("甲", 0, "unexpected"),
        MissingExtraError("typer", "cli"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_travels_to_another_process(error: Exception) -> None:
    """A worker's error reaches the process that asked, with all that it says."""
    for back in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(back) is type(error)
        assert str(back) == str(error)
        assert vars(back) == vars(error)
