"""A run that is killed, stopped or crashes is continued without repeating or losing a file."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest
from batch_files import lines, named, run, start, wait_for, write_empty, write_reports, write_slow
from held_run import held_run
from typer.testing import CliRunner

from lawreport_parser.batch import BatchError, Progress, Reading, write_batch
from lawreport_parser.batch import journal as journal_module
from lawreport_parser.batch.outputs import LineFile, TableFolder
from lawreport_parser.cli.app import app

KINDS = ["jsonl", "csv", "tables"]
#: Files of a run that is long enough to be killed in its middle.
COUNT = 101


@pytest.fixture(autouse=True)
def _in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def need(kind: str) -> None:
    if kind == "tables":
        pytest.importorskip("pyarrow")


def same(one: Path, other: Path) -> None:
    """Check that two outputs are the same: files to the byte, tables row by row."""
    if one.is_dir():
        import pyarrow.parquet as pq  # type: ignore[import-untyped]

        assert sorted(os.listdir(one)) == sorted(os.listdir(other))
        for table in os.listdir(one):
            assert pq.read_table(one / table).equals(pq.read_table(other / table))
    else:
        assert one.read_bytes() == other.read_bytes()


def journal(out: str) -> list[dict[str, object]]:
    try:
        written = Path(f"{out}.partial/journal.jsonl").read_bytes()
    except FileNotFoundError:
        return []
    return [json.loads(line) for line in written.splitlines(keepends=True) if line.endswith(b"\n")]


class TestKilled:
    """Processes that are killed for good, by `kill -9`, while they work."""

    def test_kill_9_then_resume_equals_an_undisturbed_run(self) -> None:
        write_reports(Path("in"), COUNT - 1)
        write_slow(Path("in"))
        Path("in/report-00020.txt").write_bytes(b"")
        running = start(Path(), "in", "-o", "out.jsonl", "--jobs", "2")
        # Some of it is in the journal, and the run goes on.
        wait_for(lambda: len(journal("out.jsonl")) > 1 or running.poll() is not None)
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        assert running.returncode == -signal.SIGKILL, "the run was over too soon for this test"
        assert not Path("out.jsonl").exists()
        assert 0 < int(str(journal("out.jsonl")[-1]["done"])) < COUNT

        again = run(Path(), "in", "-o", "out.jsonl", "--jobs", "2", "--resume")
        assert again.returncode == 1
        assert lines(again.stderr)[0].startswith(f"{COUNT} files: {COUNT - 1} reports, 1 failure; ")
        assert sorted(os.listdir()) == ["in", "out.jsonl", "out.jsonl.errors.jsonl"]

        plain = run(Path(), "in", "-o", "undisturbed.jsonl", "--jobs", "2")
        assert lines(plain.stderr)[1] == lines(again.stderr)[1], "the diagnostics are counted in all"
        same(Path("out.jsonl"), Path("undisturbed.jsonl"))
        assert Path("out.jsonl.errors.jsonl").read_bytes() == Path("undisturbed.jsonl.errors.jsonl").read_bytes()

    @pytest.mark.parametrize("kind", ["csv", "tables"])
    def test_other_outputs_too(self, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
        need(kind)
        paths = write_reports(Path("in"), 60)
        _secure_every(monkeypatch, 20)
        for at in (1, 45):
            _die_at(at, paths, named(f"out{at}", kind))
            assert not Path(named(f"out{at}", kind)).exists()
            write_batch(paths, named(f"out{at}", kind), jobs=1, resume=True)
        write_batch(paths, named("undisturbed", kind), jobs=1)
        for at in (1, 45):
            same(Path(named(f"out{at}", kind)), Path(named("undisturbed", kind)))


def _secure_every(monkeypatch: pytest.MonkeyPatch, files: int) -> None:
    """Have outputs secured after so many files, as they are in a long run."""
    count = 0

    def is_full(_: object) -> bool:
        nonlocal count
        count += 1
        return count % files == 0

    monkeypatch.setattr(LineFile, "is_full", is_full)
    monkeypatch.setattr(TableFolder, "is_full", is_full)


def _die_at(file: int, paths: list[str], out: str) -> None:
    """Run a batch in a child that ends without warning after so many files."""
    child = os.fork()
    if child == 0:

        def die(progress: Progress) -> None:
            if progress.done >= file:
                os._exit(9)

        try:
            write_batch(paths, out, jobs=1, on_progress=die)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.parametrize("kind", ["jsonl", "tables"])
def test_every_file_system_call_may_be_the_last(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a crash leaves of the finishing steps, `--resume` completes them."""
    need(kind)
    paths = [*write_reports(Path("in"), 6), write_empty(Path("in"))]
    write_batch(paths, named("undisturbed", kind), jobs=1)
    for overwrite in (False, True):
        for last in range(4):
            out = named(f"out-{overwrite}-{last}", kind)
            if overwrite:
                write_batch(paths[:2], out, jobs=1)
            _die_while_replacing(last, paths, out, overwrite)
            assert write_batch(paths, out, jobs=1, resume=True).failures == 1
            same(Path(out), Path(named("undisturbed", kind)))
            assert Path(f"{out}.errors.jsonl").read_text(encoding="utf-8").count("zz-empty.txt") == 1
            assert not Path(f"{out}.partial").exists()


