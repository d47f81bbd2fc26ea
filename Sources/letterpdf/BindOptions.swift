import MailRun
import Typeset

/// How `letterpdf merge` binds letters for a printer.
struct BindOptions: Hashable, Sendable {
  let path: String
  let sheetLimit: Int?
  let order: BindPlan.Order
  /// The column that letters are put in order by.
  let column: String?
  let isOneSided: Bool

  /// - Throws: that the records lack the column.
  func check(_ columns: [String]) throws(Diagnostics) {
    guard let column, !columns.contains(column) else { return }
    throw Diagnostics([
      Diagnostic(
        .error, .noSuchField, "--sort-by names \"\(column)\", which the records do not have",
        hints: [
          nearestName(to: column, in: columns).map { "did you mean \($0)?" }
            ?? "write one of their columns"
        ])
    ])
  }

  /// What the run is told of this.
  func plan(in layout: Layout) -> BindPlan {
    var plan = BindPlan(path: path)
    plan.sheetLimit = sheetLimit
    plan.order = order
    plan.hasKeys = column != nil
    plan.isOneSided = isOneSided || layout.isOneSided
    return plan
  }

  /// By what a letter is put in order; nil for nothing.
  func key(of record: Record, _ letter: Letter) -> String? {
    if let column {
      switch record.fields[column] {
      case .text(let text), .number(let text): return text
      default: return nil
      }
    }
    guard order == .postcode else { return nil }
    // An address may be written as one recipient of many lines, or as a list of lines.
    return Self.postcode(in: letter.recipients.first?.lines ?? [])
      ?? Self.postcode(in: letter.recipients.flatMap(\.lines))
  }

  /// A Danish postcode: four digits, also behind `DK-`, before the town in one of the last lines.
  static func postcode(in lines: [String]) -> String? {
    for line in lines.suffix(3).reversed() {
      var rest = line.drop { $0.isWhitespace }
      if rest.hasPrefix("DK-") { rest = rest.dropFirst(3) }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard digits.count == 4, rest.dropFirst(4).first?.isWhitespace ?? false else { continue }
      return String(digits)
    }
    return nil
  }
}
