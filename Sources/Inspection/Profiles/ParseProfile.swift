package import Typeset

/// Reads a profile and those that it extends.
///
/// - Parameters:
///   - file: the profile's text.
///   - extending: finds the profile that another extends, by its name and the file that names it.
/// - Throws: ``Diagnostics`` with every problem found.
package func parseProfile(
  _ file: SourceFile,
  extending: (_ name: String, _ from: SourceFile) throws(Diagnostics) -> SourceFile
) throws(Diagnostics) -> Profile {
  try Diagnostics.telling(of: "profile") { () throws(Diagnostics) in
    try readProfile(file, extending: extending)
  }
}

private func readProfile(
  _ file: SourceFile,
  extending: (_ name: String, _ from: SourceFile) throws(Diagnostics) -> SourceFile
) throws(Diagnostics) -> Profile {
  let node = try extended(file, [], extending)
  var reader = ProfileReader()
  let profile = reader.profile(node, named: profileName(of: file))
  try reader.problems.throwIfErrors()
  guard let profile else { throw Diagnostics(reader.problems.inSourceOrder) }
  return profile
}

/// The name of a profile: that of its file without folder and suffix.
private func profileName(of file: SourceFile) -> String {
  let name = file.name.split(separator: "/").last ?? ""
  return String(name.hasSuffix(".yaml") ? name.dropLast(5) : name)
}

/// The mapping of a profile with what it extends.
private func extended(
  _ file: SourceFile, _ heirs: [String],
  _ extending: (_ name: String, _ from: SourceFile) throws(Diagnostics) -> SourceFile
) throws(Diagnostics) -> SourceNode {
  let node = try parseYAML(file, in: 0..<file.bytes.count)
  guard case .mapping(let entries) = node.value,
    let entry = entries.first(where: { $0.key == "extends" })
  else { return node }
  var problems = DiagnosticCollector()
  let names = entry.value.texts(as: "extends", &problems) ?? []
  try problems.throwIfErrors()
  var base: SourceNode?
  for name in names {
    let parent: SourceFile
    do {
      parent = try extending(name.value, file)
    } catch {
      throw Diagnostics(
        error.all.map {
          Diagnostic($0.severity, $0.text, at: $0.place ?? name.place, hints: $0.steps)
        })
    }
    let chain = heirs + [file.name]
    guard !chain.contains(parent.name) else {
      throw Diagnostics(
        .error(
          .ring,
          "the profile extends itself: \((chain + [parent.name]).joined(separator: " extends "))",
          at: name.place, hint: "name another profile after extends:, or delete the line"))
    }
    let next = try extended(parent, chain, extending)
    base = base.map { merged(next, into: $0) } ?? next
  }
  return base.map { merged(node, into: $0) } ?? node
}

/// Mappings are merged key by key; anything else replaces, and an empty value takes the key away.
private func merged(_ node: SourceNode, into base: SourceNode) -> SourceNode {
  guard case .mapping(let entries) = node.value, case .mapping(let inherited) = base.value else {
    return node
  }
  var result = inherited
  for entry in entries {
    guard let index = result.firstIndex(where: { $0.key == entry.key }) else {
      result.append(entry)
      continue
    }
    if entry.value.value == .null {
      result.remove(at: index)
    } else {
      result[index] = SourceNode.Entry(
        key: entry.key, keyRange: entry.keyRange,
        value: merged(entry.value, into: result[index].value))
    }
  }
  return SourceNode(value: .mapping(result), range: node.range)
}

/// Reads the keys of a profile.
private struct ProfileReader {
  var problems = DiagnosticCollector()

  mutating func profile(_ node: SourceNode, named name: String) -> Profile? {
    guard var reader = MappingReader(node, known: ["extends"], &problems) else { return nil }
    let about = reader.text("about", &problems)?.value ?? ""
    var uses: [Profile.Use] = []
    if var rules = reader.mapping("rules", &problems) {
      for key in rules.keys {
        guard let rule = Rule.named(key) else { continue }
        guard let part = rules.mapping(key, &problems) else { continue }
        if let use = use(of: rule, part, at: rules.place(of: key)) { uses.append(use) }
      }
      for entry in rules.unread {
        if Rule.named(entry.key) != nil {
          problems.add(
            .error(
              .profileRule, "rules.\(entry.key) has no keys", at: entry.keyRange,
              hint: "write its source, or take the rule out"))
        } else {
          problems.add(unknownKeyProblem(entry, among: Rule.all.map(\.name)))
        }
      }
    } else {
      problems.add(
        .error(
          .profileRule, "the profile has no rules", at: reader.place(of: "rules"),
          hint: "add rules:"))
    }
    reader.finish(&problems)
    let order = Dictionary(
      uniqueKeysWithValues: Rule.all.enumerated().map { ($1.name, $0) })
    uses.sort { order[$0.rule.name] ?? 0 < order[$1.rule.name] ?? 0 }
    return Profile(name: name, about: about, uses: uses)
  }

