"""Checks a PDF against the clauses of PDF/A-2a (or -2b, -3a) and PDF/UA-1, from the outside.

usage: python3 Tests/pdfcheck FILE.pdf [STANDARD]   what breaks a standard: 2a+ua (the default), 2b,
                                                    3a, 3a+ua or ua
       python3 Tests/pdfcheck --tree FILE.pdf       the structure tree with its text

Prints one line for each breach and ends with status 1 if there is any.
"""
import sys

from document import Document
from rules import RULES, breaches_of


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    if not arguments:
        sys.exit(__doc__)
    document = Document(arguments[0], *(arguments[1:] or ["2a+ua"]))
    if "--tree" in sys.argv:
        return document.print_tree()
    breaches = [f"{clause}: {problem}" for clause, problem in breaches_of(document)]
    print("\n".join(breaches) if breaches else f"{len(RULES)} rules, no breach")
    sys.exit(1 if breaches else 0)


if __name__ == "__main__":
    main()
