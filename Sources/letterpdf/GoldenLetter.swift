import Comparison
import Inspection
import Typeset

/// A letter whose pages were accepted before.
struct GoldenLetter: Sendable {
  /// What is kept of a letter.
  enum Kept: String, CaseIterable {
    case txt, pdf, both
  }

  /// What came of a letter.
  struct Outcome: Sendable {
    let report: CompareReport.Case
    let pages: Int
    /// The files that would be expected from now on; without bytes, one that is expected no more.
    let accepted: [(path: String, bytes: [UInt8]?)]
  }

  let name: String
  let path: String
  /// The folder with what was accepted.
  let expected: String

  /// Where its dump is kept.
  var dumpPath: String { "\(expected)/\(name).txt" }
  /// Where its PDF is kept.
  var pdfPath: String { "\(expected)/\(name).pdf" }

  /// The folder that its pictures and enclosures are in.
  fileprivate var folder: String { parentFolder(of: path) }
}

/// Sets letters and compares them with what was accepted; for any number of threads.
struct GoldenSetter: Sendable {
  let typesetter: Typesetter
  let reader: ComparedFileReader
  let options: CompareOptions
  let kept: GoldenLetter.Kept
  /// Whether a page of HTML is written, which has pictures of pages.
  let showsPages: Bool

  /// Sets a letter and compares it.
  ///
  /// - Throws: that the installation is at fault.
  func look(at letter: GoldenLetter) throws(Failure) -> GoldenLetter.Outcome {
    let start = ContinuousClock.now
    let outcome = try compared(letter)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    return GoldenLetter.Outcome(
      report: CompareReport.Case(
        name: letter.name, comparison: outcome.comparison, seconds: seconds,
        showing: showsPages ? [.html] : []),
      pages: outcome.set?.pages ?? 0, accepted: outcome.set?.accepted ?? [])
  }

  private func compared(
    _ letter: GoldenLetter
  ) throws(Failure) -> (comparison: Comparison, set: SetLetter?) {
    let set: SetLetter
    do throws(Diagnostics) {
      set = try self.set(letter)
    } catch {
      if error.all.contains(where: \.isFault) {
        throw Failure(text: DiagnosticFormatter.forReader().format(error.all), code: 70)
      }
      let reason = error.all.first?.message ?? "it is broken"
      return (Comparison(missing: "it cannot be set: \(reason)"), nil)
    }
    guard !set.made.isEmpty else {
      return (Comparison(missing: "nothing is expected of it yet"), set)
    }
    var whole = Comparison()
    let options = options.placing(set.frames)
    // A dump tells nothing that a PDF does not; what both tell is told once.
    for file in set.made where file.wanted != file.bytes && whole.isSame {
      do throws(CompareFault) {
        whole.add(
          Comparison(
            try reader.read(file.bytes, name: file.path),
            expected: try reader.read(file.wanted, name: file.path), options))
      } catch {
        throw Failure.user(DiagnosticText(error.message), code: 70)
      }
    }
    return (whole, set)
  }

  /// A file that is expected, and what it would be now.
  private struct Made {
    let path: String
    let bytes: [UInt8]
    let wanted: [UInt8]
  }

  /// What a letter is now.
  private struct SetLetter {
    let pages: Int
    /// The places of its frames, by name, page for page.
    let frames: [[NamedBox]]
    /// The files that are expected of it.
    let made: [Made]
    /// The files that would be expected from now on.
    let accepted: [(path: String, bytes: [UInt8]?)]
  }

  private func set(_ letter: GoldenLetter) throws(Diagnostics) -> SetLetter {
    let composed = try compose(letter)
    let made = try files(of: letter, composed)
    return SetLetter(
      pages: composed.pages.count, frames: composed.pages.map(\.boxes), made: made,
      accepted: made.isEmpty
        ? try firstFiles(of: letter, composed) : made.map { (path: $0.path, bytes: $0.bytes) })
  }

  private func compose(_ golden: GoldenLetter) throws(Diagnostics) -> ComposedLetter {
    let source = try readSource(
      try readFile(at: golden.path, limit: sourceSizeLimit), name: golden.path)
    let letter = try Letter(source: source)
    let layout = try typesetter.layout(of: letter, from: golden.folder)
    return try typesetter.compose(letter, in: layout, assets: .folder(golden.folder))
  }

  /// The files that are expected, made anew.
  private func files(
    of letter: GoldenLetter, _ composed: ComposedLetter
  ) throws(Diagnostics) -> [Made] {
    var made: [Made] = []
    for path in [letter.pdfPath, letter.dumpPath] where FileIdentity(path: path) != nil {
      let wanted = try readFile(at: path, limit: CompareJob.sizeLimit)
      let bytes = path == letter.pdfPath ? try pdf(of: composed) : Array(composed.dump.utf8)
      made.append(Made(path: path, bytes: bytes, wanted: wanted))
    }
    return made
  }

  /// What is kept of a letter that was never accepted.
  private func firstFiles(
    of letter: GoldenLetter, _ composed: ComposedLetter
  ) throws(Diagnostics) -> [(path: String, bytes: [UInt8]?)] {
    var files: [(path: String, bytes: [UInt8]?)] = []
    if kept != .pdf { files.append((letter.dumpPath, Array(composed.dump.utf8))) }
    if kept != .txt { files.append((letter.pdfPath, try pdf(of: composed))) }
    return files
  }

  private func pdf(of composed: ComposedLetter) throws(Diagnostics) -> [UInt8] {
    try composed.pdf(FinishOptions(standard: .a2aUA1, onForeignPDF: .weaken)).bytes
  }
}

extension CompareOptions {
  /// The options with the places of frames that are named, for the words and pixels of pages.
  fileprivate func placing(_ frames: [[NamedBox]]) -> CompareOptions {
    var placed = self
    for case .frame(let name) in ignored {
      for (index, boxes) in frames.enumerated() {
        for box in boxes where box.name == name {
          let (rect, size) = (box.rect, box.rect.size)
          let area = Area(
            x: rect.minX.millimetres, y: rect.minY.millimetres, width: size.width.millimetres,
            height: size.height.millimetres)
          placed.ignored.append(.area(area, page: index + 1))
        }
      }
    }
    return placed
  }
}
