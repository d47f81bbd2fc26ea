#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
package import Typeset

/// All letters of a run in one file for a printer, or in files of at most so many sheets, with a
/// manifest beside them.
///
/// They are written beside their places and put there when all are whole, the manifest last.
package final class BoundRun: LetterSink {
  private let plan: BindPlan
  private let standard: PDFStandard
  private let marks: SheetMarks?
  private let seal: BoundFile.Seal?
  private var manifest: GrowingFile
  private var files: [BoundFile] = []
  /// How many files there are so far.
  package var fileCount: Int { files.count }
  private var letters = 0
  /// How many sheets the letters take that were bound so far.
  package private(set) var sheets = 0
  private var faults = 0
  private var aside: LettersAside?

  /// - Throws: that there are files already, or none can be made.
  package init(
    _ plan: BindPlan, standard: PDFStandard, marks: SheetMarks?,
    seal: (([UInt8], String) throws(Diagnostics) -> [UInt8])? = nil
  ) throws(Diagnostics) {
    guard plan.path.hasSuffix(".pdf") else {
      throw Diagnostics([
        Diagnostic(
          .error, .boundFile, "the bound file cannot be \"\(plan.path)\"",
          hints: ["write a name that ends in .pdf"])
      ])
    }
    if plan.sheetLimit != nil, access(plan.file(1), F_OK) == 0 {
      // Those of a longer run before would stand among the new ones.
      throw Diagnostics([
        Diagnostic(
          .error, .boundFile, "\"\(plan.file(1))\" is there already",
          hints: ["take the files of the run before away, or name others with --bind"])
      ])
    }
    self.plan = plan
    self.standard = standard
    self.marks = marks
    self.seal = seal
    manifest = try GrowingFile(for: plan.stem + ".manifest.jsonl")
    if plan.isSorted { aside = try LettersAside(path: plan.path + ".letters.partial") }
  }

  /// Takes the next letter, and notes it down.
  package func take(_ line: ManifestLine, _ letter: MadeLetter?) throws(Diagnostics) {
    guard let letter, let bound = letter.bound else {
      faults += 1
      let text = BoundLine(line).text(at: nil)
      if let aside { try aside.add(fault: text) } else { try manifest.add(text) }
      return
    }
    if let aside {
      let rank = plan.order == .sheets ? plan.sheets(of: line.pages) : 0
      try aside.add(BoundLine(line), bound, rank: rank)
    } else {
      try bind(bound, BoundLine(line))
    }
  }

  private func bind(_ letter: LetterToBind, _ line: BoundLine) throws(Diagnostics) {
    let sheets = plan.sheets(of: letter.letter.pageCount)
    if let limit = plan.sheetLimit, sheets > limit {
      throw Diagnostics([
        Diagnostic(
          .error, .boundFile,
          "\(letter.title) has \(sheets) sheets, more than a file of \(limit) holds",
          hints: ["raise --sheets; no letter is divided"])
      ])
    }
    let isFull = files.last.map { $0.sheets + sheets > plan.sheetLimit ?? .max } ?? true
    if isFull {
      try files.last?.complete(seal)
      let part = files.count + 1
      files.append(
        try BoundFile(path: plan.file(part), part: part, standard: standard, marks: marks))
    }
    guard let file = files.last else { return }
    letters += 1
    let first = SheetMarks.Sheet(
      id: letter.id, letter: letters, number: 1, of: sheets, runNumber: self.sheets + 1)
    self.sheets += sheets
    let firstPage = try file.add(letter, first: first, isDuplex: !plan.isOneSided)
    try manifest.add(
      line.text(
        at: BoundLine.Place(
          file: file.name, part: file.part, firstPage: firstPage, sheets: sheets)))
  }

  /// Puts the files and the manifest in their places.
  package func finish() throws(Diagnostics) {
    if let aside {
      try aside.forEachInOrder { (letter, line) throws(Diagnostics) in try bind(letter, line) }
      try aside.forEachFault { (text) throws(Diagnostics) in try manifest.add(text) }
    }
    try files.last?.complete(seal)
    // What a crash leaves must not be told of by the manifest of a run before.
    unlink(plan.stem + ".manifest.jsonl")
    for file in files { try file.settle() }
    try writeWhole(Array((summary + "\n").utf8), to: plan.stem + ".summary.json")
    try manifest.finish()
  }

  private var summary: String {
    var object = JSONText()
    object.add("records", letters + faults)
    object.add("done", letters)
    object.add("faults", faults)
    object.add("pages", files.reduce(0) { $0 + $1.pages })
    object.add("sheets", sheets)
    object.add(
      "files",
      files.map { file in
        var entry = JSONText()
        entry.add("file", file.name)
        entry.add("letters", file.letters)
        entry.add("pages", file.pages)
        entry.add("sheets", file.sheets)
        entry.add("bytes", file.byteCount)
        return entry
      })
    return object.line
  }
}
