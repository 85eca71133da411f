"""A panel whose workers die, or that is killed itself: its other files are whole, and nothing half made stays."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest
from held_run import held_run

from lawreport_parser.batch import BatchError, Progress, Reading
from lawreport_parser.batch import journal as journal_module
from lawreport_parser.panel import write_panel

TEXT = "白鹭县人民政府{}年法治政府建设年度报告\n一、主要成效\n全年受理行政复议案件5{}件。\n"


@pytest.fixture(autouse=True)
def _in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write_reports(count: int) -> list[str]:
    Path("in").mkdir()
    for number in range(count):
        Path(f"in/{number:03}.txt").write_text(TEXT.format(2000 + number, number), encoding="utf-8")
    return ["in"]


class Deadly(Reading):
    """A reader that some files kill."""

    def read(self, path: str) -> Any:
        if path.endswith("003.txt"):
            os.kill(os.getpid(), signal.SIGKILL)
        if path.endswith("005.txt"):
            os._exit(3)
        return super().read(path)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_worker_that_dies_costs_its_file_and_no_other(jobs: int) -> None:
    summary = write_panel(write_reports(8), {"panel": Path("o.csv")}, jobs=jobs, reading=Deadly())
    assert (summary.files, summary.reports, summary.failures) == (8, 6, 2)
    assert set(summary.causes) == {
        "the process that read it was killed by SIGKILL (was there too little memory?)",
        "the process that read it ended with status 3",
    }
    failed = [json.loads(line) for line in Path("o.csv.errors.jsonl").read_bytes().splitlines()]
    assert [(Path(each["path"]).name, each["code"]) for each in failed] == [
        ("003.txt", "worker-died"),
        ("005.txt", "worker-died"),
    ]
    assert len(Path("o.csv").read_bytes().splitlines()) == 7


def kill_at(file: int, paths: list[str], outputs: dict[Any, Path], **how: Any) -> None:
    """Run a panel in a child that ends without warning after so many files."""
    child = os.fork()
    if child == 0:

        def die(progress: Progress) -> None:
            if progress.done >= file:
                os.kill(os.getpid(), signal.SIGKILL)

        try:
            write_panel(paths, outputs, jobs=1, on_progress=die, **how)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_after_kill_9_a_run_from_the_start_is_undisturbed(ending: str) -> None:
    pytest.importorskip({"xlsx": "xlsxwriter", "parquet": "pyarrow"}.get(ending, "csv"))
    paths = write_reports(12)
    Path("in/004.txt").write_bytes(b"")
    outputs: dict[Any, Path] = {"panel": Path(f"o.{ending}"), "items": Path(f"o.items.{ending}")}
    kill_at(7, paths, outputs)
    assert not any(path.exists() for path in outputs.values())
    assert write_panel(paths, outputs, jobs=1).failures == 1
    # What the killed one left is gone too.
    assert set(os.listdir()) == {"in", f"o.{ending}", f"o.{ending}.errors.jsonl", f"o.items.{ending}"}
    if ending == "csv":
        undisturbed: dict[Any, Path] = {"panel": Path("u.csv"), "items": Path("u.items.csv")}
        write_panel(paths, undisturbed, jobs=1)
        for table, path in undisturbed.items():
            assert path.read_bytes() == outputs[table].read_bytes()


def test_a_killed_run_leaves_what_was_there_before() -> None:
    paths, outputs = write_reports(5), {"panel": Path("o.csv")}
    write_panel(paths, outputs, jobs=1)  # type: ignore[arg-type]
    before = Path("o.csv").read_bytes()
    kill_at(3, paths, outputs, overwrite=True)
    assert Path("o.csv").read_bytes() == before


def test_two_runs_do_not_work_on_one_output(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("fcntl")
    monkeypatch.setattr(journal_module, "_LOCK_SECONDS", 0.2)
    paths = write_reports(3)
    outputs: dict[Any, Path] = {"panel": Path("o.csv")}
    with (
        held_run(lambda hold: write_panel(paths, outputs, jobs=1, on_progress=hold)),
        pytest.raises(BatchError, match="another run is at work"),
    ):
        write_panel(paths, outputs)
    assert write_panel(paths, outputs).reports == 3


def test_a_folder_of_that_name_with_other_things_is_left() -> None:
    paths = write_reports(1)
    Path(".o.csv.partial").mkdir()
    Path(".o.csv.partial/treasure").write_text("x", encoding="utf-8")
    with pytest.raises(BatchError, match=r"holds other things \(treasure\)"):
        write_panel(paths, {"panel": Path("o.csv")})
    assert "treasure" in os.listdir(".o.csv.partial")
