import Typeset

/// A decision of a case system, as its database has it.
struct Decision: Sendable {
  var recipient: [String]
  var caseID: String
  var reasons: [String]
  var payments: [(month: String, kroner: String)]
}

/// Sets the letters of a case system; one of these serves the whole program.
struct DecisionLetters: Sendable {
  private let setter: Typesetter
  private let layout: Layout
  private let logo: [UInt8]

  init(resources: String, logo: [UInt8]) throws(Diagnostics) {
    setter = Typesetter(resources: .folder(resources))
    layout = try setter.layout("brev")
    self.logo = logo
  }

  /// The letter of a decision; whatever its texts look like, none of them is markup.
  func letter(for decision: Decision, on date: CalendarDate) -> Letter {
    var letter = Letter(date: date)
    letter.recipients = [Letter.Recipient(lines: decision.recipient)]
    letter.fields["case-id"] = decision.caseID
    letter.subject = "Afgørelse"
    letter.opening = "Kære \(decision.recipient.first ?? "borger")"
    letter.body = decision.reasons.map { .paragraph($0) }
    letter.body += [
      .heading("Udbetaling", level: 2),
      .table(
        head: ["Måned", "Kroner"], rows: decision.payments.map { [$0.month, $0.kroner] },
        columns: [.left, .right]),
      .paragraph(["Du kan klage ", .strong("inden fire uger"), "."]),
    ]
    letter.closing = "Med venlig hilsen"
    letter.signatures = [
      Letter.Signature(name: "Bo Dam", title: ["Sagsbehandler"], image: "bo.svg")
    ]
    return letter
  }

  /// The files of many decisions, composed at the same time, in their order.
  func files(
    for decisions: [Decision], on date: CalendarDate
  ) async throws -> [FinishedPDF] {
    try await withThrowingTaskGroup(of: (Int, FinishedPDF).self) { group in
      for (index, decision) in decisions.enumerated() {
        group.addTask {
          let composition = try await setter.compose(
            letter(for: decision, on: date), in: layout, assets: .memory(["bo.svg": logo]))
          return (index, try composition.pdf())
        }
      }
      var files: [Int: FinishedPDF] = [:]
      for try await (index, file) in group { files[index] = file }
      return decisions.indices.compactMap { files[$0] }
    }
  }
}
