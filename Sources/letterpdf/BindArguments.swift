import ArgumentParser
import MailRun
import Typeset

/// What the command line says of files for a printer.
struct BindArguments: ParsableArguments {
  @Option(help: "Binds all letters into one file for a printer, FILE.pdf.")
  var bind: String?

  @Option(help: "With --bind: files of at most so many sheets, FILE-001.pdf and so on.")
  var sheets: String?

  @Option(help: "With --bind: what the letters are put in order by: sheets, postcode or none.")
  var sort: Choice<BindPlan.Order>?

  @Option(help: "With --bind: the column that the letters are put in order by.")
  var sortBy: String?

  @Flag(help: "With --bind: sheets are printed on one side, so no blank pages are added.")
  var oneSided = false

  /// The arguments as plain values; nil for a run that binds nothing.
  func options(_ faults: inout [Diagnostic]) -> BindOptions? {
    let order = sort?.value(of: "--sort", &faults)
    let limit = Merge.count(sheets, "--sheets", &faults)
    guard let bind else {
      if sheets != nil || sort != nil || sortBy != nil || oneSided {
        faults.append(
          Diagnostic(
            .error, .contradiction,
            "--sheets, --sort, --sort-by and --one-sided are about a file for a printer",
            hints: ["name it with --bind FILE.pdf, or leave them out"]))
      }
      return nil
    }
    if order == .postcode, sortBy != nil {
      faults.append(
        Diagnostic(
          .error, .contradiction, "--sort postcode and --sort-by are two orders",
          hints: ["leave one of them out"]))
    }
    return BindOptions(
      path: bind, sheetLimit: limit, order: order ?? .none, column: sortBy, isOneSided: oneSided)
  }
}
