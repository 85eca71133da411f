"""Drops one weight or one condition of the outline at a time, and prints what changes in the texts.

    python benchmarks/ablation.py --weights --texts examples/reports
    python benchmarks/ablation.py --conditions outline/evidence.py outline/chains.py --texts DIR --gold DIR

A weight is dropped by letting its row (with `--by-class`, its figure for one class of style) weigh nothing. A
condition is one operand of an `and` or `or`, made what leaves the others to decide, or one test of an `if`, a
ternary, a `while` or a comprehension, made true and made false. Each text is read as it is and with its line breaks
taken out. What moves nothing in any text is a candidate for deletion, if the texts show what it is for. One weight may
do what another does: with `--together` what moves nothing stays out while the next is dropped, so that what is named
at the end can go all at once, as far as it stands in one module.

Each module is read by workers of their own, in a copy in which every condition has a switch. First they read all
texts with no switch thrown, and note in which text a weight is asked for or a condition is how often true: what cannot
change is not read again. The outline is compared first, and the rest of a report is made only where it differs.
"""

from __future__ import annotations

import argparse
import ast
import json
import multiprocessing
import pickle
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from itertools import repeat
from pathlib import Path
from types import CodeType, FrameType, ModuleType
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples" / "reports"
PACKAGE = "lawreport_parser"
WEIGHTS = f"{PACKAGE}.outline.weights"
#: Below these modules nothing is known of the division of a page into lines, so that is done once.
BEHIND_PAGE = ("assembly", "header", "issuer", "items", "judging", "outline", "parsing", "report", "roles")
BEGIN, END = "<!-- figures:begin -->\n", "<!-- figures:end -->"
#: What is counted, in the order of the columns.
KINDS = ("added", "lost", "moved", "ordinal", "headings", "roles", "items", "header", "rest")
NODES = KINDS[:4]
#: What a worker adds to the module it reads: the switches that are thrown, and what notes a condition.
THROWN, NOTE = "_switches_thrown", "_note_condition"


class Text(NamedTuple):
    """A text in one of its forms; `gold` are its nodes as annotated, with `start` and `depth`."""

    name: str
    text: str
    gold: list[dict[str, Any]] | None


class Condition(NamedTuple):
    """A condition with one value it is given; `rule` is the function it stands in, `kind` the construct.

    `switch` is its number in the copy of the module, `place` that of the condition, whatever the value. `exact` says
    that its value itself counts, not only whether it is true.
    """

    switch: int
    place: int
    value: bool
    kind: str
    rule: str
    line: int
    words: str
    exact: bool


class Row(NamedTuple):
    """What dropping one thing changes: how many `texts`, how much of each kind in all, and F1 of the outline.

    `failed` says how it fails in texts, if it does; `reached` whether any text comes to it with another result.
    """

    subject: str
    rule: str
    label: str
    texts: int
    changed: dict[str, int]
    f1: float | None
    failed: str
    reached: bool
    example: str
    chinese: str = ""

    @property
    def nodes(self) -> int:
        """How many nodes of the outline change."""
        return sum(self.changed.get(kind, 0) for kind in NODES)

    @property
    def moves(self) -> bool:
        """Whether anything changes or fails."""
        return bool(self.texts or self.failed)


class Hangs(BaseException):
    """A text took longer than it may."""


# --- texts


def read_texts(folders: Sequence[tuple[Path, Path | None]]) -> list[Text]:
    """Return the texts of the folders, each as it is and, where it has line breaks, without them."""
    texts: list[Text] = []
    for folder, golds in folders:
        for path in sorted(folder.glob("*.txt")):
            text = path.read_bytes().decode("utf-8", "replace")
            annotated = golds / f"{path.stem}.json" if golds else None
            gold = None
            if annotated is not None and annotated.exists():
                gold = json.loads(annotated.read_text(encoding="utf-8")).get("nodes")
            texts.append(Text(path.stem, text, gold))
            if "\n" in text or "\r" in text:
                texts.append(Text(f"{path.stem} on one line", *without_line_breaks(text, gold)))
    return texts


