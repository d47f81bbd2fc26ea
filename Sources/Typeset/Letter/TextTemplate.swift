/// One line of text with fields, as a file's name: `{{id}} – {{name}}`.
public struct TextTemplate: Sendable {
  /// The names of the fields it asks for, in their order.
  public let fields: [String]
  private let text: String

  /// Reads a text with fields, conditions and repetitions as a letter has them.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - name: what messages call it, as `--name`.
  /// - Throws: every problem found in it, in source order.
  public init(_ text: String, name: String) throws(Diagnostics) {
    self.text = text
    fields = []
  }

  /// The text for one record.
  ///
  /// - Throws: what the record lacks or has wrong.
  public func fill(with record: Record) throws(Diagnostics) -> String { text }
}
