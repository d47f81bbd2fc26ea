"""The table of examples: for each key of a letter or layout what to write, and what to look at."""
import dataclasses
import functools
import pathlib

import yaml

from keys import every_key

HERE = pathlib.Path(__file__).resolve().parent
# Where the keys of one section are those of another.
SISTERS = {"$ownStyle": ["$style", "text"], "$style": ["text"], "text": ["$style"], "$namedFrame": ["$frame"],
           "$logo": ["$frame"], "$frame": [], "$rect": ["$textRect"]}
FIELDS = {"set", "with", "letter", "head", "page", "options", "whole", "hidden", "unread", "like"}


@dataclasses.dataclass(frozen=True)
class Example:
    format: str
    key: str  # whose example it is
    set: str
    given: str = ""
    letter: str = "plain"
    head: str = ""
    page: object = 1
    options: tuple = ()
    whole: bool = False
    hidden: str = ""
    unread: bool = False  # not even the program can read it in a letter of this form

    @property
    def name(self):
        return f"{self.format}-{self.key}".replace("$", "").replace("*", "name").replace(".", "-")


@functools.cache
def table():
    return yaml.safe_load((HERE / "examples.yaml").read_text())


def letter_for(path):
    """The letter of the longest prefix that the table names."""
    prefixes = [prefix for prefix in table()["letters"] if path == prefix or path.startswith(prefix + ".")]
    return table()["letters"][max(prefixes, key=len)] if prefixes else "plain"


def written(format, path):
    """The example that the table gives a key itself, or nothing."""
    entry = table()[format].get(path)
    if entry is None:
        return None
    if isinstance(entry, str):
        entry = {"set": entry}
    if set(entry) - FIELDS:
        raise SystemExit(f"examples.yaml: {path} says {', '.join(sorted(set(entry) - FIELDS))}, which means nothing")
    if "like" in entry:
        return written(format, entry["like"])
    return Example(
        format, path, entry["set"], entry.get("with", ""), entry.get("letter") or letter_for(path), entry.get("head", ""),
        entry.get("page", 1), tuple(entry.get("options", ())), entry.get("whole", False), entry.get("hidden", ""),
        entry.get("unread", False))


def role(path):
    """The example of a style: its letter with that kind of text in another colour."""
    section, _, name = path.partition(".")
    entry = table()["roles"].get(name) if section == "styles" else None
    if entry is None:
        return None
    if isinstance(entry, str):
        entry = {"letter": entry}
    return Example("layout", path, entry.get("set", f'styles: {{{name}: {{color: "#c01c28"}}}}'), entry.get("with", ""), entry["letter"],
                   options=tuple(entry.get("options", ())))


def sisters(path):
    """The same key where its section is shared."""
    section = next((each for each in SISTERS if path == each or path.startswith(each + ".")), None)
    return [other + path[len(section):] for other in SISTERS.get(section, [])]


def example_of(key, keys):
    """The example of a key; None for one that has none, which is a fault."""
    for path in [key.path, *sisters(key.path)]:
        found = written(key.format, path) or (role(path) if key.format == "layout" else None)
        if found:
            return found
    if key.leads:
        for inner in keys:
            if inner.format == key.format and inner.section == key.leads and inner.path != key.path:
                found = example_of(inner, keys)
                if found:
                    return found
    return None


def missing():
    """The keys that have no example, and the examples that are of no key."""
    keys = every_key()
    known = {(key.format, key.path) for key in keys}
    bare = [f"{key.format}: {key.path}" for key in keys if example_of(key, keys) is None]
    stray = [f"{format}: {path} is no key" for format in ("letter", "layout") for path in table()[format]
             if (format, path) not in known]
    stray += [f"styles.{name} is no style" for name in table()["roles"] if ("layout", f"styles.{name}") not in known]
    return bare + stray
