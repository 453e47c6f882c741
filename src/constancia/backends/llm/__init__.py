"""An optional coder that asks a language model, and believes only what it can find in the text.

prompt.py      Reading -> the messages and the form of the answer
client.py      messages -> answer, over an OpenAI-compatible endpoint
budget.py      what may be asked: by one process, or by all of a run
replies.py     answers kept by content, so that a second run is free and the same
grounding.py   answer -> Coding; a value without its words in the text is refused
coder.py       the coder, and the cascade that asks only where the rules are unsure
"""

from constancia.backends.llm.budget import Budget, SharedBudget
from constancia.backends.llm.client import ChatClient, Endpoint
from constancia.backends.llm.coder import Cascade, Coded, LlmCoder
from constancia.backends.llm.replies import ReplyStore

__all__ = ["Budget", "Cascade", "ChatClient", "Coded", "Endpoint", "LlmCoder", "ReplyStore", "SharedBudget"]
