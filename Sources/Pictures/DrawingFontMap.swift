import CCairo
import CPango
import CPangoCairo
import GLibSupport
import Intake

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The fonts that librsvg finds, and no others.
///
/// Of the folder those families are read that a drawing speaks of, and those that stand in for any
/// other; so which fonts there are depends on the drawing and the folder alone. One map of fonts is
/// kept for the next drawing with the same, for Pango does not give all of its memory back.
final class DrawingFontMap {
  private var files: [String] = []
  private var map: GObjectRef?

  /// Makes the fonts of a request the ones that are found, until it is called anew.
  func use(_ fonts: DrawingFonts, for svg: [UInt8]) {
    let wanted = drawingFontFiles(fonts, for: svg)
    guard wanted != files || map == nil else { return }
    guard let made = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else { return }
    let config = FcConfigCreate()
    defer { FcConfigDestroy(config) }
    for file in wanted { FcConfigAppFontAddFile(config, file) }
    FcConfigParseAndLoadFromMemory(config, standInRule, 0)
    let new = GObjectRef(adopting: made)
    pango_fc_font_map_set_config(new.opaque(), config)
    pango_cairo_font_map_set_resolution(new.opaque(), 72)
    pango_cairo_font_map_set_default(new.opaque())
    files = wanted
    map = consume new
  }
}

/// The files of the fonts that words of a drawing may be set in.
func drawingFontFiles(_ fonts: DrawingFonts, for svg: [UInt8]) -> [String] {
  fonts.files + familyFiles(in: fonts.folder, for: svg)
}

/// Keeps fontconfig from reading about the machine's fonts, for as long as the process lives.
package func shutOutMachineFonts() {
  let empty = FcConfigCreate()
  defer { FcConfigDestroy(empty) }
  FcConfigSetCurrent(empty)
}

/// The families that stand in for those that are not there, the first before the second.
private let standIns = ["liberationsans", "dejavusans"]

/// Among families that nobody asked for fontconfig would take the one whose version is highest.
private let standInRule = """
  <fontconfig><match target="pattern"><edit name="family" mode="append_last" binding="weak">
  <string>Liberation Sans</string></edit></match></fontconfig>
  """

/// The files of the families that a drawing names, in the order of their names, after those that stand
/// in; none for a drawing without words.
private func familyFiles(in folder: String, for svg: [UInt8]) -> [String] {
  guard svg.firstRange(of: Array("text".utf8)) != nil else { return [] }
  let words = svg.compactMap { byte -> UInt8? in
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte == 0x20 ? nil : byte
  }
  var first: [String: [String]] = [:]
  var others: [String] = []
  for name in fileNames(in: folder) {
    let suffix = name.suffix(4).lowercased()
    guard suffix == ".ttf" || suffix == ".otf" || suffix == ".ttc" else { continue }
    let family = String(name.dropLast(4).prefix { $0 != "-" && $0 != "[" }).lowercased()
    if standIns.contains(family) {
      first[family, default: []].append(folder + "/" + name)
    } else if words.firstRange(of: Array(family.utf8)) != nil {
      others.append(folder + "/" + name)
    }
  }
  return standIns.flatMap { first[$0] ?? [] } + others
}

private func fileNames(in folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    names.append(
      withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
          String(cString: $0)
        }
      })
  }
  return names.sorted()
}
