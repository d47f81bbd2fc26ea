package import Intake
package import PDFFile

/// A finished PDF that is looked at: its objects, its pages and what it says of itself.
///
/// All of it was read by the intake; here are values alone, and every look at them ends, however
/// the objects refer to each other.
package struct InspectedPDF: Sendable {
  /// What messages call the file.
  package let name: String
  /// The file.
  package let bytes: [UInt8]
  /// What is damaged, in words.
  package let damages: [String]
  /// How it is encrypted.
  package let encryption: PDFContents.Encryption
  /// The trailer.
  package let trailer: PDFDictionary
  /// The objects by their numbers.
  package let objects: [Int: PDFContents.Object]
  /// The pages in their order.
  package private(set) var pages: [InspectedPage] = []

  /// Has the intake read a file.
  ///
  /// What it cannot read becomes damages.
  /// - Throws: ``IntakeFault`` where the installation is at fault.
  package init(
    _ bytes: [UInt8], name: String, by intake: IntakeClient
  ) throws(IntakeFault) {
    do throws(IntakeFault) {
      self.init(bytes, name: name, contents: try intake.ask(InspectPDF(bytes)))
    } catch {
      guard !error.isOurs else { throw error }
      var contents = PDFContents()
      contents.damages = ["the file \(error.predicate)"]
      self.init(bytes, name: name, contents: contents)
    }
  }

  /// Looks at a file whose contents were read.
  package init(_ bytes: [UInt8], name: String, contents: PDFContents) {
    self.name = name
    self.bytes = bytes
    damages = contents.damages
    encryption = contents.encryption
    trailer = contents.trailer
    objects = Dictionary(contents.objects.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    pages = InspectedPage.all(in: self)
  }

  // MARK: Values

  /// A value with references resolved; null for what is not there.
  package func resolve(_ value: PDFValue?) -> PDFValue {
    var value = value ?? .null
    for _ in 0..<32 {
      guard case .reference(let reference) = value else { return value }
      switch objects[reference.index]?.object {
      case .value(let next): value = next
      case .stream(let entries, _): return .dictionary(entries)
      case nil: return .null
      }
    }
    return .null
  }

  /// The value under a key of a dictionary, resolved.
  package func value(_ dictionary: PDFDictionary, _ key: String) -> PDFValue {
    resolve(dictionary[key])
  }

  /// A dictionary, also that of a stream; nil for anything else.
  package func dictionary(_ value: PDFValue?) -> PDFDictionary? {
    if case .dictionary(let entries) = resolve(value) { entries } else { nil }
  }

  /// The items of an array; none for anything else.
  package func items(_ value: PDFValue?) -> [PDFValue] {
    if case .array(let items) = resolve(value) { items } else { [] }
  }

  /// A name; nil for anything else.
  package func name(_ value: PDFValue?) -> String? {
    if case .name(let name) = resolve(value) { name } else { nil }
  }

  /// A number; nil for anything else.
  package func number(_ value: PDFValue?) -> Double? {
    switch resolve(value) {
    case .integer(let number): Double(number)
    case .real(let number): number
    default: nil
    }
  }

  /// A whole number; nil for anything else.
  package func integer(_ value: PDFValue?) -> Int? {
    switch resolve(value) {
    case .integer(let number): number
    case .real(let number): Int(exactly: number)
    default: nil
    }
  }

  /// A string's bytes; nil for anything else.
  package func string(_ value: PDFValue?) -> [UInt8]? {
    switch resolve(value) {
    case .bytes(let bytes): bytes
    case .text(let text): Array(text.utf8)
    default: nil
    }
  }

  /// A text string for people (ISO 32000-1, 7.9.2.2); nil for anything else.
  package func text(_ value: PDFValue?) -> String? { string(value).map(textString) }

  /// Whether a value is `true`.
  package func isTrue(_ value: PDFValue?) -> Bool { resolve(value) == .boolean(true) }

  /// A stream's entries and bytes; nil for anything else, and for one that was not decoded.
  package func stream(_ value: PDFValue?) -> (entries: PDFDictionary, bytes: [UInt8])? {
    var value = value ?? .null
    for _ in 0..<32 {
      guard case .reference(let reference) = value, let object = objects[reference.index] else {
        return nil
      }
      switch object.object {
      case .stream(let entries, let bytes): return object.isDecoded ? (entries, bytes) : nil
      case .value(let next): value = next
      }
    }
    return nil
  }

  // MARK: The file as a whole

  /// The catalogue (ISO 32000-1, 7.7.2); empty where there is none.
  package var catalog: PDFDictionary { dictionary(trailer["Root"]) ?? PDFDictionary([]) }

  /// The information dictionary (ISO 32000-1, 14.3.3); empty where there is none.
  package var information: PDFDictionary { dictionary(trailer["Info"]) ?? PDFDictionary([]) }

  /// The version: that of the header, or a later one that the catalogue names (ISO 32000-1, 7.5.2).
  package var version: String {
    let own = name(catalog["Version"]) ?? ""
    return [headerVersion, own].max { Self.rank($0) < Self.rank($1) } ?? ""
  }

  /// The version in the file's first bytes; empty where there is none.
  package var headerVersion: String {
    let head = String(decoding: bytes.prefix(1024), as: UTF8.self)
    guard let start = head.firstRange(of: "%PDF-")?.upperBound else { return "" }
    return String(head[start...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
  }

  /// A version as a number that can be compared: 1.7 as 107.
  package static func rank(_ version: String) -> Int {
    let parts = version.split(separator: ".").map { Int($0) ?? 0 }
    return (parts.first ?? 0) * 100 + (parts.count > 1 ? parts[1] : 0)
  }

  /// The language that the catalogue names; nil where it names none.
  package var language: String? { text(catalog["Lang"]) }

  /// What its XMP packet says; nil where there is none, or none that is XML.
  package var metadata: XMPPacket? {
    stream(catalog["Metadata"]).flatMap { XMPPacket($0.bytes) }
  }

  /// The structure tree; nil for a file without tags.
  package var structure: StructureTree? { StructureTree(in: self) }
}

/// What a text string says: UTF-16 or UTF-8 with their marks, else PDFDocEncoding, which is Latin-1
/// but for a few characters (ISO 32000-1, annex D.3).
package func textString(_ bytes: [UInt8]) -> String {
  if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
    let high = bytes[0] == 0xFE ? 0 : 1
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + 1 - high])
    }
    return String(decoding: units, as: UTF16.self)
  }
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
    return String(decoding: bytes.dropFirst(3), as: UTF8.self)
  }
  let special: [UInt8: Unicode.Scalar] = [
    0x18: "˘", 0x19: "ˇ", 0x1A: "ˆ", 0x1B: "˙", 0x1C: "˝", 0x1D: "˛", 0x1E: "˚", 0x1F: "˜",
    0x80: "•", 0x81: "†", 0x82: "‡", 0x83: "…", 0x84: "—", 0x85: "–", 0x86: "ƒ", 0x87: "⁄",
    0x88: "‹", 0x89: "›", 0x8A: "−", 0x8B: "‰", 0x8C: "„", 0x8D: "“", 0x8E: "”", 0x8F: "‘",
    0x90: "’", 0x91: "‚", 0x92: "™", 0x93: "ﬁ", 0x94: "ﬂ", 0x95: "Ł", 0x96: "Œ", 0x97: "Š",
    0x98: "Ÿ", 0x99: "Ž", 0x9A: "ı", 0x9B: "ł", 0x9C: "œ", 0x9D: "š", 0x9E: "ž", 0xA0: "€",
  ]
  return String(
    String.UnicodeScalarView(bytes.map { special[$0] ?? Unicode.Scalar($0) }))
}
