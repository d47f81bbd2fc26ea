"""Judges one letter: sets it as a user does and says what is wrong with the file, from outside."""
import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import traceback

import geometry
from expecting import Expected, encoded, head_texts, plain
from reading import Reading
from writing import write

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "verapdf"), str(HERE.parent / "pdfcheck")]
from rules import breaches_of  # noqa: E402

# In French no space is told beside a quotation mark, so none is wanted there.
NUMBERED = re.compile(r"^(\d+(\.\d+)*\.?|[IVXLCDM]+|[A-Z]{1,2})( |(?='))")
ROMAN = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
FLAVOURS = {("2", "A"): "2a", ("2", "B"): "2b", ("2", "U"): "2u", ("3", "A"): "3a", ("3", "B"): "3b", ("3", "U"): "3u",
            ("4", None): "4", ("4", "F"): "4f"}
CLAIMS = {"a-2a+ua-1": {"2a", "ua1"}, "a-3a+ua-1": {"3a", "ua1"}, "a-2b": {"2b"}, "a-3a": {"3a"}, "ua-1": {"ua1"},
          "none": set(), "a-4+ua-2": {"4", "ua2"}}
# Debian's mutool says so of itself, whatever the file.
NOISE = "warning: ICC support is not available"


class Fault:
    """One thing wrong: a kind to keep while a letter is shrunk, and words."""

    def __init__(self, kind, words):
        self.kind, self.words = kind, words

    def __str__(self):
        return f"{self.kind}: {self.words}"


