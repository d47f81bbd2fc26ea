"""Texts without numbers of persons: nothing else may reach a terminal, a log or the journal."""
import re

# Ten digits, or six and four with a hyphen or space; not a part of a UUID, an amount or a longer number.
CPR = re.compile(r"(?<![0-9A-Za-z-])\d{6}[- ]?\d{4}(?![0-9A-Za-z-])")


def scrub(text: str, *numbers: str, longest: int = 500) -> str:
    """A text on one line, without what looks like a CPR number, and without the numbers given.

    >>> scrub("no 010190-1234 here", "12345678")
    'no ********** here'
    """
    for number in numbers:
        if number:
            text = text.replace(number, "*" * len(number))
    text = " ".join(CPR.sub("**********", text).split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
