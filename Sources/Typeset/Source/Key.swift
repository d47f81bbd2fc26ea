/// What reading keys needs beside the mapping: where problems go, and what values refer to.
protocol KeyContext: SendableMetatype {
  /// Collects what is wrong.
  var problems: DiagnosticCollector { get set }
  /// Whether its files extend others, so that `+key` adds to the list under `key`.
  static var addsToLists: Bool { get }
  /// What to write for a key that an earlier form of the language had, `write frame`; nil for none.
  static func hint(forFormer key: String, in path: String) -> DiagnosticText?
}

extension DiagnosticCollector: KeyContext {
  var problems: DiagnosticCollector {
    get { self }
    set { self = newValue }
  }

  static var addsToLists: Bool { false }

  static func hint(forFormer key: String, in path: String) -> DiagnosticText? { nil }
}

/// One key of a mapping, declared once: how it is read, where its value goes, and what the schema
/// and the reference say of it.
///
/// ```swift
/// static let keys: [LayoutKey<FootnoteSetting>] = [
///   LayoutKey("indent", \.indent, .extent, "How far the notes stand in from their numbers."),
/// ]
/// ```
///
/// A default is the value that the setting is made with, so it is said there and shown from there;
/// `otherwise` says in words what holds where there is none. An example is a value as one would write
/// it, for those keys whose form alone does not give one (``KeyDescription/shownExample``).
/// Tables are read from start to end; a key whose reading needs another stands after it. A key path
/// is made when its key is there, for each costs the run-time some twenty thousand instructions.
struct Key<Context: KeyContext, Setting>: Sendable {
  /// The key as it is written.
  let name: String
  /// Reads the key if it is there.
  let read: @Sendable (inout Setting, inout MappingReader, inout Context) -> Void
  /// What it may be and means, with the default that a setting has.
  let described: @Sendable (Setting?) -> KeyDescription

  /// A key whose reading is its own.
  init(
    _ name: String, form: @escaping @Sendable () -> KeyForm, _ meaning: String,
    isRequired: Bool = false, example: String? = nil, otherwise: String? = nil,
    read: @escaping @Sendable (inout Setting, inout MappingReader, inout Context) -> Void
  ) {
    self.name = name
    self.read = read
    described = { _ in
      KeyDescription(
        name: name, form: form(), meaning: meaning, standard: nil, example: example,
        otherwise: otherwise, isRequired: isRequired)
    }
  }

  /// A key whose reading is its own, and whose form tells of the defaults within it.
  init(
    _ name: String, form: @escaping @Sendable (Setting?) -> KeyForm, _ meaning: String,
    example: String? = nil, otherwise: String? = nil,
    read: @escaping @Sendable (inout Setting, inout MappingReader, inout Context) -> Void
  ) {
    self.name = name
    self.read = read
    described = {
      KeyDescription(
        name: name, form: form($0), meaning: meaning, standard: nil, example: example,
        otherwise: otherwise)
    }
  }

  /// A key with a value that has a default.
  init<Value>(
    _ name: String,
    _ path: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Setting, Value> & Sendable,
    _ form: ValueForm<Context, Value>, _ meaning: String, example: String? = nil,
    otherwise: String? = nil
  ) {
    self.name = name
    read = { setting, reader, context in
      form.read(name, of: { setting[keyPath: path()] }, &reader, &context).map {
        setting[keyPath: path()] = $0
      }
    }
    described = { setting in
      KeyDescription(
        name: name, form: form.form(), meaning: meaning,
        standard: setting.flatMap { form.shown($0[keyPath: path()]) }, example: example,
        otherwise: otherwise, isAdditive: form.isAdditive)
    }
  }

