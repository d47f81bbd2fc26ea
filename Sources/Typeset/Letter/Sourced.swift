/// A value that remembers where it was read, until another is set.
///
/// `letter.signatures[0].name` is the text, `letter.signatures[0].$name` the text and its place.
@propertyWrapper
public struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value with its place.
  public var projectedValue: Located<Value>

  /// Takes a value without a place.
  public init(wrappedValue: Value) { projectedValue = Located(value: wrappedValue) }

  /// The value; setting another forgets the place.
  public var wrappedValue: Value {
    get { projectedValue.value }
    set { projectedValue.set(newValue) }
  }
}

/// A value that a letter may lack, and that remembers where it was read until another is set.
@propertyWrapper
public struct OptionallySourced<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value with its place.
  public var projectedValue: Located<Value>?

  /// Takes a value without a place.
  public init(wrappedValue: Value?) { projectedValue = wrappedValue.map { Located(value: $0) } }

  /// The value; setting another forgets the place.
  public var wrappedValue: Value? {
    get { projectedValue?.value }
    set {
      guard let newValue else { return projectedValue = nil }
      if projectedValue?.set(newValue) == nil { projectedValue = Located(value: newValue) }
    }
  }
}

/// Values in order, of which each remembers where it was read until another takes its position.
@propertyWrapper
public struct SourcedList<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The values with their places.
  public var projectedValue: [Located<Value>]

  /// Takes values without places.
  public init(wrappedValue: [Value]) { projectedValue = wrappedValue.map { Located(value: $0) } }

  /// The values; one that is not at its position any more has lost its place.
  public var wrappedValue: [Value] {
    get { projectedValue.map(\.value) }
    set {
      let old = projectedValue
      projectedValue = newValue.enumerated().map { index, value in
        guard index < old.count, old[index].value == value else { return Located(value: value) }
        return old[index]
      }
    }
  }
}

/// Texts by key, of which each remembers where it was read until another is set.
@propertyWrapper
public struct SourcedFields: Hashable, Sendable {
  /// The texts with their places.
  public var projectedValue: [String: Located<String>]

  /// Takes texts without places.
  public init(wrappedValue: [String: String]) {
    projectedValue = wrappedValue.mapValues { Located(value: $0) }
  }

  /// The texts; one that was set anew has lost its place.
  public var wrappedValue: [String: String] {
    get { projectedValue.mapValues(\.value) }
    set {
      let old = projectedValue
      projectedValue = Dictionary(
        uniqueKeysWithValues: newValue.map { key, value in
          (key, old[key].flatMap { $0.value == value ? $0 : nil } ?? Located(value: value))
        })
    }
  }
}

extension Located {
  /// Sets a value, and forgets the place unless the value is the same.
  fileprivate mutating func set(_ new: Value) {
    if new != value { self = Located(value: new) }
  }
}
