import CQPDF
package import Intake
import PDFFile

/// Reads all that a PDF holds; what is wrong with it is told in the answer.
package func inspectPDF(_ bytes: [UInt8]) -> PDFContents {
  bytes.withUnsafeBytes { source in
    let document = PDFDocument(tolerating: source)
    var contents = PDFContents()
    contents.damages = document.problems()
    if contents.damages.contains(PDFError.locked) {
      contents.damages = []
      contents.encryption = .locked
      return contents
    }
    guard document.isDictionary(document.catalog) else {
      if contents.damages.isEmpty { contents.damages = ["it has no catalogue"] }
      return contents
    }
    // What the catalogue lacked was told with the rest.
    _ = document.problems()
    contents.encryption = document.encryption
    var reader = ObjectReader()
    contents.trailer = reader.read(document.trailer, in: document)
    reader.readAll(of: document)
    contents.objects = reader.objects.sorted { $0.number < $1.number }
    for problem in document.problems() + reader.faults where !contents.damages.contains(problem) {
      contents.damages.append(problem)
    }
    return contents
  }
}

/// Makes values of the objects of a document, each under its own number.
private struct ObjectReader {
  private(set) var objects: [PDFContents.Object] = []
  /// What could not be read.
  private(set) var faults: [String] = []
  private var known: Set<Int> = []
  private var pending: [PDFObject] = []
  /// How many bytes of streams may still be taken.
  private var room = 96 << 20

  /// More than any program makes: arrays within arrays, and objects.
  private static let limits = (depth: 100, objects: 500_000)
  /// Images and the programs of fonts (ISO 32000-1, table 126).
  private static let left: Set = ["Image", "Type1C", "CIDFontType0C", "OpenType"]
  /// What belongs to the form of the file and not to what it says.
  private static let wrappings: Set = ["XRef", "ObjStm"]

  /// The entries of a dictionary; the objects that it refers to are read later.
  mutating func read(_ dictionary: PDFObject, in document: borrowing PDFDocument) -> PDFDictionary {
    entries(of: dictionary, in: document, depth: 0)
  }

  mutating func readAll(of document: borrowing PDFDocument) {
    while let object = pending.popLast() {
      guard objects.count < Self.limits.objects else { return fault("it has too many objects") }
      let number = document.objectNumber(object)
      if document.isStream(object) {
        readStream(object, number, in: document)
      } else {
        let value = content(of: object, in: document, depth: 0)
        objects.append(PDFContents.Object(number: number, object: .value(value)))
      }
      document.release(object)
    }
  }

  private mutating func fault(_ words: String) {
    if !faults.contains(words) { faults.append(words) }
  }

  private mutating func value(
    of object: PDFObject, in document: borrowing PDFDocument, depth: Int
  ) -> PDFValue {
    let number = document.objectNumber(object)
    guard number > 0 else {
      defer { document.release(object) }
      return content(of: object, in: document, depth: depth)
    }
    if known.insert(number).inserted {
      pending.append(object)
    } else {
      document.release(object)
    }
    return .reference(PDFReference(index: number))
  }

  private mutating func content(
    of object: PDFObject, in document: borrowing PDFDocument, depth: Int
  ) -> PDFValue {
    guard depth < Self.limits.depth else {
      fault("its objects are nested too deeply")
      return .null
    }
    if document.isDictionary(object) {
      return .dictionary(entries(of: object, in: document, depth: depth))
    }
    if document.isArray(object) {
      return .array(
        document.items(of: object).map { value(of: $0, in: document, depth: depth + 1) })
    }
    return document.scalar(object)
  }

  private mutating func entries(
    of dictionary: PDFObject, in document: borrowing PDFDocument, depth: Int
  ) -> PDFDictionary {
    PDFDictionary(
      document.entries(of: dictionary).map { key, object in
        (key, value(of: object, in: document, depth: depth + 1))
      })
  }

  // MARK: Streams

  private mutating func readStream(
    _ stream: PDFObject, _ number: Int, in document: borrowing PDFDocument
  ) {
    let dictionary = document.dictionary(of: stream)
    defer { document.release(dictionary) }
    let entries = entries(of: dictionary, in: document, depth: 0)
    var bytes: [UInt8] = []
    var isDecoded = false
    if isRead(dictionary, in: document) {
      do throws(PDFError) {
        (bytes, isDecoded) = try document.readableContents(of: stream)
      } catch {
        fault("object \(number): \(error.reason)")
      }
      if !isDecoded { bytes = [] }
    }
    if bytes.count > room {
      fault("its streams hold more than can be looked at")
      (bytes, isDecoded) = ([], false)
    }
    room -= bytes.count
    objects.append(
      PDFContents.Object(number: number, object: .stream(entries, bytes), isDecoded: isDecoded))
  }

  /// Whether what a stream holds is looked at: no samples, no programs of fonts, no other files.
  private func isRead(_ dictionary: PDFObject, in document: borrowing PDFDocument) -> Bool {
    let type = document.name(dictionary, "Type") ?? ""
    let subtype = document.name(dictionary, "Subtype") ?? ""
    return !Self.left.contains(subtype) && type != "EmbeddedFile"
      && !Self.wrappings.contains(type) && !document.has(dictionary, "Length1")
  }
}

extension PDFDocument {
  /// How the file is encrypted; it was opened, so at least for everybody.
  fileprivate var encryption: PDFContents.Encryption {
    guard isEncrypted else { return .none }
    let answers: [(PDFContents.Permission, QPDF_BOOL)] = [
      (.print, qpdf_allow_print_low_res(data)), (.printWell, qpdf_allow_print_high_res(data)),
      (.copy, qpdf_allow_extract_all(data)), (.readAloud, qpdf_allow_accessibility(data)),
      (.fillForms, qpdf_allow_modify_form(data)), (.change, qpdf_allow_modify_other(data)),
    ]
    return .open(permitted: answers.filter { $0.1 != 0 }.map(\.0))
  }
}
