import CPango
import Intake

/// The families that words of a drawing ask for and that none of the fonts has.
///
/// A list such as `Frutiger, Arial` is answered by any of its families; one that none answers is told
/// by its first.
func missingFamilies(of svg: [UInt8], among fonts: DrawingFonts) -> [String] {
  let wanted = DrawingFamilies.wanted(in: svg)
  guard !wanted.isEmpty else { return [] }
  let known = knownFamilies(drawingFontFiles(fonts, for: svg))
  var missing: [String] = []
  for list in wanted where !list.contains(where: { known.contains(DrawingFamilies.key($0)) }) {
    if let first = list.first, !missing.contains(first) { missing.append(first) }
  }
  return missing
}

/// The names of the families that font files hold, in the form that fontconfig compares.
private func knownFamilies(_ files: [String]) -> Set<String> {
  let config = FcConfigCreate()
  defer { FcConfigDestroy(config) }
  for file in files { FcConfigAppFontAddFile(config, file) }
  guard let fonts = FcConfigGetFonts(config, FcSetApplication)?.pointee else { return [] }
  var names: Set<String> = []
  for index in 0..<Int(fonts.nfont) {
    var number: Int32 = 0
    var name: UnsafeMutablePointer<FcChar8>?
    while FcPatternGetString(fonts.fonts[index], FC_FAMILY, number, &name) == FcResultMatch,
      let found = name
    {
      names.insert(DrawingFamilies.key(String(cString: found)))
      number += 1
    }
  }
  return names
}

/// Reads the families that a drawing names: in attributes, in `style`, in a style sheet.
struct DrawingFamilies {
  private let bytes: [UInt8]

  /// The lists of families of a drawing's words, generic ones such as `serif` left out; none for a
  /// drawing without words.
  static func wanted(in svg: [UInt8]) -> [[String]] {
    let begins = [Array("<text".utf8), Array(":text".utf8)]
    guard begins.contains(where: { svg.firstRange(of: $0) != nil }) else { return [] }
    // A quotation mark says no more than a blank, and its reference would end the property.
    var text = String(decoding: svg, as: UTF8.self)
    for mark in ["&quot;", "&apos;", "&#34;", "&#39;"] { text = text.replacing(mark, with: " ") }
    let reader = DrawingFamilies(bytes: Array(text.utf8))
    var lists: [[String]] = []
    for list in reader.lists("font-family", isShort: false) + reader.lists("font", isShort: true) {
      let named = list.filter { !generic.contains($0.lowercased()) }
      if !named.isEmpty, !lists.contains(named) { lists.append(named) }
    }
    return lists
  }

  /// A family's name without its blanks and capitals, which mean nothing (CSS Fonts 3, 5.1).
  static func key(_ family: String) -> String { family.replacing(" ", with: "").lowercased() }

  private static let generic: Set = [
    "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial",
    "unset", "sans", "mono",
  ]

  /// Elements that editors give fonts though no words stand in them.
  private static let wordless: Set = [
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image", "namedview",
    "linearGradient", "radialGradient",
  ]

  /// The lists of a property, wherever it stands.
  ///
  /// - Parameter isShort: whether size and weight go before the families, as in `font`.
  private func lists(_ property: String, isShort: Bool) -> [[String]] {
    let name = Array(property.utf8)
    var lists: [[String]] = []
    var rest = bytes[...]
    while let found = rest.firstRange(of: name) {
      rest = rest[found.upperBound...]
      let before = found.lowerBound > 0 ? bytes[found.lowerBound - 1] : UInt8(ascii: " ")
      guard !Self.isNamePart(before), !isOfWordless(found.lowerBound) else { continue }
      guard var value = value(after: found.upperBound) else { continue }
      if isShort { value = Self.withoutSize(value) }
      lists.append(Self.names(in: value))
    }
    return lists
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (0x61...0x7A).contains(byte | 0x20)
  }

  private func isOfWordless(_ position: Int) -> Bool {
    guard let start = bytes[..<position].lastIndex(of: UInt8(ascii: "<")) else { return false }
    let name = bytes[(start + 1)..<position].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    let local = name.split(separator: UInt8(ascii: ":")).last ?? []
    return Self.wordless.contains(String(decoding: local, as: UTF8.self))
  }

  /// What stands after `=` in quotation marks, or after `:` as far as the property goes.
  private func value(after position: Int) -> String? {
    let rest = bytes[position...].drop { $0 <= 0x20 }
    guard let sign = rest.first else { return nil }
    let text = rest.dropFirst().drop { $0 <= 0x20 }
    switch sign {
    case UInt8(ascii: "="):
      guard let quote = text.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        return nil
      }
      return Self.decoded(text.dropFirst().prefix { $0 != quote })
    case UInt8(ascii: ":"):
      // Within an attribute the property ends with it at the latest.
      let start = bytes[..<position].lastIndex { "<>{".utf8.contains($0) } ?? 0
      let quote = bytes[start..<position].last { $0 == 0x22 || $0 == 0x27 }
      let isSheet = bytes[start] != UInt8(ascii: "<")
      return Self.decoded(
        text.prefix { !";}<>".utf8.contains($0) && (isSheet || $0 != quote) })
    default: return nil
    }
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("&amp;", with: "&")
  }

  /// The families of `bold 12px/14px "A B", serif`: what stands after the size.
  private static func withoutSize(_ value: String) -> String {
    let words = value.split(separator: " ")
    // A weight is a number too, without a unit.
    let size = words.lastIndex {
      $0.first?.isNumber == true && $0.contains { $0.isLetter || $0 == "%" }
    }
    guard let size else { return "" }
    return words[(size + 1)...].joined(separator: " ")
  }

  private static func names(in list: String) -> [String] {
    list.split(separator: ",").map { name in
      name.filter { $0 != "\"" && $0 != "'" }
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty && $0 != "!important" }
  }
}
