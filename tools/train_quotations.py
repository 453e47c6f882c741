"""Learn the weights by which quotations are read, from texts marked with sources, cues and contents.

    python tools/train_quotations.py TEXTS.jsonl GOLD.jsonl OUT.json [--marked tools/quotations_en.txt]
    python tools/train_quotations.py TEXTS.jsonl GOLD.jsonl OUT.json --no-lemmas --language es --marked MARKED.txt

TEXTS: one {"id", "text", "language"} a line. GOLD: one {"id", "sentences": [{"start", "end", "spans": [{"kind",
"start", "end"}]}]} a line, where `kind` is source, cue or content. OUT: {decision: {feature: weight}}, an averaged
perceptron; features name closed-class words, classes and verbs of the lexicon, and places in the sentence; they hold no
text. `--no-lemmas` leaves single verbs out, so that the weights serve any language whose lexicon has the classes.
`--marked` adds lines of `--language` with [s speaker] [c cue] [k content]; they count three times, since they are few.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from marked_lines import parsed

from constancia.model import Text
from constancia.read import document_of
from constancia.read.actors.reader import find_actors
from constancia.read.speakers.contents import left_stretches, no_stretch_facts, right_stretches, stretch_facts
from constancia.read.speakers.cues import PHRASE, Cue, Edges, cue_facts, know_next, particle_facts
from constancia.read.speakers.features import Fact, features_of
from constancia.read.speakers.lines import Line, tagger_of
from constancia.read.speakers.quotations import FACETS, Judge, may_have_particle
from constancia.read.speakers.reader import edges_of, lines_of
from constancia.read.speakers.reporting import reporting_lexicon
from constancia.read.speakers.sources import Group, no_source_facts, source_facts, source_groups

EPOCHS = 8
SEEDS = 6
LEAST_WEIGHT = 0.2
MARKED_COUNT = {"en": 3, "es": 6}


class Perceptron:
    """Weights that are mended at each mistake; their mean over all steps is what is kept."""

    def __init__(self) -> None:
        self.weights: dict[str, float] = defaultdict(float)
        self.totals: dict[str, float] = defaultdict(float)
        self.steps = 0

    def score(self, features: list[str]) -> float:
        """Sum the weights of the features."""
        return sum(self.weights[feature] for feature in features)

    def mend(self, features: list[str], by: float) -> None:
        """Add to the weight of each feature."""
        for feature in features:
            self.weights[feature] += by
            self.totals[feature] += by * self.steps

    def mean(self, least: float) -> dict[str, float]:
        """Give the mean weights, without the ones below `least`."""
        steps = max(1, self.steps)
        kept = {feature: weight - self.totals[feature] / steps for feature, weight in self.weights.items()}
        return {feature: round(weight, 2) for feature, weight in sorted(kept.items()) if abs(weight) >= least}


@dataclass
class Choice:
    """One decision: its candidates' features and which of them are right; several may be."""

    decision: str
    candidates: list[list[str]]
    right: set[int] = field(default_factory=set)


def marked_lines(text_row: dict, gold_row: dict, *, has_lemmas: bool) -> Iterator[tuple[Line, Edges, Marks]]:
    document = document_of(Text(text_row["id"], text_row["text"], language=text_row.get("language")))
    actors = find_actors(document)
    marks = Marks(text_row["text"], gold_row["sentences"], has_lemmas=has_lemmas)
    for line in lines_of(document, tagger_of(document.language)):
        yield line, edges_of(line, actors), marks


class Marks:
    """The marked spans of a text; a candidate is compared after it is cut at the end of the marked sentence."""

    def __init__(self, text: str, sentences: list[dict], *, has_lemmas: bool) -> None:
        self.text = text
        self.has_lemmas = has_lemmas
        self.rows = sorted((row["start"], row["end"]) for row in sentences)
        self.spans = {kind: set() for kind in ("source", "cue", "content")}
        for row in sentences:
            for span in row["spans"]:
                self.spans[span["kind"]].add(self._trimmed(span["start"], span["end"]))

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def row_of(self, place: int) -> tuple[int, int] | None:
        """Give the marked sentence that holds a place."""
        return next((row for row in self.rows if row[0] <= place < row[1]), None)

    def holds(self, kind: str, line: Line, start: int, end: int, near: int) -> bool:
        """Whether tokens [start, end) are a marked span, cut at the sentence of the token `near`."""
        row = self.row_of(line.tokens[near].start)
        if row is None:
            return False
        begin, stop = max(row[0], line.tokens[start].start), min(row[1], line.tokens[end - 1].end)
        return begin < stop and self._trimmed(begin, stop) in self.spans[kind]

    def cue_at(self, line: Line, head: int) -> tuple[int, int] | None:
        """Give the marked cue that holds a token."""
        place = line.tokens[head].start
        return next((span for span in self.spans["cue"] if span[0] <= place < span[1]), None)