class Judge:
    def __init__(self, program, assets, folder, vera=None):
        self.program, self.assets, self.folder, self.vera = program, assets, folder, vera

    def judge(self, letter, only=None):
        """What is wrong with a letter; with `only`, the kinds of fault that need to be looked for."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.assets, self.folder)
        path = write(letter, self.folder)
        try:
            return list(self.faults(letter, path, only))
        except subprocess.TimeoutExpired as error:
            return [Fault("hangs", str(error.cmd[0]))]
        except Exception:  # A judge that stumbles has not judged.
            return [Fault("judge", traceback.format_exc())]

    def render(self, path, output, run, *more):
        arguments = [str(self.program), "render", str(path), "-o", str(output), "--report", "json"]
        for key in ("standard", "for"):
            if run.get(key):
                arguments += ["--" + key, run[key]]
        for name in run.get("attach", []):
            arguments += ["--attach", str(self.folder / name)]
        arguments += [f"--{key}" for key in ("attach-source", "duplex", "draft", "guides") if run.get(key)]
        return subprocess.run(arguments + list(more), capture_output=True, timeout=60, cwd=self.folder)

    def faults(self, letter, path, only):
        run, output = letter["run"], self.folder / "letter.pdf"
        also = ["--also", f"print={self.folder / 'print.pdf'}"] if run.get("also") else []
        done = self.render(path, output, run, *also)
        if done.returncode != 0:
            message = done.stderr.decode("utf-8", "replace").strip() or f"status {done.returncode}, no word"
            told = message.split("\n")
            start = next((place for place, line in enumerate(told) if "error:" in line), 0)
            first = told[start]
            bare = re.sub(r"[“\"].*?[”\"]|[\d.,]+", "…", re.sub(r"^\S*:\d+:\d+: ", "", first))
            message = "\n".join(told[start:start + 6])
            yield Fault(f"refused {bare[:60]}" if done.returncode == 1 else f"exit {done.returncode}", message)
            return
        report = json.loads(done.stdout)
        wanted = lambda *kinds: only is None or any(only.startswith(kind) for kind in kinds)
        files = [(output, run.get("for"))] + ([(self.folder / "print.pdf", "print")] if also else [])
        for file, purpose in files:
            if wanted("tool"):
                yield from self.tools(file)
            if wanted("veraPDF", "claims"):
                yield from self.standards(letter, file)
        if wanted("again", "json", "also"):
            yield from self.same(letter, path, output, run)
        if not wanted("pdfcheck", "words", "spaces", "order", "note", "head", "link", "overlap", "off-page", "pages",
                      "bookmarks", "unreadable"):
            return
        try:
            reading = Reading(output)
        except Exception as error:  # Whatever a broken file leads to.
            yield Fault("unreadable", f"{type(error).__name__}: {error}")
            return
        yield from self.content(letter, reading, run)
        for kind, words in geometry.faults(reading, not run.get("draft") and not run.get("guides")):
            yield Fault(kind, words)
        blank = bool(run.get("duplex")) and run.get("for") == "print" and report["pages"] % 2
        if report["pages"] + blank != len(reading.pdf.pages):
            yield Fault("pages", f"the report says {report['pages']}, the file has {len(reading.pdf.pages)}")
        yield from self.page_numbers(letter, reading, [one["page"] - 1 for one in report["boxes"] if one["boxes"]])

    # What other programs say ------------------------------------------------------------------

    def tools(self, file):
        for tool, *arguments in [
                ("qpdf", "--check", "--no-warn", file), ("pdftotext", file, "-"), ("pdftoppm", "-r", "20", file),
                ("mutool", "draw", "-q", "-r", "20", "-F", "pnm", "-o", "/dev/null", file),
                ("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=nullpage", file)]:
            done = subprocess.run([tool, *map(str, arguments)], capture_output=True, timeout=60)
            said = done.stderr + (done.stdout if tool in ("gs", "qpdf") else b"")
            words = "\n".join(line for line in said.decode("utf-8", "replace").split("\n")
                              if line.strip() and line != NOISE)
            if tool == "qpdf" and "No syntax or stream encoding errors found" in words and "WARNING" not in words:
                words = ""
            if done.returncode or words:
                yield Fault(f"tool {tool}", words or f"status {done.returncode}")

    def standards(self, letter, file):
        if self.vera is None:
            return
        claimed = claims(file)
        asked, files = letter["run"].get("standard"), "pdf'" in str(letter["head"].get("enclosures"))
        if not files:
            attached = letter["run"].get("attach") or letter["run"].get("attach-source")
            due = CLAIMS.get(asked or ("a-3a+ua-1" if attached else "a-2a+ua-1"))
            if due is not None and claimed != due:
                yield Fault("claims", f"{asked} claims {sorted(claimed)}, not {sorted(due)}")
        for flavour in sorted(claimed):
            try:
                for failure in self.vera().failures(file, flavour):
                    yield Fault(f"veraPDF {flavour} {failure.rule}", str(failure))
            except Exception as error:
                yield Fault(f"veraPDF {flavour} unreadable", str(error))

    def same(self, letter, path, output, run):
        """The same bytes again, from the other form of letter, and for print alone."""
        bytes_now = output.read_bytes()
        other = self.folder / "other.pdf"
        if not run.get("attach-source"):
            form = "json" if letter["form"] == "md" else "md"
            second = write(letter, self.folder, form)
            done = self.render(second, other, run)
            if done.returncode or other.read_bytes() != bytes_now:
                yield Fault("json", f"the letter is another as {form}: {done.stderr.decode()[:300]}")
        if run.get("also") and (self.folder / "print.pdf").exists():
            self.render(path, other, {**run, "for": "print"})
            if other.read_bytes() != (self.folder / "print.pdf").read_bytes():
                yield Fault("also", "--also print=… gives another file than --for print")

    # What it says -----------------------------------------------------------------------------

    def content(self, letter, reading, run):
        standard = {"a-3a+ua-1": "3a+ua", "a-3a": "3a", "a-2b": "2b", "ua-1": "ua", None: "2a+ua"}
        attached = run.get("attach") or run.get("attach-source")
        if run.get("standard") in (None, "a-2a+ua-1", "a-3a+ua-1") and "plain.pdf" not in str(letter["head"]):
            reading.document.archive = "3a" if attached else standard.get(run.get("standard"), "2a+ua").split("+")[0]
            for clause, problem in breaches_of(reading.document):
                yield Fault(f"pdfcheck {clause}", problem)
        if reading.document.tree is None:
            if run.get("standard") not in ("a-2b", "none"):
                yield Fault("words", "the file is not tagged")
            return
        expected = Expected(letter, run.get("for") == "print")
        folded = expected.folded
        actual = [(kind, folded(words if kind == "P" and "\n" in words else plain(words)))
                  for kind, words in reading.blocks]
        actual = [(kind, plain(words)) for kind, words in actual]
        yield from compare(expected, actual, reading.notes, folded)
        yield from self.head(letter, actual, folded)
        yield from self.links(expected, reading, run)
        if run.get("for") != "print" and len(reading.pdf.pages) >= 3:  # Paper and short letters have none.
            yield from self.bookmarks(expected, reading, folded)

    def head(self, letter, actual, folded):
        whole = "\n".join(words for _, words in actual)
        for text in head_texts(letter["head"]):
            if folded(text) not in whole:
                kind = "head rtl" if re.search("[\u0590-\u06ff]", text) else "head"
                yield Fault(kind, f"“{text}” of the head is not in the tags")
        own = letter.get("own") or {}
        if "subject" in letter["head"] and not letter["layout"].startswith("kl") and "subject" not in own:
            if folded(plain(letter["head"]["subject"])) not in whole:
                yield Fault("head", "the subject is not in the tags")

    def links(self, expected, reading, run):
        if run.get("for") == "print":
            if any(value.get("/Subtype") == "/Link" for _, value in reading.annotations()):
                yield Fault("links", "a printed letter has links")
            return
        found = [target for element in reading.links for target in reading.link_target(element)]
        missing = collections.Counter(expected.links) - collections.Counter(found)
        if missing:
            yield Fault("links missing", f"{list(missing)}; there are {found}")
        for fault in geometry.uncovered_links(reading):
            yield Fault("links uncovered", fault)

    def bookmarks(self, expected, reading, folded):
        found = [folded(plain(title)) for title in reading.bookmarks()]
        for heading in expected.headings:
            heading = folded(heading)
            while found and found[0] != heading and NUMBERED.sub("", found[0].upper()) != heading.upper():
                found.pop(0)
            if not found:
                titles = [plain(one) for one in reading.bookmarks()]
                yield Fault("bookmarks", f"“{heading}” is not in order among {titles}")
                return
            found.pop(0)

    def lines_of(self, page):
        """The words painted on a page itself, a line end wherever the baseline changes."""
        words, last = "", None
        for piece in page.pieces:
            if piece.boxes and piece.font and not piece.form:
                words += piece.words if piece.boxes[0][1] == last else "\n" + piece.words
                last = piece.boxes[0][1]
        return words

    def page_numbers(self, letter, reading, own_pages):
        """Whether the letter's own pages say where they stand; those of enclosures say what they said."""
        language = letter["head"].get("language", "da").split("-")[0]
        source = (HERE.parent.parent / "Languages" / language / "language.yaml").read_text("utf-8")
        form = re.search(r'page-of: "(.*)"', source)[1]
        pattern = re.escape(form).replace(r"\{page\}", r"(\d+)").replace(r"\{pages\}", r"(\d+)")
        totals = set()
        for index in own_pages:
            words = self.lines_of(reading.document.pages[index])
            for number, total in re.findall(pattern, words):
                totals.add(int(total))
                if int(number) != index + 1:
                    yield Fault("pages numbers", f"page {index + 1} says {number}")
        if totals and totals != {len(own_pages)}:
            yield Fault("pages numbers", f"the pages say that they are {sorted(totals)}, not {len(own_pages)}")


