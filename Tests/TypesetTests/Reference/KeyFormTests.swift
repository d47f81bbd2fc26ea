import Testing

@testable import Typeset

/// The reader takes what the table, and so the schema and the reference, say that a key may be, and
/// refuses what they do not.
@Suite struct KeyFormTests {
  private struct Spot {
    var path: [String]
    var form: KeyForm
  }

  /// Every key at the end of a path of mappings; what stands in a list has no path of its own.
  private func spots(_ form: KeyForm, _ path: [String], _ seen: inout Set<String>) -> [Spot] {
    switch form {
    case .keys(let keys): return spots(keys, path, &seen)
    case .keysAndNamed(let keys, let other):
      return spots(keys, path, &seen) + spots(other, path + ["own"], &seen)
    case .named(let other, _):
      return [Spot(path: path + ["own"], form: other)] + spots(other, path + ["own"], &seen)
    case .either(let forms):
      var found: [Spot] = []
      for form in forms { found += spots(form, path, &seen) }
      return found
    case .definition(let name, _, let inner):
      return seen.insert(name).inserted ? spots(inner(), path, &seen) : []
    default: return []
    }
  }

  private func spots(
    _ keys: [KeyDescription], _ path: [String], _ seen: inout Set<String>
  ) -> [Spot] {
    var found: [Spot] = []
    for key in keys {
      found.append(Spot(path: path + [key.name], form: key.form))
      found += spots(key.form, path + [key.name], &seen)
    }
    return found
  }

  /// Values that a form takes and refuses; none where it hangs on what else the layout says.
  private func samples(_ form: KeyForm) -> (right: [String], wrong: [String]) {
    switch form {
    case .text: ([], ["{a: 1}"])
    case .flag: (["true", "false"], ["12", "yes"])
    case .integer(let bounds):
      (
        ["\(bounds.lowerBound)", "\(bounds.upperBound)"],
        ["\(bounds.lowerBound - 1)", "\(bounds.upperBound + 1)", "x", "\(bounds.lowerBound).5"]
      )
    case .number(let bounds):
      (
        [short(bounds.lowerBound), short(bounds.upperBound)],
        [short(bounds.lowerBound - 0.01), short(bounds.upperBound + 0.01), "x"]
      )
    case .choice(let words): (words, ["qqqq"])
    case .definition("length", _, _):
      (["3mm", "-3mm", "3mm + 2pt"], ["3", "x", "3 mm + 4"])
    case .definition("extent", _, _): (["3mm", "3mm - 2pt"], ["-3mm", "3", "x"])
    case .definition("color", _, _): (["\"#112233\""], ["qqqq", "\"#12\""])
    case .definition("rule", _, _): (["1pt", "{thickness: 1pt}"], ["x", "[1pt]"])
    case .definition("pages", _, _): (["all", "[first, last]"], ["qqqq", "[qqqq]"])
    case .definition("template", _, _): (["\"{date}\""], ["{a: 1}"])
    case .list(let one):
      (samples(one).right + samples(one).right.map { "[\($0)]" }, samples(one).wrong)
    default: ([], [])
    }
  }

  @Test func `Every key takes what its form says, and nothing else`() {
    var seen: Set<String> = []
    let all = spots(Layout.keys.map { $0.described(nil) }, [], &seen)
    var count = 0
    for spot in all {
      let name = spot.path.joined(separator: ".")
      func told(_ value: String) -> [String] {
        let text = spot.path.dropLast().reversed().reduce(
          "\(spot.path.last ?? ""): \(value)"
        ) { "\($1): {\($0)}" }
        return messages { _ = try layout(text + "\n") }.filter {
          $0.contains(" \(name) ") || $0.contains("unknown key")
        }
      }
      let (right, wrong) = samples(spot.form)
      count += right.count + wrong.count
      for value in right {
        #expect(told(value) == [], "\(name): \(value)")
      }
      for value in wrong { #expect(!told(value).isEmpty, "\(name): \(value)") }
    }
    #expect(all.count > 150)
    #expect(count > 600)
  }
}
