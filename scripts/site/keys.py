"""The keys of letters and layouts, read from their schemas: each with its section, its values and its meaning."""
import dataclasses
import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What several keys share, and what the reference calls it.
SHARED = {
    "frame": "A frame", "namedFrame": "A frame by name", "logo": "The frame of the logo", "style": "A style",
    "ownStyle": "A style of your own", "rect": "A rectangle", "textRect": "The rectangle of a text", "rule": "A line",
    "group": "A group of lines", "line": "A line of text", "shrinking": "Text that shrinks",
    "recipient": "A recipient", "signature": "A signature", "enclosure": "An enclosure", "action": "An action",
    "hyphenation": "Hyphenation",
}


@dataclasses.dataclass(frozen=True)
class Key:
    format: str
    section: str  # "" for the outermost keys, `text.hyphenation`, or `$style` for what several keys share
    name: str
    meaning: str
    default: str
    values: str
    leads: str = ""  # the section that its own keys stand in

    @property
    def path(self):
        return f"{self.section}.{self.name}" if self.section else self.name

    @property
    def anchor(self):
        return f"{self.format}-{self.path}".replace("$", "").replace("*", "name").replace(".", "-")


def keys_of(format):
    schema = json.loads((ROOT / f"Docs/schema/{format}.schema.json").read_text())
    found = {}
    shared = schema.get("$defs", {})

    def walk(node, section):
        for name, value in node.get("properties", {}).items():
            leads = own_keys(value, f"{section}.{name}" if section else name)
            key = Key(format, section, name, value.get("description", ""), default_of(value), values_of(value, shared), leads)
            if key.path not in found:
                found[key.path] = key

    def own_keys(value, path):
        """Walks into the keys under a key; returns the section they stand in."""
        for form in forms_of(value):
            reference = form.get("$ref", "").rsplit("/", 1)[-1]
            if reference in shared and any("properties" in each for each in forms_of(shared[reference])):
                return f"${reference}"
            if "properties" in form:
                walk(form, path)
                return path
            inner = form.get("additionalProperties")
            if isinstance(inner, dict):
                leads = own_keys(inner, f"{path}.*")
                if leads:
                    return leads
            if isinstance(form.get("items"), dict):
                leads = own_keys(form["items"], path)
                if leads:
                    return leads
        return ""

    walk(schema, "")
    for name, form in shared.items():
        for each in forms_of(form):
            if "properties" in each:
                walk(each, f"${name}")
    return list(found.values())


def forms_of(value):
    """The ways to write a value, those within others too."""
    forms = [value]
    for inner in value.get("anyOf", []):
        forms += forms_of(inner)
    return forms


def default_of(value):
    if "default" not in value:
        return ""
    default = value["default"]
    return default if isinstance(default, str) else json.dumps(default, ensure_ascii=False)


NAMES = {"length": "a length", "color": "a colour", "pages": "words for pages", "template": "words with {fields}",
         "words": "words with {fields}", "rect": "a rectangle", "textRect": "a rectangle", "rule": "a thickness or a line",
         "style": "a style", "ownStyle": "a style", "frame": "a frame", "namedFrame": "a frame", "logo": "a frame",
         "group": "lines"}


def values_of(value, shared):
    told = []
    for form in forms_of(value):
        reference = form.get("$ref", "").rsplit("/", 1)[-1]
        kind = form.get("type")
        kinds = kind if isinstance(kind, list) else [kind] if kind else []
        if reference:
            told.append(NAMES.get(reference, SHARED.get(reference, reference).lower()))
        elif "enum" in form:
            told.append(" · ".join(str(each) for each in form["enum"]))
        elif "const" in form:
            told.append(str(form["const"]))
        elif "object" in kinds:
            told.append("keys" if "properties" in form else "by name")
        elif "array" in kinds:
            told.append("a list")
        elif "string" in kinds:
            told.append("a date" if form.get("format") == "date" else "a text")
        elif "boolean" in kinds:
            told.append("true · false")
        elif "integer" in kinds or "number" in kinds:
            low, high = form.get("minimum"), form.get("maximum")
            told.append("a number" + (f" from {low} to {high}" if low is not None and high is not None else ""))
    return ", ".join(dict.fromkeys(told))


def every_key():
    return keys_of("letter") + keys_of("layout")