def compare(expected, actual, notes, folded):
    """Whether the blocks of the body stand in the tags, one after another, and the notes with them."""
    due = [(kind, folded(words) if isinstance(words, str) else words) for kind, words in expected.blocks]
    if due:
        best, length = max(((start, prefix(due, actual[start:], expected)) for start in range(len(actual) or 1)),
                           key=lambda pair: pair[1])
        if length < len(due):
            kind, words = due[length]
            there = actual[best + length] if best + length < len(actual) else ("nothing", "")
            if length == 0:  # Where it may have stood: the nearest of all.
                there = max(actual, key=lambda one: nearness(str(words), one[1]), default=there)
            yield Fault("words label" if kind == "Lbl" or there[0] == "Lbl" else difference(str(words), there[1]),
                        f"{kind} {apart(words, there[1])} (in the tags: {there[0]}), after {due[:length][-1:]}")
            return
        actual = actual[best:best + length]
    known = {}
    expected_marks = [mark for _, words in due if isinstance(words, str) for mark in re.findall("⟦(.*?)⟧", words)]
    actual_marks = [mark for _, words in actual for mark in re.findall("⟦(.*?)⟧", words)] if due else []
    waiting = list(zip(expected_marks, actual_marks))
    while waiting:
        mark, number = waiting.pop(0)
        if known.setdefault(mark, number) != number:
            yield Fault("notes numbers", f"one note is {known[mark]} and {number}")
            return
        if (mark, number) in known.get("seen", set()):
            continue
        known.setdefault("seen", set()).add((mark, number))
        said = " ".join(folded(plain(words)) for words in notes.get(number, ["(no such note)"]))
        wanted = " ".join(folded(plain(words)) for words in expected.notes[int(mark)])
        if unmarked(said) != unmarked(wanted):
            yield Fault("note " + difference(wanted, said), f"note {number}: {apart(wanted, said)}")
            return
        waiting += list(zip(re.findall("⟦(.*?)⟧", wanted), re.findall("⟦(.*?)⟧", said)))
    firsts = list(dict.fromkeys(actual_marks))
    if all(one.isdigit() for one in firsts) and [int(one) for one in firsts] != sorted(int(one) for one in firsts):
        yield Fault("notes numbers", f"the notes are referred to in the order {firsts}")


