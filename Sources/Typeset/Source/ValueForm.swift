/// A kind of value: how it is read, and how it is told of.
struct ValueForm<Context: KeyContext, Value>: Sendable {
  /// What may be written.
  let form: @Sendable () -> KeyForm
  /// Reads the value of a key; nil where it is absent or wrong.
  let reading: @Sendable (String, inout MappingReader, inout Context) -> Value?
  /// A value as one would write it; nil for what is not told.
  var shown: @Sendable (Value) -> String? = { _ in nil }
  /// Puts what `+key` says after what is there; nil for what is no list.
  var join: (@Sendable (Value, Value) -> Value)? = nil

  /// Whether `+key` adds to the value of `key`.
  var isAdditive: Bool { Context.addsToLists && join != nil }

  /// The value of a key, with what `+key` adds to the value that holds without the key.
  func read(
    _ key: String, of standard: () -> Value?, _ reader: inout MappingReader,
    _ context: inout Context
  ) -> Value? {
    let value = reading(key, &reader, &context)
    guard isAdditive, let join, reader.value(of: "+" + key) != nil,
      let more = reading("+" + key, &reader, &context)
    else { return value }
    guard let old = value ?? standard() else { return more }
    return join(old, more)
  }
}

extension ValueForm where Value == String {
  /// Text on one line.
  static var text: Self {
    ValueForm(
      form: { .text }, reading: { $1.text($0, &$2.problems)?.value },
      shown: { $0.isEmpty ? nil : $0 })
  }
}

extension ValueForm where Value == Located<String> {
  /// Text on one line with its place.
  static var text: Self {
    text(as: .text)
  }

  /// Text with its place that has to be of a form, which those look at who use it.
  static func text(as form: @autoclosure @escaping @Sendable () -> KeyForm) -> Self {
    ValueForm(form: form, reading: { $1.text($0, &$2.problems) })
  }
}

extension ValueForm where Value == Located<LanguageTag> {
  /// A language by its tag.
  static var language: Self {
    ValueForm(
      form: { .pattern("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$") },
      reading: { $1.language($0, &$2.problems) })
  }
}

extension ValueForm where Value == [String] {
  /// Texts, or a single one.
  static var texts: Self {
    ValueForm(
      form: { .list(.text) }, reading: { $1.texts($0, &$2.problems)?.map(\.value) },
      shown: { $0.isEmpty ? nil : "[\($0.joined(separator: ", "))]" }, join: +)
  }
}

extension ValueForm where Value == [Located<String>] {
  /// Texts with their places, or a single one.
  static var texts: Self {
    ValueForm(form: { .list(.text) }, reading: { $1.texts($0, &$2.problems) }, join: +)
  }
}

extension ValueForm where Value == Bool {
  /// `true` or `false`.
  static var flag: Self {
    ValueForm(
      form: { .flag }, reading: { $1.flag($0, &$2.problems)?.value },
      shown: { $0 ? "true" : "false" })
  }
}

extension ValueForm where Value == Int {
  /// A whole number within bounds.
  static func integer(_ bounds: ClosedRange<Int>) -> Self {
    ValueForm(
      form: { .integer(bounds) }, reading: { $1.integer($0, in: bounds, &$2.problems)?.value },
      shown: { String($0) })
  }
}

extension ValueForm where Value == Double {
  /// A number without unit, within bounds.
  static func number(_ bounds: ClosedRange<Double>) -> Self {
    ValueForm(
      form: { .number(bounds) }, reading: { $1.number($0, in: bounds, &$2.problems)?.value },
      shown: { short($0) })
  }
}

extension ValueForm
where Value: CaseIterable & RawRepresentable<String> & Hashable & Sendable {
  /// One of the raw values of an enum.
  static var choice: Self {
    ValueForm(
      form: { .choice(Value.allCases.map(\.rawValue)) },
      reading: { $1.choice($0, of: Value.self, &$2.problems)?.value }, shown: { $0.rawValue })
  }
}
