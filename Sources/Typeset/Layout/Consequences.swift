/// What one mistake brings about elsewhere, so that it is told once and at its place.
///
/// A layout inherits lines that it does not see. A colour that it spells wrong, or a field that it
/// leaves out, would otherwise be told at every line of another file that uses it.
struct Consequences {
  /// The layout itself, whose own lines are each told of.
  var file: SourceFile?
  /// Keys that a layout takes away from the one it extends, as `colors.quiet`, by the place of it.
  var removed: [String: SourceRange] = [:]
  /// Values that were meant and are comments, `accent: #8a1538`.
  var commented: [Diagnostic] = []
  /// The places where the values of variables are written.
  var variables: [String: SourceRange] = [:]
  /// Where the fields are declared.
  var fields: SourceRange?
  /// Colours that are declared and cannot be read, which is told already.
  var brokenColors: Set<String> = []
  private var toldColors: Set<String> = []
  /// Fields that inherited lines show and that are no longer declared, by the place that did it.
  private var lostFields: [(place: SourceRange, names: [String], from: String)] = []

  /// Whether a line is inherited from another file.
  func isInherited(_ place: SourceRange?) -> Bool {
    guard let place, let file else { return false }
    return place.file != file
  }

  // MARK: Colours

  /// What is to be told of a colour that is not there.
  ///
  /// - Returns: nil for what was told before.
  mutating func unknownColor(
    _ name: String, of key: String, at place: SourceRange, hint: DiagnosticText
  ) -> Diagnostic? {
    let isInherited = isInherited(place)
    if brokenColors.contains(name) || isInherited && !toldColors.insert(name).inserted {
      return nil
    }
    if isInherited, let removal = removed["colors.\(name)"] {
      // That its value is a comment is told there.
      if removal.file.comment(after: removal.upper) != nil { return nil }
      return .error(
        .noSuchColor,
        "colors.\(name) is taken away, but \(key) in line \(place.line) of \(place.file.name) is "
          + "of that colour", at: removal, hint: "give it a value, or set \(key) to another colour")
    }
    return .error(
      .noSuchColor, "\(key) is \(quoted(name)), which is no colour of the layout", at: place,
      hint: hint)
  }

  // MARK: Fields

  /// Takes note of a field that an inherited line shows and that nobody declares any more.
  ///
  /// - Returns: whether it is one, which is told with the others.
  mutating func loses(_ field: String, at place: SourceRange?) -> Bool {
    guard let place, isInherited(place) else { return false }
    let cause = removed["fields.\(field)"] ?? fields
    guard let cause, cause.file != place.file else { return false }
    let index = lostFields.firstIndex { $0.place == cause }
    guard let index else {
      lostFields.append((cause, [field], place.file.name))
      return true
    }
    if !lostFields[index].names.contains(field) { lostFields[index].names.append(field) }
    return true
  }

  /// The fields that are lost, each declaration with all that it loses.
  var lostFieldProblems: [Diagnostic] {
    lostFields.map { lost in
      .error(
        .noSuchLayoutField,
        "the fields leave out \(listed(lost.names, "and")), which lines of \(lost.from) show",
        at: lost.place,
        hint: "write them as keys with values, as {unit: {}}: they then add to those of the layout "
          + "it extends")
    }
  }

  // MARK: Variables

  /// The problems with those of one variable's value told once, where the value is written.
  func condensed(_ problems: [Diagnostic]) -> [Diagnostic] {
    var counts: [String: Int] = [:]
    for name in problems.compactMap({ variable(of: $0) }) { counts[name, default: 0] += 1 }
    var told: Set<String> = []
    return problems.compactMap { problem in
      guard let name = variable(of: problem), counts[name, default: 0] > 1 else { return problem }
      guard told.insert(name).inserted else { return nil }
      return problem.placed(at: variables[name])
    }
  }

  /// The variable whose value a problem is about.
  private func variable(of problem: Diagnostic) -> String? {
    guard let text = problem.place?.text, text.hasPrefix("$") else { return nil }
    let name = String(text.dropFirst())
    return variables[name] == nil ? nil : name
  }
}

extension SourceNode {
  /// What is to be told of each value that looks like a colour and is a comment.
  var commentedValues: [Diagnostic] {
    switch value {
    case .scalar: return []
    case .null: return []
    case .sequence(let items): return items.flatMap(\.commentedValues)
    case .mapping(let entries):
      return entries.flatMap { entry -> [Diagnostic] in
        guard entry.value.value == .null else { return entry.value.commentedValues }
        let comment = entry.keyRange.file.comment(after: entry.keyRange.upper)
        return comment.map { [commentDiagnostic(at: $0, "\(entry.key) has no value")] } ?? []
      }
    }
  }

  /// The places of keys whose value is empty, by their path, as deep as colours and fields lie.
  var emptiedKeys: [String: SourceRange] {
    var found: [String: SourceRange] = [:]
    for entry in entries {
      for inner in entry.value.entries where inner.value.value == .null {
        found["\(entry.key).\(inner.key)"] = inner.keyRange
      }
    }
    return found
  }

  /// The places of the values under `variables`.
  var variablePlaces: [String: SourceRange] {
    let own = entries.first { $0.key == "variables" }?.value.entries ?? []
    return Dictionary(own.map { ($0.key, $0.value.range) }) { first, _ in first }
  }

  private var entries: [Entry] {
    if case .mapping(let entries) = value { entries } else { [] }
  }
}
