"""Whether drawn letters use every key of the two formats, as their schemas list them."""
import json

from assets import ROOT


def unused(letters):
    """The keys of the schemas that no letter uses, as paths."""
    result = []
    for name, values in [("letter", [{**one["head"], "layout": "kl", "body": ""} for one in letters]), ("layout", [one["own"] for one in letters])]:
        schema = json.loads((ROOT / f"Docs/schema/{name}.schema.json").read_text("utf-8"))
        used = set()
        for value in filter(None, values):
            mark(schema, value, schema, used)
        wanted = set(listed(schema, schema))
        result += [f"{name}: {path}" for path in sorted(wanted - used)]
    return result


def followed(schema, root):
    """The alternatives of a schema, references followed; a definition's keys are named after it."""
    if "$ref" in schema:
        name = schema["$ref"].split("/")[-1]
        return [(inner, deeper or f"{name}.") for inner, deeper in followed(root["$defs"][name], root)]
    found = [(schema, None)]
    for one in schema.get("anyOf", []):
        found += followed(one, root)
    return found


def listed(schema, root, prefix="", seen=None):
    seen = set() if seen is None else seen
    for one, name in followed(schema, root):
        here = name or prefix
        if name and (name, id(one)) in seen:
            continue
        seen.add((name, id(one)))
        for key, inner in one.get("properties", {}).items():
            yield here + key
            yield from listed(inner, root, here + key + ".", seen)
        for part in ("items", "additionalProperties"):
            if isinstance(one.get(part), dict):
                yield from listed(one[part], root, here, seen)


def mark(schema, value, root, used, prefix=""):
    for one, name in followed(schema, root):
        here = name or prefix
        if isinstance(value, dict):
            for key, inner in value.items():
                if key in one.get("properties", {}):
                    used.add(here + key)
                    mark(one["properties"][key], inner, root, used, here + key + ".")
                elif isinstance(one.get("additionalProperties"), dict):
                    mark(one["additionalProperties"], inner, root, used, here)
        elif isinstance(value, list) and "items" in one:
            for inner in value:
                mark(one["items"], inner, root, used, here)
