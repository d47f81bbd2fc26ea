"""Pages as pictures of 200 dots an inch, by four programs that read PDFs and by our own PNGs.

Each is drawn at twice that and averaged: Cairo 1.16 puts a glyph on whole pixels, and every program smooths edges
in its own way; half a pixel of 1/400 inch is what remains of that.
"""
import subprocess

from PIL import Image

DPI, TIMES = 200, 2
FULL = DPI * TIMES
READERS = ("poppler", "mupdf", "pdfium", "ghostscript")


def pages_of(reader, pdf, folder):
    """The pages of a PDF as one of the readers draws them, in order."""
    if reader == "pdfium":
        return pdfium(pdf)
    folder.mkdir(parents=True, exist_ok=True)
    commands = {
        "poppler": ["pdftoppm", "-r", FULL, pdf, folder / "page"],
        "mupdf": ["mutool", "draw", "-q", "-r", FULL, "-o", folder / "page-%04d.ppm", pdf],
        "ghostscript": ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=ppmraw", f"-r{FULL}",
                        "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", f"-sOutputFile={folder}/page-%04d.ppm", pdf],
    }
    done = subprocess.run([str(word) for word in commands[reader]], capture_output=True, timeout=240)
    if done.returncode:
        raise RuntimeError(f"{reader} ends with {done.returncode}: {done.stderr.decode('utf-8', 'replace')[:300]}")
    return drawn(sorted(folder.glob("page*.ppm")))


def pdfium(pdf):
    import pypdfium2
    document = pypdfium2.PdfDocument(str(pdf))
    try:
        for page in document:
            yield averaged(page.render(scale=FULL / 72).to_pil())
            page.close()
    finally:
        document.close()


def drawn(files):
    for file in files:
        picture = averaged(Image.open(file))
        file.unlink()  # Fifty megabytes each.
        yield picture


def averaged(picture):
    picture = picture.convert("RGB")
    width, height = picture.width // TIMES * TIMES, picture.height // TIMES * TIMES
    return picture.crop((0, 0, width, height)).reduce(TIMES)
