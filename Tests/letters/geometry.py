"""Whether anything on a page stands over something else or leaves the page."""

# Lines may come close: what is compared is the height of small letters, and a point may touch.
HEIGHT, TOUCH = 0.48, 1.0


class Stretch:
    """Glyphs of one piece of text, with the boxes of their small letters."""

    def __init__(self, index, piece):
        self.index, self.words, self.mcid = index, piece.words, piece.mcid
        self.is_artifact = piece.is_artifact
        self.boxes = [(left, low, right, low + size * HEIGHT)
                      for (left, low, right, size), word in zip(piece.boxes, shown(piece))
                      if size > 0 and right - left > 0.2 and word.strip("\u00a0\u00ad \u2002")]
        if self.boxes:
            self.whole = (min(b[0] for b in self.boxes), min(b[1] for b in self.boxes),
                          max(b[2] for b in self.boxes), max(b[3] for b in self.boxes))


def shown(piece):
    return [piece.font.character(code) or "?" for code in piece.codes]


def touching(a, b):
    """How far two stretches may reach into one another: neighbours on a line are kerned."""
    same_line = abs(a.boxes[0][1] - b.boxes[0][1]) < 0.1 and abs(a.index - b.index) == 1
    return max(TOUCH, 0.35 * (a.boxes[0][3] - a.boxes[0][1])) if same_line else TOUCH


def meet(a, b, touch=TOUCH):
    return min(a[2], b[2]) - max(a[0], b[0]) > touch and min(a[3], b[3]) - max(a[1], b[1]) > touch


def stretches(reading, index, with_artifacts):
    page = reading.document.pages[index]
    made = [Stretch(place, piece) for place, piece in enumerate(page.pieces)
            if piece.font and not piece.form and (with_artifacts or not piece.is_artifact)]
    return [one for one in made if one.boxes]


def faults(reading, with_artifacts=True):
    """What stands over something else or off its page, in words."""
    for index in range(len(reading.document.pages)):
        texts = stretches(reading, index, with_artifacts)
        yield from leaving(reading, index, texts)
        texts.sort(key=lambda one: one.whole[1])
        for place, one in enumerate(texts):
            for other in texts[place + 1:]:
                if other.whole[1] > one.whole[3]:
                    break
                touch = touching(one, other)
                if meet(one.whole, other.whole, touch) and any(
                        meet(a, b, touch) for a in one.boxes for b in other.boxes):
                    yield "overlap text", f"page {index + 1}: “{one.words}” and “{other.words}” overlap"
        yield from over_figures(reading, index, texts)


def leaving(reading, index, texts):
    left, low, right, high = reading.media_box(index)
    for one in texts:
        if one.whole[0] < left - 0.5 or one.whole[1] < low or one.whole[2] > right + 0.5 or one.whole[3] > high:
            yield "off-page", f"page {index + 1}: “{one.words}” leaves the page"


def over_figures(reading, index, texts):
    page_id = reading.pdf.page_ids[index]
    left, low, right, high = reading.media_box(index)
    boxes = []
    for figure in reading.figures:
        marks = {kid[2] for kid in figure.kids if isinstance(kid, tuple) and kid[0] == "mark" and kid[1] == page_id}
        box = reading.pdf.get(figure.attribute("Layout", "/BBox"))
        if not marks or not box or is_imported(reading, index, marks):
            continue
        box = [float(edge) for edge in box]
        boxes.append((box, marks))
        if box[0] < left - 1 or box[1] < low - 1 or box[2] > right + 1 or box[3] > high + 1:
            yield "off-page", f"page {index + 1}: the figure at {box} leaves the page"
        for one in texts:
            if one.mcid not in marks and any(meet(box, glyph) for glyph in one.boxes):
                yield "overlap figure", f"page {index + 1}: “{one.words}” stands over a figure at {box}"
    for place, (box, _) in enumerate(boxes):
        for other, _ in boxes[place + 1:]:
            if meet(box, other):
                yield "overlap figure", f"page {index + 1}: figures at {box} and {other} overlap"


def is_imported(reading, index, marks):
    """Whether a figure is a page of another file, which may cover the page."""
    pieces = [one for one in reading.document.pages[index].pieces if one.mcid in marks]
    return any(one.form and one.font for one in pieces) and len(reading.document.pages[index].pieces) == len(pieces)


def uncovered_links(reading):
    """Links whose words lie outside their annotations."""
    for element in reading.links:
        rects, glyphs = {}, []
        for part in element.walk():
            for kid in part.kids:
                if isinstance(kid, tuple) and kid[0] == "object":
                    rect = [float(edge) for edge in reading.pdf.get(reading.pdf.get(kid[2])["/Rect"])]
                    rects.setdefault(kid[1], []).append(rect)
                elif isinstance(kid, tuple):
                    page = reading.document.pages[reading.pdf.page_ids.index(kid[1])]
                    glyphs += [(kid[1], box, piece.words) for piece in page.pieces
                               if piece.mcid == kid[2] and piece.font for box in piece.boxes]
        for page, (x0, low, x1, size), words in glyphs:
            middle = ((x0 + x1) / 2, low + size * 0.25)
            if not any(r[0] - 1 <= middle[0] <= r[2] + 1 and r[1] - 1 <= middle[1] <= r[3] + 1
                       for r in rects.get(page, [])):
                yield f"“{words}” of a link lies outside its annotation"
                break
