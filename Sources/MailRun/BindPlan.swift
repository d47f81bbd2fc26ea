/// How the letters of a run are bound into files for a printer.
package struct BindPlan: Hashable, Sendable {
  /// In what order the letters stand.
  package enum Order: String, Hashable, Sendable, CaseIterable {
    /// That of their records.
    case none
    /// Those of few sheets first, for machines that fill envelopes.
    case sheets
    /// That of their postcodes.
    case postcode
  }

  /// The file; of several, what is before their numbers: `out.pdf` gives `out-001.pdf`.
  package var path: String
  /// The most sheets that a file has; nil for one file.
  package var sheetLimit: Int?
  /// Whether sheets are printed on one side.
  package var isOneSided = false
  /// The order of the letters; those that are equal in it stand in the order of their records.
  package var order = Order.none
  /// Whether letters have keys by which they are put in order.
  package var hasKeys = false

  /// A plan for one file of letters in the order of their records.
  package init(path: String) { self.path = path }

  /// Whether the letters stand in another order than their records.
  var isSorted: Bool { order != .none || hasKeys }

  /// The path without its suffix.
  var stem: String { path.hasSuffix(".pdf") ? String(path.dropLast(4)) : path }

  /// The path of a part, from 1.
  func file(_ part: Int) -> String {
    guard sheetLimit != nil else { return path }
    let digits = String(part)
    return "\(stem)-\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits).pdf"
  }

  /// How many sheets so many pages take.
  func sheets(of pages: Int) -> Int { isOneSided ? pages : (pages + 1) / 2 }
}