def _die_while_replacing(steps: int, paths: list[str], out: str, overwrite: bool) -> None:
    child = os.fork()
    if child == 0:
        left = steps
        replace = Path.replace

        def die(self: Path, target: str | Path) -> Path:
            nonlocal left
            if "part-" in self.name:
                return replace(self, target)
            if not left:
                os._exit(9)
            left -= 1
            return replace(self, target)

        import shutil

        def die_too(path: object) -> None:
            os._exit(9)

        Path.replace = die  # type: ignore[method-assign, assignment]
        shutil.rmtree = die_too  # type: ignore[assignment]
        try:
            write_batch(paths, out, jobs=1, overwrite=overwrite)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


class TestStopped:
    @pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
    def test_ctrl_c_leaves_what_is_done_usable(self, sent: signal.Signals, status: int) -> None:
        write_reports(Path("in"), COUNT - 1)
        write_slow(Path("in"))
        running = start(Path(), "in", "-o", "out.jsonl", "--jobs", "2")
        data = Path("out.jsonl.partial/data.jsonl")
        wait_for(lambda: (data.exists() and data.stat().st_size > 0) or running.poll() is not None)
        os.killpg(running.pid, sent)
        _, said = running.communicate()
        assert running.returncode == status, said
        done = data.read_bytes().splitlines()
        assert 0 < len(done) < COUNT
        assert all(json.loads(line)["sections"] for line in done)
        assert lines(said)[0].startswith(f"{len(done)} of {COUNT} files: ")
        assert lines(said)[-1] == f"interrupted; what is done is in {data}, --resume goes on"
        assert journal("out.jsonl")[-1]["done"] == len(done)

        refused = run(Path(), "in", "-o", "out.jsonl")
        assert (refused.returncode, lines(refused.stderr)) == (
            2,
            ["out.jsonl.partial: an interrupted run is there; --resume goes on, --overwrite starts over"],
        )

    @pytest.mark.parametrize("kind", KINDS)
    def test_a_run_stopped_again_and_again_comes_to_the_same_end(self, kind: str) -> None:
        need(kind)
        paths = [*write_reports(Path("in"), 40), write_empty(Path("in"))]
        stops = 0
        while True:
            asked = 0

            def stop() -> bool:
                nonlocal asked
                asked += 1
                return asked > 12

            summary = write_batch(paths, named("out", kind), jobs=1, resume=True, stop=stop)
            if not summary.interrupted:
                break
            stops += 1
        assert stops >= 3
        assert (summary.files, summary.reports, summary.failures) == (41, 40, 1)
        write_batch(paths, named("undisturbed", kind), jobs=1)
        same(Path(named("out", kind)), Path(named("undisturbed", kind)))


