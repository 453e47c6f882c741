"""Read each text with weights learned from the other texts only, and write its speakers as `constancia read` would.

    python tools/crossvalidate_quotations.py TEXTS.jsonl GOLD.jsonl OUT.jsonl [--marked tools/quotations_en.txt]

The files are those of `train_quotations.py`. The lines written can be scored against GOLD as an estimate for texts that
nobody has seen.
Versions of one text, whose ids differ in what follows the last underscore, are held out together.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

from train_quotations import Choice, choices_by_text, judge_without_weights, learn, marked_choices, rows

from constancia.model import Extent, Span, SpeakerValue, Text
from constancia.read import document_of
from constancia.read.actors.reader import find_actors
from constancia.read.places import find_places
from constancia.read.speakers.quotations import Judge
from constancia.read.speakers.reader import speakers_by
from constancia.read.speakers.reporting import reporting_lexicon

FOLDS = 4


def fold_of(text_id: str) -> int:
    return zlib.crc32(text_id.rsplit("_", 1)[0].encode()) % FOLDS


def place(span: Span | Extent | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def lines(text: dict, judge: Judge) -> Iterator[dict]:
    document = document_of(Text(text["id"], text["text"], "en"))
    for mention in speakers_by(judge, document, find_actors(document, find_places(document))):
        value = mention.value
        if isinstance(value, SpeakerValue):
            told = {"source": place(value.source), "cue": place(value.cue), "content": place(value.content)}
            yield {"id": text["id"], "kind": "speaker", "start": mention.start, "end": mention.end, "value": told}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("texts", "gold", "out"):
        parser.add_argument(name)
    parser.add_argument("--marked")
    arguments = parser.parse_args()
    texts, gold = rows(arguments.texts), rows(arguments.gold)
    more: list[Choice] = marked_choices(arguments.marked, "en") * 3 if arguments.marked else []
    choices = dict(choices_by_text(texts, gold, judge_without_weights("en", lemmas=True)))
    with Path(arguments.out).open("w", encoding="utf-8") as out:
        for number in range(FOLDS):
            seen = [choice for text_id, found in choices.items() if fold_of(text_id) != number for choice in found]
            judge = Judge(learn(seen + more), reporting_lexicon("en"), is_spanish=False)
            for text in texts:
                if fold_of(text["id"]) == number:
                    out.writelines(json.dumps(line) + "\n" for line in lines(text, judge))


if __name__ == "__main__":
    main()
