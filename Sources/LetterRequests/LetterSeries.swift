package import Typeset

/// One letter with fields and many records that fill them, one at a time.
package struct LetterSeries: Sendable {
  private let desk: RequestDesk
  private let request: LetterRequest
  private let template: LetterTemplate
  private let layout: Layout

  /// Reads the letter and its layout.
  ///
  /// - Parameter request: the letter and what is to be made of each; its data are not looked at.
  /// - Throws: everything that is wrong with them.
  package init(_ request: LetterRequest, by desk: RequestDesk) throws(Diagnostics) {
    var template = try LetterTemplate(
      source: readSource(request.letter, name: request.name))
    if let language = request.language { template.language = language }
    if let date = request.date { template.date = date }
    if let name = request.layout { template.layout = name }
    layout = try desk.installedLayout(of: template.letter)
    self.template = try desk.typesetter.settle(template, in: layout)
    self.desk = desk
    self.request = request
  }

  /// Sees that a record has every field that the letter asks for.
  ///
  /// - Throws: every field that it lacks, with the nearest name.
  package func check(_ record: Record) throws(Diagnostics) {
    try template.check(columns: record.fields.keys.sorted())
  }

  /// The letter for a record.
  func input(for record: Record) throws(Diagnostics) -> RequestDesk.Input {
    RequestDesk.Input(letter: try template.fill(with: record), layout: layout)
  }

  /// Sets the letter for a record.
  ///
  /// - Throws: what is wrong with the record or its letter, or the limit that it goes over.
  package func render(_ record: Record) throws(RequestFault) -> LetterAnswer {
    let timer = RequestTimer(desk.limits)
    return try timer.answer {
      try desk.made(try input(for: record), request, timer)
    }
  }
}
