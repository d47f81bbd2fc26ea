extension Translation {
  /// Reads the translation of a language from the resources.
  ///
  /// - Parameter language: the tag, as `da`; its region is left off where there is no file for it.
  /// - Returns: nil where there is none.
  public static func read(_ language: String, in resources: ResourceFolder) -> Translation? {
    guard language.utf8.allSatisfy({ isTagByte($0) }), !language.isEmpty else { return nil }
    let path = "\(resources.path)/Translations/\(language).po"
    guard let bytes = try? readFile(at: path, limit: sizeLimit) else { return nil }
    return Translation(language: language, po: bytes)
  }

  private static let sizeLimit = 4 * 1024 * 1024

  private static func isTagByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }
}