  private mutating func use(
    of rule: Rule, _ reader: MappingReader, at place: SourceRange
  ) -> Profile.Use? {
    var reader = reader
    let severity = reader.choice("severity", of: Profile.Severity.self, &problems)?.value
    let source = reader.text("source", &problems)?.value
    var values = RuleValues()
    for setting in rule.settings {
      values.values[setting.name] = value(of: setting, in: &reader)
    }
    reader.finish(&problems)
    guard let source, !source.isEmpty else {
      problems.add(
        .error(
          .profileRule, "rules.\(rule.name) has no source", at: place,
          hint:
            "write where the rule comes from: a standard and its clause, or a service's document"
        ))
      return nil
    }
    return Profile.Use(
      rule: rule, severity: severity ?? .error, source: source, values: values, place: place)
  }

  private mutating func value(
    of setting: RuleSetting, in reader: inout MappingReader
  ) -> RuleValues.Value? {
    switch setting.form {
    case .number:
      reader.number(setting.name, in: 0...1_000_000, &problems).map { .number($0.value) }
    case .length:
      reader.length(setting.name, &problems).map { .number($0.value.millimetres) }
    case .bytes: bytes(setting.name, in: &reader).map { .number($0) }
    case .flag: reader.flag(setting.name, &problems).map { .flag($0.value) }
    case .text: reader.verbatim(setting.name, &problems).map { .text($0.value) }
    case .words(let allowed): words(setting.name, of: allowed, in: &reader).map { .words($0) }
    case .area:
      reader.node(setting.name).flatMap { area($0, reader.name(of: setting.name)) }.map {
        .area($0)
      }
    case .zones: zones(setting.name, in: &reader).map { .zones($0) }
    }
  }

  private mutating func words(
    _ key: String, of allowed: [String]?, in reader: inout MappingReader
  ) -> [String]? {
    guard let texts = reader.texts(key, &problems) else { return nil }
    if let allowed {
      for text in texts where !allowed.contains(text.value) {
        let hint: DiagnosticText =
          nearestName(to: text.value, in: allowed).map { "\($0)" } ?? listed(allowed)
        problems.add(
          .error(
            .wrongWord, "\(reader.name(of: key)) has \(quoted(text.value)), not \(listed(allowed))",
            at: text.place, hint: "write \(hint)"))
      }
    }
    return texts.map(\.value)
  }

  private mutating func bytes(_ key: String, in reader: inout MappingReader) -> Double? {
    guard let text = reader.text(key, &problems) else { return nil }
    for (unit, factor) in [("MB", 1_048_576.0), ("KB", 1024), ("bytes", 1)] {
      guard text.value.hasSuffix(unit) else { continue }
      let number = text.value.dropLast(unit.count).filter { $0 != " " }
      guard let count = Double(number), count >= 0, count < 1e12 else { break }
      return count * factor
    }
    problems.add(
      .error(
        .wrongType, "\(reader.name(of: key)) is \(quoted(text.value)), not a size", at: text.place,
        hint: "write a number and KB or MB, as 3MB"))
    return nil
  }

  private mutating func area(_ node: SourceNode, _ name: String) -> Area? {
    guard case .sequence(let items) = node.value, items.count == 4 else {
      problems.add(
        node.mismatch(
          name, "a rectangle", "write x, y, width and height, as [20mm, 45mm, 85mm, 45mm]"))
      return nil
    }
    let numbers = items.compactMap { $0.length(as: name, &problems)?.value.millimetres }
    guard numbers.count == 4 else { return nil }
    guard numbers[2] > 0, numbers[3] > 0 else {
      problems.add(
        .error(
          .profileRule, "\(name) has no extent", at: node.range,
          hint: "write a width and a height above 0mm"))
      return nil
    }
    return Area(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }

  private mutating func zones(_ key: String, in reader: inout MappingReader) -> [Zone]? {
    guard let items = reader.items(key, &problems) else { return nil }
    var zones: [Zone] = []
    for (index, node) in items.enumerated() {
      let path = "\(reader.name(of: key))[\(index + 1)]"
      guard var part = MappingReader(node, path: path, &problems) else { continue }
      let name = part.text("name", &problems)?.value
      let pages = part.choice("pages", of: Zone.Pages.self, &problems)?.value ?? .all
      let place = part.node("area")
      let area = place.flatMap { self.area($0, "\(path).area") }
      part.finish(&problems)
      if let area, let name {
        zones.append(Zone(name: name, area: area, pages: pages))
      } else if place == nil || name == nil {
        problems.add(
          .error(
            .profileRule, place == nil ? "\(path) has no area" : "\(path) has no name",
            at: node.range,
            hint: "add it"))
      }
    }
    return zones
  }
}
