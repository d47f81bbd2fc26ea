"""Hears one letter: its PDF as four readers draw it, beside the pages that the program draws itself."""
import json
import pathlib
import shutil
import subprocess
import tempfile

from likeness import differences, evidence, noise
from PIL import Image
from rasters import FULL, READERS, averaged, pages_of


class Letter:
    """A letter in its folder and how it is run; `papers` says that its pages lie over those of another file."""

    def __init__(self, name, path, run=None, papers=False):
        self.name, self.path, self.run, self.papers = name, path, run or {}, papers

    def arguments(self, is_pdf):
        words = []
        for key in ("standard", "for"):
            if self.run.get(key):
                words += ["--" + key, self.run[key]]
        for name in self.run.get("attach", []) if is_pdf else []:
            words += ["--attach", self.path.parent / name]
        keys = ("duplex", "draft", "guides") + (("attach-source",) if is_pdf else ())
        return words + [f"--{key}" for key in keys if self.run.get(key)]


class Witness:
    """Compares pages; `keep` is a folder for a picture of each page that differs."""

    def __init__(self, program, scratch, keep=None, tell_noise=False, readers=READERS):
        self.program, self.scratch, self.keep = program, scratch, keep
        self.tell_noise, self.readers = tell_noise, readers

    def render(self, letter, output, *more):
        done = subprocess.run([str(word) for word in [self.program, "render", letter.path, "-o", output, *more,
                                                      *letter.arguments(output.suffix == ".pdf")]],
                              cwd=letter.path.parent, capture_output=True, timeout=240)
        if done.returncode:
            raise RuntimeError(done.stderr.decode("utf-8", "replace")[:500])
        return done.stdout

    def faults(self, letter):
        """What differs on the pages of a letter, in words."""
        with tempfile.TemporaryDirectory(dir=self.scratch) as folder:
            folder = pathlib.Path(folder)
            pdf = folder / "letter.pdf"
            report = json.loads(self.render(letter, pdf, "--report", "json"))
            return list(self.faults_of(letter, pdf, folder, report))

    def faults_of(self, letter, pdf, folder, report):
        due = self.own_pages(letter, folder)
        own = {one["page"] - 1 for one in report["boxes"] if one["boxes"]}
        # Our pictures leave out what is of another file; there our own ink is looked for alone.
        foreign = {index for index in range(len(due)) if letter.papers or index not in own}
        for reader in self.readers:
            yield from self.compare(letter.name, reader, due, pages_of(reader, pdf, folder / reader), foreign)

    def own_pages(self, letter, folder):
        self.render(letter, folder / "own.png", "--format", "png", "--dpi", FULL)
        files = sorted(folder.glob("own*.png"), key=lambda file: (len(file.name), file.name))
        return [averaged(Image.open(file)) for file in files]

    def compare(self, name, reader, due, there, foreign=()):
        count = 0
        for index, page in enumerate(there):
            count += 1
            if index >= len(due):
                continue
            if self.tell_noise and index not in foreign:
                print(name, index + 1, reader, *noise(due[index], page), flush=True)
            found = differences(due[index], page, index in foreign)
            for difference in found[:3]:
                yield f"{name}, page {index + 1}, {reader}: {difference}"
            if len(found) > 3:
                yield f"{name}, page {index + 1}, {reader}: {len(found) - 3} more"
            if found and self.keep:
                evidence(due[index], page).save(self.keep / f"{name}-{index + 1}-{reader}.png")
        if count != len(due):
            yield f"{name}, {reader}: {count} pages, not {len(due)}"


def compare_files(first, second, witness, scratch):
    """What two PDFs show differently, each as the same readers draw it: also what comes from other files."""
    for reader in witness.readers:
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            folder = pathlib.Path(folder)
            due = list(pages_of(reader, first, folder / "first"))
            yield from witness.compare(second.stem, reader, due, pages_of(reader, second, folder / "second"))


def drawn_letter(index, seed, standards, assets, folder):
    """Letter N of Tests/letters, written into a folder."""
    import random

    from drawing import Drawer
    from writing import write
    letter = Drawer(random.Random(f"{seed}/{index}"), standards).letter()
    shutil.copytree(assets, folder)
    papers = "letterhead" in json.dumps(letter.get("own") or {})
    return Letter(f"letter {index}", write(letter, folder), letter["run"], papers)
