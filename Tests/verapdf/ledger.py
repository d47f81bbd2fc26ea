"""Names veraPDF's rules (clause-test) beside each clause in Docs/pdf-ledger.md, from the profiles themselves.

usage: .venv/bin/python Tests/verapdf/ledger.py           writes the last column of the ledger's tables
       .venv/bin/python Tests/verapdf/ledger.py --check   says what is missing and ends with status 1
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

from vera import PROFILES, SPACE, find_jar

LEDGER = pathlib.Path(__file__).resolve().parent.parent.parent / "Docs/pdf-ledger.md"
TABLES = {"## ISO 19005-2": "2a", "## ISO 14289-1": "ua1"}
# Where one clause has several rows: the tests of each, by the beginning of what it demands.
SHARED = {
    ("ua1", "7.1"): {"content": range(1, 4), "reading": [], "title": range(8, 11), "standard": range(4, 8),
                     "": [11, 12]},
    ("ua1", "7.2"): {"language": [2, *range(21, 26), *range(29, 36)], "tables": [*range(3, 21), 26, 27, 28,
                                                                              *range(36, 44)]},
}


def rules(flavour):
    """(clause, test) of every rule of a flavour."""
    with zipfile.ZipFile(find_jar()) as jar:
        root = ET.fromstring(jar.read(f"org/verapdf/pdfa/validation/{PROFILES[flavour]}.xml"))
    marks = [rule.find("v:id", SPACE) for rule in root.iterfind("v:rules/v:rule", SPACE)]
    return [(mark.get("clause"), int(mark.get("testNumber"))) for mark in marks]


def clauses(cell):
    """The clauses that a cell of the first column names: 6.2.11.3.1, .3.3 and 7.12–7.15 among them."""
    result = []
    for part in re.split(r",\s*", cell):
        ends = part.split("–")
        if ends[0].startswith("."):
            ends[0] = result[-1].rsplit(".", ends[0].count("."))[0] + ends[0]
        result.append(ends[0])
        if len(ends) > 1:
            stem, first = ends[0].rsplit(".", 1)
            result += [f"{stem}.{number}" for number in range(int(first) + 1, int(ends[1].rsplit(".", 1)[1]) + 1)]
    return result


def covers(clause, other):
    return other == clause or other.startswith(clause + ".")


def named(flavour, rows):
    """The rules of each row: those of the nearest clause that a row names."""
    result = [[] for _ in rows]
    for clause, test in rules(flavour):
        found = [(len(one), index) for index, (cell, _) in enumerate(rows) for one in clauses(cell) if covers(one, clause)]
        nearest = [index for length, index in found if length == max(found)[0]] if found else []
        parts = SHARED.get((flavour, clause))
        if parts:
            nearest = [index for index in nearest if any(
                start and rows[index][1].startswith(start) and test in tests for start, tests in parts.items())]
            nearest = nearest or [index for index, (cell, _) in enumerate(rows) if "6.2" in clauses(cell)]
        for index in nearest[:1]:
            result[index].append((clause, test))
    return result


def shown(found):
    by_clause = {}
    for clause, test in found:
        by_clause.setdefault(clause, []).append(test)
    texts = []
    for clause, tests in by_clause.items():
        runs = []
        for test in sorted(tests):
            if runs and runs[-1][1] == test - 1:
                runs[-1][1] = test
            else:
                runs.append([test, test])
        texts.append(f"{clause}-" + "/".join(f"{a}" if a == b else f"{a}…{b}" for a, b in runs))
    return ", ".join(texts) or "–"


def rewritten(text):
    """The ledger with its last columns as they should be, and the rules that no row names."""
    lines, missing = text.split("\n"), []
    for heading, flavour in TABLES.items():
        start = next(i for i in range(lines.index(heading), len(lines)) if lines[i].startswith("| Clause"))
        end = next(i for i in range(start, len(lines)) if not lines[i].startswith("|"))
        cells = [re.split(r"\s\|\s", line.strip().strip("|").strip())[:3] for line in lines[start:end]]
        rows = [(row[0].strip(), row[1].strip()) for row in cells[2:]]
        found = named(flavour, rows)
        missing += sorted(set(rules(flavour)) - {rule for row in found for rule in row})
        last = ["veraPDF"] + ["---"] + [shown(row) for row in found]
        lines[start:end] = ["| " + " | ".join(row + [rule]) + " |" for row, rule in zip(cells, last)]
    return "\n".join(lines), missing


def main():
    text = LEDGER.read_text("utf-8")
    new, missing = rewritten(text)
    problems = [f"no row of the ledger is about {clause}-{test}" for clause, test in missing]
    if "--check" in sys.argv:
        problems += ["the ledger does not name veraPDF's rules; run Tests/verapdf/ledger.py"] if new != text else []
    else:
        LEDGER.write_text(new, "utf-8")
    print("\n".join(problems) or "the ledger names every rule")
    sys.exit(int(bool(problems)))


if __name__ == "__main__":
    main()
