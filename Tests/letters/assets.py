"""Makes the files that letters name: every kind of picture, fonts, PDFs to enclose, files to attach.

usage: .venv/bin/python Tests/letters/assets.py FOLDER    makes the pictures alone
"""
import pathlib
import shutil
import struct
import subprocess
import sys
import zlib

from PIL import Image, ImageCms

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="120" height="80"' \
      ' viewBox="0 0 120 80">{}</svg>'
DRAWINGS = {
    "chart.svg": '<rect x="5" y="20" width="20" height="55" fill="#36c"/><rect x="40" y="40" width="20" height="35"/>'
                 '<path d="M5 10 C 40 0, 80 30, 115 5" stroke="red" fill="none"/>',
    "text.svg": '<rect width="120" height="80" fill="#eee"/><text x="10" y="40" font-size="14">Søjle 1</text>',
    "linked.svg": '<a xlink:href="https://example.org/"><circle cx="60" cy="40" r="30" fill="teal"/></a>'
                  '<a href="javascript:alert(1)"><rect width="20" height="20"/></a>',
    "gradient.svg": '<defs><linearGradient id="g"><stop offset="0" stop-color="white"/><stop offset="1" '
                    'stop-color="navy" stop-opacity="0.4"/></linearGradient></defs>'
                    '<rect width="120" height="80" fill="url(#g)"/><circle cx="40" cy="40" r="25" opacity="0.5"/>',
    "mark.svg": '<circle cx="60" cy="40" r="35" fill="#8a1538"/>',
}


def make_assets(folder, program):
    folder.mkdir(parents=True, exist_ok=True)
    make_pictures(folder)
    shutil.copy(ROOT / "Examples/images/underskrift.png", folder / "signature.png")
    shutil.copy(ROOT / "Examples/images/bilag.pdf", folder / "plain.pdf")
    shutil.copy(ROOT / "Tests/Fonts/ProofVariable[wght].ttf", folder / "ProofVariable.ttf")
    for name in ("ProofSerifless-Regular.otf", "ProofSerifless-Bold.otf"):
        shutil.copy(ROOT / "Tests/Fonts" / name, folder / name)
    (folder / "data.json").write_text('{"sag": 1}\n')
    (folder / "tabel.csv").write_text("a;b\n1;2\n")
    (folder / "note æ.txt").write_text("Æblegrød\n", "utf-8")
    enclosure = "---\nlayout: brev\ndate: 2024-01-02\nsubject: Et bilag\n---\nEt afsnit med et [led](https://kl.dk).\n\n- Et punkt\n"
    set_letter(program, folder, "tagged", enclosure)
    (folder / "paper.yaml").write_text(
        "extends: kl\nsidebar:\nclosing:\nshapes: {frame: {x: 0mm, y: 0mm, width: 210mm, height: 4mm}, fill: '#8a1538'}\n")
    set_letter(program, folder, "letterhead", "---\nlayout: paper.yaml\ndate: 2024-01-02\ntitle: Papir\n---\n\u00b7\n")


def set_letter(program, folder, name, source):
    (folder / f"{name}.md").write_text(source, "utf-8")
    subprocess.run([str(program), "render", f"{name}.md", "-o", f"{name}.pdf"], cwd=folder, check=True, timeout=60)


def make_pictures(folder):
    for name, drawing in DRAWINGS.items():
        (folder / name).write_text(SVG.format(drawing), "utf-8")
    ramp = Image.new("RGB", (160, 90))
    ramp.putdata([(x, 2 * y, 255 - x) for y in range(90) for x in range(160)])
    ramp.convert("L").save(folder / "grey.png")
    ramp.convert("P").save(folder / "palette.png")
    ramp.convert("1").save(folder / "one-bit.png")
    clear = ramp.convert("RGBA")
    clear.putalpha(ramp.convert("L"))
    clear.save(folder / "alpha.png")
    png(folder / "deep.png", 16, 2, lambda x, y: struct.pack(">3H", x * 400, y * 700, 30000))
    png(folder / "gamma.png", 8, 2, lambda x, y: bytes([x, y, 99]), b"gAMA", struct.pack(">L", 100000))
    png(folder / "interlaced.png", 8, 0, lambda x, y: bytes([x]), interlaced=True)
    ramp.save(folder / "photo.jpg", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    ramp.convert("L").save(folder / "grey.jpg")
    ramp.convert("CMYK").save(folder / "cmyk.jpg")
    ramp.save(folder / "progressive.jpg", progressive=True)
    turned = Image.Exif()
    turned[0x112] = 6
    ramp.save(folder / "turned.jpg", exif=turned)


def png(path, depth, kind, pixel, extra=None, value=b"", interlaced=False, width=160, height=90):
    """A PNG of a kind that PIL does not write."""
    chunk = lambda name, data: struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)] \
        if interlaced else [(0, 0, 1, 1)]
    rows = b"".join(b"\0" + b"".join(pixel(x, y) for x in range(left, width, across))
                    for left, top, across, down in passes for y in range(top, height, down))
    head = struct.pack(">LLBBBBB", width, height, depth, kind, 0, 0, int(interlaced))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + (chunk(extra, value) if extra else b"")
                     + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


if __name__ == "__main__":
    make_pictures(pathlib.Path(sys.argv[1]))