  /// A key without a default.
  init<Value>(
    _ name: String,
    _ path: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Setting, Value?> & Sendable,
    _ form: ValueForm<Context, Value>, _ meaning: String, example: String? = nil,
    otherwise: String? = nil
  ) {
    self.name = name
    read = { setting, reader, context in
      form.read(name, of: { setting[keyPath: path()] }, &reader, &context).map {
        setting[keyPath: path()] = $0
      }
    }
    described = { setting in
      KeyDescription(
        name: name, form: form.form(), meaning: meaning,
        standard: setting.flatMap { $0[keyPath: path()].flatMap(form.shown) }, example: example,
        otherwise: otherwise, isAdditive: form.isAdditive)
    }
  }

  /// A key whose value is taken in by a function.
  ///
  /// - Parameter standard: its default.
  init<Value>(
    _ name: String, _ form: ValueForm<Context, Value>,
    standard: (@Sendable (Setting) -> Value)? = nil,
    _ meaning: String, example: String? = nil, otherwise: String? = nil,
    take: @escaping @Sendable (inout Setting, Value, inout Context) -> Void
  ) {
    self.name = name
    read = { setting, reader, context in
      if let value = form.read(name, of: { nil }, &reader, &context) {
        take(&setting, value, &context)
      }
    }
    described = { setting in
      KeyDescription(
        name: name, form: form.form(), meaning: meaning,
        standard: standard.flatMap { standard in setting.flatMap { form.shown(standard($0)) } },
        example: example, otherwise: otherwise)
    }
  }

  /// A key with keys of its own.
  ///
  /// - Parameters:
  ///   - start: what the keys change; what the setting has unless it is given.
  ///   - check: what is looked at when all of them have been read, with their mapping.
  init<Part>(
    _ name: String,
    _ path: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Setting, Part> & Sendable,
    from start: Part? = nil,
    keys: [Key<Context, Part>], _ meaning: String, example: String? = nil,
    otherwise: String? = nil,
    check: (@Sendable (inout Part, MappingReader, inout Context) -> Void)? = nil
  ) where Part: Sendable {
    self.name = name
    read = { setting, reader, context in
      guard var mapping = reader.mapping(name, &context.problems) else { return }
      // To change it in place costs the run-time far less than to take it out.
      if let start { setting[keyPath: path()] = start }
      mapping.read(keys, into: &setting[keyPath: path()], &context)
      check?(&setting[keyPath: path()], mapping, &context)
    }
    described = { setting in
      let part = start ?? setting.map { $0[keyPath: path()] }
      return KeyDescription(
        name: name, form: .keys(keys.map { $0.described(part) }), meaning: meaning, standard: nil,
        example: example, otherwise: otherwise)
    }
  }

  /// The same key of a setting that holds this one.
  func within<Whole>(
    _ path: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Whole, Setting> & Sendable
  ) -> Key<Context, Whole> {
    Key<Context, Whole>(self, within: path)
  }

  private init<Part>(
    _ key: Key<Context, Part>,
    within path: @escaping @Sendable () -> any WritableKeyPath<Setting, Part> & Sendable
  ) {
    name = key.name
    read = { setting, reader, context in
      key.read(&setting[keyPath: path()], &reader, &context)
    }
    described = { setting in key.described(setting.map { $0[keyPath: path()] }) }
  }
}

extension MappingReader {
  /// Reads the keys of a table, and reports every other key.
  mutating func read<Context: KeyContext, Setting>(
    _ keys: [Key<Context, Setting>], into setting: inout Setting, _ context: inout Context
  ) {
    for key in keys { key.read(&setting, &self, &context) }
    finish(in: &context)
  }

  /// Reports every key that nobody asked for, with the word that an earlier form has now.
  func finish<Context: KeyContext>(in context: inout Context) {
    for entry in unread where !isToldDecimalTail(entry, context.problems) {
      if let hint = Context.hint(forFormer: entry.key, in: path) {
        context.problems.add(
          .error(.unknownKey, "unknown key \(quoted(entry.key))", at: entry.keyRange, hint: hint))
      } else {
        context.problems.add(unknownKeyProblem(entry, among: known))
      }
    }
  }
}
