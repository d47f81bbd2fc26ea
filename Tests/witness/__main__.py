"""Draws PDFs by poppler, mupdf, PDFium and ghostscript and compares each page with the program's own picture of it.

usage: .venv/bin/python Tests/witness [--count 20] [--seed 1] [--only NAME] [--keep FOLDER] [--program PATH]
                                      [--processes 2] [--noise] [LETTER.md ...]
       .venv/bin/python Tests/witness --pages A.pdf B.pdf     two PDFs, each as the same readers draw it
       .venv/bin/python Tests/witness --text A.pdf B.pdf      what they say, in order and in its places
       .venv/bin/python Tests/witness --prove                 plants faults: each must be found by every reader

Without a letter: those in Examples and COUNT letters of Tests/letters; --only takes one of them (“kl-2024”, “17”).
Pages are equal within what programs make of edges (likeness.py). --keep leaves a picture of each page that differs:
due, difference, there. --noise prints how near the pages come to the limits. Ends with status 1 where one differs.
"""
import argparse
import multiprocessing
import os
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "letters"), str(HERE.parent / "pdfcheck")]

import texts  # noqa: E402
from assets import ROOT, make_assets  # noqa: E402
from bearing import Letter, Witness, compare_files, drawn_letter  # noqa: E402
from drawing import STANDARDS  # noqa: E402
from rasters import pages_of  # noqa: E402

worker = {}


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1])
    default = os.environ.get("LETTERPDF_PROGRAM", ".build/release/letterpdf")
    parser.add_argument("letters", nargs="*", type=pathlib.Path)
    for name, kind, value in [("count", int, 20), ("seed", int, 1), ("only", str, None), ("processes", int, 2),
                              ("keep", pathlib.Path, None), ("program", pathlib.Path, ROOT / default)]:
        parser.add_argument(f"--{name}", type=kind, default=value)
    for name in ("pages", "text"):
        parser.add_argument(f"--{name}", nargs=2, type=pathlib.Path)
    for name in ("noise", "prove"):
        parser.add_argument(f"--{name}", action="store_true")
    return parser.parse_args()


def main():
    options = arguments()
    options.program = options.program.resolve()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    memory = pathlib.Path("/dev/shm")  # Pages are 50 megabytes each, for a moment.
    with tempfile.TemporaryDirectory(prefix="witness-", dir=memory if memory.is_dir() else None) as scratch:
        scratch = pathlib.Path(scratch)
        witness = Witness(options.program, scratch, options.keep, options.noise)
        if options.text:
            return told(texts.differences(*options.text))
        if options.pages:
            return told(compare_files(*options.pages, witness, scratch))
        if options.prove:
            return prove(witness, scratch)
        return judge_all(options, witness, scratch)


def told(faults):
    count = 0
    for count, fault in enumerate(faults, 1):
        print(fault, flush=True)
    return int(count > 0)


def names(options):
    if options.letters:
        return [path.resolve() for path in options.letters]
    every = sorted((ROOT / "Examples").glob("*.md")) + list(range(options.count))
    if options.only is None:
        return every
    return [int(options.only)] if options.only.isdigit() else [one for one in every if one.stem == options.only]


def start(options, witness, scratch):
    worker.update(options=options, witness=witness, scratch=scratch)


def judge(name):
    options, scratch = worker["options"], worker["scratch"]
    try:
        if isinstance(name, pathlib.Path):
            return worker["witness"].faults(Letter(name.stem, name, {}, "letterhead" in name.read_text("utf-8")))
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            letter = drawn_letter(name, options.seed, STANDARDS, scratch / "assets", pathlib.Path(folder) / "letter")
            return worker["witness"].faults(letter)
    except Exception as error:  # A witness that stumbles has seen nothing.
        return [f"{getattr(name, 'stem', name)}: {type(error).__name__}: {error}"]


def judge_all(options, witness, scratch):
    make_assets(scratch / "assets", options.program)
    wanted, failing = names(options), 0
    with multiprocessing.get_context("fork").Pool(options.processes, start, (options, witness, scratch)) as pool:
        for faults in pool.imap_unordered(judge, wanted):
            failing += bool(faults)
            told(faults)
    print(f"{len(wanted)} letters: {failing} differ from what the program draws itself")
    return int(failing > 0)


def prove(witness, scratch):
    """Plants each fault into letters that have none, and asks whether every reader's pages show it."""
    import planting
    missed = []
    for name, plants in [("ministry", planting.PLANTS), ("specimen", ["a missing rule", "a wrong colour"])]:
        letter = Letter(name, ROOT / f"Examples/{name}.md")
        good, bad = scratch / "good.pdf", scratch / "bad.pdf"
        witness.render(letter, good)
        due = witness.own_pages(letter, scratch)
        for plant in plants:
            planting.plant(plant, good, bad)
            for reader in witness.readers:
                found = list(witness.compare(f"{name} with {plant}", reader, due[:1],
                                             [next(iter(pages_of(reader, bad, scratch / reader)))]))
                print(found[0] if found else f"MISSED: {name} with {plant}, {reader}", flush=True)
                missed += [] if found else [plant]
    print(f"{len(missed)} faults were not found")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
