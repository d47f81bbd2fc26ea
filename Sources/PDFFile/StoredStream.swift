extension PDFDictionary {
  /// A stream's entries and bytes as they are stored: made smaller where that helps and nothing speaks
  /// against it.
  package func stored(
    _ data: [UInt8], by deflater: Deflater
  ) -> (entries: PDFDictionary, data: [UInt8]) {
    // Programs that know no PDF find metadata by their first bytes (ISO 16684-1, 7.3.2).
    guard self["Type"] != .name("Metadata"), self["Filter"] == nil,
      let small = deflater.compressed(data)
    else { return (self, data) }
    var entries = self
    entries["Filter"] = .name("FlateDecode")
    return (entries, small)
  }
}

extension PDFBody.Object {
  /// The object as it is stored; only streams change.
  package func stored(by deflater: Deflater) -> Self {
    guard case .stream(let entries, let bytes) = self else { return self }
    let stored = entries.stored(bytes, by: deflater)
    return .stream(stored.entries, stored.data)
  }
}
