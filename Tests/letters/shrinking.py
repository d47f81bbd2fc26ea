"""Makes a letter that fails as small as it can be while it fails in the same way."""
import copy
import json

# What a dictionary that holds it cannot be without.
NEEDED = {"layout", "head", "body", "run", "form", "date", "b", "i", "c", "items", "rows", "align", "src", "alt", "level",
          "start", "tight", "extends", "n", "uri", "t", "name", "lines", "text", "caption", "frame", "groups", "kind"}


def shrink(letter, fails, budget):
    """The smallest letter found that `fails` says yes to, with so many tries."""
    tries, known = [0], set()

    def holds(candidate):
        mark = json.dumps(candidate)
        if tries[0] >= budget or mark in known:
            return False
        known.add(mark)
        tries[0] += 1
        try:
            return fails(candidate)
        except Exception:  # A letter that cannot be written is none.
            return False

    changed = True
    while changed and tries[0] < budget:
        changed = False
        for candidate in candidates(letter):
            if holds(candidate):
                letter, changed = candidate, True
                break
    return letter


def candidates(letter):
    """Smaller letters, the much smaller first."""
    if letter.get("own"):
        yield {**letter, "own": None}
    if letter["layout"] != "kl":
        yield {**letter, "layout": "kl", "own": letter.get("own") and {**letter["own"], "extends": "kl"}}
    if letter["form"] != "md":
        yield {**letter, "form": "md"}
    for path in sorted(places(letter), key=len):
        value = at(letter, path)
        if isinstance(value, dict) and path:
            yield from (put(letter, path, smaller) for smaller in without_keys(value, path[-1]))
            if value.get("b") == "table":
                yield from (put(letter, path, smaller) for smaller in without_column(value))
            inner = value.get("items") if value.get("b") == "list" else value.get("c")
            if isinstance(path[-1], int) and inner and (value.get("b") in ("list", "quote") or "i" in value):
                flat = [one for part in inner for one in (part if isinstance(part, list) else [part])]
                yield spliced(letter, path, flat)
        elif isinstance(value, list) and path[-1] != "align" and path[-2:-1] != ("rows",) and not is_head(letter, path):
            yield from (put(letter, path, cut) for cut in halves(value, path))
        elif isinstance(value, str) and " " in value and path[-1] != "src":
            words = value.split(" ")
            for half in (words[:len(words) // 2], words[len(words) // 2:], words[1:], words[:-1]):
                yield put(letter, path, " ".join(half))


def is_head(letter, path):
    """Whether a path leads to the head of a table, whose cells go with their column."""
    return path[-1] == "head" and isinstance(at(letter, path), list)


def without_keys(value, name):
    for key in value:
        if key not in NEEDED or name == "own" and key != "extends" or name == "run" or key == "caption" and value[key]:
            if key == "caption":
                yield {**value, key: None}
            else:
                yield {other: inner for other, inner in value.items() if other != key}


def without_column(table):
    for column in range(len(table["align"]) if len(table["align"]) > 1 else 0):
        cut = lambda cells: cells[:column] + cells[column + 1:]
        yield {**table, "align": cut(table["align"]), "head": cut(table["head"]), "rows": [cut(row) for row in table["rows"]]}


def halves(value, path):
    """A list without parts of it: halves first, then one of each."""
    size = max(len(value) // 2, 1)
    while value:
        for start in range(0, len(value), size):
            rest = value[:start] + value[start + size:]
            if rest or path[-1] in ("body", "rows"):
                yield rest
        if size == 1:
            return
        size //= 2


def places(value, path=()):
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], path + (key,))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, path + (index,))


def at(value, path):
    for step in path:
        value = value[step]
    return value


def put(letter, path, new):
    made = copy.deepcopy(letter)
    at(made, path[:-1])[path[-1]] = new
    return made


def spliced(letter, path, inner):
    made = copy.deepcopy(letter)
    at(made, path[:-1])[path[-1]:path[-1] + 1] = copy.deepcopy(inner)
    return made
