/// What one letter of a mail run is filled with: a row of a CSV file, a JSON object, or values that a
/// program made.
///
/// ```swift
/// let record = Record(["name": "Anna Sørensen", "amount": "1250.00"], number: 1)
/// let letter = try template.fill(with: record)
/// ```
public struct Record: Sendable {
  /// What a field holds.
  public indirect enum Value: Hashable, Sendable {
    /// Nothing, as JSON's `null`.
    case nothing
    /// A text, which stays a text whatever is in it.
    case text(String)
    /// A number of JSON, as it was written.
    case number(String)
    /// `true` or `false` of JSON.
    case flag(Bool)
    /// Values in their order.
    case list([Value])
    /// Values by name.
    case object([String: Value])
  }

  /// The values by name: a column of a CSV file, a key of a JSON object.
  public var fields: [String: Value]
  /// Which record of its file it is, from 1.
  public let number: Int
  /// Where it stands in its file; nil for one that a program made.
  var source: RecordSource?

  /// Makes a record of values.
  public init(_ fields: [String: Value], number: Int = 1) {
    self.fields = fields
    self.number = number
  }

  init(fields: [String: Value], number: Int, source: RecordSource) {
    self.fields = fields
    self.number = number
    self.source = source
  }

  /// What the record is known by: its field `id`, or its number where it has none.
  public var id: String { ownID ?? String(number) }

  /// Its field `id`; nil where it has none.
  package var ownID: String? {
    switch fields["id"] {
    case .text(let text) where !text.isEmpty: text
    case .number(let digits): digits
    default: nil
    }
  }

  /// The line of its file on which it begins, from 1; nil for one that a program made.
  public var line: Int? { source?.line }
}

extension Record.Value: ExpressibleByStringLiteral {
  /// Makes a text.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension Record.Value: ExpressibleByArrayLiteral {
  /// Makes a list.
  public init(arrayLiteral elements: Record.Value...) { self = .list(elements) }
}

extension Record.Value: ExpressibleByDictionaryLiteral {
  /// Makes an object; of values under one name the last stays.
  public init(dictionaryLiteral elements: (String, Record.Value)...) {
    self = .object(Dictionary(elements) { $1 })
  }
}
