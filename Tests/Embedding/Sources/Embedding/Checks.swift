import Typeset

/// What a program of others can do with the library: each check is told, and one that fails ends the
/// program with 1.
///
/// It is called with the folder of the resources.
@main
struct Checks {
  static let drawing = Array(
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><path d="M0 0h60v20z"/></svg>
    """.utf8)

  let resources: String

  static func main() async throws {
    guard let resources = CommandLine.arguments.dropFirst().first else {
      throw Failed(what: "name the folder of the resources")
    }
    let checks = Checks(resources: resources)
    try await checks.markdown()
    try await checks.manyAtOnce()
    try await checks.cancellation()
    try checks.problems()
    print("embedding: all checks passed")
  }

  /// The code of the library's first page.
  private func markdown() async throws {
    let bytes = Array("---\nlayout: kl\ntitle: Prøve\n---\n\nKære *alle*.\n".utf8)
    let today = CalendarDate(year: 2026, month: 3, day: 2)
    let store = AssetMemory()
    func upload(_ bytes: [UInt8]) async throws { try check(bytes.count > 1000, "a whole file") }

    let setter = Typesetter(resources: .folder(resources))
    var letter = try Letter(markdown: bytes, name: "letter.md")
    letter.date = today
    let layout = try setter.layout("kl")
    let composition = try await setter.compose(letter, in: layout, assets: store)
    let file = try composition.pdf(.init(standard: .a2aUA1, onForeignPDF: .refuse))
    try await upload(file.bytes)
    try check(file.standard == .a2aUA1 && file.warnings.isEmpty, "the standard is kept")
    let json = try Letter(
      json: Array(#"{"layout": "kl", "title": "Prøve", "body": "Kære *alle*."}"#.utf8),
      name: "letter.json")
    var same = json
    same.date = today
    let other = try await setter.compose(same, in: layout, assets: store)
    try check(try other.pdf().bytes == file.bytes, "JSON and Markdown are the same file")
    try check(try composition.pdf().bytes == file.bytes, "a composition keeps what it needs")
  }

  private func manyAtOnce() async throws {
    guard let date = CalendarDate(iso8601: "2026-03-02") else { throw Failed(what: "a date") }
    let decisions = (1...20).map { number in
      Decision(
        recipient: ["Anna Berg \(number)", "Gade \(number)", "2300 København S"],
        caseID: "2026-\(number)", reasons: ["Vi har *set* på <din> sag nr. \(number) | {page}."],
        payments: [("Marts", "\(number).000"), ("April", "\(number).500")])
    }
    let letters = try DecisionLetters(resources: resources, logo: Self.drawing)
    let files = try await letters.files(for: decisions, on: date)
    try check(files.count == 20, "every decision has its file")
    for (decision, file) in zip(decisions, files) {
      let alone = try DecisionLetters(resources: resources, logo: Self.drawing)
      let again = try await alone.files(for: [decision], on: date)
      try check(again.map(\.bytes) == [file.bytes], "the same file alone and beside others")
    }
  }

  private func cancellation() async throws {
    let setter = Typesetter(resources: .folder(resources))
    let layout = try setter.layout("brev")
    let letter = Letter(date: CalendarDate(year: 2026, month: 3, day: 2))
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await setter.compose(letter, in: layout)
    }
    do {
      _ = try await task.value
      throw Failed(what: "a cancelled task stops")
    } catch is CancellationError {
      try check(try await setter.compose(letter, in: layout).pages.count == 1, "the next is set")
    }
  }

  private func problems() throws {
    let setter = Typesetter(resources: .folder(resources))
    var letter = Letter(date: CalendarDate(year: 2026, month: 3, day: 2))
    letter.signatures = [
      Letter.Signature(name: "Bo"), Letter.Signature(name: "Ann\u{1}", image: "ann.png"),
    ]
    do {
      _ = try setter.compose(letter, in: setter.layout("brev"))
      throw Failed(what: "a control character is refused")
    } catch let error as Diagnostics {
      let text = DiagnosticFormatter().format(error.all)
      try check(text.hasPrefix("signatures[1].name: error: "), "the message names the part")
      try check(DiagnosticRecord(error.all[0]).part == "signatures[1].name", "so does the record")
    }
  }

  private func check(_ holds: Bool, _ what: String) throws {
    guard holds else { throw Failed(what: what) }
    print("✓ \(what)")
  }
}

/// A check that does not hold.
struct Failed: Error {
  let what: String
}
