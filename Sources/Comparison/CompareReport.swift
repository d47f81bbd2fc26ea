package import Inspection

/// What came of comparing some files, for programs.
package struct CompareReport: Sendable {
  /// A file and what came of it.
  package struct Case: Sendable {
    /// What the file is called: its path below the folder, or the actual file's.
    package let name: String
    /// How it differs.
    package let comparison: Comparison
    /// How long it took, in seconds.
    package let seconds: Double
    /// Its part of the page of HTML; empty where that is not wanted.
    package private(set) var section = ""
    /// Expected, difference and actual as a PNG; nil where nothing looks different, or that is not wanted.
    package private(set) var panels: [UInt8]?

    /// What is wanted of the pictures of a file.
    package enum Showing: Sendable {
      case html, panels
    }

    /// Names a file.
    ///
    /// Its pictures are made into what is wanted at once and dropped, for those of many files take more
    /// room than there is.
    package init(
      name: String, comparison: Comparison, seconds: Double, showing: Set<Showing> = []
    ) {
      self.name = name
      self.comparison = comparison.withoutPictures
      self.seconds = seconds
      if showing.contains(.html) { section = Self.section(name, comparison) }
      if showing.contains(.panels) {
        panels = Comparison.panels(of: comparison.pictures).map { PNGWriter.write($0) }
      }
    }
  }

  /// The files, in their order.
  package let cases: [Case]

  /// A report of such files.
  package init(_ cases: [Case]) { self.cases = cases }

  /// Whether all are as expected.
  package var isSame: Bool { cases.allSatisfy(\.comparison.isSame) }

  /// One JSON object; times are left out, so that the same files give the same bytes.
  package var json: String {
    JSON.object(["same": .flag(isSame), "files": .array(cases.map(\.json))]).text
  }

  /// JUnit's XML, as build servers read it: a test case for each file.
  package var junit: String {
    let failures = cases.count { !$0.comparison.isSame }
    let seconds = cases.reduce(0) { $0 + $1.seconds }
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml +=
      "<testsuites><testsuite name=\"letterpdf\" tests=\"\(cases.count)\" failures=\"\(failures)\""
      + " errors=\"0\" time=\"\(Self.time(seconds))\">\n"
    for each in cases {
      xml += "<testcase classname=\"letterpdf\" name=\"\(escaped(each.name))\""
      xml += " time=\"\(Self.time(each.seconds))\""
      guard !each.comparison.isSame else {
        xml += "/>\n"
        continue
      }
      let details = each.comparison.details(atMost: .max).joined(separator: "\n")
      xml += "><failure message=\"\(escaped(each.comparison.summary))\">\(escaped(details))"
      xml += "</failure></testcase>\n"
    }
    return xml + "</testsuite></testsuites>"
  }

  /// Seconds with three decimals.
  private static func time(_ seconds: Double) -> String {
    let thousandths = Int((seconds * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

extension CompareReport.Case {
  /// What came of it, as an object.
  package var json: JSON {
    .object([
      "name": .string(name), "same": .flag(comparison.isSame),
      "summary": .string(comparison.summary),
      "differences": .array(comparison.differences.map(\.json)),
    ])
  }
}

extension Difference {
  fileprivate var json: JSON {
    .object([
      "kind": .string(kind.rawValue), "page": page.map { .count($0) }, "count": .count(count),
      "message": .string(message), "expected": Self.json(expected), "actual": Self.json(actual),
    ])
  }

  /// Each as x, y, width and height in millimetres; nil for none.
  private static func json(_ areas: [Area]) -> JSON? {
    guard !areas.isEmpty else { return nil }
    return .array(
      areas.prefix(100).map { area in
        .array(
          [area.left, area.top, area.width, area.height].map { .number(($0 * 10).rounded() / 10) })
      })
  }
}