def without_line_breaks(text: str, gold: list[dict[str, Any]] | None) -> tuple[str, list[dict[str, Any]] | None]:
    """Return a text on one line, and its gold moved along."""
    places, kept = [], 0
    for character in text:
        places.append(kept)
        kept += character not in "\r\n"
    moved = None if gold is None else [{**node, "start": places[node["start"]]} for node in gold]
    return text.replace("\r", "").replace("\n", ""), moved


# --- what is read in a text


def read(report: Any) -> dict[str, dict[Any, Any]]:
    """Return everything that a report says, by kind, each thing under its place."""
    nodes: dict[int, tuple[Any, ...]] = {}
    ordinals, headings, roles, rest = {}, {}, {}, Counter[Any]()

    def walk(sections: Any, parent: int | None) -> None:
        for section in sections:
            start = section.marker.span.start
            nodes[start] = parent, section.depth, str(section.marker.style)
            ordinals[start] = section.marker.ordinal, section.marker.suffix, section.marker.inferred
            headings[start] = section.heading and (section.heading.span.start, section.heading.span.end)
            roles[start] = tuple(section.roles), section.role_basis
            rest.update(("body", each.span.start, each.span.end) for each in section.body)
            walk(section.children, start)

    walk(report.sections, None)
    for name in ("preamble", "closing", "furniture", "page"):
        rest.update((name, each.span.start, each.span.end) for each in getattr(report, name))
    rest.update((each.code, each.span.start, each.span.end) for each in report.diagnostics)
    rest.update((each.role, each.span.start, each.span.end) for each in getattr(report, "passages", ()))
    items = Counter(
        (role, each.span.start, each.span.end)
        for role in ("achievements", "problems", "responsibility", "plans")
        for each in getattr(report, role)
    )
    header = report.header.model_dump(mode="json", exclude={"evidence"})
    signature = report.signature.model_dump(mode="json") if report.signature else {}
    header |= {f"signature {name}": value for name, value in signature.items()}
    return {
        "nodes": nodes,
        "ordinal": ordinals,
        "headings": headings,
        "roles": roles,
        "items": items,
        "header": header,
        "rest": rest,
    }


def differences(before: Mapping[str, dict[Any, Any]], now: Mapping[str, dict[Any, Any]]) -> Counter[str]:
    """Count what two readings of a text have different. What a node says counts where both have the node."""
    old, new = before["nodes"], now["nodes"]
    both = old.keys() & new.keys()
    found = Counter(added=len(new.keys() - both), lost=len(old.keys() - both))
    found["moved"] = sum(old[start] != new[start] for start in both)
    for kind in ("ordinal", "headings", "roles"):
        found[kind] = sum(before[kind][start] != now[kind][start] for start in both)
    for kind in ("items", "header", "rest"):
        one, other = before[kind], now[kind]
        found[kind] = sum(one.get(key) != other.get(key) for key in one.keys() | other.keys())
    return +found


def hits(text: Text, reading: Mapping[str, dict[Any, Any]]) -> Counter[str]:
    """Count which nodes of the gold are found, missed and too many: by their start and that of their parent.

    Sections without number do not count; what stands within one counts as within the section around it.
    """
    if text.gold is None:
        return Counter()
    nodes = reading["nodes"]

    def numbered(start: int | None) -> int | None:
        while start is not None and nodes[start][2] == "unnumbered":
            start = nodes[start][0]
        return start

    above: list[int] = []
    want: dict[int, int | None] = {}
    loose, optional = set(), set()
    for node in text.gold:
        del above[node["depth"] - 1 :]
        want[node["start"]] = above[-1] if above else None
        above.append(node["start"])
        loose.update([node["start"]] if node.get("any_depth") else [])
        optional.update([node["start"]] if node.get("optional") else [])
    got = {start: numbered(node[0]) for start, node in nodes.items() if node[2] != "unnumbered"}
    wanted, found = (
        {(start, None if start in loose else parent) for start, parent in each.items() if start not in optional}
        for each in (want, got)
    )
    return Counter(hit=len(wanted & found), wrong=len(wanted ^ found))


