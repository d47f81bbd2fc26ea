package import PDFFile
import Synchronization

/// The foreign PDFs of one letter: each is opened once, and all later stages use what was opened.
///
/// It owns the opened files for as long as anything of the letter may still be written, and lets one
/// task at a time use them.
package final class OpenedPDFs: Sendable {
  /// What the letter shows of one file, and how.
  package struct Use: Hashable, Sendable {
    let pages: [Int]
    let purpose: ImportUse

    /// - Parameter pages: the pages shown, from 0, each once and in their order.
    package init(pages: [Int], as purpose: ImportUse) {
      self.pages = pages
      self.purpose = purpose
    }
  }

  /// What a letter is laid out by.
  package struct Outset: Hashable, Sendable {
    /// The extents of the file's pages.
    package let pages: [PageExtent]
    /// Whether its structure is kept.
    package let isTagged: Bool
    /// The language that it says it is in; nil if it says none that is one.
    package let language: String?
  }

  private struct State {
    var files: [OpenedPDF] = []
    var audited: (uses: [Use?], flaws: [ImportFlaws?])?
  }

  private let state = Mutex(State())

  /// No files yet.
  package init() {}

  /// Opens a file, which goes behind those that were opened before.
  ///
  /// - Parameters:
  ///   - name: what messages call it.
  ///   - keepsTags: whether its pages stay content rather than become drawings.
  /// - Throws: when the file is broken or encrypted.
  package func open(
    _ bytes: [UInt8], name: String, keepsTags: Bool
  ) throws(PDFError) -> Outset {
    try state.withLock { (state) throws(PDFError) -> Outset in
      let file = try OpenedPDF(bytes, name: name, keepsTags: keepsTags)
      let outset = Outset(
        pages: (0..<file.pageCount).map { file.extent(of: $0) }, isTagged: file.tags != nil,
        language: file.language)
      state.files.append(file)
      return outset
    }
  }

  /// What keeps the letter from the standards with each of the files in it, which are looked through
  /// the first time that this is asked.
  ///
  /// - Parameter uses: what is shown of each file; nil for one that is not used.
  /// - Throws: when a file is broken where it was not read before.
  package func audit(_ uses: [Use?]) throws(PDFError) -> [ImportFlaws?] {
    try state.withLock { (state) throws(PDFError) -> [ImportFlaws?] in
      if let known = state.audited, known.uses == uses { return known.flaws }
      var colors = ColorAudit()
      var flaws: [ImportFlaws?] = []
      for (file, use) in zip(state.files, uses) {
        guard let use else {
          flaws.append(nil)
          continue
        }
        flaws.append(try file.audit(pages: use.pages, as: use.purpose, &colors))
      }
      state.audited = (uses, flaws)
      return flaws
    }
  }

  /// Does something with all files, which no other task uses meanwhile.
  package func use<Result: Sendable>(
    _ body: ([OpenedPDF]) throws(PDFError) -> Result
  ) throws(PDFError) -> Result {
    try state.withLock { (state) throws(PDFError) -> Result in try body(state.files) }
  }
}
