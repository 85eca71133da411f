"""`parse_many`: an outcome for each file in input order, lazily; a worker that dies costs its file."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, ClassVar

import pytest
from batch_files import SAMPLES, Deadly, environment, wait_for, write_reports

from lawreport_parser import Limits, Report, parse, parse_file
from lawreport_parser.batch import FailedFile, FileError, Outcome, ParsedFile, WorkerStartError, parse_many
from lawreport_parser.batch.reading import lost_file
from lawreport_parser.batch.transport import Packed, packed, unpacked
from lawreport_parser.batch.workers import Lost, StartMethod, run_in_order

METHODS = [method for method in ("fork", "spawn") if method in multiprocessing.get_all_start_methods()]


class TestOutcomes:
    @pytest.mark.parametrize("jobs", [1, 2])
    def test_each_file_has_one_in_input_order(self, jobs: int) -> None:
        paths = [*SAMPLES, *reversed(SAMPLES)]
        outcomes = list(parse_many(paths, jobs))
        assert outcomes == [ParsedFile(str(path), parse_file(path)) for path in paths]

    @pytest.mark.parametrize("method", METHODS)
    def test_every_way_of_starting_workers_gives_the_same(self, method: StartMethod) -> None:
        outcomes = list(parse_many([*SAMPLES[:3], "absent.txt"], 2, start_method=method))
        assert outcomes == list(parse_many([*SAMPLES[:3], "absent.txt"]))

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_a_file_that_fails_is_a_value_and_the_others_are_read(self, jobs: int, tmp_path: Path) -> None:
        blank = tmp_path / "blank.txt"
        blank.write_text(" \n\u3000\n", encoding="utf-8")
        outcomes = list(parse_many(["absent.txt", SAMPLES[0], blank, tmp_path, "\0"], jobs))
        assert [outcome.error for outcome in outcomes] == [
            FileError("unreadable", "no such file; check the name"),
            None,
            FileError("unreadable", "empty, there is no text in it; give the text of a report"),
            FileError("unreadable", "a directory; name the files in it"),
            FileError("unreadable", "this is no name of a file: embedded null byte"),
        ]
        assert [outcome.report is None for outcome in outcomes] == [True, False, True, True, True]

    def test_pipes_and_devices_are_not_waited_for(self, tmp_path: Path) -> None:
        if not hasattr(os, "mkfifo"):
            pytest.skip("this system has no named pipes")
        os.mkfifo(tmp_path / "pipe.txt")
        outcomes = parse_many([tmp_path / "pipe.txt", "/dev/zero"])
        assert [outcome.error for outcome in outcomes] == [
            FileError("unreadable", "a pipe or device; give a file"),
        ] * 2

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_the_arguments_of_parse_file_are_passed_on(self, jobs: int) -> None:
        outcomes = list(parse_many(SAMPLES[:1], jobs, limits=Limits(max_bytes=10)))
        assert outcomes[0].error is not None
        assert "Limits.max_bytes" in outcomes[0].error.message
        outcomes = list(parse_many(SAMPLES[:1], jobs, format="pdf"))
        assert outcomes[0].error is not None
        assert outcomes[0].error.code == "unreadable"

    def test_a_timeout_holds_with_one_job_too(self) -> None:
        assert next(parse_many(SAMPLES[:1], 1, timeout=60)).report == parse_file(SAMPLES[0])

    def test_no_files_give_no_outcomes(self) -> None:
        assert list(parse_many([], 2)) == []

    def test_one_is_a_file_with_its_report_or_one_with_its_error(self) -> None:
        read, failed = parse_many([SAMPLES[0], "absent.txt"])
        assert isinstance(read, ParsedFile)
        assert read.report
        assert read.error is None
        assert isinstance(failed, FailedFile)
        assert failed.error
        assert failed.report is None
        for outcome in (read, failed):
            assert isinstance(outcome, Outcome)
            assert pickle.loads(pickle.dumps(outcome)) == outcome

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_what_is_no_path_is_an_error_with_its_position(self, jobs: int) -> None:
        odd: Any = (each for each in [SAMPLES[0], None, 7, b"report.txt", SAMPLES[0]])
        outcomes = list(parse_many(odd, jobs))
        assert [(outcome.path, outcome.error) for outcome in outcomes[1:4]] == [
            ("paths[1]", FileError("unreadable", "paths[1] is None; give a str or a Path")),
            ("paths[2]", FileError("unreadable", "paths[2] is of type int; give a str or a Path")),
            ("paths[3]", FileError("unreadable", "paths[3] is of type bytes; give a str or a Path")),
        ]
        assert outcomes[0] == outcomes[4] == ParsedFile(str(SAMPLES[0]), parse_file(SAMPLES[0]))

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_what_the_paths_raise_comes_behind_the_outcomes_of_those_before(self, jobs: int) -> None:
        def listed() -> Iterator[Path]:
            yield from SAMPLES[:3]
            raise LookupError("the list is cut off")

        seen = []
        with pytest.raises(LookupError, match="the list is cut off"):
            seen.extend(outcome.path for outcome in parse_many(listed(), jobs))
        assert seen == list(map(str, SAMPLES[:3]))

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ({"jobs": None}, "jobs is a number of processes, an int of at least 1, not None"),
            ({"jobs": "2"}, "jobs is a number of processes, an int of at least 1, not '2'"),
            ({"jobs": 1.5}, "jobs is a number of processes, an int of at least 1, not 1.5"),
            ({"timeout": "9"}, "timeout is a number of seconds, or None, not '9'"),
        ],
    )
    def test_what_is_no_number_is_refused(self, arguments: dict[str, Any], message: str) -> None:
        with pytest.raises(TypeError) as refusal:
            parse_many([], **arguments)
        assert str(refusal.value) == message

    @pytest.mark.parametrize("arguments", [{"jobs": 0}, {"timeout": 0.0}, {"timeout": -1.0}, {"timeout": float("nan")}])
    def test_impossible_arguments_raise_at_once(self, arguments: dict[str, float]) -> None:
        with pytest.raises(ValueError, match=next(iter(arguments))):
            parse_many([], **arguments)  # type: ignore[arg-type]


class TestReportsOfWorkers:
    """A worker sends the fields of a report as JSON, and its parent reads them when someone looks."""

    WAYS: ClassVar[dict[str, Callable[[Report], Any]]] = {
        "sections": lambda report: report.sections,
        "page": lambda report: report.page,
        "all fields": lambda report: [getattr(report, name) for name in Report.model_fields],
        "computed": lambda report: (report.problems, report.quantities, report.citations),
        "diagnostics": lambda report: report.diagnostics,
        "JSON": lambda report: report.to_json(),
        "JSON in UTF-16 units": lambda report: report.to_json(offsets="utf16"),
        "pickle": lambda report: pickle.loads(pickle.dumps(report)),
        "repr": repr,
    }

    @pytest.mark.parametrize("way", WAYS)
    def test_every_look_at_one_shows_what_parse_file_gives(self, way: str) -> None:
        look = self.WAYS[way]
        seen = [look(outcome.report) for outcome in parse_many(SAMPLES, 2) if outcome.report is not None]
        assert seen == [look(parse_file(path)) for path in SAMPLES]

    @pytest.mark.parametrize(
        "text", ["", "无标题。", "一、总则\ud800\n（一）学法。\udfff\n", "标题：\udc00\n一、总则\n学法。"]
    )
    def test_a_text_of_any_characters_is_sent(self, text: str) -> None:
        sent: Packed = pickle.loads(pickle.dumps(packed(parse(text))))
        assert unpacked(sent) == parse(text)
        assert unpacked(sent).to_json() == parse(text).to_json()

    def test_the_deepest_tree_is_sent(self) -> None:
        deep = parse("情况如下：\n" + "一、栽种果园，包括以下几项：\n" * 45)
        assert unpacked(packed(deep)) == deep


class TestLookAhead:
    @pytest.mark.parametrize(("jobs", "ahead"), [(1, 0), (2, 64)])
    def test_it_is_bounded(self, jobs: int, ahead: int) -> None:
        taken = 0

        def endless() -> Iterator[str]:
            nonlocal taken
            while True:
                taken += 1
                yield "absent.txt"

        outcomes = parse_many(endless(), jobs)
        assert taken == 0
        for number, _ in enumerate(islice(outcomes, 200), 1):
            assert number <= taken <= number + ahead
        outcomes.close()  # type: ignore[attr-defined]

    def test_no_worker_is_left_where_the_caller_stops_early(self) -> None:
        outcomes = parse_many([*SAMPLES] * 20, 2)
        next(outcomes)
        assert multiprocessing.active_children()
        outcomes.close()  # type: ignore[attr-defined]
        assert not multiprocessing.active_children()


@pytest.mark.parametrize("method", METHODS)
class TestDeaths:
    def test_a_worker_that_dies_costs_its_file_and_no_other(self, method: StartMethod) -> None:
        sample = str(SAMPLES[0])
        names = [sample, "exit", sample, sample, "kill", "crash", sample, "raise", "memory", sample]
        done = list(run_in_order(Deadly().read, names, jobs=2, start_method=method))
        assert [name for name, _ in done] == names
        lost = {name: lost_file(result) for name, result in done if isinstance(result, Lost)}
        assert lost == {
            "exit": FileError("worker-died", "the process that read it ended with status 3"),
            "kill": FileError(
                "worker-died", "the process that read it was killed by SIGKILL (was there too little memory?)"
            ),
            "crash": FileError("worker-died", "the process that read it was killed by SIGSEGV"),
            "raise": FileError("internal-error", "RuntimeError: not a fault of the file"),
            "memory": FileError("out-of-memory", "there is too little memory to read it"),
        }
        assert [result for name, result in done if name == sample] == [parse_file(sample)] * 5

    def test_a_file_that_takes_too_long_is_given_up(self, method: StartMethod) -> None:
        sample = str(SAMPLES[0])
        names = [sample, "hang", sample, sample, sample]
        done = list(run_in_order(Deadly().read, names, jobs=1, timeout=6, start_method=method))
        assert [isinstance(result, Lost) for _, result in done] == [False, True, False, False, False]
        assert done[1][1] == Lost("timeout", "not done after 6 seconds")


@pytest.mark.parametrize("method", METHODS)
def test_a_timeout_does_not_count_the_start_of_a_worker(method: StartMethod) -> None:
    names = ["absent.txt"] * 3
    done = list(
        run_in_order(Deadly().read, names, jobs=1, timeout=1.5, start_method=method, prepare=partial(time.sleep, 2.5))
    )
    assert [isinstance(result, FileError) for _, result in done] == [True] * 3


def test_workers_with_a_timeout_import_all_readers_before_their_first_file() -> None:
    code = (
        "import sys\nfrom lawreport_parser.batch.reading import warmed_up\n"
        "wanted = {'lawreport_parser.readers.html.page', 'lawreport_parser.readers.word.document', 'pypdfium2'}\n"
        "prepare = warmed_up('spawn', 5.0)\nassert not wanted & set(sys.modules)\n"
        "prepare()\nprint(wanted - set(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout, done.stderr) == ("set()\n", "")


def test_only_deaths_is_a_run_too() -> None:
    done = list(run_in_order(Deadly().read, ["exit"] * 8, jobs=3))
    assert [result.reason for _, result in done if isinstance(result, Lost)] == ["died"] * 8


def test_workers_that_cannot_start_are_not_tried_for_ever(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from lawreport_parser.batch import parse_many\nprint(list(parse_many(['a'], 2, start_method='spawn')))\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, script], env=environment(), capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr.splitlines()[-1].startswith(f"{WorkerStartError.__module__}.WorkerStartError: worker processes")
    assert f"runs {script} anew" in done.stderr.splitlines()[-1]
    assert "`if __name__ == '__main__':`" in done.stderr.splitlines()[-1]


def test_a_program_on_standard_input_cannot_be_run_anew_and_is_told_so() -> None:
    code = (
        "from lawreport_parser.batch import parse_many\n"
        "if __name__ == '__main__':\n    print(list(parse_many(['a'], 2, start_method='spawn')))\n"
    )
    done = subprocess.run(
        [sys.executable], input=code, env=environment(), capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr.splitlines()[-1].endswith(
        "worker processes end before their first file: under spawn each runs the program anew, and it cannot be read "
        "again (<stdin>); save it as a file and run that, or take one job without timeout"
    )


@pytest.mark.parametrize("method", METHODS)
def test_an_iterator_left_open_does_not_hold_up_the_end_of_the_program(method: StartMethod, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from lawreport_parser.batch import parse_many\n"
        "if __name__ == '__main__':\n"
        f"    run = parse_many({list(map(str, SAMPLES))!r} * 9, 2, start_method={method!r})\n"
        "    print(next(run).path)\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, script], env=environment(), capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{SAMPLES[0]}\n", "")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
@pytest.mark.parametrize("method", METHODS)
def test_workers_end_with_a_parent_that_is_killed(method: StartMethod, tmp_path: Path) -> None:
    code = (
        "import multiprocessing, time\nfrom lawreport_parser.batch import parse_many\n"
        "if __name__ == '__main__':\n"
        f"    run = parse_many({write_reports(tmp_path, 9)!r} * 99, 3, start_method={method!r})\n"
        "    [next(run) for _ in range(30)]\n"
        "    print(*[child.pid for child in multiprocessing.active_children()], flush=True)\n"
        "    time.sleep(100)\n"
    )
    script = tmp_path / "parent.py"
    script.write_text(code, encoding="utf-8")
    with subprocess.Popen([sys.executable, script], env=environment(), stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        workers = parent.stdout.readline().split()
        assert len(workers) == 3
        parent.send_signal(signal.SIGKILL)
    wait_for(lambda: not any(_runs(worker.decode()) for worker in workers), 10)


def _runs(process: str) -> bool:
    """Tell whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