def f1(counts: Counter[str]) -> float | None:
    """Return the F1 of what `hits` counted; None without gold."""
    whole = 2 * counts["hit"] + counts["wrong"]
    return 2 * counts["hit"] / whole if whole else None


class Reader:
    """Reads texts in this process.

    `divided` says that pages need dividing once only, `outlined` that all else follows from the outline.
    """

    def __init__(self, texts: Sequence[Text], subject: str, timeout: float) -> None:
        part = subject.removeprefix(f"{PACKAGE}.").partition(".")[0]
        self.texts = texts
        self.timeout = timeout
        self.divided = part in BEHIND_PAGE
        self.outlined = part == "outline"
        self._divide: Callable[[str], Any] = import_module(f"{PACKAGE}.page").divide_page
        self._outline: Callable[..., Any] = import_module(f"{PACKAGE}.outline.tree").read_outline
        self._lexicon = import_module(f"{PACKAGE}.lexicon").DEFAULT_LEXICON
        self._read: Callable[[Any], Any] = import_module(f"{PACKAGE}.parsing").read_page
        self._pages: dict[int, bytes] = {}

    def page(self, index: int) -> Any:
        """Return the page of a text, anew each time: marks are set aside on it as the outline is read."""
        if not self.divided:
            return self._divide(self.texts[index].text)
        if index not in self._pages:
            self._pages[index] = pickle.dumps(self._divide(self.texts[index].text))
        return pickle.loads(self._pages[index])

    def outline(self, index: int) -> bytes:
        """Return the outline of a text: what is the same in bytes is the same, what is not may be."""
        return pickle.dumps(self._outline(self.page(index), self._lexicon)) if self.outlined else b""

    def whole(self, index: int) -> dict[str, dict[Any, Any]]:
        """Return all that is read in a text."""
        return read(self._read(self.page(index)))

    @contextmanager
    def limited(self) -> Iterator[None]:
        """Raise `Hangs` where the time of one text is over."""

        def stop(_number: int, _frame: FrameType | None) -> None:
            raise Hangs

        before = signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, self.timeout)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


# --- what is dropped


class Noting(dict[str, int]):
    """The weights of one class; notes which are asked for. Any other weighs nothing."""

    def __init__(self, weights: Mapping[str, int], asked: set[tuple[str, str]], name: str) -> None:
        super().__init__(weights)
        self._asked = asked
        self._name = name

    def __getitem__(self, feature: str) -> int:
        self._asked.add((self._name, feature))
        return super().get(feature, 0)

    def get(self, feature: str, default: Any = None) -> Any:
        self._asked.add((self._name, feature))
        return super().get(feature, default)


