import Typeset

/// Something that a profile may set of a rule.
package struct RuleSetting: Sendable {
  /// What its value may be.
  package enum Form: Sendable {
    /// A number, as 4.5.
    case number
    /// A length, as 12mm; rules get it in millimetres.
    case length
    /// A size of files, as 99.5MB (1 MB is 1,048,576 bytes).
    case bytes
    /// `true` or `false`.
    case flag
    /// A text.
    case text
    /// Texts, one or several; where some are given here, of those alone.
    case words(of: [String]?)
    /// A rectangle: x, y, width and height from the top left corner of the page.
    case area
    /// Rectangles with names on some pages.
    case zones

    /// How the form is called.
    package var name: String {
      switch self {
      case .number: "number"
      case .length: "length"
      case .bytes: "size"
      case .flag: "true or false"
      case .text: "text"
      case .words: "list"
      case .area: "[x, y, width, height]"
      case .zones: "list of zones"
      }
    }
  }

  /// The key.
  package let name: String
  /// What its value may be.
  package let form: Form
  /// What it says.
  package let meaning: String
  /// Whether the rule means nothing without it.
  package let isRequired: Bool

  init(_ name: String, _ form: Form, _ meaning: String, isRequired: Bool = false) {
    self.name = name
    self.form = form
    self.meaning = meaning
    self.isRequired = isRequired
  }
}

/// A rectangle of some pages.
package struct Zone: Hashable, Sendable {
  /// Which pages of a letter.
  package enum Pages: String, CaseIterable, Sendable {
    case all, first, next, last

    /// Whether it means a page.
    func holds(_ page: Int, of count: Int) -> Bool {
      switch self {
      case .all: true
      case .first: page == 1
      case .next: page > 1
      case .last: page == count
      }
    }
  }

  /// What messages call it.
  package let name: String
  /// Its place in millimetres.
  package let area: Area
  /// The pages it is on.
  package let pages: Pages
}

/// What a profile sets of a rule.
package struct RuleValues: Sendable {
  enum Value: Hashable, Sendable {
    case number(Double)
    case flag(Bool)
    case text(String)
    case words([String])
    case area(Area)
    case zones([Zone])
  }

  var values: [String: Value] = [:]

  /// A number, a length in millimetres or a size in bytes.
  func number(_ name: String) -> Double? {
    if case .number(let value)? = values[name] { value } else { nil }
  }

  /// A truth value; false where it is not set.
  func flag(_ name: String) -> Bool { values[name] == .flag(true) }

  /// A text.
  func text(_ name: String) -> String? {
    if case .text(let value)? = values[name] { value } else { nil }
  }

  /// Words; none where they are not set.
  func words(_ name: String) -> [String] {
    if case .words(let value)? = values[name] { value } else { [] }
  }

  /// A rectangle.
  func area(_ name: String) -> Area? {
    if case .area(let value)? = values[name] { value } else { nil }
  }

  /// Zones; none where they are not set.
  func zones(_ name: String) -> [Zone] {
    if case .zones(let value)? = values[name] { value } else { [] }
  }

  /// What is set, as people read it; nil where it is not set.
  package func shown(_ setting: RuleSetting) -> String? {
    switch values[setting.name] {
    case .number(let value):
      switch setting.form {
      case .length: return "\(oneDecimal(value)) mm"
      case .bytes: return sizeText(value)
      default: return oneDecimal(value)
      }
    case .flag(let value): return value ? "yes" : "no"
    case .text(let value): return "`\(value)`"
    case .words(let value): return value.joined(separator: ", ")
    case .area(let area): return Rule.placeText(area)
    case .zones(let zones):
      return zones.map { "\($0.name) (\($0.pages.rawValue)): \(Rule.placeText($0.area))" }
        .joined(separator: "; ")
    case nil: return nil
    }
  }
}
