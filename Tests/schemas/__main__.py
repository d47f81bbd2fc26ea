#!/usr/bin/env python3
"""schemas: the schemas take what the program takes, and find slips of the pen.

usage: python Tests/schemas

Every letter, layout, language and sender of the project is right by its schema, as a validator of others reads
it (jsonschema), and each of the slips below is found: of a key, a word, a unit, a type, a date. The schemas of
letters in one layout are made by the program (LETTERPDF_PROGRAM).
"""
import json
import os
import pathlib
import re
import subprocess
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("LETTERPDF_PROGRAM", str(ROOT / ".build/release/letterpdf"))


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: a day is a text, `yes` a word."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
]:
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def plain_int(loader, node):
    text = loader.construct_scalar(node)
    return int(text, 10)


Core.add_constructor("tag:yaml.org,2002:int", plain_int)


def read(text):
    return yaml.load(text, Loader=Core)


def head(path):
    """The head of a letter."""
    return read(path.read_text("utf-8").split("\n---\n")[0].removeprefix("---\n"))


def schema(*arguments):
    made = subprocess.run([PROGRAM, "schema", *arguments], check=True, capture_output=True, text=True, cwd=ROOT)
    value = json.loads(made.stdout)
    jsonschema.Draft202012Validator.check_schema(value)
    return jsonschema.Draft202012Validator(value)


LETTER = """
layout: brev
date: 2026-03-02
language: da
organisation: Vejby Kommune
case-id: 26/1842
subject: Ny affaldsordning
to: [Anna Sørensen, 3210 Vejby]
opening: Kære Anna
signatures: [{name: Ida Holm, title: Chef}]
enclosures: [{title: Kort, file: kort.pdf}]
copies: [Foreningen]
hyphenation: {exceptions: [Kommu-nernes]}
delivery: {cpr: "0101701234", route: auto, reply: no, reply-by: 2026-04-01, address: {country: DK},
  actions: [{kind: pay, label: Betal, url: "https://vejby.example"}]}
"""

# What is written in place of what.
LETTER_SLIPS = [
    ("layout: brev", "layout: brv"), ("date: 2026", "dato: 2026"), ("date: 2026-03-02", "date: 2026-3-2"),
    ("date: 2026-03-02", "date: 2026-13-02"), ("date: 2026-03-02", "date: 02.03.2026"), ("language: da", "language: dk"),
    ("language: da", "lang: da"), ("organisation:", "organization:"), ("case-id:", "caseid:"), ("case-id:", "Case-id:"),
    ("case-id:", "sagsnr:"), ("subject:", "subjct:"), ("to: [", "til: ["), ("opening:", "openning:"),
    ("name: Ida", "navn: Ida"), ("name: Ida Holm, ", ""), ("title: Chef", "titel: Chef"), ("file: kort", "fil: kort"),
    ("copies:", "copy:"), ("exceptions:", "exeptions:"), ("route: auto", "route: email"), ("cpr: \"0101701234\"", "cpr: 12"),
    ("reply: no", "reply: maybe"), ("reply-by: 2026-04-01", "reply-by: 1. april"), ("country: DK", "country: Danmark"),
    ("kind: pay", "kind: buy"), ("https://", "http://"), ("delivery:", "levering:"), ("signatures: [", "signature: ["),
    ("hyphenation: {exceptions: [Kommu-nernes]}", "hyphenation: false"), ("to: [Anna Sørensen", "to: [{nam: Anna}"),
]

LAYOUT = """
extends: brev
name: Vejby
page: {size: A4, bleed: 3mm, numbers: {form: arabic}}
fonts: {text: Letter Sans}
colors: {accent: "#8a1538"}
text: {size: 11pt, leading: 14pt, align: left, hyphenation: {before: 2}, orphans: 2}
styles: {subject: {size: 14pt, weight: bold}, motto: {from: frame, tracking: 0.05em}}
regions: {first: {frame: {x: 25mm, y: 60mm, width: 125mm, height: 200mm}}}
recipient: {place: frame, overflow: {shrink-to: 0.8}}
signatures: {columns: 2}
window: {frame: {x: 20mm, y: 45mm, width: 85mm, height: 45mm}, clearance: 2mm}
sidebar: {frame: {x: 158mm, y: 60mm, width: 38mm}, pages: [first, last], groups: [["{date}"]]}
frames: {motto: {kind: footer, frame: {x: 20mm, y: 280mm, width: 50mm, height: 5mm}}}
marks: {fold: [105mm], omr: {sequence: 3}}
sender: {cvr: "12345674", print: {envelope: C5}}
printed-links: brackets
"""