def named(decision: str, facts: tuple[Fact, ...]) -> list[str]:
    return [feature for fact in facts for feature in features_of(fact, FACETS[decision])]


def choices_of(line: Line, edges: Edges, marks: Marks, judge: Judge) -> Iterator[Choice]:
    """Give each decision that reading a line would take, with its right answers."""
    cues: list[Cue] = []
    for cue in judge.candidates(line):
        if marks.row_of(line.tokens[cue.head].start) is None:
            continue
        span = marks.cue_at(line, cue.head)
        is_cue = span is not None and (cue.word.group == PHRASE or _is_head(line, cue, span, judge))
        if cue.word.group != PHRASE:
            facts = cue_facts(line, cue, edges, with_lemma=not judge.is_spanish)
            yield Choice("cue", [named("cue", facts), []], {0 if is_cue else 1})
        if is_cue:
            cues.append(cue)
    know_next(line, cues)
    earlier: list[Group] = []
    for cue in cues:
        yield from _choices_of_cue(line, cue, earlier, edges, marks)


def _choices_of_cue(line: Line, cue: Cue, earlier: list[Group], edges: Edges, marks: Marks) -> Iterator[Choice]:
    line.count()
    span = marks.cue_at(line, cue.head)
    if span is not None and may_have_particle(line, cue):
        takes = line.tokens[cue.end].end <= span[1]
        facts = particle_facts(line, cue, with_lemma=marks.has_lemmas)
        yield Choice("particle", [named("particle", facts), []], {0 if takes else 1})
        cue.end += int(takes)
    source = None
    for choice, group in _source_choice(line, cue, earlier, edges, marks):
        yield choice
        source = group
    if source is not None:
        earlier.append(source)
    yield from _content_choices(line, cue, source, edges, marks)


def _content_choices(line: Line, cue: Cue, source: Group | None, edges: Edges, marks: Marks) -> Iterator[Choice]:
    for side, stretches in (("left", left_stretches), ("right", right_stretches)):
        found = list(stretches(line, cue, source))
        if found:
            features = [named(side, stretch_facts(line, cue, source, each, edges)) for each in found]
            holds = [marks.holds("content", line, each.start, each.end, cue.head) for each in found]
            right = {index for index, is_right in enumerate(holds) if is_right}
            nothing = named(side, no_stretch_facts(line, cue, source))
            yield Choice(side, [*features, nothing], right or _none_if_free(line, found, marks, len(found)))


def _none_if_free(line: Line, found: list, marks: Marks, none: int) -> set[int]:
    """Nothing is right where no candidate touches a marked content; where one does, there is nothing to learn."""
    for each in found:
        begin, stop = line.tokens[each.start].start, line.tokens[each.end - 1].end
        if any(span[0] < stop and begin < span[1] for span in marks.spans["content"]):
            return set()
    return {none}


def _is_head(line: Line, cue: Cue, span: tuple[int, int], judge: Judge) -> bool:
    """Whether a word is the last verb of a marked cue, or its only word that the lexicon has."""
    for index in range(cue.head + 1, len(line.tokens)):
        token = line.tokens[index]
        if token.start >= span[1]:
            break
        word = judge.reporting.words.get(token.norm)
        if word is not None and word.shape != "noun" and cue.word.shape == "noun":
            return False
        if (
            word is not None
            and word.shape != "noun"
            and line.tags[index - 1] in {"to", "have", "be", "modal", "adverb"}
        ):
            return False
    return True


def _source_choice(
    line: Line, cue: Cue, earlier: list[Group], edges: Edges, marks: Marks
) -> Iterator[tuple[Choice, Group | None]]:
    groups = list(source_groups(line, cue, earlier, edges))
    if not groups:
        return
    right = {i for i, each in enumerate(groups) if marks.holds("source", line, each.start, each.end, cue.head)}
    features = [named("source", source_facts(line, cue, each, edges)) for each in groups]
    near = {i for i in right if groups[i].side != "earlier"} or right
    row = marks.row_of(line.tokens[cue.head].start)
    if not near and row and not any(row[0] <= span[0] < row[1] for span in marks.spans["source"]):
        near = {len(groups)}
    best = None
    if near and max(near) < len(groups):
        best = groups[
            max(
                near,
                key=lambda i: (groups[i].side == "left", groups[i].side == "right", groups[i].end - groups[i].start),
            )
        ]
    yield Choice("source", [*features, named("source", no_source_facts(line, cue))], near), best


