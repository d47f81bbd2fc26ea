package import PDFFile

/// Asks for all that a finished PDF holds, whoever made it, so that it can be looked at.
///
/// What is wrong with the file is part of the answer and no refusal.
package struct InspectPDF: FileRequest {
  package static let name = "inspect-pdf"
  package typealias Answer = PDFContents

  /// The file's bytes.
  package let bytes: [UInt8]

  /// Asks for a file.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// What a PDF holds, as values: every object that can be reached from its trailer.
package struct PDFContents: Message, Hashable {
  /// An object under its number in the file, which is also the index of references to it.
  package struct Object: Message, Hashable {
    /// The object's number.
    package let number: Int
    /// The object; the bytes of a stream are decoded, or none if they were not.
    package let object: PDFBody.Object
    /// Whether the bytes of a stream are there: those of images, programs of fonts, embedded
    /// files and streams of unknown filters are not.
    package let isDecoded: Bool

    /// Names an object.
    package init(number: Int, object: PDFBody.Object, isDecoded: Bool = true) {
      self.number = number
      self.object = object
      self.isDecoded = isDecoded
    }
  }

  /// How a file is encrypted (ISO 32000-1, 7.6).
  package enum Encryption: Message, Hashable {
    /// It is not.
    case none
    /// It opens for everybody, who may do only what is listed.
    case open(permitted: [Permission])
    /// It asks for a password; nothing more is known of it.
    case locked
  }

  /// What the author of an encrypted file may allow (ISO 32000-1, table 22).
  package enum Permission: String, Message, CaseIterable, Hashable {
    case print
    case printWell = "print-well"
    case copy
    case readAloud = "read-aloud"
    case fillForms = "fill-forms"
    case change
  }

  /// What is damaged, in the words of qpdf; empty for a sound file.
  package var damages: [String] = []
  /// How it is encrypted.
  package var encryption = Encryption.none
  /// The trailer (ISO 32000-1, 7.5.5).
  package var trailer = PDFDictionary([])
  /// The objects, by their numbers.
  package var objects: [Object] = []

  /// Nothing yet.
  package init() {}
}

// MARK: Messages

extension PDFContents {
  package func write(to writer: inout MessageWriter) {
    writer.append(damages, encryption, trailer, objects)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    damages = try [String](from: &reader)
    encryption = try Encryption(from: &reader)
    trailer = try PDFDictionary(from: &reader)
    objects = try [Object](from: &reader)
  }
}

extension PDFContents.Object {
  package func write(to writer: inout MessageWriter) {
    writer.append(number, object, isDecoded)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    number = try Int(from: &reader)
    object = try PDFBody.Object(from: &reader)
    isDecoded = try Bool(from: &reader)
  }
}

extension PDFContents.Encryption {
  package func write(to writer: inout MessageWriter) {
    switch self {
    case .none: writer.append(byte: 0)
    case .open(let permitted): writer.append(UInt8(1), permitted)
    case .locked: writer.append(byte: 2)
    }
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    switch try reader.byte() {
    case 0: self = .none
    case 1: self = .open(permitted: try [PDFContents.Permission](from: &reader))
    case 2: self = .locked
    default: throw BrokenMessage()
    }
  }
}

extension PDFContents.Permission {
  package func write(to writer: inout MessageWriter) { writer.append(rawValue) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    guard let known = Self(rawValue: try String(from: &reader)) else { throw BrokenMessage() }
    self = known
  }
}
