import Foundation
import Testing

@testable import Typeset

/// What is told of every key: what holds without it, and an example that its reader takes.
@Suite struct KeyExampleTests {
  private struct Spot {
    let path: [String]
    let key: KeyDescription
  }

  /// Every key, also those in lists and under names of one's own, with the way to it.
  private func spots(_ keys: [KeyDescription], _ path: [String] = []) -> [Spot] {
    keys.flatMap { key in
      [Spot(path: path, key: key)] + spots(key.form, path + [key.name])
    }
  }

  private func spots(_ form: KeyForm, _ path: [String]) -> [Spot] {
    switch form {
    case .keys(let keys): spots(keys, path)
    case .keysAndNamed(let keys, let one): spots(keys, path) + spots(one, path + ["own"])
    case .named(let one, _): spots(one, path + ["own"])
    case .list(let one), .array(let one, _): spots(one, path)
    case .either(let forms): forms.flatMap { spots($0, path) }
    case .definition(_, _, let inner): spots(inner(), path)
    default: []
    }
  }

  /// Whether a key has others under it alone, so that it has no default of its own.
  private func isWhole(_ form: KeyForm) -> Bool {
    switch form {
    case .keys, .keysAndNamed: true
    case .definition(_, _, let inner): isWhole(inner())
    case .either(let forms): forms.contains { isWhole($0) }
    default: false
    }
  }

  private var layoutKeys: [KeyDescription] {
    let empty = Layout(file: SourceFile(name: "", text: ""), name: "", regions: .none)
    return Layout.keys.map { $0.described(empty) }
  }

  private func lacks(_ spots: [Spot]) -> [String] {
    spots.filter { spot in
      let key = spot.key
      return key.shownExample == nil
        || key.standard == nil && key.otherwise == nil && !key.isRequired && !isWhole(key.form)
    }.map { ($0.path + [$0.key.name]).joined(separator: ".") }
  }

  @Test func `Every key of a layout says its default and has an example`() {
    let spots = spots(layoutKeys)
    #expect(Set(lacks(spots)).sorted() == [])
    #expect(spots.count > 1000)
  }

  @Test func `So do those of letters, senders and languages`() {
    #expect(
      lacks(spots(Letter.headKeys.map { $0.described(nil) } + Letter.fieldDescriptions)) == [])
    #expect(lacks(spots(SenderSetting.keys.map { $0.described(SenderSetting()) })) == [])
    #expect(lacks(languageKeys) == [])
  }

  private func lacks(_ keys: [KeyDescription]) -> [String] {
    lacks(keys.map { Spot(path: [], key: $0) })
  }

  /// Lengths say what they are measured in.
  @Test func `A length says its units`() throws {
    let leading = try #require(
      spots(layoutKeys).first { $0.path == ["text"] && $0.key.name == "leading" })
    #expect(
      leading.key.explanation.hasSuffix(
        "Unit: mm, cm, in, pt, lines of the text or em. Default: 13pt."))
    #expect(leading.key.shownExample == "14pt")
  }

  @Test func `The reader takes every example of a layout`() {
    var told: [String] = []
    var count = 0
    for spot in spots(layoutKeys) where !spot.path.contains("own") || spot.path.count < 4 {
      let lists = ["groups", "lines", "shapes", "fields"]
      guard !spot.path.contains(where: lists.contains), let example = spot.key.shownExample else {
        continue
      }
      count += 1
      let text = spot.path.reversed().reduce("\(spot.key.name): \(example)") { "\($1): {\($0)}" }
      let name = (spot.path + [spot.key.name]).joined(separator: ".")
      told += messages { _ = try layout(text + "\n") }.filter {
        !$0.contains("has no regions") && ($0.contains(" \(name) ") || $0.contains("unknown key"))
          && !$0.contains("over the")
          && !$0.contains("where it stands")
      }
    }
    #expect(told == [])
    #expect(count > 300)
  }

  @Test func `The reader takes every example of a letter`() {
    for key in Letter.headKeys.map({ $0.described(nil) }) {
      let recipient = key.name == "attention" ? "to: Anna\n" : ""
      let text = "---\n\(recipient)\(key.name): \(key.shownExample ?? "")\n---\nx\n"
      #expect(
        messages { _ = try parseLetter(SourceFile(name: "x", text: text)) } == [], "\(text)")
    }
  }

  @Test func `The schema of languages has the keys of the reader`() throws {
    let known = messages {
      _ = try parseLanguage(SourceFile(name: "x", text: "qqqqqqqq: 1\n"))
    }.first { $0.contains("qqqqqqqq") }
    let keys = known?.components(separatedBy: " | use ").last?.replacing(" or ", with: ", ")
      .components(separatedBy: ", ")
    #expect(Set(keys ?? []) == Set(languageKeys.map(\.name)))
  }
}