class Weights:
    """The tables of weights: what is dropped are their rows, or each figure of a row.

    Each row is a list of pairs of table and feature. The tables are those of the classes of style, and that of headings
    without a marker.
    """

    def __init__(self, by_class: bool) -> None:
        module, unnumbered = import_module(WEIGHTS), vars(import_module(f"{PACKAGE}.outline.unnumbered"))
        #: Where each table is held.
        self._held: dict[str, tuple[dict[Any, Any], Any]] = {name: (module.WEIGHTS, name) for name in module.WEIGHTS}
        self._held["unnumbered"] = unnumbered, "HEADING_WEIGHTS"
        self._chinese = {feature: row.chinese for feature, row in module.ROWS.items()}
        headings = import_module(f"{PACKAGE}.outline.heading_weights").HEADING_ROWS
        self._chinese_of_headings = {feature: row.chinese for feature, row in headings.items()}
        together: dict[tuple[bool, str], list[tuple[str, str]]] = {}
        for name in self._held:
            for feature, weight in self._table(name).items():
                if weight:
                    together.setdefault((name == "unnumbered", feature), []).append((name, feature))
        self.by_class = by_class
        self.rows = [[pair] for pairs in together.values() for pair in pairs] if by_class else list(together.values())
        # Where one can go but not both, the smaller goes.
        self.rows.sort(key=lambda row: sum(abs(self._table(name)[feature]) for name, feature in row))

    def _table(self, name: str) -> dict[str, int]:
        holder, key = self._held[name]
        table: dict[str, int] = holder[key]
        return table

    def label(self, row: list[tuple[str, str]]) -> str:
        """Return the feature, and the class where its weights are dropped one by one."""
        name, feature = row[0]
        return f"{name}: {feature}" if self.by_class or name == "unnumbered" else feature

    def rule(self, row: list[tuple[str, str]]) -> str:
        """Return the weights that are dropped."""
        return ", ".join(f"{name} {self._table(name)[feature]:+}" for name, feature in row)

    def chinese(self, row: list[tuple[str, str]]) -> str:
        """Return what the feature is in Chinese, if its table says so."""
        name, feature = row[0]
        chinese: str = (self._chinese_of_headings if name == "unnumbered" else self._chinese).get(feature, "")
        return chinese

    def place(self, row: list[tuple[str, str]]) -> Any:
        """Return what can be dropped once only."""
        return tuple(row)

    @contextmanager
    def noting(self) -> Iterator[set[tuple[str, str]]]:
        """Note which weights are asked for."""
        asked: set[tuple[str, str]] = set()
        kept = {name: self._table(name) for name in self._held}
        for name, (holder, key) in self._held.items():
            holder[key] = Noting(kept[name], asked, name)
        try:
            yield asked
        finally:
            for name, (holder, key) in self._held.items():
                holder[key] = kept[name]

    def counts(self, row: list[tuple[str, str]], noted: set[tuple[str, str]]) -> bool:
        """Say whether one of the weights was asked for."""
        return not noted.isdisjoint(row)

    @contextmanager
    def dropped(self, row: list[tuple[str, str]]) -> Iterator[None]:
        """Let weights weigh nothing."""
        kept = [(name, feature, self._table(name)[feature]) for name, feature in row]
        for name, feature, _ in kept:
            self._table(name)[feature] = 0
        try:
            yield
        finally:
            for name, feature, weight in kept:
                self._table(name)[feature] = weight


class Conditions:
    """The conditions of one module, which must not be imported yet."""

    def __init__(self, name: str) -> None:
        for each in [each for each in sys.modules if each.partition(".")[0] == PACKAGE]:
            del sys.modules[each]
        finder = Finder(name)
        sys.meta_path.insert(0, finder)
        self.module = import_module(name)
        sys.meta_path.remove(finder)
        self.rows = finder.found.conditions

    def label(self, row: Condition) -> str:
        """Return where the condition stands and what it is made."""
        path = self.module.__name__.removeprefix(f"{PACKAGE}.").replace(".", "/")
        return f"{path}.py:{row.line} {row.kind}: {row.words} -> {row.value}"

    def rule(self, row: Condition) -> str:
        """Return the function that the condition stands in."""
        return row.rule

    def chinese(self, row: Condition) -> str:  # noqa: ARG002 - as for weights
        """Return nothing: code speaks for itself."""
        return ""

    def place(self, row: Condition) -> Any:
        """Return what can be dropped once only: a condition has one value at a time."""
        return row.place

    @staticmethod
    def _pass(_place: int, value: Any) -> Any:
        return value

    @contextmanager
    def noting(self) -> Iterator[set[tuple[int, Any]]]:
        """Note which conditions are asked for, and what they are."""
        noted: set[tuple[int, Any]] = set()

        def note(place: int, value: Any) -> Any:
            noted.add((place, value if isinstance(value, bool) else "true" if value else "false"))
            return value

        self._forget()
        vars(self.module)[NOTE] = note
        try:
            yield noted
        finally:
            vars(self.module)[NOTE] = self._pass

    def counts(self, row: Condition, noted: set[tuple[int, Any]]) -> bool:
        """Say whether the condition was ever anything else than what it is made."""
        if (row.place, not row.value) in noted or (row.place, "false" if row.value else "true") in noted:
            return True
        return row.exact and (row.place, "true" if row.value else "false") in noted

    @contextmanager
    def dropped(self, row: Condition) -> Iterator[None]:
        """Throw the switch of a condition."""
        self._forget()
        thrown: set[int] = vars(self.module)[THROWN]
        thrown.add(row.switch)
        try:
            yield
        finally:
            thrown.discard(row.switch)
            self._forget()

    def _forget(self) -> None:
        """Empty what functions of the outline and of the module keep from one text to the next."""
        for name, module in list(sys.modules.items()):
            if name.startswith(f"{PACKAGE}.outline") or module is self.module:
                for value in list(vars(module).values()):
                    # What is imported from elsewhere, such as tables of names, depends on no condition here.
                    if getattr(value, "__module__", "") == name and hasattr(value, "cache_clear"):
                        value.cache_clear()