def prefix(due, actual, expected):
    """How many of the blocks stand at the beginning of others."""
    count = 0
    for (kind, words), (there, said) in zip(due, actual):
        if not agrees(kind, words, there, said, expected):
            break
        count += 1
    return count


def agrees(kind, words, there, said, expected):
    if kind == "Lbl" and not isinstance(words, str):
        return there == "Lbl" and (bool(said) if words is None else is_number(words, said))
    if (kind in ("H", "Lbl", "Figure") or there in ("H", "Lbl", "Figure")) and kind != there:
        return False
    if unmarked(words) == unmarked(said):
        return True
    may_be_numbered = kind == "H" and expected.numbers_headings or kind == "P" and expected.numbers_paragraphs
    return may_be_numbered and unmarked(words).upper() == unmarked(NUMBERED.sub("", said.upper())).upper()


def unmarked(words):
    return re.sub("⟦.*?⟧", "⟦⟧", words)


def is_number(number, said):
    bare = said.strip(".) ").lower()
    letters, rest = "", number
    while rest > 0:
        letters, rest = chr(97 + (rest - 1) % 26) + letters, (rest - 1) // 26
    roman, rest = "", number
    for value, figure in ROMAN:
        while rest >= value:
            roman, rest = roman + figure, rest - value
    return bare in (str(number), letters, roman)


def apart(wanted, said):
    """Two texts from shortly before where they part."""
    wanted, said = unmarked(str(wanted)), unmarked(str(said))
    same = next((i for i, (a, b) in enumerate(zip(wanted, said)) if a != b), min(len(wanted), len(said)))
    cut = lambda text: ("…" if same > 30 else "") + text[max(same - 30, 0):same + 50]
    return f"“{cut(wanted)}” is said as “{cut(said)}”"


def nearness(wanted, said):
    a, b = set(wanted.split()), set(said.split())
    return len(a & b) / (len(a | b) or 1)


def difference(wanted, said):
    """The kind of a difference, so that one does not hide another."""
    wanted, said = unmarked(wanted), unmarked(said)
    both_ways = " rtl" if re.search("[\u0590-\u06ff]", wanted) else ""
    return kind_of_difference(wanted, said) + both_ways


def kind_of_difference(wanted, said):
    if wanted.replace(" ", "") == said.replace(" ", ""):
        return "spaces"
    if sorted(wanted.replace(" ", "")) == sorted(said.replace(" ", "")):
        return "order"
    return "words"


def claims(file):
    """The flavours that a PDF says it keeps."""
    data = file.read_bytes()
    found = re.search(rb"<pdfaid:part>(\d)<", data)
    level = re.search(rb"<pdfaid:conformance>(\w)<", data)
    access = re.search(rb"<pdfuaid:part>(\d)<", data)
    result = set()
    if found:
        result.add(FLAVOURS.get((found[1].decode(), level[1].decode() if level else None), "?"))
    if access:
        result.add("ua" + access[1].decode())
    return result
