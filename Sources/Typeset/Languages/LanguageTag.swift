import PDFFile

/// A language by its BCP 47 tag, such as `da` or `en`.
public struct LanguageTag: Hashable, Sendable {
  /// The tag as written, lower case.
  public let tag: String

  /// Danish, the language of letters that name none.
  public static let danish = LanguageTag("da")

  /// Reads a tag of BCP 47: subtags of one to eight letters or digits with hyphens between, the
  /// first of them two to eight letters (RFC 5646, 2.1); nil for anything else.
  ///
  /// No tag in use has more than 35 characters (RFC 5646, 4.4.1), so longer ones are none.
  public init?(wellFormed text: String) {
    guard text.utf8.count <= 35, isLanguageIdentifier(text) else { return nil }
    self.init(text)
  }

  /// Whether the language is one by a code of ISO 639, of two or three letters; RFC 5646 keeps
  /// longer words for a registry that has none.
  public var hasCode: Bool { tag.prefix { $0 != "-" }.count <= 3 }

  /// The code of the language alone, without script and region (ISO 639).
  package var languageCode: String { String(tag.prefix { $0 != "-" }) }

  /// Makes a tag; it is not checked.
  public init(_ tag: String) { self.tag = tag.lowercased() }

  /// The tag and what is left of it without its last parts: `da-dk`, then `da` (RFC 4647, 3.4).
  var lookup: [LanguageTag] {
    let parts = tag.split(separator: "-")
    return parts.indices.reversed().map {
      LanguageTag(parts[...$0].joined(separator: "-"))
    }
  }
}
