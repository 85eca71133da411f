"""Learns the weights of `lawreport_parser/discourse/weights.py` from annotated texts.

    python -m benchmarks.weigh_passages --texts DIR --gold DIR [--texts DIR --gold DIR …] [--leave-out] [--write]

A gold file `NAME.json` gives the passages of `NAME.txt`: {"passages": [[0, "other"], [163, "achievements"], …],
"passages_end": 4540, "years": {"year": 2021}}: where each begins, where the last one ends, the year reviewed. With
"cut": true, what stands behind the last one is left out. Each text counts as it is and, with `--joined`, without its
line breaks too.

The weights are those of a conditional random field: of all sequences of roles, the annotated one should be the most
likely. They are found by a fixed number of steps from nothing, in plain Python, so that the same texts give the same
table on every machine. `--leave-out` learns anew without each folder in turn and prints how its texts are read then,
by character; `--write` puts the table into the module.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from multiprocessing import Pool
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.documents import read_texts
from benchmarks.plain_reports import plain_reports
from lawreport_parser.discourse import weights
from lawreport_parser.discourse.evidence import Headings, features_of
from lawreport_parser.discourse.sentences import Place, sentences_of
from lawreport_parser.discourse.sequence import best_path
from lawreport_parser.discourse.weights import ROLE_ORDER, SECTIONS
from lawreport_parser.lexicon import DEFAULT_LEXICON, Role
from lawreport_parser.outline.tree import read_outline
from lawreport_parser.page import divide_page
from lawreport_parser.roles import genre_of, roles_named

TABLE = Path(weights.__file__)
PLACES: Final[tuple[Place, ...]] = ("part", "first", "later", "spoken", "paragraph", "amid", "long")
RANGE: Final = range(len(ROLE_ORDER))
#: Weights are whole numbers; so many of them are one unit of the model (a factor of e in the odds).
SCALE: Final = 8.0
FINE: Final = 1_000_000
STEPS: Final = 160
RATE: Final = 0.16
#: How strongly a weight is drawn to nothing.
HOLD: Final = 0.05
#: A text of n sentences counts as n to this power less than one of a single sentence, sentence by sentence.
BY_LENGTH: Final = 0.7
#: A sentence counts by its length to this power, up to so many characters.
BY_SIZE: Final = 0.5
LONG: Final = 200
#: How much a small report of our own counts beside an annotated text.
PLAIN: Final = 0.08
_BREAKS: Final = str.maketrans("", "", "\r\n")


class Document(NamedTuple):
    """An annotated text: the features, place, role and number of characters of each sentence (None: no role given)."""

    name: str
    features: list[dict[str, int]]
    places: list[Place]
    roles: list[Role | None]
    sizes: list[int]
    words: list[str]
    counts: float = 1.0


class Model(NamedTuple):
    """Weights by feature and role, by turn in prose and where a section begins, by place of a turn, by first role."""

    features: dict[str, list[float]]
    turns: tuple[list[list[float]], list[list[float]]]
    places: dict[Place, float]
    starts: list[float]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--texts", type=Path, action="append", default=[], metavar="DIR", help="annotated texts")
    options.add_argument("--gold", type=Path, action="append", default=[], metavar="DIR", help="their passages")
    options.add_argument("--joined", action="store_true", help="each text without its line breaks, too")
    options.add_argument("--leave-out", action="store_true", help="learn without each folder, and read it then")
    options.add_argument("--jobs", type=int, default=1, metavar="N", help="processes for that")
    options.add_argument("--write", action="store_true", help="put the weights into the table")
    given = options.parse_args()
    if len(given.texts) != len(given.gold) or not given.texts:
        options.error("each --texts needs its --gold")
    folders = [
        [document for form in forms(*pair, joined=given.joined) for document in form]
        for pair in zip(given.texts, given.gold, strict=True)
    ]
    folders.append(list(plain_documents()))
    if given.leave_out:
        rest = [[each for folder in folders[:at] + folders[at + 1 :] for each in folder] for at in range(len(folders))]
        with Pool(given.jobs) as pool:
            for name, held, model in zip(
                [*given.texts, "the plain reports"], folders, pool.imap(learn, rest), strict=True
            ):
                print(f"without {name}: {shown(held, model)}", flush=True)
    model = learn([document for folder in folders for document in folder])
    print(f"with all: {shown([document for folder in folders for document in folder], model)}")
    if given.write:
        TABLE.write_text(written(TABLE.read_text(encoding="utf-8"), model), encoding="utf-8")
    return 0


# --- annotated texts


def forms(texts: Path, gold: Path, *, joined: bool) -> Iterator[list[Document]]:
    """Yield the documents of a folder as they are, then without their line breaks."""
    for flat in (False, True) if joined else (False,):
        yield [document_of(name, text, told, flat=flat) for name, text, told in annotated(texts, gold)]


def annotated(texts: Path, gold: Path) -> Iterator[tuple[str, str, dict]]:
    """Yield the texts of a folder that have passages in their gold file, by name."""
    for name, text in sorted(read_texts(texts).items()):
        path = gold / f"{name}.json"
        told = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        if "passages" in told:
            yield name, text, told


def plain_documents() -> Iterator[Document]:
    """Yield the small reports that the project has of its own."""
    for at, plain in enumerate(plain_reports()):
        gold = {"passages": plain.passages, "passages_end": len(plain.text), "years": {"year": plain.year}}
        yield document_of(f"plain {at}", plain.text, gold, flat=False)._replace(counts=PLAIN)


def document_of(name: str, text: str, gold: dict, *, flat: bool) -> Document:
    """Return the sentences of a text with the roles that its annotation gives them."""
    text = text[: gold["passages_end"]] if gold.get("cut") else text
    by_character: list[Role | None] = [None] * len(text)
    bounds = [*gold["passages"], [gold["passages_end"], None]]
    for (start, role), (end, _) in pairwise(bounds):
        by_character[start:end] = [role] * (end - start)
    if flat:
        by_character = [role for role, sign in zip(by_character, text, strict=True) if sign not in "\r\n"]
        text = text.translate(_BREAKS)
    page = divide_page(text)
    outline = read_outline(page, DEFAULT_LEXICON)
    genre = genre_of(page.text, outline, gold["years"]["year"])
    named = roles_named(page.text, outline.sections, DEFAULT_LEXICON, genre.year)
    sentences = sentences_of(page.text, outline, named)
    features = [
        dict(Counter(own + around)) for own, around in features_of(page.text, sentences, genre, Headings(named))
    ]
    roles: list[Role | None] = []
    for sentence in sentences:
        signs = [at for at in range(sentence.start, sentence.end) if not text[at].isspace()]
        roles.append(Counter(by_character[at] for at in signs).most_common(1)[0][0] if signs else None)
    words = [text[sentence.start : sentence.end] for sentence in sentences]
    sizes = [sentence.end - sentence.start for sentence in sentences]
    return Document(name, features, [sentence.place for sentence in sentences], roles, sizes, words)


# --- learning


def learn(documents: Sequence[Document]) -> Model:
    """Return the weights under which the annotated roles are the most likely ones."""
    names = sorted({feature for document in documents for each in document.features for feature in each})
    model = _nothing(names)
    rows = [*model.features.values(), *model.turns[0], *model.turns[1], model.starts]
    first, second = [_row() for _ in rows], [_row() for _ in rows]
    place_first, place_second = dict.fromkeys(PLACES, 0.0), dict.fromkeys(PLACES, 0.0)
    for step in range(1, STEPS + 1):
        slope = _nothing(names)
        for document in documents:
            if document.features:
                _add_slope(document, model, slope)
        slopes = [*slope.features.values(), *slope.turns[0], *slope.turns[1], slope.starts]
        for row, given, mean, square in zip(rows, slopes, first, second, strict=True):
            for role in RANGE:
                row[role] = _moved(row, role, given[role] / len(documents), mean, square, step)
        for place in PLACES:
            given_here = slope.places[place] / len(documents)
            model.places[place] = _moved(model.places, place, given_here, place_first, place_second, step)
    return model


def _nothing(names: Sequence[str]) -> Model:
    return Model({name: _row() for name in names}, (_square(), _square()), dict.fromkeys(PLACES, 0.0), _row())


def _row() -> list[float]:
    return [0.0] * len(ROLE_ORDER)


def _square() -> list[list[float]]:
    return [_row() for _ in ROLE_ORDER]


def _moved(values, at, slope: float, mean, square, step: int) -> float:
    """Return a weight after one step of Adam (Kingma and Ba 2015), drawn a little to nothing; steps get shorter."""
    slope = slope * 10 + HOLD * values[at]
    rate = RATE * (1 - (step - 1) / STEPS)
    mean[at] = 0.9 * mean[at] + 0.1 * slope
    square[at] = 0.98 * square[at] + 0.02 * slope * slope
    return values[at] - rate * (mean[at] / (1 - 0.9**step)) / (math.sqrt(square[at] / (1 - 0.98**step)) + 1e-6)


def _add_slope(document: Document, model: Model, slope: Model) -> None:
    """Add how the odds of the annotated roles change with each weight (forward and backward sums)."""
    size = len(document.features)
    counts = document.counts * (30 / max(size, 5)) ** BY_LENGTH
    usual = sum(min(each, LONG) for each in document.sizes) / size
    own = [_sums(features, model) for features in document.features]
    grown = [[math.exp(one - max(each)) for one in each] for each in own]
    turns = {
        place: [[math.exp(0 if a == b else model.turns[place in SECTIONS][a][b] + cost) for b in RANGE] for a in RANGE]
        for place, cost in model.places.items()
    }
    forward = [_normal([grown[0][b] * math.exp(model.starts[b]) for b in RANGE])]
    for at in range(1, size):
        turn, before = turns[document.places[at]], forward[-1]
        forward.append(_normal([sum(before[a] * turn[a][b] for a in RANGE) * grown[at][b] for b in RANGE]))
    behind = [1.0] * len(ROLE_ORDER)
    for at in range(size - 1, -1, -1):
        likely = _normal([one * other for one, other in zip(forward[at], behind, strict=True)])
        role = document.roles[at]
        if role is not None:
            right = ROLE_ORDER.index(role)
            weighs = counts * (min(document.sizes[at], LONG) / usual) ** BY_SIZE
            error = [weighs * (likely[b] - (b == right)) for b in RANGE]
            for feature, often in document.features[at].items():
                row = slope.features[feature]
                for b in RANGE:
                    row[b] += often * error[b]
            if at == 0:
                for b in RANGE:
                    slope.starts[b] += error[b]
        if at == 0:
            break
        place = document.places[at]
        turn, before = turns[place], document.roles[at - 1]
        ahead = [grown[at][b] * behind[b] for b in RANGE]
        if role is not None and before is not None:
            pairs = [[forward[at - 1][a] * turn[a][b] * ahead[b] for b in RANGE] for a in RANGE]
            whole = sum(map(sum, pairs))
            for a in RANGE:
                for b in RANGE:
                    if a != b:
                        turned = ROLE_ORDER[a] == before and ROLE_ORDER[b] == role
                        error_here = counts * (pairs[a][b] / whole - turned)
                        slope.turns[place in SECTIONS][a][b] += error_here
                        slope.places[place] += error_here
        behind = _normal([sum(turn[a][b] * ahead[b] for b in RANGE) for a in RANGE])


def _sums(features: dict[str, int], model: Model) -> list[float]:
    sums = _row()
    for feature, often in features.items():
        weight = model.features.get(feature)
        if weight is not None:
            for b in RANGE:
                sums[b] += often * weight[b]
    return sums


def _normal(values: list[float]) -> list[float]:
    whole = sum(values)
    return [value / whole for value in values]


# --- reading with what was learned


def shown(documents: Sequence[Document], model: Model) -> str:
    """Return how documents are read: by character, the mean over them; and the F1 of the text on each role."""
    shares = []
    hits: Counter[str] = Counter()
    for document in documents:
        right = whole = 0
        for mine, role, size in zip(read(document, model), document.roles, document.sizes, strict=True):
            if role is None:
                continue
            whole += size
            right += size * (mine == role)
            for name in ROLE_ORDER[1:4]:
                hits[f"{name} both"] += size * (mine == role == name)
                hits[f"{name} either"] += size * ((mine == name) + (role == name))
        shares.append(right / max(whole, 1))
    scores = {name: 2 * hits[f"{name} both"] / max(hits[f"{name} either"], 1) for name in ROLE_ORDER[1:4]}
    listed = ", ".join(f"{name} {score:.3f}" for name, score in scores.items())
    return f"{len(documents)} texts, passages {sum(shares) / len(shares):.4f}, {listed}"


def read(document: Document, model: Model) -> list[Role]:
    """Return the best sequence of roles of a document."""
    turns = {
        place: [[0 if a == b else _fine(model.turns[place in SECTIONS][a][b] + cost) for a in RANGE] for b in RANGE]
        for place, cost in model.places.items()
    }
    sums = [[_fine(one) for one in _sums(features, model)] for features in document.features]
    return [ROLE_ORDER[at] for at in best_path(sums, document.places, turns, [_fine(one) for one in model.starts])]


def _fine(weight: float) -> int:
    """Return a weight as a whole number, much finer than in the table."""
    return round(FINE * weight)


# --- the table


def written(module: str, model: Model) -> str:
    """Return the module with the weights in its tables, rounded; rows that weigh nothing are left out."""
    rows = []
    for feature, weight in sorted(model.features.items()):
        # Only differences between roles count: the mean is taken out.
        mean = sum(weight) / len(weight)
        numbers = [round(SCALE * (one - mean)) for one in weight]
        if any(abs(number) > 1 for number in numbers):
            rows.append(f'    "{feature}": Weight({", ".join(map(str, numbers))}),')
    turns: tuple[list[str], list[str]] = ([], [])
    for kind, lines in enumerate(turns):
        for a, role in enumerate(ROLE_ORDER):
            costs = (f'"{ROLE_ORDER[b]}": {round(SCALE * model.turns[kind][a][b])}' for b in RANGE if a != b)
            lines.append(f'    "{role}": {{{", ".join(costs)}}},')
    places = [f'    "{place}": {round(SCALE * cost)},' for place, cost in model.places.items()]
    starts = [f'    "{role}": {round(SCALE * model.starts[a])},' for a, role in enumerate(ROLE_ORDER)]
    tables = {
        "weights": rows,
        "turns": turns[0],
        "turns of sections": turns[1],
        "places": places,
        "starts": starts,
    }
    for name, lines in tables.items():
        between = re.compile(rf"(    # <{name}>\n).*?(    # </{name}>\n)", re.DOTALL)
        module = between.sub(
            lambda found, lines=lines: found[1] + "".join(f"{line}\n" for line in lines) + found[2], module
        )
    return module


if __name__ == "__main__":
    raise SystemExit(main())
