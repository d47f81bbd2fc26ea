import Typeset

// How large a file is, and what it is called.

extension Rule {
  /// The version is one that readers have.
  static let version = Rule(
    "version", "The version of PDF lies between two.",
    settings: [
      RuleSetting("least", .text, "The oldest version, as 1.0."),
      RuleSetting("most", .text, "The newest version, as 1.7."),
    ]
  ) { subject, values in
    let version = subject.pdf.version
    let rank = InspectedPDF.rank(version)
    let least = values.text("least"), most = values.text("most")
    if let least, rank < InspectedPDF.rank(least) {
      return [
        Breach("the file is PDF \(version), before \(least)", advice: "save it as PDF \(least)")
      ]
    }
    if let most, rank > InspectedPDF.rank(most) {
      return [Breach("the file is PDF \(version), after \(most)", advice: "save it as PDF \(most)")]
    }
    return []
  }

  /// The file is not too large.
  static let fileSize = Rule(
    "file-size", "The file has at most so many bytes.",
    settings: [RuleSetting("most", .bytes, "The most bytes.", isRequired: true)],
    isForAnyFile: true
  ) { subject, values in
    guard let most = values.number("most"), Double(subject.pdf.bytes.count) > most else {
      return []
    }
    return [
      Breach(
        "the file has \(sizeText(Double(subject.pdf.bytes.count))), more than \(sizeText(most))",
        advice: "lower the resolution of its images, or send parts of it as further files")
    ]
  }

  /// The name can be delivered.
  static let fileName = Rule(
    "file-name", "The file's name has no character that a mailbox refuses.",
    settings: [
      RuleSetting("forbid", .text, "Characters that may not be in it."),
      RuleSetting(
        "odd-spaces", .flag,
        "Whether spaces other than the ordinary one, and line ends, may be in it; true without this."
      ),
      RuleSetting("longest", .number, "The most characters."),
      RuleSetting("suffix", .text, "How it ends, as .pdf."),
    ], isForAnyFile: true
  ) { subject, values in
    guard subject.pdf.name != "-" else { return [] }
    let name = subject.pdf.name.split(separator: "/").last.map(String.init) ?? ""
    var breaches: [Breach] = []
    let forbidden = Set(values.text("forbid")?.unicodeScalars.map { $0 } ?? [])
    let refusesSpaces = values.values["odd-spaces"] == .flag(false)
    var told: Set<Unicode.Scalar> = []
    for scalar in name.unicodeScalars
    where forbidden.contains(scalar) || refusesSpaces && isOddSpace(scalar) {
      guard told.insert(scalar).inserted else { continue }
      let code = String(scalar.value, radix: 16, uppercase: true)
      let shown = isOddSpace(scalar) ? "" : "\"\(scalar)\", "
      breaches.append(
        Breach(
          "the file's name has \(shown)U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)",
          advice: "rename the file"))
    }
    if let longest = values.number("longest"), Double(name.count) > longest {
      breaches.append(
        Breach(
          "the file's name has \(name.count) characters, more than \(Int(longest))",
          advice: "shorten the name"))
    }
    if let suffix = values.text("suffix"), !name.lowercased().hasSuffix(suffix.lowercased()) {
      breaches.append(
        Breach("the file's name does not end in \(suffix)", advice: "rename the file"))
    }
    return breaches
  }

  /// There are as many pages as are taken.
  static let pageCount = Rule(
    "pages", "The number of pages lies between two.",
    settings: [
      RuleSetting("least", .number, "The fewest pages."),
      RuleSetting("most", .number, "The most pages."),
    ]
  ) { subject, values in
    let count = subject.pdf.pages.count
    if let least = values.number("least"), Double(count) < least {
      return [
        Breach(
          "the file has \(pageCountText(count)), fewer than \(Int(least))", advice: "add pages")
      ]
    }
    if let most = values.number("most"), Double(count) > most {
      return [
        Breach(
          "the file has \(pageCountText(count)), more than \(Int(most))",
          advice: "shorten it, or send parts of it as further files")
      ]
    }
    return []
  }

  /// The letter goes into its envelope.
  static let sheets = Rule(
    "sheets", "The number of sheets is at most what an envelope holds.",
    settings: [
      RuleSetting("most", .number, "The most sheets.", isRequired: true),
      RuleSetting("duplex", .flag, "Whether sheets are printed on both sides."),
    ]
  ) { subject, values in
    let pages = subject.pdf.pages.count
    let sheets = values.flag("duplex") ? (pages + 1) / 2 : pages
    guard let most = values.number("most"), Double(sheets) > most else { return [] }
    return [
      Breach(
        "the letter takes \(sheets) sheets, more than \(Int(most))",
        advice: "shorten it, or choose a larger envelope")
    ]
  }
}

/// A space that is not the ordinary one, a line end, or another character that shows nothing.
private func isOddSpace(_ scalar: Unicode.Scalar) -> Bool {
  if scalar == " " { return false }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return true
  default: return false
  }
}

/// A number of bytes as people say it.
func sizeText(_ bytes: Double) -> String {
  if bytes < 1024 { return "\(Int(bytes)) bytes" }
  if bytes < 1_048_576 { return "\(oneDecimal(bytes / 1024)) KB" }
  return "\(oneDecimal(bytes / 1_048_576)) MB"
}

/// A number with one decimal, none where it is whole.
package func oneDecimal(_ number: Double) -> String {
  guard number.isFinite, abs(number) < 1e12 else { return "\(number)" }
  let tenths = Int((number * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  return tenths % 10 == 0
    ? "\(tenths / 10)" : "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
}

/// A number of pages: `1 page`, `2 pages`.
func pageCountText(_ count: Int) -> DiagnosticText {
  DiagnosticText(count, one: "\(count) page", many: "\(count) pages")
}

/// A number of lines: `1 line`, `2 lines`.
func lineCountText(_ count: Int) -> DiagnosticText {
  DiagnosticText(count, one: "\(count) line", many: "\(count) lines")
}
