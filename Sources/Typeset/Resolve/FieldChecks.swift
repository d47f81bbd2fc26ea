extension Resolver {
  /// Reports fields that mean nothing to the layout, and those it cannot do without.
  ///
  /// Of a layout that is only tried they are notes.
  mutating func checkFields() {
    let severity: Diagnostic.Severity = options.isTryingLayout ? .note : .error
    // The author knows a layout by the name that was written, not by its title.
    let layoutName = letter.layout ?? layout.name
    // Layouts name the first line of `to` so; letters cannot write it.
    let written = standardFields.filter { $0 != "recipient" }
    let known = written + layout.fields.map(\.key)
    for (key, value) in letter.$fields.sorted(by: { $0.key < $1.key }) where !known.contains(key) {
      let near = Letter.key(meantBy: key, among: known)
      problems.add(
        Diagnostic(
          severity, .unknownKey.within("letter"),
          "unknown key \(quoted(key)): neither letters nor the layout \(quoted(layoutName)) "
            + "have such a field", at: letter.fieldKeys[key] ?? value.place,
          hints: [
            near.map { "write \($0)" }
              ?? "delete it, or declare it under fields: in the layout"
          ]))
    }
    for field in layout.fields where field.isRequired && values[field.key] == nil {
      let label = field.label(in: language.tag).map { " (\($0))" } ?? ""
      problems.add(
        Diagnostic(
          severity, .missingField,
          "the letter has no \(field.key)\(label), which the layout \(quoted(layoutName)) wants",
          at: letter.file.range(0, 0), hints: ["write \(field.key): in its head"]))
    }
  }
}
