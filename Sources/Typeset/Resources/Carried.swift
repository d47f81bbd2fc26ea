/// What goes along with a value and does not make it another: values that differ in it alone are
/// equal.
@propertyWrapper
struct Carried<Value: Sendable>: Hashable, Sendable {
  var wrappedValue: Value

  static func == (a: Self, b: Self) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
