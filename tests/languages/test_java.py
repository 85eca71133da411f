"""The Java program of `examples/java` reads what `to_json` writes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from reports_in_units import ROOT, SURROGATES, TEXTS, broken_reports, complaints_of, examples, pieces, printed, write

from lawreport_parser import parse

PROGRAM = ROOT / "examples" / "java" / "ReadReport.java"
OLDEST_JAVA = 17
Run = Callable[..., subprocess.CompletedProcess[str]]


def jackson() -> list[Path]:
    """Return the jars of Jackson: Debian's, else the newest in Maven's local repository; none where there are none."""
    names = ("jackson-core", "jackson-annotations", "jackson-databind")
    debian = [Path("/usr/share/java") / f"{name}.jar" for name in names]
    if all(jar.exists() for jar in debian):
        return debian
    folder = Path.home() / ".m2" / "repository" / "com" / "fasterxml" / "jackson" / "core"
    for version in sorted(_versions(folder / "jackson-databind"), reverse=True):
        written = ".".join(map(str, version))
        # Annotations have no patch releases of late.
        for shared in (written, ".".join(map(str, version[:2]))):
            jars = [
                folder / name / number / f"{name}-{number}.jar"
                for name, number in zip(names, (written, shared, written), strict=True)
            ]
            if all(jar.exists() for jar in jars):
                return jars
    return []


def _versions(folder: Path) -> Iterator[tuple[int, ...]]:
    for each in folder.glob("2.*"):
        if re.fullmatch(r"2(\.\d+){2}", each.name):
            version = tuple(int(part) for part in each.name.split("."))
            if version >= (2, 14):
                yield version


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return what runs the program, compiled once."""
    if shutil.which("java") is None or shutil.which("javac") is None:
        pytest.skip("no JDK is installed (java and javac)")
    environment = {**os.environ, "LC_ALL": "C"}

    def started(*command: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            list(map(str, command)),
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    found = re.search(r"(\d+)", started("javac", "-version").stdout)
    if found is None or int(found[1]) < OLDEST_JAVA:
        pytest.skip(f"this JDK is older than {OLDEST_JAVA}")
    jars = jackson()
    if not jars:
        pytest.skip("Jackson is not installed: libjackson2-databind-java on Debian, or in Maven's local repository")
    classes = tmp_path_factory.mktemp("classes")
    path = os.pathsep.join(map(str, jars))
    built = started("javac", "-Xlint:all", "-Werror", "-proc:none", "-cp", path, "-d", classes, PROGRAM)
    assert (built.stdout, built.stderr, built.returncode) == ("", "", 0)
    return lambda *files: started("java", "-cp", os.pathsep.join((path, str(classes))), "ReadReport", *files)


def test_it_proves_every_span_and_prints_sections_and_problems(run: Run, tmp_path: Path) -> None:
    reports = {name: parse(text) for name, text in (TEXTS | examples()).items()}
    done = run(*write(tmp_path, {name: report.to_json(offsets="utf16") for name, report in reports.items()}))
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout == "".join(map(printed, reports.values()))


def test_lone_surrogates_keep_their_places(run: Run, tmp_path: Path) -> None:
    reports = {name: parse(text) for name, text in SURROGATES.items()}
    done = run(*write(tmp_path, {name: report.to_json(offsets="utf16") for name, report in reports.items()}))
    assert (done.stderr, done.returncode) == ("", 0)
    counts = [sum(1 for _ in pieces(report.model_dump(mode="json"))) for report in reports.values()]
    assert re.findall(r"^spans: (\d+) exact in UTF-16$", done.stdout, re.MULTILINE) == [str(count) for count in counts]


def test_it_refuses_what_is_no_report_in_its_unit(run: Run, tmp_path: Path) -> None:
    broken = broken_reports(parse(TEXTS["astral"]))
    paths = write(tmp_path, {name: written for name, (written, _) in broken.items()})
    done = run(*paths)
    assert done.returncode == 1
    complaints = complaints_of(done.stderr, tmp_path)
    assert len(complaints) == len(broken), done.stderr
    for path, complaint, (_, says) in zip(paths, complaints, broken.values(), strict=True):
        assert complaint.startswith(f"{path}: ")
        assert says in complaint
