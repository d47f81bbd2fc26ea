import Typeset

/// Makes files of letters, and sees that nothing that is told of them is a fault of ours.
struct FuzzDesk: Sendable {
  let setter: Typesetter
  private let assets: AssetMemory
  private let formatter = DiagnosticFormatter()

  init(_ project: FuzzProject) {
    setter = project.typesetter()
    var files: [String: [UInt8]] = [:]
    for name in fileNames(in: project.path("Examples/images")) {
      files["images/\(name)"] = project.bytes(of: "Examples/images/\(name)")
    }
    assets = AssetMemory(files)
  }

  /// Reads a letter, composes it and makes its files.
  ///
  /// - Returns: whether there is a PDF.
  func files(_ read: () throws(Diagnostics) -> Letter) -> Bool {
    heard { () throws(Diagnostics) in
      var letter = try read()
      tell(letter.warnings)
      if letter.layout == nil { letter.layout = "brev" }
      if letter.date == nil { letter.date = CalendarDate(year: 2026, month: 3, day: 2) }
      try makeFiles(of: letter, in: try setter.layout(of: letter))
    }
  }

  /// Composes a letter in a layout and makes its files.
  func makeFiles(of letter: Letter, in layout: Layout) throws(Diagnostics) {
    let composed = try setter.compose(letter, in: layout, assets: assets)
    tell(composed.warnings)
    let file = try composed.pdf()
    tell(file.warnings)
    precondition(file.bytes.starts(with: "%PDF-".utf8), "the file is a PDF")
    precondition(!composed.html().isEmpty && !composed.dump.isEmpty, "each form has words")
    _ = composed.plainText()
  }

  /// Does something, and looks at what is told where it is refused.
  ///
  /// - Returns: whether it was done.
  func heard(_ work: () throws(Diagnostics) -> Void) -> Bool {
    do throws(Diagnostics) {
      try work()
      return true
    } catch {
      precondition(!error.all.isEmpty, "a refusal says why")
      tell(error.all)
      return false
    }
  }

  /// Words everything that is told, as programs do.
  func tell(_ diagnostics: [Diagnostic]) {
    for one in diagnostics {
      precondition(!one.isFault, one.message)
      precondition(!DiagnosticRecord(one).message.isEmpty, "a diagnostic has words")
    }
    guard !diagnostics.isEmpty else { return }
    precondition(!formatter.format(diagnostics).isEmpty, "diagnostics have words")
  }
}
