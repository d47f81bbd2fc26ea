"""Holds the HTML and the text of letters against their PDFs, and the HTML against WCAG 2.2 in Chromium.

usage: .venv/bin/python Tests/recital [--count 20] [--seed 1] [--only NAME] [--keep FOLDER] [--program PATH]
                                      [LETTER.md ...]
       .venv/bin/python Tests/recital --prove      plants faults: each must be found

Without a letter: those in Examples and COUNT letters of Tests/letters; --only takes one of them ("kl-2024", "17").
Due is what the tags of the PDF say, word by word, in their order; what Chromium tells a screen reader has to say the
same (hearing.py), and the text too (wording.py). axe finds no breach of WCAG 2.2 AA on a phone and on a desk, by day
and by night, and no page of 320 px is wider than the screen. --keep leaves the files and pictures of the pages there.
Ends with status 1 where a letter has a fault.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "letters"), str(HERE.parent / "witness"), str(HERE.parent / "pdfcheck")]

import planting  # noqa: E402
from assets import ROOT, make_assets  # noqa: E402
from bearing import Letter, drawn_letter  # noqa: E402
from drawing import STANDARDS  # noqa: E402
from hearing import Browser  # noqa: E402
from wording import faults_of_html, faults_of_text  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1])
    default = os.environ.get("LETTERPDF_PROGRAM", ".build/release/letterpdf")
    parser.add_argument("letters", nargs="*", type=pathlib.Path)
    for name, kind, value in [("count", int, 20), ("seed", int, 1), ("only", str, None), ("keep", pathlib.Path, None),
                              ("program", pathlib.Path, ROOT / default)]:
        parser.add_argument(f"--{name}", type=kind, default=value)
    parser.add_argument("--prove", action="store_true")
    return parser.parse_args()


def names(options):
    if options.letters:
        return [path.resolve() for path in options.letters]
    every = sorted((ROOT / "Examples").glob("*.md")) + list(range(options.count))
    if options.only is None:
        return every
    return [int(options.only)] if options.only.isdigit() else [one for one in every if getattr(one, "stem", None) == options.only]


def make(program, letter, folder):
    """The letter in its three forms; the word across a draft is in no tag, so that none is asked for."""
    run = dict(letter.run, draft=False)
    own = Letter(letter.name, letter.path, run)
    for name, words in [("pdf", []), ("html", ["--format", "html"]), ("txt", ["--format", "text"])]:
        done = subprocess.run(
            [str(word) for word in [program, "render", own.path, "-o", folder / f"letter.{name}", *words,
                                    *own.arguments(name == "pdf")]],
            cwd=own.path.parent, capture_output=True, timeout=240)
        if done.returncode:
            raise RuntimeError(f"{name}: " + done.stderr.decode("utf-8", "replace")[:500])


def faults(browser, folder):
    """What is wrong with the two forms of a letter beside its PDF."""
    with browser.page(folder / "letter.html") as page:
        yield from faults_of_html(folder / "letter.pdf", page.heard())
        yield from page.faults()
    yield from faults_of_text(folder / "letter.pdf", (folder / "letter.txt").read_text("utf-8"))


def judge(name, options, browser, scratch):
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        folder = pathlib.Path(folder)
        if isinstance(name, pathlib.Path):
            letter = Letter(name.stem, name)
        else:
            letter = drawn_letter(name, options.seed, STANDARDS, scratch / "assets", folder / "letter")
        try:
            make(options.program, letter, folder)
            found = list(faults(browser, folder))
        except Exception as error:  # A judge that stumbles has seen nothing.
            found = [f"{type(error).__name__}: {error}"]
        if options.keep:
            for kind in ("pdf", "html", "txt"):
                if (folder / f"letter.{kind}").exists():
                    shutil.copy(folder / f"letter.{kind}", options.keep / f"{letter.name}.{kind}")
            with browser.page(folder / "letter.html") as page:
                page.pictures(options.keep, letter.name)
        return [f"{letter.name}: {fault}" for fault in found]


def prove(options, browser, scratch):
    """Plants each fault into the letter that has everything, and asks whether it is found."""
    missed = 0
    letter = Letter("specimen", ROOT / "Examples/specimen.md")
    make(options.program, letter, scratch)
    good = {kind: (scratch / f"letter.{kind}").read_text("utf-8") for kind in ("html", "txt")}
    for plant, kind, bad in planting.planted(good):
        (scratch / f"letter.{kind}").write_text(bad, "utf-8")
        found = list(faults(browser, scratch))
        print(f"{plant}: {found[0]}" if found else f"MISSED: {plant}", flush=True)
        missed += not found
        (scratch / f"letter.{kind}").write_text(good[kind], "utf-8")
    print(f"{missed} faults were not found")
    return int(missed > 0)


def main():
    options = arguments()
    options.program = options.program.resolve()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="recital-") as scratch, Browser() as browser:
        scratch = pathlib.Path(scratch)
        if options.prove:
            return prove(options, browser, scratch)
        wanted, failing = names(options), 0
        if any(isinstance(name, int) for name in wanted):
            make_assets(scratch / "assets", options.program)
        for name in wanted:
            found = judge(name, options, browser, scratch)
            failing += bool(found)
            for fault in found:
                print(fault, flush=True)
        print(f"{len(wanted)} letters: {failing} have faults")
        return int(failing > 0)


if __name__ == "__main__":
    sys.exit(main())
