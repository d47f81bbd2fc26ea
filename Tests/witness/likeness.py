"""Where two pictures of a page differ by more than two ways of smoothing edges.

Both are blurred by a pixel, so that half a pixel more or less of an edge fades; what remains is judged by three
LIMITS, each of a threshold of 255 and a number of pixels that hang together. The noise of four readers over the
examples and random letters stays under each (`--noise` measures it), and what `planting.py` plants does not.
"""
from PIL import Image, ImageChops, ImageFilter

# A dot or a glyph that fails; a word that moved or a rule that is gone; text of another colour or weight, as the mean
# of CELL pixels each way; an area of another colour, of which only what lies inside SOLID pixels each way is counted,
# since edges are never so thick.
LIMITS = [("spot", 87, 3), ("shape", 72, 40), ("tone", 11, 8), ("area", 8, 200)]
CELL, SOLID = 8, 9
# The last pixels of a page are cut by its edge, which each program rounds in its own way.
EDGE = 4


class Difference:
    """A place where two pictures differ: which limit it breaks, its box and its weight."""

    def __init__(self, limit, box, count, peak):
        self.limit, self.box, self.count, self.peak = limit, box, count, peak

    def __str__(self):
        left, top, right, bottom = (f"{edge * 25.4 / 200:.1f}" for edge in self.box)
        return (f"{self.limit} at {left}–{right} mm from the left, {top}–{bottom} mm from the top"
                f" ({self.count} pixels, by up to {self.peak})")


def differences(due, there, only_lacking=False):
    """What differs between two pictures; with `only_lacking`, what the first has and the second lacks."""
    if abs(due.width - there.width) > 2 or abs(due.height - there.height) > 2:
        size = f"size {due.width}×{due.height}, not {there.width}×{there.height}"
        return [Difference(size, (0, 0, due.width, due.height), 0, 0)]
    box = (EDGE, EDGE, min(due.width, there.width) - EDGE, min(due.height, there.height) - EDGE)
    due, there = due.crop(box), there.crop(box)
    found = []
    for (name, threshold, least), off in zip(LIMITS, layers(due, there, only_lacking)):
        scale = CELL if name == "tone" else 1
        found += [Difference(name, tuple(edge * scale + EDGE for edge in place), count, peak)
                  for count, peak, place in blobs(off, threshold) if count >= least]
    return found


def layers(due, there, only_lacking=False):
    """What each limit is held against."""
    off = distance(due, there, only_lacking)
    means = distance(due.reduce(CELL), there.reduce(CELL), only_lacking)
    return off, off, means, off.filter(ImageFilter.MinFilter(SOLID))


def distance(due, there, only_lacking=False):
    """The largest difference of a colour at each pixel, of two pictures that are blurred."""
    due, there = (one.filter(ImageFilter.GaussianBlur(1)) for one in (due, there))
    off = ImageChops.subtract(there, due) if only_lacking else ImageChops.difference(due, there)
    red, green, blue = off.split()
    return ImageChops.lighter(red, ImageChops.lighter(green, blue))


def blobs(off, threshold):
    """Pixels above a threshold that hang together: how many, the largest value, and the box they fill."""
    inner = off.point(lambda value: value if value > threshold else 0)
    place = inner.getbbox()
    if place is None:
        return
    inner = inner.crop(place)
    width, data = inner.width, inner.tobytes()
    waiting = {index for index, value in enumerate(data) if value}
    while waiting:
        open_, members = [waiting.pop()], []
        while open_:
            index = open_.pop()
            members.append(index)
            for step in (-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1):
                if index + step in waiting:
                    waiting.discard(index + step)
                    open_.append(index + step)
        columns, rows = [index % width for index in members], [index // width for index in members]
        yield len(members), max(data[index] for index in members), (
            place[0] + min(columns), place[1] + min(rows), place[0] + max(columns) + 1, place[1] + max(rows) + 1)


def noise(due, there):
    """For each limit the largest value, and the size of the largest blob above its threshold."""
    box = (EDGE, EDGE, min(due.width, there.width) - EDGE, min(due.height, there.height) - EDGE)
    return [(off.getextrema()[1], max((count for count, _, _ in blobs(off, threshold)), default=0))
            for (_, threshold, _), off in zip(LIMITS, layers(due.crop(box), there.crop(box)))]


def evidence(due, there):
    """What was due, where it differs, what is there: one picture."""
    size = (min(due.width, there.width), min(due.height, there.height))
    due, there = due.crop((0, 0, *size)), there.crop((0, 0, *size))
    off = ImageChops.invert(distance(due, there).point(lambda value: min(255, value * 3))).convert("RGB")
    whole = Image.new("RGB", (size[0] * 3 + 8, size[1]), (160, 160, 160))
    for place, picture in enumerate((due, off, there)):
        whole.paste(picture, (place * (size[0] + 4), 0))
    return whole