def learn(choices: list[Choice]) -> dict[str, dict[str, float]]:
    """Learn once for each order of the choices, and keep the mean: one order alone moves scores by two points."""
    runs = [learn_once(choices, seed) for seed in range(SEEDS)]
    return {
        decision: {
            feature: weight
            for feature in sorted({feature for run in runs for feature in run[decision]})
            if abs(weight := round(sum(run[decision].get(feature, 0.0) for run in runs) / SEEDS, 2)) >= LEAST_WEIGHT
        }
        for decision in FACETS
    }


def learn_once(choices: list[Choice], seed: int) -> dict[str, dict[str, float]]:
    """Go over the choices and mend the weights of each decision where the best candidate is a wrong one."""
    learners = {decision: Perceptron() for decision in FACETS}
    order = [choice for choice in choices if choice.right and len(choice.candidates) > 1]
    shuffler = random.Random(seed)
    for _ in range(EPOCHS):
        shuffler.shuffle(order)
        for choice in order:
            learner = learners[choice.decision]
            learner.steps += 1
            scores = [learner.score(features) for features in choice.candidates]
            best = max(range(len(scores)), key=lambda i: (scores[i], i not in choice.right))
            if best not in choice.right:
                wanted = max(choice.right, key=lambda i: scores[i])
                learner.mend(choice.candidates[wanted], 1.0)
                learner.mend(choice.candidates[best], -1.0)
    return {decision: learner.mean(0.01) for decision, learner in learners.items()}


def rows(path: str) -> list[dict]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def rows_of_marked(path: str, language: str) -> Iterator[tuple[dict, dict]]:
    """Give the marked lines of a file as a text and its gold."""
    for number, marked in enumerate(Path(path).read_text(encoding="utf-8").splitlines()):
        if not marked or marked.startswith("#"):
            continue
        text, spans = parsed(marked)
        yield (
            {"id": str(number), "text": text, "language": language},
            {
                "id": str(number),
                "sentences": [
                    {
                        "start": 0,
                        "end": len(text),
                        "spans": [{"kind": kind, "start": start, "end": end} for kind, start, end in spans],
                    }
                ],
            },
        )


def judge_without_weights(language: str, *, lemmas: bool) -> Judge:
    return Judge({}, reporting_lexicon(language), is_spanish=not lemmas)


def choices_by_text(texts: list[dict], gold: list[dict], judge: Judge) -> Iterator[tuple[str, list[Choice]]]:
    by_id = {row["id"]: row for row in texts}
    for row in gold:
        found: list[Choice] = []
        for line, edges, marks in marked_lines(by_id[row["id"]], row, has_lemmas=not judge.is_spanish):
            found += choices_of(line, edges, marks, judge)
        yield row["id"], found


def marked_choices(path: str, language: str) -> list[Choice]:
    pairs = list(rows_of_marked(path, language))
    judge = judge_without_weights(language, lemmas=language == "en")
    return [
        choice
        for _, found in choices_by_text([text for text, _ in pairs], [gold for _, gold in pairs], judge)
        for choice in found
    ]


def main(read: Callable[[], argparse.Namespace] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts")
    parser.add_argument("gold")
    parser.add_argument("out")
    parser.add_argument("--no-lemmas", action="store_true")
    parser.add_argument("--marked")
    parser.add_argument("--language", default="en", choices=["en", "es"])
    arguments = read() if read else parser.parse_args()
    judge = judge_without_weights("en", lemmas=not arguments.no_lemmas)
    choices = [
        choice for _, found in choices_by_text(rows(arguments.texts), rows(arguments.gold), judge) for choice in found
    ]
    if arguments.marked:
        choices += marked_choices(arguments.marked, arguments.language) * MARKED_COUNT[arguments.language]
    weights = learn(choices)
    Path(arguments.out).write_text(
        json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8"
    )
    print({decision: len(table) for decision, table in weights.items()})


if __name__ == "__main__":
    main()
