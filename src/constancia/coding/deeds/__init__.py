"""The tokens of a sentence in, the words out that name a deed in one of its senses, and the parse that knows them."""
