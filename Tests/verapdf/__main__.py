"""Holds PDFs against veraPDF's rules: one start of Java, then a tenth of a second a file.

usage: .venv/bin/python Tests/verapdf FLAVOUR[,FLAVOUR…] FILE.pdf …
       .venv/bin/python Tests/verapdf - < lines of FLAVOUR[,FLAVOUR…] and a tab and FILE.pdf

Prints a line for each file and flavour: the file, the flavour and "complies", or the rules it breaks as
clause-test (how often) and one example, all with tabs between. Ends with status 1 if any file breaks a rule.
Flavours: 2a 2b 2u 3a 3b 3u 4 4e 4f ua1 ua2 1a 1b. `scripts/setup --test` installs what it needs.
"""
import os
import sys

from vera import PROFILES, Vera


def asked(arguments):
    if arguments == ["-"]:
        pairs = [line.rstrip("\n").split("\t", 1) for line in sys.stdin if line.strip()]
    else:
        pairs = [(arguments[0], path) for path in arguments[1:]]
    return [(flavour, path) for flavours, path in pairs for flavour in flavours.split(",")]


def main():
    arguments = sys.argv[1:]
    if not arguments or arguments != ["-"] and len(arguments) < 2:
        sys.exit(__doc__)
    wanted = asked(arguments)
    for flavour, _ in wanted:
        if flavour not in PROFILES:
            sys.exit(f"no flavour {flavour}; there are {' '.join(PROFILES)}")
    vera, status = Vera(), 0
    for flavour, path in wanted:
        try:
            failures = [str(one) for one in vera.failures(path, flavour)]
        except Exception as error:  # Java's too: what cannot be read does not comply.
            failures = [f"unreadable: {' '.join(str(error).split())}"]
        status = status or bool(failures)
        print("\t".join([path, flavour] + (failures or ["complies"])), flush=True)
    return int(status)


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # The Java machine takes longer to end than to judge.
