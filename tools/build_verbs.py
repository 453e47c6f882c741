"""simplemma, lemminflect and wordfreq in; `data/lexicons/{en,es}/verbs.txt` out: the verbs that the tagger knows.

Run it in an environment that has the three packages: `python tools/build_verbs.py src/constancia/data/lexicons`.
English lines are `lemma` or `lemma<TAB>irregular forms as form:tense`; Spanish lines are the bare infinitive.
Spanish verbs stand in order of frequency, which decides between the readings of one form.
A verb is kept when it is among the words that `wordfreq` counts at least once in ten million.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import lemminflect
import wordfreq
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

LEAST_ZIPF = 2.0
VOWELS = "aeiou"
MOST_WORDS = 60_000
SHORTEST = 5  # letters
FORMS_IN_USE = 5
ENDINGS = {
    "ar": ("ó", "aron", "ando", "ado", "an"),
    "er": ("ió", "ieron", "iendo", "ido", "en"),
    "ir": ("ió", "ieron", "iendo", "ido", "en"),
}
NO_VERBS = {"cojer", "hechar", "boludear", "consumer", "finger"}  # misspelt, of chats alone, English


def fold(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


def spanish() -> list[str]:
    words = DefaultDictionaryFactory().get_dictionary("es")
    gerunds: dict[str, int] = {}
    for form, lemma in words.items():
        if form.endswith("ndo") and lemma.endswith(("ar", "er", "ir", "ír")):
            gerunds[lemma] = gerunds.get(lemma, 0) + 1
    lemmas = {*gerunds, *without_gerund(set(gerunds))}
    frequent = (lemma for lemma in lemmas if " " not in lemma and score(lemma) >= LEAST_ZIPF)
    by_frequency = sorted(
        {fold(lemma): score(lemma) for lemma in frequent}.items(), key=lambda pair: (-pair[1], pair[0])
    )
    return [lemma for lemma, _ in by_frequency]


def without_gerund(known: set[str]) -> set[str]:
    """Give the infinitives that the dictionary of lemmas lacks ("confirmar"): four forms of each are in use."""
    found = set()
    for word in wordfreq.top_n_list("es", MOST_WORDS):
        endings = ENDINGS.get(word[-2:])
        if endings is None or len(word) < SHORTEST or word in known or word in NO_VERBS:
            continue
        forms = (in_use(word[:-2] + ending) for ending in endings)
        if sum(form >= LEAST_ZIPF for form in forms) >= FORMS_IN_USE:
            found.add(word)
    return found


def in_use(form: str) -> float:
    return float(wordfreq.zipf_frequency(form, "es"))


def score(lemma: str) -> float:
    gerund = lemma[:-2] + ("ando" if lemma.endswith("ar") else "iendo")
    return max(float(wordfreq.zipf_frequency(form, "es")) for form in (lemma, gerund))


def regular(lemma: str) -> dict[str, set[str]]:
    past = {lemma + "ed"}
    gerund = {lemma + "ing"}
    present = {lemma + "s"}
    if lemma.endswith("e"):
        past, gerund = {lemma + "d"}, {lemma[:-1] + "ing", lemma + "ing"}
    elif lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        past, present = {lemma[:-1] + "ied"}, {lemma[:-1] + "ies"}
    elif lemma[-1] not in VOWELS + "wxy":
        past.add(lemma + lemma[-1] + "ed")
        gerund.add(lemma + lemma[-1] + "ing")
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        present.add(lemma + "es")
    return {"VBD": past, "VBN": past, "VBG": gerund, "VBZ": present}


def english() -> list[str]:
    words = DefaultDictionaryFactory().get_dictionary("en")
    candidates = {word for word in words.values() if word.isalpha() and word.islower()}
    candidates |= {word for word in wordfreq.top_n_list("en", 60000) if word.isalpha()}
    lines = []
    for lemma in sorted(candidates):
        if wordfreq.zipf_frequency(lemma, "en") < LEAST_ZIPF or len(lemma) < 2:
            continue
        known = lemminflect.getAllInflections(lemma, upos="VERB")
        if not known or lemma not in known.get("VB", ()) or "VBG" not in known:
            continue
        odd = [
            f"{form}:{tag}"
            for tag, usual in regular(lemma).items()
            for form in known.get(tag, ())
            if form not in usual and form.isalpha()
        ]
        lines.append("\t".join([lemma, " ".join(odd)]) if odd else lemma)
    return lines


def main() -> None:
    folder = Path(sys.argv[1])
    for language, lines in (("es", spanish()), ("en", english())):
        path = folder / language / "verbs.txt"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{path}: {len(lines)} verbs")


if __name__ == "__main__":
    main()
