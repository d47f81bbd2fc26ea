import Comparison
import Intake
import MailRun
import Typeset

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One run of `letterpdf compare`: finds what belongs together, compares, tells.
struct CompareJob {
  /// A form of report.
  enum ReportForm: String, CaseIterable {
    case json, html, junit
  }

  let actual: String
  let expected: String
  var options = CompareOptions()
  var report: ReportForm?
  var picture: String?
  var isUpdating = false
  var resources: String?

  /// The most bytes of a file that is compared.
  static let sizeLimit = 200_000_000

  /// What one comparison needs beside its files.
  private struct Context {
    let reader: ComparedFileReader
    let options: CompareOptions
    let showing: Set<CompareReport.Case.Showing>
  }

  /// Two files of one name; a path is nil where there is none.
  private struct Pair {
    let name: String
    let actual: String?
    let expected: String?
  }

  /// Does it all.
  func run() throws {
    let pairs = try pairs()
    try checkFrames(of: pairs)
    let folder = try ResourceLocation.find(given: resources)
    let context = Context(
      reader: ComparedFileReader(
        intake: IntakeClient(program: IntakeLocation.find(resources: folder)),
        fonts: DrawingFonts(folder: folder + "/Fonts", files: []),
        dotsPerInch: options.dotsPerInch),
      options: options, showing: showing)
    // The two files of a single pair are read at the same time; of many pairs each has a thread.
    let isSingle = pairs.count == 1
    let results = inParallel(pairs) { pair in
      Result { () throws(Failure) in try Self.compare(pair, context, readingApart: isSingle) }
    }
    let cases = try results.map { try $0.get() }
    try writePictures(cases)
    if isUpdating { try update(pairs, cases) }
    try tell(CompareReport(cases), isFolder: FolderListing.isFolder(expected))
  }

  /// What is wanted of the pictures of pages.
  private var showing: Set<CompareReport.Case.Showing> {
    var showing: Set<CompareReport.Case.Showing> = []
    if report == .html { showing.insert(.html) }
    if picture != nil { showing.insert(.panels) }
    return showing
  }

  // MARK: Files

  private func pairs() throws(Failure) -> [Pair] {
    switch (FolderListing.isFolder(actual), FolderListing.isFolder(expected)) {
    case (false, false): return [Pair(name: actual, actual: actual, expected: expected)]
    case (true, true):
      let (there, wanted) = (Self.files(in: actual), Self.files(in: expected))
      let names = Set(there).union(wanted).sorted()
      guard !names.isEmpty else {
        throw .usage("there is nothing to compare in \"\(actual)\" and \"\(expected)\"")
      }
      let (has, wants) = (Set(there), Set(wanted))
      return names.map { name in
        Pair(
          name: name, actual: has.contains(name) ? "\(actual)/\(name)" : nil,
          expected: wants.contains(name) ? "\(expected)/\(name)" : nil)
      }
    default: throw .usage("a folder is compared with a folder, and a file with a file")
    }
  }

  /// The files below a folder that can be compared, by their paths from there.
  private static func files(in folder: String) -> [String] {
    ["pdf", "png", "svg", "txt"].flatMap { suffix in
      FolderListing.files(in: folder, suffix: "." + suffix).map { path in
        String(path.dropFirst(folder.count).drop { $0 == "/" })
      }
    }
  }

  /// - Throws: that a name of a frame is given where none can be known.
  private func checkFrames(of pairs: [Pair]) throws(Failure) {
    let hasTexts = pairs.contains { $0.name.lowercased().hasSuffix(".txt") }
    for case .frame(let name) in options.ignored where !hasTexts {
      throw Failure(
        text: """
          error: --ignore cannot be "\(name)": only text dumps know frames by their names
          hint: write x, y, width and height in mm, as '20 45 85 30'
          """, code: 2)
    }
  }

  // MARK: Comparing

  private static func compare(
    _ pair: Pair, _ context: Context, readingApart: Bool
  ) throws(Failure) -> CompareReport.Case {
    let start = ContinuousClock.now
    let comparison = try comparison(of: pair, context, readingApart: readingApart)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    return CompareReport.Case(
      name: pair.name, comparison: comparison, seconds: seconds, showing: context.showing)
  }

