"""Whether two PDFs say the same: in the order of their structure, and as words in their places on the pages."""
import re
import subprocess

from reading import Reading

# How far a word may move, in points: across by what the eye does not see; up and down by what readers make of the
# ascent that a font claims.
ACROSS, UPRIGHT = 0.6, 2.5
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


def differences(first, second):
    """What one says and the other does not, in words."""
    yield from read_differently(first, second)
    yield from placed_differently(words(first), words(second))


def read_differently(first, second):
    one, other = Reading(first), Reading(second)
    if (one.document.tree is None) != (other.document.tree is None):
        yield "structure: one of the two is not tagged"
        return
    yield from apart("structure", spoken(one), spoken(other))
    yield from apart("notes", sorted(one.notes.items()), sorted(other.notes.items()))
    yield from apart("links", [one.link_target(link) for link in one.links],
                     [other.link_target(link) for link in other.links])
    yield from apart("bookmarks", one.bookmarks(), other.bookmarks())


def spoken(reading):
    return [(element.type, reading.words(element)) for element in reading.document.elements
            if any(isinstance(kid, tuple) for kid in element.kids)]


def apart(name, one, other):
    """The first place where two lists part."""
    place = next((index for index, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    if place < len(one) or place < len(other):
        told = [repr(each[place])[:200] if place < len(each) else "nothing" for each in (one, other)]
        yield f"{name}, number {place + 1}: {told[0]} is now {told[1]}"


def words(pdf):
    """Of each page the words with their boxes, as poppler finds them."""
    done = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, timeout=120, check=True)
    pages = done.stdout.decode("utf-8", "replace").split("<page ")[1:]
    return [[(found[5], *map(float, found.groups()[:4])) for found in WORD.finditer(page)] for page in pages]


def placed_differently(one, other):
    if len(one) != len(other):
        yield f"words: {len(one)} pages are now {len(other)}"
    for number, (due, there) in enumerate(zip(one, other), 1):
        yield from apart(f"words of page {number}", [word[0] for word in due], [word[0] for word in there])
        for a, b in zip(due, there):
            off = [abs(x - y) for x, y in zip(a[1:], b[1:])]
            if a[0] == b[0] and (max(off[0], off[2]) > ACROSS or max(off[1], off[3]) > UPRIGHT):
                yield f"words of page {number}: “{a[0]}” stood at {a[1:]}, stands at {b[1:]}"
                break
