import Foundation
import Proofing
import Testing

/// A letter tells nothing of where and by whom its pictures were taken.
struct PictureSecretTests {
  /// Writes a photograph and a picture as cameras and programs leave them, in their own folder.
  private static let maker = """
    import sys
    from PIL import Image, ImageCms, PngImagePlugin
    folder = sys.argv[1]
    photo = Image.new("RGB", (60, 40), (200, 30, 30))
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "SECRETCAMERA", 6
    exif.get_ifd(0x8825).update({1: "N", 2: (55.0, 40.0, 30.0)})
    photo.save(folder + "/photo.jpg", exif=exif.tobytes(), comment=b"SECRETWORDS",
               icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "SECRETAUTHOR")
    photo.save(folder + "/picture.png", pnginfo=words)
    """

  /// Prints what every stream and every embedded picture of the files has of that, and the orientation
  /// and profile of those in a page of the web.
  private static let seeker = """
    import base64, io, re, sys, pikepdf
    from PIL import Image
    for name in sys.argv[1:]:
        data = open(name, "rb").read()
        parts = [data]
        if name.endswith(".pdf"):
            parts += [o.read_raw_bytes() for o in pikepdf.open(name).objects if isinstance(o, pikepdf.Stream)]
        else:
            parts += [base64.b64decode(m[1]) for m in re.finditer(rb"base64,([A-Za-z0-9+/=]+)", data)]
            for part in parts[1:]:
                if part.startswith(b"\\xff\\xd8"):
                    image = Image.open(io.BytesIO(part))
                    image.load()
                    print("photo", image.getexif().get(0x0112), "icc_profile" in image.info)
        found = [w for w in (b"SECRETCAMERA", b"SECRETWORDS", b"SECRETAUTHOR") if any(w in p for p in parts)]
        print(name.rsplit(".", 1)[1], found)
    """

  @Test func `Cameras, places and authors stay out of what is sent`() async throws {
    let scratch = try Scratch()
    let made = try await judge("-c", Self.maker, scratch.folder.path(percentEncoded: false))
    try #require(made.ending == .exit(0), "\(made)")
    try scratch.write(
      smallLetter(body: "![Et hus](photo.jpg)\n\n![Et kort](picture.png)"), as: "letter.md")
    for form in ["pdf", "html", "svg"] {
      let run = try await letterpdf(
        "render", "letter.md", "--format", form, "-o", "letter.\(form)", in: scratch.folder)
      try #require(run.ending == .exit(0), "\(run)")
    }
    let found = try await judge(
      ["-c", Self.seeker] + ["letter.pdf", "letter.html", "letter-1.svg"].map(scratch.path))
    #expect(found.output == "pdf []\nphoto 6 True\nhtml []\nsvg []\n", "\(found)")
  }
}
