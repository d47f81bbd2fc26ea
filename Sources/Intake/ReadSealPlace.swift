package import PDFFile

/// Asks for what an update changes that adds a seal to a PDF (ISO 32000-1, 12.8), whoever made the file.
///
/// A file to which none can be added is refused, with the reason.
package struct ReadSealPlace: FileRequest {
  package static let name = "read-seal-place"
  package typealias Answer = SealPlace

  /// The file's bytes.
  package let bytes: [UInt8]

  /// Asks for a file.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// The objects of a PDF that name its signature fields, and where its places are written.
///
/// References are by the objects' numbers in the file.
package struct SealPlace: Message, Hashable {
  /// A dictionary or an array that gets one entry more.
  package struct Part: Message, Hashable {
    /// The number of its object; 0 for one that stands within the part before it.
    package let number: Int
    /// What it holds.
    package let value: PDFValue

    /// Names a part.
    package init(number: Int, value: PDFValue) {
      self.number = number
      self.value = value
    }
  }

  /// The catalogue.
  package var catalog: Part
  /// The interactive form (ISO 32000-1, 12.7.2), within the catalogue; nil for a file without one.
  package var form: Part?
  /// The form's fields, within the form; nil for none.
  package var fields: Part?
  /// The first page.
  package var page: Part
  /// The annotations of the first page, within it; nil for none.
  package var annotations: Part?
  /// What the fields are called that are there already.
  package var fieldNames: [String]
  /// The newest trailer.
  package var trailer: PDFDictionary
  /// The first number that no object has.
  package var nextNumber: Int
  /// Where the newest table of places begins in the file.
  package var tablePlace: Int
  /// Whether that is a stream (ISO 32000-1, 7.5.8).
  package var isTableStream: Bool
  /// Whether the file is one of PDF 2.0.
  package var isVersion2 = false

  /// A file's parts.
  package init(
    catalog: Part, page: Part, trailer: PDFDictionary, nextNumber: Int, tablePlace: Int,
    isTableStream: Bool
  ) {
    self.catalog = catalog
    self.page = page
    self.trailer = trailer
    self.nextNumber = nextNumber
    self.tablePlace = tablePlace
    self.isTableStream = isTableStream
    fieldNames = []
  }

  package func write(to writer: inout MessageWriter) {
    writer.append(catalog, form, fields, page, annotations, fieldNames, trailer)
    writer.append(nextNumber, tablePlace, isTableStream, isVersion2)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    catalog = try Part(from: &reader)
    form = try Part?(from: &reader)
    fields = try Part?(from: &reader)
    page = try Part(from: &reader)
    annotations = try Part?(from: &reader)
    fieldNames = try [String](from: &reader)
    trailer = try PDFDictionary(from: &reader)
    nextNumber = try Int(from: &reader)
    tablePlace = try Int(from: &reader)
    isTableStream = try Bool(from: &reader)
    isVersion2 = try Bool(from: &reader)
  }
}

extension SealPlace.Part {
  package func write(to writer: inout MessageWriter) { writer.append(number, value) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    number = try Int(from: &reader)
    value = try PDFValue(from: &reader)
  }
}
