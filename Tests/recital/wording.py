"""Whether the two other forms of a letter say what its PDF says."""
import collections
import re
import unicodedata

from reading import Reading

FIRST = re.compile(r"^[>|] ?")


def words(text):
    """Words as they are heard: without places of division, in one normal form."""
    return unicodedata.normalize("NFC", re.sub("[\u00ad\u200b\u2060\ufeff]", "", text)).split()


class Due:
    """What the tags of the PDF say."""

    def __init__(self, pdf):
        reading = Reading(pdf)
        # What enclosed PDFs say stands in the PDF alone: a part for each, or its pages as figures.
        top = [element for element in reading.document.tree.elements if element.type != "Part" and not (
            element.type == "Sect" and element.elements and all(kid.type == "Figure" for kid in element.elements))]
        parts = []
        for element in top:
            blocks = []
            reading.visit(element, blocks)
            parts.append([(kind, words(text)) for kind, text in blocks])
        # The frames that are read after the column (a Div without a name); in the text some of them stand higher up.
        tail = next((index for index in range(len(top), 0, -1) if top[index - 1].type not in ("Sect", "Div")), 0)
        self.column = [block for part in parts[:tail] for block in part]
        self.blocks = [block for part in parts for block in part]
        self.notes = {number: [words(text) for text in texts] for number, texts in reading.notes.items()}
        every = [element for part in top for element in part.walk()]
        self.heads = [words(reading.words(element)) for element in every if element.type == "TH"]
        self.links = {target for element in every if element.type == "Link" for target in reading.link_target(element)}

    def stream(self):
        return [word for _, block in self.blocks for word in block]


def apart(name, due, there):
    """The first place where two lists part."""
    place = next((index for index, (a, b) in enumerate(zip(due, there)) if a != b), min(len(due), len(there)))
    if place == len(there) == len(due):
        return
    told = ["“" + " ".join(map(str, each[max(0, place - 3):place + 5])) + "”" for each in (due, there)]
    yield f"{name}: {told[0]} is {told[1]}"


def faults_of_html(pdf, heard):
    due = Due(pdf)
    blocks = [(kind, words(text)) for kind, text, is_note in heard.blocks if not is_note]
    if heard.hidden:
        # A title that is heard alone stands above all headings.
        title = next(index for index, block in enumerate(blocks) if block[0] == "H")
        del blocks[title]
    yield from apart("html", due.stream(), [word for _, block in blocks for word in block])
    for kind in ("H", "T", "Figure", "Caption"):
        yield from apart(f"html, kind {kind}", [block for one, block in due.blocks if one == kind and block],
                         [block for one, block in blocks if one == kind and block])
    yield from apart("html, heads of tables", [head for head in due.heads if head],
                     [head for head in (words(text) for _, text, _ in heard.heads) if head])
    notes = [word for _, text, is_note in heard.blocks if is_note for word in words(text)]
    yield from apart("html, notes", [word for number, texts in sorted(due.notes.items(), key=lambda one: int(one[0]))
                                     for word in [number] + [word for text in texts for word in text]], notes)
    there = {target for target, _ in heard.links}
    # On paper there are no links.
    if due.links and due.links != there:
        yield f"html: its links lead to {sorted(there - due.links)[:3]}, not to {sorted(due.links - there)[:3]}"
    if heard.lost:
        yield f"html: nothing is at {heard.lost[:3]}"


def columns(text):
    """How many columns a line takes."""
    wide = 0
    for character in text:
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            continue
        wide += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return wide


def faults_of_text(pdf, text):
    due = Due(pdf)
    yield from faults_of_lines(text)
    stream = plain_words(text)
    counted = collections.Counter(map(bare, stream))
    wanted = collections.Counter(bare(word) for _, block in due.blocks for word in block)
    for number, texts in due.notes.items():
        wanted[f"⟦{number}⟧"] += 1
        wanted.update(bare(word) for text in texts for word in text)
    # A table that is too wide says the heads of its columns in each row.
    heads = {bare(word) for kind, block in due.blocks if kind == "T" for word in block} | {""}
    lacking = {word: count for word, count in (wanted - counted).items() if word not in heads}
    if lacking:
        yield f"text: lacks {dict(list(lacking.items())[:5])}"
    more = {word: count for word, count in (counted - wanted).items() if word not in heads}
    if more:
        yield f"text: has {dict(list(more.items())[:5])} too often"
    stream, place = " ".join(["", *map(bare, stream), ""]), 0
    for index, (kind, block) in enumerate(due.blocks):
        own = " ".join(["", *map(bare, block), ""])
        if kind == "T" or not own.strip():
            continue
        found = stream.find(own, place if index < len(due.column) else 0)
        if found < 0:
            yield f"text: “{own.strip()[:90]}” does not stand there, or not in its place"
        elif index < len(due.column):
            place = found


def bare(word):
    """A word without what the text puts around it: brackets around images, colons after labels."""
    return re.sub(r"[\[\]]", "", word).rstrip(":")


def plain_words(text):
    """The words of the text without what is drawn with letters: lines under words, bars, addresses of links."""
    lines = []
    for line in text.split("\n"):
        line = line.strip()
        while FIRST.match(line) or line in (">", "|"):
            line = FIRST.sub("", line).strip()
        if not re.fullmatch(r"[-=]{2,}( +[-=]+)*|[-=]( +[-=]{2,})+", line):
            lines.append(line)
    joined = re.sub(r"\s*<[^<>\s]+>", "", " ".join(lines))
    return words(re.sub(r"\[(\d+)\]", r"⟦\1⟧", joined))


def faults_of_lines(text):
    if not text.endswith("\n") or "\r" in text or "\t" in text:
        yield "text: its lines do not end as lines do"
    for number, line in enumerate(text.split("\n"), 1):
        if line != line.rstrip():
            yield f"text, line {number}: white stands at its end"
        if columns(line) > 72 and " " in line.strip(" >|") and not line.startswith("    "):
            yield f"text, line {number}: {columns(line)} columns: {line}"
