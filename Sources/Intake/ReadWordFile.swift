/// Asks for what a file of Word holds: its text, pictures, and what a letter cannot hold.
package struct ReadWordFile: FileRequest {
  package static let name = "read-word-file"

  /// The file's bytes: a package of parts (ECMA-376, part 2).
  package let bytes: [UInt8]

  package typealias Answer = WordFile

  /// Asks of a file.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// What a file of Word holds.
package struct WordFile: Message, Hashable {
  /// Something that a letter cannot hold.
  package struct Extra: Message, Hashable {
    /// The kinds of it.
    package enum Kind: UInt8, CaseIterable, Sendable {
      /// Text in a box of its own.
      case textBox
      /// A remark in the margin.
      case comment
      /// Text that was put in or taken out while changes were tracked.
      case trackedChange
      /// What stands at the top of each page.
      case header
      /// What stands at the foot of each page.
      case footer
      /// A break to another page or column that somebody put in.
      case pageBreak
      /// Cells of a table that are one.
      case mergedCell
      /// Text in a colour.
      case color
      /// Text that Word works out: a date, a number of a page, a table of contents.
      case field
      /// The same in its short form, of which nothing is kept.
      case shortField
      /// A picture that is not in the file, but somewhere else.
      case linkedPicture
      /// A formula, chart, diagram or object of another program.
      case object
    }

    /// What it is.
    package let kind: Kind
    /// What it says, clipped; empty where that is not known.
    package let words: String

    /// Something of a kind.
    package init(_ kind: Kind, _ words: String = "") {
      self.kind = kind
      self.words = words
    }

    package func write(to writer: inout MessageWriter) { writer.append(kind.rawValue, words) }

    package init(from reader: inout MessageReader) throws(BrokenMessage) {
      guard let kind = Kind(rawValue: try reader.byte()) else { throw BrokenMessage() }
      self.kind = kind
      words = try String(from: &reader)
    }
  }

  /// A picture that comes with the text.
  package struct Picture: Message, Hashable {
    /// Its name in the package below `word/`, as `media/image1.png`.
    package let name: String
    /// Its bytes, whatever they are.
    package let bytes: [UInt8]

    /// A picture of that name.
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    package func write(to writer: inout MessageWriter) { writer.append(name, bytes) }

    package init(from reader: inout MessageReader) throws(BrokenMessage) {
      name = try String(from: &reader)
      bytes = try [UInt8](from: &reader)
    }
  }

  /// A file of Word of the same parts, within the limits and with nothing hidden in it; its pictures
  /// are empty.
  package let text: [UInt8]
  /// What a letter cannot hold, in the order of the file.
  package let extras: [Extra]
  /// The pictures, by their names.
  package let pictures: [Picture]
  /// The day on which the file was last saved, `YYYY-MM-DD`; nil where it does not say.
  package let saved: String?

  /// What was found in a file.
  package init(text: [UInt8], extras: [Extra], pictures: [Picture], saved: String?) {
    self.text = text
    self.extras = extras
    self.pictures = pictures
    self.saved = saved
  }

  package func write(to writer: inout MessageWriter) {
    writer.append(text, extras, pictures, saved)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    text = try [UInt8](from: &reader)
    extras = try [Extra](from: &reader)
    pictures = try [Picture](from: &reader)
    saved = try String?(from: &reader)
  }
}