class TestResume:
    def test_it_takes_the_files_that_were_planned(self) -> None:
        write_reports(Path("in"), 10)
        asked = iter([False] * 5 + [True] * 100)
        write_batch(["in"], "out.jsonl", jobs=1, stop=lambda: next(asked))
        Path("in/aaa.txt").write_text("一、后来的\n", encoding="utf-8")
        Path("in/report-00009.txt").unlink()
        summary = write_batch(["in"], "out.jsonl", jobs=1, resume=True)
        assert (summary.files, summary.failures) == (10, 1)
        paths = [json.loads(line)["path"] for line in Path("out.jsonl").read_bytes().splitlines()]
        assert paths == [os.path.join("in", f"report-{number:05}.txt") for number in range(9)]

    def test_other_settings_are_refused(self) -> None:
        write_reports(Path("in"), 10)
        write_batch(["in"], "out.jsonl", jobs=1, stop=lambda: True)
        with pytest.raises(BatchError, match=r"had 1 path, this has 2 paths; .* number 2: none there, in/report-00001"):
            write_batch(["in", "in/report-00001.txt"], "out.jsonl", resume=True)
        with pytest.raises(BatchError, match="had --encoding None, this has big5; give the same"):
            write_batch(["in"], "out.jsonl", resume=True, reading=Reading(encoding="big5"))

    def test_of_many_paths_it_names_the_first_that_differs(self) -> None:
        paths = write_reports(Path("in"), 300)
        write_batch(paths, "out.jsonl", jobs=1, stop=lambda: True)
        with pytest.raises(BatchError) as refused:
            write_batch(paths[:7] + paths[8:], "out.jsonl", resume=True)
        assert "had 300 paths, this has 299 paths; the first that differs is number 8: in/report-00007.txt there, " in (
            str(refused.value).replace(os.sep, "/")
        )
        assert len(str(refused.value)) < 300

    @pytest.mark.parametrize("same", ["in/", "./in", "in/../in", "{here}/in"])
    def test_other_spellings_of_a_path_are_the_same(self, same: str) -> None:
        write_reports(Path("in"), 3)
        write_batch(["in"], "out.jsonl", jobs=1, stop=lambda: True)
        assert write_batch([same.format(here=os.getcwd())], "out.jsonl", jobs=1, resume=True).reports == 3

    def test_the_working_folder_matters_where_a_path_is_relative(self, monkeypatch: pytest.MonkeyPatch) -> None:
        write_reports(Path("in"), 3)
        here, out = os.path.abspath("in"), os.path.abspath("out.jsonl")
        write_batch([here], out, jobs=1, stop=lambda: True)
        monkeypatch.chdir("in")
        assert write_batch([here], out, jobs=1, resume=True).reports == 3
        write_batch(["."], out, jobs=1, stop=lambda: True, overwrite=True)
        monkeypatch.chdir("..")
        with pytest.raises(BatchError, match="had"):
            write_batch(["in"], out, jobs=1, resume=True)

    def test_a_torn_journal_line_counts_nothing(self) -> None:
        paths = write_reports(Path("in"), 10)
        asked = iter([False] * 5 + [True] * 100)
        write_batch(paths, "out.jsonl", jobs=1, stop=lambda: next(asked))
        with Path("out.jsonl.partial/journal.jsonl").open("ab") as file:
            file.write(b'{"done":9,"posi')
        with Path("out.jsonl.partial/data.jsonl").open("ab") as file:
            file.write(b'{"torn":')
        write_batch(paths, "out.jsonl", jobs=1, resume=True)
        write_batch(paths, "undisturbed.jsonl", jobs=1)
        same(Path("out.jsonl"), Path("undisturbed.jsonl"))

    def test_a_plan_that_was_not_whole_is_made_anew(self) -> None:
        paths = write_reports(Path("in"), 3)
        Path("out.jsonl.partial").mkdir()
        Path("out.jsonl.partial/plan.jsonl").write_text('{"path":"in/rep', encoding="utf-8")
        assert write_batch(paths, "out.jsonl", jobs=1).reports == 3

    def test_one_that_was_begun_with_overwrite_still_replaces_what_is_there(self) -> None:
        paths = write_reports(Path("in"), 10)
        write_batch(paths[:1], "out.jsonl", jobs=1)
        asked = iter([False] * 5 + [True] * 100)
        assert write_batch(paths, "out.jsonl", jobs=1, overwrite=True, stop=lambda: next(asked)).interrupted
        assert len(Path("out.jsonl").read_bytes().splitlines()) == 1
        assert write_batch(paths, "out.jsonl", jobs=1, resume=True).reports == 10
        assert len(Path("out.jsonl").read_bytes().splitlines()) == 10

    def test_with_nothing_to_go_on_from_it_begins(self) -> None:
        assert write_batch(write_reports(Path("in"), 3), "out.jsonl", jobs=1, resume=True).reports == 3

    def test_a_complete_run_has_nothing_left_and_keeps_its_status(self) -> None:
        write_reports(Path("in"), 2)
        Path("in/a.txt").write_bytes(b"")
        for _ in range(2):
            done = CliRunner().invoke(app, ["batch", "in", "-o", "out.jsonl", "--resume"])
            assert done.exit_code == 1
        assert lines(done.stderr_bytes) == [
            "out.jsonl: complete already, nothing was left to do; --overwrite does it anew",
            "1 file failed: empty, there is no text in it; give the text of a report",
            "failures: out.jsonl.errors.jsonl",
        ]

    def test_two_runs_do_not_work_on_one_output(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(journal_module, "_LOCK_SECONDS", 0.2)
        paths = write_reports(Path("in"), 3)
        pytest.importorskip("fcntl")
        with held_run(lambda hold: write_batch(paths, "out.jsonl", jobs=1, on_progress=hold)):
            for arguments in ({"resume": True}, {"overwrite": True}):
                with pytest.raises(BatchError, match="another run is at work"):
                    write_batch(paths, "out.jsonl", **arguments)  # type: ignore[arg-type]
        assert write_batch(paths, "out.jsonl", resume=True).reports == 3
