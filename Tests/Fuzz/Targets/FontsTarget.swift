import Typeset

extension FuzzTarget {
  /// Font files as layouts name them: looked at, measured and cut to some glyphs.
  static let fonts = FuzzTarget(
    "fonts", longest: 65_536,
    seeds: { project in
      let folders = ["Fonts", "Tests/Fonts"]
      return folders.flatMap { folder in
        fileNames(in: project.path(folder)).compactMap { name -> [UInt8]? in
          guard name.hasSuffix("f"), let face = face(project.path("\(folder)/\(name)")) else {
            return nil
          }
          return cut(face)
        }
      } + project.files("Tests/Fonts", ".otf", ".ttf")
    },
    open: { _ in
      let file = FuzzFile()
      return { bytes in
        file.write(bytes)
        guard FontFile.fault(at: file.path) == nil, let face = face(file.path) else { return false }
        _ = EmbeddingRights(of: FontKey(file: file.path, index: 0))
        _ = (face.postScriptName, face.measures)
        for scalar in "aÅ€ﬁ\u{301}".unicodeScalars {
          if let glyph = face.glyph(for: scalar) { _ = face.character(of: glyph) }
        }
        // HarfBuzz 6.0 ends the process where the outlines of a variable font have other points than their
        // variations say (`known/fonts`); no input of ours mends that, and the rest would not be reached.
        guard bytes.prefix(512).firstRange(of: "fvar".utf8) == nil else { return true }
        return cut(face) != nil
      }
    })

  private static func face(_ path: String) -> FontFace? {
    FontFace(FontKey(file: path, index: 0, variations: "wght=600"))
  }

  private static func cut(_ face: FontFace) -> [UInt8]? {
    var glyphs = GlyphSet()
    for glyph: UInt32 in [1, 3, 36, 68, 200, 65_535] { glyphs.insert(glyph) }
    do throws(FontFault) {
      return try FontSubset(of: face, glyphs: glyphs).program
    } catch {
      return nil
    }
  }
}
