import Comparison
import Intake
import MailRun
import Typeset

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One run of `letterpdf golden`: sets the letters, compares, tells, accepts.
struct GoldenJob {
  let folder: String
  let expected: String
  let names: [String]
  let options: CompareOptions
  let kept: GoldenLetter.Kept
  let isUpdating: Bool
  let html: String?
  let junit: String?

  /// Does it all.
  ///
  /// - Parameter resources: the folder with fonts, languages and layouts.
  func run(resources: ResourceFolder) throws(Failure) {
    let letters = try letters()
    let setter = GoldenSetter(
      typesetter: Typesetter(resources: resources),
      reader: ComparedFileReader(
        intake: IntakeClient(program: IntakeLocation.find(resources: resources.path)),
        fonts: DrawingFonts(folder: resources.path + "/Fonts", files: []),
        dotsPerInch: options.dotsPerInch),
      options: options, kept: kept, showsPages: html != nil)
    let outcomes = inParallel(letters) { letter in
      Result { () throws(Failure) in try setter.look(at: letter) }
    }
    var results: [GoldenLetter.Outcome] = []
    for outcome in outcomes { results.append(try outcome.get()) }
    results += try stale(letters)
    try writeReports(CompareReport(results.map(\.report)))
    if isUpdating { try accept(results) }
    try tell(results)
  }

  // MARK: Letters

  /// The letters of the folder that are asked for.
  private func letters() throws(Failure) -> [GoldenLetter] {
    guard FolderListing.isFolder(folder) else {
      throw .usage("\(quoted(folder)) is no folder of letters")
    }
    let all = fileNames(in: folder).compactMap { file -> GoldenLetter? in
      guard let dot = file.lastIndex(of: "."), [".md", ".json"].contains(file[dot...]) else {
        return nil
      }
      return GoldenLetter(
        name: String(file[..<dot]), path: "\(folder)/\(file)", expected: expected)
    }
    let known = Set(all.map(\.name))
    for name in names where !known.contains(name) {
      throw .usage("there is no letter \(quoted(name)) in \(quoted(folder))")
    }
    guard !all.isEmpty else { throw .usage("there are no letters in \(quoted(folder))") }
    return names.isEmpty ? all : all.filter { names.contains($0.name) }
  }

  /// What is expected of letters that are not there any more.
  private func stale(_ letters: [GoldenLetter]) throws(Failure) -> [GoldenLetter.Outcome] {
    guard names.isEmpty else { return [] }
    let known = Set(letters.map(\.name))
    return fileNames(in: expected).compactMap { file in
      guard let dot = file.lastIndex(of: "."), [".txt", ".pdf"].contains(file[dot...]),
        !known.contains(String(file[..<dot]))
      else { return nil }
      return GoldenLetter.Outcome(
        report: CompareReport.Case(
          name: file, comparison: Comparison(missing: "there is no letter of this name"),
          seconds: 0,
          showing: [.html]),
        pages: 0, accepted: [(path: "\(expected)/\(file)", bytes: nil)])
    }
  }

  // MARK: Results

  private func writeReports(_ report: CompareReport) throws(Failure) {
    var files: [(path: String, bytes: [UInt8])] = []
    if let html { files.append((html, Array(report.html(title: "Letters of \(folder)").utf8))) }
    if let junit { files.append((junit, Array(report.junit.utf8))) }
    try told { () throws(Diagnostics) in try writeWhole(files) }
  }

  /// Keeps what the letters are now in the place of what was expected.
  private func accept(_ results: [GoldenLetter.Outcome]) throws(Failure) {
    var files: [(path: String, bytes: [UInt8])] = []
    for result in results where !result.report.comparison.isSame {
      for file in result.accepted {
        if let bytes = file.bytes {
          files.append((file.path, bytes))
        } else if unlink(file.path) != 0 {
          throw .user("cannot remove \(quoted(file.path)): \(FileIdentity.lastError)")
        }
      }
    }
    try told { () throws(Diagnostics) in
      if !files.isEmpty { try makeFolders(expected) }
      try writeWhole(files)
    }
  }

  private func told(_ work: () throws(Diagnostics) -> Void) throws(Failure) {
    do throws(Diagnostics) {
      try work()
    } catch {
      throw Failure(text: DiagnosticFormatter.forReader().format(error.all), code: 1)
    }
  }

  /// Prints a table of the letters, and how to go on.
  private func tell(_ results: [GoldenLetter.Outcome]) throws(Failure) {
    let width = results.map(\.report.name.count).max() ?? 0
    for result in results {
      let name = result.report.name
      let room = String(repeating: " ", count: width - name.count + 2)
      let pages = result.pages == 1 ? "1 page " : "\(result.pages) pages"
      try Terminal.print("\(name)\(room)\(pages)  \(result.report.comparison.summary)")
      for line in result.report.comparison.details(atMost: 6) { try Terminal.print("    " + line) }
    }
    let different = results.filter { !$0.report.comparison.isSame }
    let broken = different.filter { $0.accepted.isEmpty }
    let sum: DiagnosticText = "\(different.count) of \(results.count) differ"
    try Terminal.print(sum.forReader)
    guard !different.isEmpty else { return }
    if isUpdating, broken.isEmpty {
      let accepted: DiagnosticText = "accepted; look at the change"
      return try Terminal.print(accepted.forReader)
    }
    let list = different.map(\.report.name).filter { !$0.contains(".") }.joined(separator: " ")
    if !isUpdating {
      let advice: DiagnosticText = "accept with: letterpdf golden \(folder) --update \(list)"
      try Terminal.print(advice.forReader)
    }
    throw Failure(text: "", code: 1)
  }
}
