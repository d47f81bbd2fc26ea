import PDFFile

/// What a marked-content sequence says of itself (ISO 32000-1, 14.6), as far as it is kept.
struct MarkProperties {
  /// The identifier by which the structure knows the content.
  var contentID: Int?
  /// The keys that matter to readers, and their values as they are written.
  var kept: [(key: String, value: [UInt8])] = []
  /// The type of an artifact and its edge.
  var artifact: [(key: String, value: [UInt8])] = []

  private static let keptKeys: Set = ["ActualText", "Alt", "E", "Lang"]

  init() {}

  /// Reads a dictionary that stands within the content.
  init(inline bytes: ArraySlice<UInt8>) {
    let own = Array(bytes)
    var scanner = ContentScanner(own)
    var depth = 0
    var key: String?
    while let token = scanner.nextToken() {
      let text = own[token]
      let isDouble = text.count == 2 && text.first == text.last
      switch text.first {
      case UInt8(ascii: "<") where isDouble, UInt8(ascii: "["):
        depth += 1
      case UInt8(ascii: ">") where isDouble, UInt8(ascii: "]"):
        depth -= 1
        if depth == 1 { key = nil }
      case _ where depth != 1:
        break
      default:
        if let known = key {
          note(known, text)
          key = nil
        } else if text.first == UInt8(ascii: "/") {
          key = PDFSyntax.name(text)
        }
      }
    }
  }

  /// Reads a dictionary of the resources.
  init(_ dictionary: PDFObject, in document: borrowing PDFDocument) {
    contentID = document.integer(dictionary, "MCID")
    for key in Self.keptKeys.sorted() {
      guard let bytes = document.bytes(dictionary, key), Self.isKept(key, bytes) else { continue }
      kept.append((key, Array("<\(PDFSyntax.hexadecimal(bytes))>".utf8)))
    }
    for key in ["Type", "Subtype"] {
      if let name = document.name(dictionary, key) {
        artifact.append((key, Array("/\(name)".utf8)))
      }
    }
  }

  private mutating func note(_ key: String, _ value: ArraySlice<UInt8>) {
    switch key {
    case "MCID": contentID = Int(String(decoding: value, as: UTF8.self))
    case "Type", "Subtype":
      if value.first == UInt8(ascii: "/") { artifact.append((key, Array(value))) }
    case _ where Self.keptKeys.contains(key):
      if let bytes = PDFSyntax.string(value), Self.isKept(key, bytes) {
        kept.append((key, Array(value)))
      }
    default: break
    }
  }

  /// Whether a value is one that readers understand: a language must be well-formed.
  private static func isKept(_ key: String, _ bytes: [UInt8]) -> Bool {
    key != "Lang" || isLanguageIdentifier(String(decoding: bytes, as: UTF8.self))
  }

  /// The operator that begins the sequence, under another identifier or none.
  func operation(tag: String, contentID: Int?) -> [UInt8] {
    var inner: [UInt8] = []
    if let contentID { inner += Array("/MCID \(contentID)".utf8) }
    for (key, value) in tag == "Artifact" ? artifact : kept {
      inner += Array("/\(key) ".utf8) + value
    }
    return inner.isEmpty
      ? Array("/\(tag) BMC".utf8) : Array("/\(tag)<<".utf8) + inner + Array(">>BDC".utf8)
  }
}
