"""Sets random letters over every feature of the letter and the layout format, and judges the PDFs.

usage: .venv/bin/python Tests/letters [--seed 1] [--count 300] [--only N] [--keep FOLDER] [--program PATH]
                                      [--processes 2] [--shrink TRIES] [--no-vera] [--keys]

Letter N of a seed is always the same. Each must be set without an error; then veraPDF, Tests/pdfcheck, qpdf,
poppler, mupdf and ghostscript must be content, every word must stand in the tags in order with its spaces,
and nothing may stand over something else or leave its page (judging.py). Of each kind of fault the first letter
is shrunk and printed, with the command that shows it. --only judges one letter; --keep leaves its files there;
--keys only looks whether the letters use every key of the formats.
Ends with status 1 when there is a fault. `make test` runs 300 letters of seed 1.
"""
import argparse
import collections
import json
import multiprocessing
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from assets import ROOT, make_assets
from drawing import STANDARDS, Drawer
from judging import Judge
from keys import unused
from shrinking import shrink
from writing import write

worker = {}


def drawn(seed, index, standards):
    return Drawer(random.Random(f"{seed}/{index}"), standards).letter()


def vera():
    if "vera" not in worker:
        from vera import Vera
        worker["vera"] = Vera()
    return worker["vera"]


def start(options, standards, scratch):
    worker.update(options=options, standards=standards)
    folder = scratch / f"w{os.getpid()}"
    worker["judge"] = Judge(options.program, scratch / "assets", folder, None if options.no_vera else vera)


def judge(index):
    faults = worker["judge"].judge(drawn(worker["options"].seed, index, worker["standards"]))
    return index, [(fault.kind, fault.words) for fault in faults]


def make_small(task):
    index, kind = task
    judge, letter = worker["judge"], drawn(worker["options"].seed, index, worker["standards"])
    fails = lambda candidate: any(fault.kind == kind for fault in judge.judge(candidate, kind))
    small = shrink(letter, fails, worker["options"].shrink)
    words = next((fault.words for fault in judge.judge(small, kind) if fault.kind == kind), "(not again)")
    return index, kind, small, words, source_of(small)


def source_of(letter):
    """The files of a letter as text, and how it was run."""
    with tempfile.TemporaryDirectory() as folder:
        path = write(letter, pathlib.Path(folder))
        texts = [f"{one.name}:\n{one.read_text('utf-8').rstrip()}" for one in sorted(pathlib.Path(folder).iterdir())]
    run = letter["run"]
    arguments = [f"--{key} {run[key]}" for key in ("standard", "for") if run.get(key)]
    arguments += [f"--attach '{name}'" for name in run.get("attach", [])]
    arguments += [f"--{key}" for key in ("attach-source", "duplex", "draft", "guides") if run.get(key)]
    arguments += ["--also print=print.pdf"] if run.get("also") else []
    return "\n".join(texts + [f"letterpdf render {path.name} " + " ".join(arguments)])


def known_standards(program):
    """The standards that the program offers; one that it adds is drawn from then on."""
    help_text = subprocess.run([str(program), "help", "render"], capture_output=True, text=True).stdout
    return [one for one in STANDARDS + ["a-4+ua-2"] if one in help_text]


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n\n")[0].replace("\n" + " " * 38, " "))
    default = os.environ.get("LETTERPDF_PROGRAM", ".build/release/letterpdf")
    for name, kind, value in [("seed", int, 1), ("count", int, 300), ("only", int, None), ("keep", pathlib.Path, None),
                              ("processes", int, 2), ("shrink", int, 150), ("program", pathlib.Path, ROOT / default)]:
        parser.add_argument(f"--{name}", type=kind, default=value)
    parser.add_argument("--no-vera", action="store_true")
    parser.add_argument("--keys", action="store_true")
    return parser.parse_args()


def main():
    options = arguments()
    options.program = options.program.resolve()
    if options.keys:
        return tell_keys(options)
    if not options.program.exists():
        sys.exit(f"{options.program} is not built; run make build")
    with tempfile.TemporaryDirectory(prefix="letters-") as scratch:
        scratch = pathlib.Path(scratch)
        make_assets(scratch / "assets", options.program)
        standards = known_standards(options.program)
        if options.only is not None:
            return judge_one(options, standards, scratch)
        return judge_many(options, standards, scratch)


def tell_keys(options):
    """Prints the keys of the formats that the letters do not use."""
    paths = unused([drawn(options.seed, index, STANDARDS) for index in range(options.count)])
    print("\n".join(paths) or "the letters use every key")
    return int(bool(paths))


def judge_one(options, standards, scratch):
    letter = drawn(options.seed, options.only, standards)
    folder = options.keep or scratch / "kept"
    start(options, standards, scratch)
    worker["judge"].folder = folder
    faults = worker["judge"].judge(letter)
    print(source_of(letter))
    print("\n".join(f"{fault}" for fault in faults) or "no fault")
    return int(bool(faults))


def judge_many(options, standards, scratch):
    found = collections.defaultdict(list)
    failing = set()
    with multiprocessing.get_context("fork").Pool(options.processes, start, (options, standards, scratch)) as pool:
        for index, faults in pool.imap_unordered(judge, range(options.count), chunksize=4):
            for kind, words in faults:
                failing.add(index)
                found[kind].append((index, words))
        ranked = sorted(found, key=lambda kind: -len({index for index, _ in found[kind]}))
        firsts = [(min(found[kind])[0], kind) for kind in ranked]
        smalls = pool.imap(make_small, firsts) if options.shrink else []
        for (index, kind), small in zip(firsts, smalls or [None] * len(firsts)):
            indices = sorted({one for one, _ in found[kind]})
            print(f"\n== {kind}: {len(indices)} letters of seed {options.seed}: {' '.join(map(str, indices[:12]))}")
            if small:
                print(f"{small[3]}\n-- shrunk from {index}:\n{small[4]}")
            else:
                print(min(found[kind])[1])
            sys.stdout.flush()
    print(f"\n{options.count} letters of seed {options.seed}: {len(failing)} with a fault, {len(found)} kinds of fault")
    return int(bool(failing))


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # Not waiting for the Java machine.