LAYOUT_SLIPS = [
    ("extends:", "extend:"), ("size: A4", "size: A44"), ("bleed: 3mm", "bleed: 3"), ("form: arabic", "form: roman"),
    ("fonts:", "font:"), ("#8a1538", "8a1538"), ("#8a1538", "#8a15"), ("size: 11pt", "size: 11 px"), ("leading:", "leeding:"),
    ("align: left", "align: centre"), ("before: 2", "before: two"), ("orphans: 2", "orphans: 0"), ("weight: bold", "weight: fat"),
    ("size: 14pt", "sise: 14pt"), ("from: frame", "form: frame"), ("tracking: 0.05em", "tracking: 0.05 ex"), ("first: {frame", "frist: {frame"),
    ("x: 25mm", "left: 25mm"), ("place: frame", "place: box"), ("shrink-to: 0.8", "shrink-to: 80"), ("columns: 2", "columns: 9"),
    ("clearance: 2mm", "clearance: 2"), ("pages: [first", "pages: [frist"), ("groups: [[", "group: [["), ("kind: footer", "kind: foot"),
    ("fold: [105mm]", "fold: [105]"), ("sequence: 3", "sequence: 9"), ("envelope: C5", "envelope: c6"), ("printed-links:", "print-links:"),
    ("brackets", "bracket"),
]

LANGUAGE_SLIPS = [("months:", "month:"), ("quotes: [", "quotes: [x, "), ("decimal-mark: \",\"", "decimal-mark: \";\""), ("date: \"{day}.", "date: \"day.")]
SENDER_SLIPS = [("cvr: \"12345674\"", "cvr: \"1234\""), ("alternative: text", "alternative: txt"), ("category: economy", "category: cheap"), ("case-system:", "casesystem:")]

faults = []


def right(validator, value, name):
    for error in validator.iter_errors(value):
        faults.append(f"{name} is right, but: {'.'.join(map(str, error.absolute_path))}: {error.message[:200]}")


def wrong(validator, base, slips, name):
    right(validator, read(base), f"the base of {name}")
    for old, new in slips:
        if old not in base:
            faults.append(f"{name}: nothing to change: {old}")
        elif not list(validator.iter_errors(read(base.replace(old, new, 1)))):
            faults.append(f"{name}: not found: {new!r} in place of {old!r}")
    return len(slips)


def main():
    letters, layouts, languages, senders = (schema(kind) for kind in ["letter", "layout", "language", "sender"])
    for path in sorted(ROOT.glob("Examples/*.md")) + sorted(ROOT.glob("Examples/*/letter.md")):
        right(letters, head(path), path.name)
    for path in sorted((ROOT / "Layouts").glob("*.yaml")) + [ROOT / "Examples/specimen.yaml"]:
        right(layouts, read(path.read_text("utf-8")), path.name)
    for path in sorted(ROOT.glob("Languages/*/language.yaml")):
        right(languages, read(path.read_text("utf-8")), str(path.relative_to(ROOT)))
    sender = (ROOT / "Examples/messages/sender.yaml").read_text("utf-8")
    language = (ROOT / "Languages/da/language.yaml").read_text("utf-8")
    right(senders, read(sender), "sender.yaml")
    count = wrong(letters, LETTER, LETTER_SLIPS, "letter")
    count += wrong(layouts, LAYOUT, LAYOUT_SLIPS, "layout")
    count += wrong(languages, language, LANGUAGE_SLIPS, "language")
    count += wrong(senders, sender, SENDER_SLIPS, "sender")
    # A letter in one layout has that one's fields alone, and so has its `fields`.
    for name in sorted(path.stem for path in (ROOT / "Layouts").glob("*.yaml")):
        own = schema("--layout", name)
        new = subprocess.run(
            [PROGRAM, "new", "-", "--layout", name, "--date", "2026-03-02"], check=True, capture_output=True, text=True)
        filled = read(new.stdout.split("\n---\n")[0].removeprefix("---\n"))
        right(own, filled, f"a new letter of {name}")
        right(letters, filled, f"a new letter of {name}, in any layout")
        # All that is switched off in it, switched on.
        on = re.sub(r"(?m)^( *)#(?=[a-z])", r"\1", new.stdout.split("\n---\n")[0].removeprefix("---\n"))
        right(own, read(on), f"all of a new letter of {name}")
        for more in [{"casid": "1"}, {"fields": {"casid": "1"}}]:
            count += 1
            if not list(own.iter_errors(filled | more)):
                faults.append(f"{name}: not found: {more}")
        for off, validator in [(False, letters), (True, layouts)]:
            text = subprocess.run([PROGRAM, "layout", "new", "-", "--from", name], check=True, capture_output=True, text=True).stdout
            if off:
                right(validator, read(text), f"a new layout from {name}")
                # What holds, switched on; examples stand for what is not there and may meet it.
                right(validator, read(re.sub(r"(?m)^( *)#(?=[a-z-])", r"\1", text)), f"all of a new layout from {name}")
    for fault in faults:
        print(fault)
    print(f"{count} slips, {len(faults)} faults")
    return 1 if faults else 0


sys.exit(main())