class Finder:
    """Finds one module, and gives it switches as it is loaded."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found = Switches()

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target) if name == self.name else None
        if spec is not None and spec.origin is not None:
            spec.loader = Loader(name, spec.origin, self.found)
        return spec


class Loader(SourceFileLoader):
    """Loads the source of a module with switches in it."""

    def __init__(self, name: str, path: str, switches: Switches) -> None:
        super().__init__(name, path)
        self._switches = switches

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - the name is the module's own
        tree = self._switches.visit(ast.parse(self.get_data(self.path)))
        code: CodeType = compile(ast.fix_missing_locations(tree), self.path, "exec")
        return code

    def exec_module(self, module: ModuleType) -> None:
        vars(module).update({THROWN: set(), NOTE: Conditions._pass})
        super().exec_module(module)


class Switches(ast.NodeTransformer):
    """Gives each condition within a function its switches; what counts at import has none."""

    def __init__(self) -> None:
        self.conditions: list[Condition] = []
        self._within: list[str] = []
        self._functions = 0
        self._places = 0
        #: The nodes of which only the truth counts.
        self._truths: set[int] = set()

    def _scope(self, node: Any) -> ast.AST:
        function = not isinstance(node, ast.ClassDef)
        self._within.append(node.name)
        self._functions += function
        # Decorators and defaults count when the function is made.
        node.body = [self.visit(each) for each in node.body]
        self._functions -= function
        self._within.pop()
        made: ast.AST = node
        return made

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = _scope  # noqa: N815 - names that ast looks for

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        truth = id(node) in self._truths
        if truth:
            self._truths.update(map(id, node.values))
        kind, value = ("and", True) if isinstance(node.op, ast.And) else ("or", False)
        last = node.values[-1]
        node.values = [self._switched(each, kind, (value,), exact=not truth and each is last) for each in node.values]
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        if isinstance(node.op, ast.Not):
            self._truths.add(id(node.operand))
        return self.generic_visit(node)

    def _test(self, node: Any, kind: str) -> ast.AST:
        self._truths.add(id(node.test))
        node.test = self._switched(node.test, kind, (False,) if kind == "while" else (True, False))
        for name, value in ast.iter_fields(node):
            if name != "test":
                setattr(node, name, self._of_field(value))
        made: ast.AST = node
        return made

    def _of_field(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self.visit(each) for each in value]
        return self.visit(value) if isinstance(value, ast.AST) else value

    def visit_If(self, node: ast.If) -> ast.AST:
        return self._test(node, "if")

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        return self._test(node, "ternary")

    def visit_While(self, node: ast.While) -> ast.AST:
        return self._test(node, "while")

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self._truths.update(map(id, node.ifs))
        node.target, node.iter = self.visit(node.target), self.visit(node.iter)
        node.ifs = [self._switched(each, "comprehension", (True, False)) for each in node.ifs]
        return node

    def _switched(self, node: ast.expr, kind: str, values: Sequence[bool], *, exact: bool = False) -> ast.expr:
        """Return an expression with a switch for each value that it is given."""
        words = ast.unparse(node)
        line = node.lineno
        made: ast.expr = self.visit(node)
        if not self._functions or isinstance(node, ast.Constant):
            return made
        place = self._places = self._places + 1
        names = any(isinstance(each, ast.NamedExpr) for each in ast.walk(made))
        made = ast.Call(ast.Name(NOTE, ast.Load()), [ast.Constant(place), made], [])
        for value in values:
            switch = len(self.conditions) + 1
            self.conditions.append(Condition(switch, place, value, kind, ".".join(self._within), line, words, exact))
            given: ast.expr = ast.Constant(value)
            if names:
                # What follows needs the name that the condition gives.
                given = ast.Subscript(ast.Tuple([made, given], ast.Load()), ast.Constant(1), ast.Load())
            thrown = ast.Compare(ast.Constant(switch), [ast.In()], [ast.Name(THROWN, ast.Load())])
            made = ast.IfExp(thrown, given, made)
        return ast.copy_location(made, node)


# --- the work


class Task(NamedTuple):
    """One share of the rows of a subject: the module whose conditions, or the table whose weights, are dropped."""

    subject: str
    by_class: bool
    share: int
    shares: int
    only: str
    timeout: float
    together: bool = False


def work(task: Task, texts: Sequence[Text]) -> list[Row]:
    """Drop the rows of a share one at a time and say what changes. Runs in a process of its own."""
    sys.path.insert(0, str(ROOT))
    weighing = task.subject == "weights"
    dropping: Any = Weights(task.by_class) if weighing else Conditions(task.subject)
    reader = Reader(texts, WEIGHTS if weighing else task.subject, task.timeout)
    before, outlines, noted = [], [], []
    for index in range(len(texts)):
        with dropping.noting() as noticed:
            outlines.append(reader.outline(index))
            before.append(reader.whole(index))
        noted.append(noticed)
    matched = list(map(hits, texts, before))
    made: list[Row] = []
    rows = [row for row in dropping.rows if re.search(task.only, dropping.label(row))]
    left_out = ExitStack()
    settled: set[Any] = set()
    for row in rows[task.share :: task.shares]:
        if dropping.place(row) in settled:
            continue  # It has its other value already.
        changed: Counter[str] = Counter()
        changes: dict[int, int] = {}
        failures: Counter[str] = Counter()
        now = list(matched)
        reached = [index for index in range(len(texts)) if dropping.counts(row, noted[index])]
        # With others left out, it may count where it did not.
        tried = range(len(texts)) if task.together else reached
        label, rule = dropping.label(row), dropping.rule(row)
        with dropping.dropped(row):
            for index in tried:
                try:
                    with reader.limited():
                        same = reader.outlined and reader.outline(index) == outlines[index]
                        reading = before[index] if same else reader.whole(index)
                except Hangs:
                    failures["hangs"] += 1
                    break  # It would hang in the next text too.
                except Exception as error:
                    failures[f"raises {type(error).__name__}"] += 1
                    continue
                found = differences(before[index], reading)
                if found:
                    changed += found
                    changes[index] = sum(found.values())
                    now[index] = hits(texts[index], reading)
        gain = None
        if f1(sum(matched, Counter())) is not None:
            gain = (f1(sum(now, Counter())) or 0.0) - (f1(sum(matched, Counter())) or 0.0)
        failed = "; ".join(f"{what} ({count} texts)" if count > 1 else what for what, count in failures.items())
        most = max(changes, key=changes.__getitem__, default=None)
        example = "" if most is None else texts[most].name
        if task.together and not changes and not failed:
            left_out.enter_context(dropping.dropped(row))
            settled.add(dropping.place(row))
        subject = task.subject.removeprefix(f"{PACKAGE}.")
        made.append(
            Row(
                subject,
                rule,
                label,
                len(changes),
                dict(changed),
                gain,
                failed,
                bool(reached),
                example,
                dropping.chinese(row),
            )
        )
    left_out.close()
    for index in range(len(texts)):
        if reader.whole(index) != before[index]:
            raise RuntimeError(f"{task.subject}: not all was put back, {texts[index].name} is read otherwise")
    return made


def module_name(path: str) -> str:
    """Return the name of a module given as outline/evidence.py, by its whole path, or by its name."""
    name = path.removesuffix(".py").replace("\\", "/").strip("./").replace("/", ".")
    name = f"{PACKAGE}.{name.rpartition(f'{PACKAGE}.')[2]}"
    file = ROOT / f"{name.replace('.', '/')}.py"
    if not file.exists():
        raise argparse.ArgumentTypeError(f"no module {path} in {PACKAGE}")
    return name


def ablate(given: argparse.Namespace, texts: Sequence[Text]) -> list[Row]:
    """Return what each row changes, those that move most first."""
    subjects = [*(["weights"] if given.weights else []), *given.conditions]
    # What is left out together is left out by one worker.
    shares = 1 if given.together else given.jobs
    tasks = [
        Task(subject, given.by_class, share, shares, given.only, given.timeout, given.together)
        for subject in subjects
        for share in range(shares)
    ]
    rows: list[Row] = []
    # Spawned: a worker has nothing of the library imported when it begins.
    with multiprocessing.get_context("spawn").Pool(given.jobs, maxtasksperchild=1) as pool:
        for made in pool.starmap(work, zip(tasks, repeat(texts)), chunksize=1):
            rows += made
    return sorted(rows, key=order)


def order(row: Row) -> tuple[Any, ...]:
    """Sort rows by the nodes they move, then by all else, then by their names."""
    return (not row.texts, -row.nodes, -sum(row.changed.values()), row.subject, row.label)


# --- what is printed


def counted(number: int, one: str) -> str:
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def table(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'texts':>6}" + "".join(f"{kind:>9}" for kind in KINDS) + f"{'F1':>9}  dropped"
    for row in rows:
        figures = "".join(f"{row.changed.get(kind, 0) or '':>9}" for kind in KINDS)
        gain = "" if row.f1 is None else f"{row.f1:+.4f}"
        failed = f"  [{row.failed}]" if row.failed else ""
        weights = f"  ({row.rule})" if row.subject == "weights" else f"  in {row.rule}"
        example = f"  e.g. {row.example}" if row.example else ""
        yield f"{row.texts:>6}{figures}{gain:>9}  {row.label}{weights}{failed}{example}"


def report(rows: Sequence[Row], texts: Sequence[Text]) -> Iterator[str]:
    """Yield all that is printed."""
    moving, still = [row for row in rows if row.moves], [row for row in rows if not row.moves]
    annotated = sum(text.gold is not None for text in texts)
    yield f"{counted(len(rows), 'drop')} on {counted(len(texts), 'text')}, {annotated} with gold\n"
    yield from table(moving)
    yield f"\n{counted(len(still), 'drop')} of {len(rows):,} {'moves' if len(still) == 1 else 'move'} nothing:"
    for row in still:
        yield f"  {row.label}{'' if row.reached else '  (no text comes to it)'}"


#: The heads of the two tables of the manual, in English and Chinese.
HEADS: Mapping[str, tuple[str, str, str, str, str]] = {
    "en": (
        "| weight dropped | texts | nodes | headings | roles | items | header | F1 |",
        "| rule | conditions dropped | change the outline | nodes at most | change other things | fail | nothing |",
        "{drops} drops on {texts} texts, {gold} of them annotated.",
        "Weights that move nothing here ({count}): {names}.",
        ", ",
    ),
    "zh": (
        "| 去掉的权重 | 文本 | 节点 | 标题 | 角色 | 条目 | 报头 | F1 |",
        "| 规则 | 去掉的条件 | 改变大纲 | 节点最多 | 改变其他 | 出错 | 无变化 |",
        "在 {texts} 篇文本（其中 {gold} 篇有标注）上逐一去掉 {drops} 项。",
        "在此去掉也无变化的权重（{count} 项）：{names}。",
        "、",
    ),
}


def markdown(rows: Sequence[Row], texts: Sequence[Text], language: str) -> str:
    """Return the tables of the manual: weights that move something, and the conditions of each function."""
    weights, rules, summary, further, comma = HEADS[language]
    gold = sum(text.gold is not None for text in texts)
    lines = [summary.format(drops=len(rows), texts=len(texts), gold=gold), ""]
    weighed = [row for row in rows if row.subject == "weights"]
    if weighed:
        lines += [weights, "|---|" + "---:|" * 7]
        for row in weighed:
            if not row.moves:
                continue
            figures = [row.texts, row.nodes, *(row.changed.get(kind, 0) for kind in KINDS[4:8])]
            gain = "" if row.f1 is None else f"{row.f1:+.4f}"
            name = f"{row.chinese} `{row.label}`" if language == "zh" and row.chinese else row.label
            lines.append(f"| {name} | {' | '.join(map(str, figures))} | {gain} |")
        quiet = sorted((row for row in weighed if not row.moves), key=lambda row: row.label)
        # A line ends between two names, never within one.
        still = [f"\n`{row.label}`" if at % 4 == 0 else f"`{row.label}`" for at, row in enumerate(quiet)]
        named = further.format(count=len(still), names=comma.join(still)).replace(" \n", "\n")
        lines += ["", named, ""] if still else [""]
    by_rule: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row.subject != "weights":
            by_rule.setdefault((row.subject, row.rule), []).append(row)
    if by_rule:
        lines += [rules, "|---|" + "---:|" * 6]
        for (subject, rule), group in sorted(by_rule.items(), key=lambda pair: -max(row.nodes for row in pair[1])):
            kinds = Counter(
                "failed" if row.failed else "outline" if row.nodes else "other" if row.texts else "nothing"
                for row in group
            )
            figures = [len(group), kinds["outline"], max(row.nodes for row in group)]
            figures += [kinds[kind] for kind in ("other", "failed", "nothing")]
            lines.append(f"| `{subject.removeprefix('outline.')}`: `{rule}` | {' | '.join(map(str, figures))} |")
        lines.append("")
    return "\n".join(lines)


class OfTexts(argparse.Action):
    """`--texts` begins a set of texts, `--gold` says where the annotations of the last set are."""

    def __call__(self, parser: Any, namespace: Any, values: Any, option: str | None = None) -> None:
        sets: list[tuple[Path, Path | None]] = list(namespace.folders)
        if option == "--texts":
            sets.append((values, None))
        elif sets:
            sets[-1] = sets[-1][0], values
        else:
            parser.error("--gold stands behind the --texts that it is for")
        namespace.folders = sets


def options() -> argparse.ArgumentParser:
    """Return what the command takes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--texts", type=Path, metavar="DIR", action=OfTexts, help="folder of *.txt, more than once (the examples)")
    add("--gold", type=Path, metavar="DIR", action=OfTexts, help="folder of NAME.json with `nodes` for these texts")
    add("--weights", action="store_true", help="drop the rows of the table of weights")
    add("--by-class", action="store_true", help="drop the weights of a row one by one, class by class")
    add("--conditions", nargs="+", default=[], type=module_name, metavar="MODULE", help="e.g. outline/evidence.py")
    add("--only", default="", metavar="REGEX", help="drop only what matches, as it stands in the table")
    add("--together", action="store_true", help="leave out what moves nothing while the next is dropped")
    add("--jobs", type=int, default=2, metavar="N", help="worker processes (2)")
    add("--timeout", type=float, default=5.0, metavar="SECONDS", help="how long one text may take (5)")
    add("--json", type=Path, metavar="FILE", help="keep the figures")
    add("--markdown", type=Path, nargs="+", default=[], metavar="FILE", help="put tables into pages of the manual")
    parser.set_defaults(folders=[])
    return parser


def main() -> int:
    """Run the command."""
    parser = options()
    given = parser.parse_args()
    given.weights |= given.by_class
    if not given.weights and not given.conditions:
        parser.error("nothing to drop: give --weights, --conditions or both")
    texts = read_texts(given.folders or [(EXAMPLES, None)])
    if not texts:
        parser.error("no *.txt in these folders")
    began = time.perf_counter()
    rows = ablate(given, texts)
    for line in report(rows, texts):
        print(line)
    print(f"\n{time.perf_counter() - began:.0f} s", file=sys.stderr)
    if given.json:
        kept = [{**row._asdict(), "nodes": row.nodes, "moves": row.moves} for row in rows]
        given.json.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
    for page in given.markdown:
        made = markdown(rows, texts, "zh" if "zh" in page.parts else "en")
        head, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
        page.write_text(f"{head}{BEGIN}{made}{END}{rest.partition(END)[2]}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
