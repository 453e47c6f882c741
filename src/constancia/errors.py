"""Every exception that Constancia raises on purpose.

    ConstanciaError
    ├── UsageError            the caller asked for something that makes no sense        (exit 2)
    │   └── ConfigError       a setting is missing or wrong                             (exit 2)
    ├── InputError            one page or file cannot be used; the run goes on          (exit 3)
    │   ├── FetchError        a URL could not be fetched
    │   ├── DecodeError       bytes that are no text we can read
    │   ├── TooLargeError          a page, member or file above its limit
    │   └── ArchiveError      a WARC or WACZ that is damaged
    ├── LexiconError          a lexicon file breaks its rules
    ├── StoreError            the record cannot be read or written                      (exit 1)
    └── VerifyError           a stored page or an exported value is not what it was     (exit 1)

A message says what was wrong, with what, and what to do.
"""


class ConstanciaError(Exception):
    """Base of all."""


class UsageError(ConstanciaError):
    """The caller asked for something that makes no sense."""


class ConfigError(UsageError):
    """A setting is missing or wrong."""


class InputError(ConstanciaError):
    """One page or file cannot be used; the run goes on without it."""


class FetchError(InputError):
    """A URL could not be fetched."""


class DecodeError(InputError):
    """Bytes that are no text we can read."""


class TooLargeError(InputError):
    """A page, archive member or file is above its limit."""


class ArchiveError(InputError):
    """A WARC or WACZ is damaged."""


class LexiconError(ConstanciaError):
    """A lexicon file breaks its rules."""


class StoreError(ConstanciaError):
    """The record cannot be read or written."""


class VerifyError(ConstanciaError):
    """A stored page or an exported value is not what it was."""
