"""Pictures for the site: pages of letters, and of each example the part of the page that it changes."""
import collections
import concurrent.futures
import hashlib
import pathlib
import re
import shutil
import subprocess
import threading

import yaml
from PIL import Image, ImageChops

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DOTS = 120  # to the inch, for examples
WORKERS = 2


class Failed(Exception):
    pass


class Renderer:
    """Renders with a program of ours in a folder that holds the sample's files."""

    def __init__(self, program, folder):
        self.program, self.folder = pathlib.Path(program).resolve(), pathlib.Path(folder)
        self.letters = yaml.safe_load((HERE / "sample/letters.yaml").read_text())
        self.known = {}
        self.locks = collections.defaultdict(threading.Lock)
        shutil.copytree(HERE / "sample", self.folder, dirs_exist_ok=True)
        shutil.copy(ROOT / "Fonts/LiberationMono-Regular.ttf", self.folder / "own.ttf")
        self.make_paper()

    def run(self, *words):
        done = subprocess.run([str(word) for word in [self.program, *words]], cwd=self.folder, capture_output=True, timeout=240)
        if done.returncode:
            raise Failed(done.stderr.decode().strip())
        return done

    def make_paper(self):
        """A sheet of its own, as for a letterhead or an enclosure."""
        (self.folder / "paper.yaml").write_text(
            "extends: sample.yaml\nheader: {frame: {x: 94mm, width: 30mm}, groups: [[Printed paper]]}\nfooter: {groups: []}\n"
            "shapes: [{frame: {x: 0mm, y: 0mm, width: 130mm, height: 4mm}, fill: accent}]\n")
        (self.folder / "paper.md").write_text("---\nlayout: paper.yaml\ndate: 2026-03-02\ntitle: Paper\n---\n\n\\ \n")
        self.run("render", "paper.md", "-o", "paper.pdf")
        (self.folder / "plan.yaml").write_text(
            "extends: sample.yaml\npage: {width: 180mm}\nheader: {groups: [[The plan]]}\nfooter: {groups: [[Mill Lane]]}\n"
            "shapes: [{frame: {x: 20mm, y: 30mm, width: 140mm, height: 80mm}, outline: 1pt}]\n")
        (self.folder / "plan.md").write_text("---\nlayout: plan.yaml\ndate: 2026-03-02\ntitle: Plan\n---\n\n\\ \n")
        self.run("render", "plan.md", "-o", "plan.pdf")

    def page(self, letter, layout, example):
        """One page as a picture; the same letter in the same layout is drawn once."""
        head, body = letter
        text = f"---\n{head}---\n\n{body}"
        key = hashlib.sha256("\0".join([text, layout, str(example.page), *example.options]).encode()).hexdigest()[:16]
        with self.locks[key]:
            if key not in self.known:
                self.known[key] = self.draw(key, text, layout, example)
            return self.known[key]

    def draw(self, key, text, layout, example):
        (self.folder / f"{key}.yaml").write_text(layout)
        (self.folder / f"{key}.md").write_text(text.replace("OWN", f"{key}.yaml"))
        self.run("render", f"{key}.md", "-o", f"{key}.pdf", "--standard", "none", *example.options)
        subprocess.run(["pdftoppm", "-r", str(DOTS), "-png", f"{key}.pdf", key], cwd=self.folder, check=True)
        pages = sorted(self.folder.glob(f"{key}-*.png"), key=lambda path: int(path.stem.rsplit("-", 1)[1]))
        number = len(pages) if example.page == "last" else int(example.page)
        if number > len(pages):
            raise Failed(f"there is no page {number}")
        with Image.open(pages[number - 1]) as picture:
            return picture.convert("RGB")

    def letter(self, example, changed):
        """Head and body of the letter before or after the change."""
        sample = self.letters[example.letter]
        head = sample.get("head", "") + (example.head + "\n" if example.head else "")
        body = sample["body"]
        if example.format == "letter" and changed:
            head = without_keys(head, example.set) + example.set + "\n"
        given = "" if re.search(r"(?m)^layout:", head) else "layout: OWN\n"
        dated = "" if re.search(r"(?m)^date:", head) else "date: 2026-03-02\n"
        return given + dated + head, body

    def layout(self, example, changed):
        """The layout before or after: the sample's, with what is given in one file and the change in another."""
        given = f"extends: sample.yaml\n{example.given}\n"
        if example.format != "layout" or not changed:
            return given
        if "extends:" in example.set:
            return example.set + "\n"
        if not example.given:
            return f"extends: sample.yaml\n{example.set}\n"
        base = hashlib.sha256(given.encode()).hexdigest()[:12] + "-given.yaml"
        (self.folder / base).write_text(given)
        return f"extends: {base}\n{example.set}\n"

    def both(self, example):
        """The page before and after; for what shows nothing, the page after is made and not looked at."""
        if example.unread:
            return None
        after = self.page(self.letter(example, True), self.layout(example, True), example)
        if example.hidden:
            return None
        before = self.page(self.letter(example, False), self.layout(example, False), example)
        return before, after


def without_keys(head, lines):
    """A head without the keys that other lines set."""
    names = re.findall(r"(?m)^([a-z-]+):", lines)
    kept, drops = [], False
    for line in head.splitlines(keepends=True):
        if re.match(r"[a-z-]+:", line):
            drops = line.split(":")[0] in names
        if not drops:
            kept.append(line)
    return "".join(kept)


def cropped(before, after, whole):
    """What differs, with some of what is around it; both at the same place. None where nothing does."""
    if before.size != after.size:
        return before, after
    box = ImageChops.difference(before, after).getbbox()
    if box is None:
        return None
    if whole:
        return before, after
    width, height = before.size
    # As wide as half a page at least, so that the eye finds the place.
    margin = 30
    left, top, right, bottom = box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin
    if right - left < width // 2:
        left, right = left - (width // 2 - (right - left)) // 2, right + (width // 2 - (right - left)) // 2
    if bottom - top < 120:
        top, bottom = top - (120 - (bottom - top)) // 2, bottom + (120 - (bottom - top)) // 2
    box = (max(0, left), max(0, top), min(width, right), min(height, bottom))
    return before.crop(box), after.crop(box)


def save(picture, path):
    """A small PNG: sixty-four colours are enough for type and tints."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(64, dither=Image.Dither.NONE).save(path, optimize=True)
    return picture.size


def make_examples(renderer, examples, folder):
    """Pictures of the examples; returns their sizes by name, and what went wrong."""
    sizes, faults = {}, []

    def make(example):
        try:
            both = renderer.both(example)
        except (Failed, subprocess.SubprocessError) as fault:
            return [f"{example.format} {example.key}: {fault}"]
        if both is None:
            return []
        pair = cropped(*both, example.whole)
        if pair is None:
            return [f"{example.format} {example.key}: the example changes nothing on page {example.page}"]
        sizes[example.name] = [save(picture, folder / f"{example.name}-{when}.png")
                               for when, picture in zip(("before", "after"), pair)]
        return []

    with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        for found in pool.map(make, examples):
            faults += found
    return sizes, faults
