/// Media types of attached files by the suffix of their names (IANA media types).
enum MediaType {
  private static let known = [
    "csv": "text/csv", "txt": "text/plain", "md": "text/markdown", "json": "application/json",
    "xml": "application/xml", "pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg",
    "jpeg": "image/jpeg", "svg": "image/svg+xml", "html": "text/html",
    "yaml": "application/yaml", "yml": "application/yaml", "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
  ]

  /// The media type of a file; bytes of no known type for a suffix that is not known.
  static func of(_ name: String) -> String {
    let suffix = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    return known[suffix] ?? "application/octet-stream"
  }
}
