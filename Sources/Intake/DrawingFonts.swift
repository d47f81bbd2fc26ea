/// The fonts that words of a drawing may be set in; the machine's are none of them.
package struct DrawingFonts: Message, Hashable {
  /// The folder of the fonts that every letter may use.
  package let folder: String
  /// Further font files, as a layout names them, which go before those.
  package let files: [String]

  /// Names them; nothing is read yet.
  package init(folder: String, files: [String] = []) {
    self.folder = folder
    self.files = files
  }

  package func write(to writer: inout MessageWriter) { writer.append(folder, files) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    folder = try String(from: &reader)
    files = try [String](from: &reader)
  }
}
