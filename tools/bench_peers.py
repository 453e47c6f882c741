"""Peers of reading and coding that need no model: the shapes of two pipelines, with random weights.

What a parser or a transformer costs hangs on its shape and not on what it has learned, so both are built here and never
loaded. Neither does what the readers do; each is what one would start from instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

# RoBERTa-base (Liu et al. 2019, table 9): layers, width, heads, width of the feed-forward part, tokens at most.
LAYERS, WIDTH, HEADS, INNER, LONGEST = 12, 768, 12, 3072, 512
# Subword tokens that a byte-level vocabulary of 50,000 makes of a word of English news; of Spanish it makes more.
TOKENS_A_WORD = 1.3
# Labels of spaCy's small English pipeline, whose numbers decide the size of its last layers.
TAGS, DEPENDENCIES, ENTITIES = 50, 45, 18


def small_pipeline() -> Any:
    """Build a spaCy pipeline in the shape of its small English one: vectors of 96, tagger, parser and entities.

    Words in a shared layer of width 96 and depth 4; the finder of entities has its own, as there. Lemmas and rules are
    left out, which makes it faster than the real one.
    """
    import spacy
    from spacy.training import Example

    pipeline = spacy.blank("en")
    words = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "width": 96,
        "depth": 4,
        "embed_size": 2000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
        "pretrained_vectors": None,
    }
    pipeline.add_pipe("tok2vec", config={"model": words})
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    transitions = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
    }
    pipeline.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": shared}})
    pipeline.add_pipe("parser", config={"model": transitions | {"state_type": "parser", "tok2vec": shared}})
    pipeline.add_pipe("ner", config={"model": transitions | {"state_type": "ner", "tok2vec": words}})
    for pipe, prefix, count in (("tagger", "T", TAGS), ("parser", "dep", DEPENDENCIES), ("ner", "ENT", ENTITIES)):
        for number in range(count):
            pipeline.get_pipe(pipe).add_label(f"{prefix}{number}")
    example = Example.from_dict(pipeline.make_doc("People marched"), {"words": ["People", "marched"]})
    pipeline.initialize(lambda: [example])
    return pipeline


class RobertaShape:
    """The matrix products of one forward pass of RoBERTa-base, and its attention; nothing else of it.

    Embeddings, biases, norms and activations are left out, so that it costs less than any real pass.
    """

    def __init__(self) -> None:
        import numpy as np

        random = np.random.default_rng(0)

        def weights(*shape: int) -> Any:
            return (random.standard_normal(shape) * 0.02).astype(np.float32)

        self._layer = (weights(WIDTH, 3 * WIDTH), weights(WIDTH, WIDTH), weights(WIDTH, INNER), weights(INNER, WIDTH))
        self._start = weights(LONGEST, WIDTH)

    def read(self, text: str) -> None:
        """Pass over a text in windows of at most 512 tokens."""
        tokens = round(len(text.split()) * TOKENS_A_WORD)
        for start in range(0, tokens, LONGEST):
            self._pass(min(LONGEST, tokens - start))

    def _pass(self, length: int) -> None:
        import numpy as np

        mixing, joining, widening, narrowing = self._layer
        hidden = self._start[:length]
        for _ in range(LAYERS):
            mixed = (hidden @ mixing).reshape(length, 3, HEADS, WIDTH // HEADS).transpose(1, 2, 0, 3)
            scores = mixed[0] @ mixed[1].transpose(0, 2, 1)
            scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
            scores /= scores.sum(axis=-1, keepdims=True)
            attended = (scores @ mixed[2]).transpose(1, 0, 2).reshape(length, WIDTH)
            hidden = hidden + attended @ joining
            hidden = hidden + np.maximum(hidden @ widening, 0) @ narrowing


def read_by_small_pipeline(pipeline: Any, texts: Sequence[str]) -> None:
    """Run spaCy's shape over texts, in its own batches."""
    for _ in pipeline.pipe(texts, batch_size=64):
        pass


def read_by_roberta(model: RobertaShape, texts: Sequence[str]) -> None:
    """Run RoBERTa's shape over texts, one at a time, without padding."""
    for text in texts:
        model.read(text)
