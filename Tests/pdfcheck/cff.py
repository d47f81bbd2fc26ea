"""What checks need of a CFF program: its glyphs' characters or CIDs, and their widths (Adobe TN 5176, 5177)."""
import re

# The characters of the standard strings 1 to 228.
STANDARD = (" !\"#$%&’()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_‘abcdefghijklmnopqrstuvwxyz{|}~¡¢£⁄¥ƒ§¤'“«‹"
            "›ﬁﬂ–†‡·¶•‚„”»…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæıłøœß¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîï"
            "ìñóôöòõšúûüùýÿž")
CHARSET, CHARSTRINGS, PRIVATE, SUBRS, DEFAULT, NOMINAL = 15, 17, 18, 19, 20, 21
MATRIX, ROS, FONTS, SELECT = (12, 7), (12, 30), (12, 36), (12, 37)


def cff(data):
    """{"glyphs": how many, "characters" or "cids": {…: glyph}, "widths": of each glyph, "unitsPerEm"}."""
    at = data[2]
    _, at = index(data, at)
    tops, at = index(data, at)
    strings, at = index(data, at)
    shared, _ = index(data, at)
    top = dictionary(tops[0])
    programs, _ = index(data, top[CHARSTRINGS][0])
    names = charset(data, top, len(programs))
    if FONTS in top:
        inner = [dictionary(one) for one in index(data, top[FONTS][0])[0]]
        privates = [private(data, one) for one in inner]
        select = selection(data, top[SELECT][0], len(programs))
        matrix = top.get(MATRIX) or inner[0].get(MATRIX)
    else:
        privates, select, matrix = [private(data, top)], [0] * len(programs), top.get(MATRIX)
    widths = [width(program, privates[which], shared) for program, which in zip(programs, select)]
    result = {"glyphs": len(programs), "widths": widths, "unitsPerEm": round(1 / matrix[0]) if matrix else 1000}
    if ROS in top:
        result["cids"] = {cid: glyph for glyph, cid in enumerate(names)}
    else:
        result["characters"] = {character(sid, strings): glyph for glyph, sid in enumerate(names)}
    return result


def index(data, at):
    """The items of an INDEX, and where it ends."""
    count = int.from_bytes(data[at:at + 2], "big")
    if count == 0:
        return [], at + 2
    size = data[at + 2]
    offsets = [int.from_bytes(data[at + 3 + size * i:at + 3 + size * (i + 1)], "big") for i in range(count + 1)]
    base = at + 2 + size * (count + 1)
    return [data[base + a:base + b] for a, b in zip(offsets, offsets[1:])], base + offsets[-1]


def dictionary(data):
    result, operands, at = {}, [], 0
    while at < len(data):
        byte = data[at]
        if byte <= 21:
            key = (12, data[at + 1]) if byte == 12 else byte
            result[key], operands, at = operands, [], at + (2 if byte == 12 else 1)
        elif byte == 30:
            digits, at = "", at + 1
            while "f" not in digits:
                digits, at = digits + data[at:at + 1].hex(), at + 1
            signs = {"a": ".", "b": "E", "c": "E-", "e": "-"}
            operands.append(float("".join(signs.get(one, one) for one in digits.split("f")[0])))
        else:
            value, at = number(data, at)
            operands.append(value)
    return result


def number(data, at):
    """An integer of a dictionary or of a glyph's program, and what follows it."""
    byte = data[at]
    if byte == 28:
        return int.from_bytes(data[at + 1:at + 3], "big", signed=True), at + 3
    if byte == 29:
        return int.from_bytes(data[at + 1:at + 5], "big", signed=True), at + 5
    if byte <= 246:
        return byte - 139, at + 1
    if byte <= 250:
        return (byte - 247) * 256 + data[at + 1] + 108, at + 2
    if byte <= 254:
        return -(byte - 251) * 256 - data[at + 1] - 108, at + 2
    return int.from_bytes(data[at + 1:at + 5], "big", signed=True) / 65536, at + 5


def charset(data, top, count):
    """The string or CID of each glyph."""
    at = top.get(CHARSET, [0])[0]
    names = [0]
    if at <= 2:
        return list(range(count))
    form, at = data[at], at + 1
    while len(names) < count:
        first, at = int.from_bytes(data[at:at + 2], "big"), at + 2
        left = 0
        if form > 0:
            left, at = int.from_bytes(data[at:at + form], "big"), at + form
        names += range(first, first + left + 1)
    return names[:count]


def selection(data, at, count):
    """Which of the fonts in a CID font each glyph is of."""
    if data[at] == 0:
        return list(data[at + 1:at + 1 + count])
    ranges, result = int.from_bytes(data[at + 1:at + 3], "big"), []
    for i in range(ranges):
        place = at + 3 + 3 * i
        first, after = (int.from_bytes(data[p:p + 2], "big") for p in (place, place + 3))
        result += [data[place + 2]] * (after - first)
    return result


def private(data, top):
    """(default width, nominal width, subroutines)"""
    size, at = (int(one) for one in top.get(PRIVATE, [0, 0]))
    own = dictionary(data[at:at + size])
    subrs = index(data, at + own[SUBRS][0])[0] if SUBRS in own else []
    return own.get(DEFAULT, [0])[0], own.get(NOMINAL, [0])[0], subrs


def character(sid, strings):
    if sid <= len(STANDARD):
        return STANDARD[sid - 1] if sid else None
    name = strings[sid - 391].decode("latin-1") if 0 <= sid - 391 < len(strings) else ""
    found = re.fullmatch(r"uni([0-9A-F]{4})", name)
    return chr(int(found[1], 16)) if found else name


def width(program, private, shared):
    """The width that a glyph's program begins with, where it has one; else the default."""
    default, nominal, own = private
    stack, waiting = [], [(program, 0)]
    while waiting:
        code, at = waiting.pop()
        while at < len(code):
            byte = code[at]
            if byte >= 32 or byte == 28:
                value, at = number(code, at)
                stack.append(value)
            elif byte in (10, 29) and stack:
                subrs = own if byte == 10 else shared
                bias = 107 if len(subrs) < 1240 else 1131 if len(subrs) < 33900 else 32768
                waiting.append((code, at + 1))
                code, at = subrs[int(stack.pop()) + bias], 0
            elif byte == 11:
                break
            else:
                odd = byte in (1, 3, 18, 23, 19, 20) and len(stack) % 2 == 1
                more = byte == 21 and len(stack) > 2 or byte in (4, 22) and len(stack) > 1
                alone = byte == 14 and len(stack) in (1, 5)
                return nominal + stack[0] if odd or more or alone else default
    return default
