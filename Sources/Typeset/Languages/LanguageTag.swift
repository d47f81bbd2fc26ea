/// A language by its BCP 47 tag, such as `da` or `en`.
public struct LanguageTag: Hashable, Sendable {
  /// The tag as written, lower case.
  public let tag: String

  /// Danish, the language of letters that name none.
  public static let danish = LanguageTag("da")

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