  private static func comparison(
    of pair: Pair, _ context: Context, readingApart: Bool
  ) throws(Failure) -> Comparison {
    guard let actual = pair.actual else {
      return Comparison(missing: "the file is missing")
    }
    let bytes = try read(actual)
    guard let expected = pair.expected, FileIdentity(path: expected) != nil else {
      return Comparison(missing: "nothing is expected under this name; accept it with --update")
    }
    let wanted = try read(expected)
    if bytes == wanted { return Comparison() }
    let files = [(bytes: bytes, name: actual), (bytes: wanted, name: expected)]
    let subject: @Sendable ((bytes: [UInt8], name: String)) -> Result<ComparedFile, CompareFault> =
      {
        file in
        Result { () throws(CompareFault) in
          try context.reader.read(file.bytes, name: file.name)
        }
      }
    let subjects = readingApart ? inParallel(files, subject) : files.map(subject)
    do throws(CompareFault) {
      return Comparison(
        try subjects[0].get(), expected: try subjects[1].get(), context.options)
    } catch {
      throw Failure(text: "error: \(error.message)", code: 70)
    }
  }

  private static func read(_ path: String) throws(Failure) -> [UInt8] {
    do throws(Diagnostics) {
      return try readFile(at: path, limit: sizeLimit)
    } catch {
      throw Failure(text: DiagnosticFormatter.forReader().format(error.all), code: 2)
    }
  }

  // MARK: Results

  private func writePictures(_ cases: [CompareReport.Case]) throws(Failure) {
    guard let picture else { return }
    let isFolder = FolderListing.isFolder(expected)
    var files: [(path: String, bytes: [UInt8])] = []
    for each in cases {
      guard let panels = each.panels else { continue }
      // One folder takes them all, also those of folders within.
      let name = each.name.replacing("/", with: "-") + ".png"
      files.append((isFolder ? "\(picture)/\(name)" : picture, panels))
    }
    if isFolder { try Self.makeFolder(picture) }
    try Self.write(files)
  }

  private static func makeFolder(_ path: String) throws(Failure) {
    do throws(Diagnostics) {
      try makeFolders(path)
    } catch {
      throw Failure(text: DiagnosticFormatter.forReader().format(error.all), code: 1)
    }
  }

  private static func write(_ files: [(path: String, bytes: [UInt8])]) throws(Failure) {
    do throws(Diagnostics) {
      try writeWhole(files)
    } catch {
      throw Failure(text: DiagnosticFormatter.forReader().format(error.all), code: 1)
    }
  }

  /// Puts what differs in the place of what was expected; what is missing is expected no more.
  private func update(_ pairs: [Pair], _ cases: [CompareReport.Case]) throws(Failure) {
    var files: [(path: String, bytes: [UInt8])] = []
    for (pair, each) in zip(pairs, cases) where !each.comparison.isSame {
      let place = pair.expected ?? "\(expected)/\(pair.name)"
      if let actual = pair.actual {
        if let slash = place.lastIndex(of: "/"), pair.expected == nil {
          try Self.makeFolder(String(place[..<slash]))
        }
        files.append((place, try Self.read(actual)))
      } else {
        guard unlink(place) == 0 else {
          throw .user("cannot remove \(quoted(place)): \(FileIdentity.lastError)")
        }
      }
    }
    try Self.write(files)
  }

  private func tell(_ report: CompareReport, isFolder: Bool) throws(Failure) {
    switch self.report {
    case .json: try Terminal.print(report.json)
    case .junit: try Terminal.print(report.junit)
    case .html: try Terminal.print(report.html(title: "\(actual) against \(expected)"))
    case nil:
      for each in report.cases where !isFolder || !each.comparison.isSame {
        try Terminal.print(each.lines)
      }
      if isFolder {
        let count = report.cases.count { !$0.comparison.isSame }
        try Terminal.print("\(count) of \(report.cases.count) differ")
      }
    }
    guard report.isSame || isUpdating else { throw Failure(text: "", code: 1) }
  }
}

extension CompareReport.Case {
  /// What came of it, for people.
  var lines: String {
    let details = comparison.details().map { "  " + $0 }
    return ([name + ": " + comparison.summary] + details).joined(separator: "\n")
  }
}
