#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Typeset

/// One bound file while it is written, beside its place.
final class BoundFile {
  /// Its name without a folder, and which of the files it is.
  let name: String
  let part: Int
  private(set) var letters = 0
  private(set) var sheets = 0
  private(set) var pages = 0
  private(set) var byteCount = 0
  private let path: String
  private let file: UnsettledFile
  private var pdf: BoundPDF

  init(
    path: String, part: Int, standard: PDFStandard, marks: SheetMarks?
  ) throws(Diagnostics) {
    self.path = path
    self.part = part
    name = path.split(separator: "/").last.map(String.init) ?? path
    file = try UnsettledFile(for: path)
    pdf = BoundPDF(standard: standard, marks: marks)
  }

  /// Adds a letter.
  ///
  /// - Parameter first: its first sheet.
  /// - Returns: its first page, from 1.
  func add(
    _ letter: LetterToBind, first: SheetMarks.Sheet, isDuplex: Bool
  ) throws(Diagnostics) -> Int {
    let place = try pdf.add(letter.letter, title: letter.title, first: first, isDuplex: isDuplex)
    letters += 1
    pages += place.pages
    sheets += first.count
    try write(pdf.drain())
    return place.firstPage
  }

  /// Gives a file, which messages call by a name, with a seal behind it.
  typealias Seal = ([UInt8], String) throws(Diagnostics) -> [UInt8]

  /// The most bytes of a file that is sealed; it is read as a whole.
  private static let sealLimit = 128 << 20

  /// Writes the end, and has the file on the disk.
  ///
  /// - Parameter seal: seals the file; nil for one without a seal.
  func complete(_ seal: Seal?) throws(Diagnostics) {
    try write(pdf.finish())
    if let seal {
      guard byteCount <= Self.sealLimit else {
        throw Diagnostics([
          Diagnostic(
            .error, .boundFile,
            "\"\(name)\" has \(byteCount) bytes, more than a file that is sealed",
            hints: ["divide the letters with --sheets"])
        ])
      }
      let sealed = try seal(try readFile(at: file.path, limit: Self.sealLimit), name)
      try write(Array(sealed[byteCount...]))
    }
    try file.sync()
  }

  /// Puts the file in its place.
  func settle() throws(Diagnostics) { try file.settle() }

  private func write(_ bytes: [UInt8]) throws(Diagnostics) {
    try file.write(bytes)
    byteCount += bytes.count
  }
}
