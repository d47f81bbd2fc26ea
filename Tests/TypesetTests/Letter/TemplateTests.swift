import Foundation
import Testing

@testable import Typeset

/// A template read from a text.
func template(_ text: String) throws(Diagnostics) -> LetterTemplate {
  var made = try LetterTemplate(source: SourceFile(name: "letter.md", text: text))
  made.pack = templateDanish
  return made
}

/// Danish, as far as filters ask.
private let templateDanish: LanguagePack = {
  var pack = LanguagePack(
    tag: .danish,
    months: [
      "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
      "oktober", "november", "december",
    ], dateForm: "{day}. {month} {year}", words: [:], quotes: [], bindsAfter: [], bindsBefore: [],
    alphabet: "")
  pack.shortDateForm = "{dd}.{mm}.{year}"
  return pack
}()

/// The body of a template filled from JSON, in short.
func filled(_ markdown: String, _ json: String = "{}") throws(Diagnostics) -> String {
  let record = try Record(json: Array(json.utf8), name: "data.json")
  return dump(try template("---\n---\n" + markdown).fill(with: record).body)
}

/// What is wrong with a template or a record, each line with its place.
private func faults(_ work: () throws(Diagnostics) -> Void) -> [String] {
  do throws(Diagnostics) {
    try work()
    return []
  } catch {
    return error.all.map { "\($0.place.map { "\($0.line):\($0.column) " } ?? "")\($0.message)" }
  }
}

struct TemplateFieldTests {
  @Test func `A field stands for the text of the record`() throws {
    #expect(try filled("Kære {{name}}.", #"{"name": "Anna"}"#) == "p(Kære Anna.)")
    #expect(try filled("*{{a}}* **{{b}}**", #"{"a": "x", "b": 5}"#) == "p(<em x> <strong 5>)")
  }

  @Test(arguments: [
    "**x**", "{{y}}", "[a](b)", "<b>", "# x", "- x", "\\{{", "a | b", "`c`", "&amp;",
  ])
  func `What a value holds is text`(value: String) throws {
    let json = try JSONEncoder().encode(["v": value])
    let text = try filled("{{v}}", String(decoding: json, as: UTF8.self))
    #expect(text == "p(\(value))")
  }

  @Test func `A filled paragraph is the one that would have been written`() throws {
    let record = #"{"a": "Anna", "none": "", "lines": "x\n  y"}"#
    #expect(
      try filled("Til {{none}} {{a}} {{none}}, {{lines}} {{none}}", record) == "p(Til Anna , x y)")
    let made = try template("---\n---\nKære {{a}}, *hej* {{a}}").fill(
      with: Record(["a": "Bo"]))
    let written = try letter("---\n---\nKære Bo, *hej* Bo")
    #expect(dump(made.body) == dump(written.body))
    #expect(made.body.count == 1)
    guard case .paragraph(let inlines) = made.body[0].content else { return }
    #expect(inlines.count == 3)
  }

  @Test func `Braces behind a backslash are braces`() throws {
    #expect(
      try filled(#"Skriv \{{name}} og {{name}}"#, #"{"name": "x"}"#) == "p(Skriv {{name}} og x)")
    #expect(try filled("`{{name}}`") == "p(<code {{name}}>)")
    let made = try template("---\nsubject: '\\{{a}} {{a}}'\n---\nx").fill(with: Record(["a": "1"]))
    #expect(made.subject == "{{a}} 1")
  }

  @Test func `Names may have spaces, points and hyphens`() throws {
    let record = #"{"Post nr": "2300", "a.b": "1", "c": {"d": "2"}, "my-name": "3"}"#
    #expect(try filled("{{Post nr}} {{a.b}} {{c.d}} {{my-name}}", record) == "p(2300 1 2 3)")
  }

  @Test func `Attributes, links and images take fields`() throws {
    let record = #"{"lang": "en", "id": "7", "mail": "a@b.dk", "file": "x", "w": "20mm"}"#
    #expect(
      try filled(
        "[word]{lang={{lang}}} [side](https://x.dk/?id={{id}}) [{{mail}}](mailto:{{mail}})", record)
        == dump(try body("[word]{lang=en} [side](https://x.dk/?id=7) [a@b.dk](mailto:a@b.dk)")))
    #expect(
      try filled("![Foto {{id}}]({{file}}.png){width={{w}}}", record)
        == dump(try body("![Foto 7](x.png){width=20mm}")))
  }

  @Test func `An address of a record is checked as one`() throws {
    #expect(
      faults { () throws(Diagnostics) in _ = try filled("[x]({{u}})", #"{"u": "javascript:x"}"#) }
        == [#"3:1 record 1: the link "javascript:x" is not http, https, mailto or tel"#])
    #expect(try filled("[x]({{u}})", #"{"u": ""}"#) == "p(x)")
    #expect(
      try filled("[x](https://x.dk/?q={{u}})", #"{"u": "a&b=c #1"}"#)
        == dump(try body("[x](https://x.dk/?q=a%26b%3Dc%20%231)")))
  }

  @Test func `Filters write as the language does`() throws {
    let record = #"{"n": 1234567.005, "t": "1250,5", "d": "2024-03-01", "e": ""}"#
    #expect(
      try filled(
        "{{n | number 2}} {{t | number 2}} {{t | number}} {{d | date long}} {{d | date short}} "
          + "{{d | date}} {{e | number 2 | default \"–\"}} {{none | default 'nul'}}", record)
        == "p(1.234.567,01 1.250,50 1.250,5 1. marts 2024 01.03.2024 1. marts 2024 – nul)")
  }

  @Test func `What is wrong with a record is told by its number and the place in the letter`() {
    func told(_ markdown: String, _ json: String) -> [String] {
      faults { () throws(Diagnostics) in _ = try filled(markdown, json) }
    }
    #expect(
      told("Hej\n{{a | required}}", #"{"a": " "}"#)
        == ["4:1 record 1: a is required and has no value"])
    #expect(
      told("{{a | number}}", #"{"a": "1.250"}"#)
        == [#"3:1 record 1: a is "1.250", which can be read in two ways"#])
    #expect(
      told("{{a | date}}", #"{"a": "1/3"}"#) == [#"3:1 record 1: a is "1/3", not a day"#])
    #expect(
      told("{{a}}", #"{"a": [1]}"#) == ["3:1 record 1: a is a list, not a text"])
    #expect(
      faults { () throws(Diagnostics) in
        _ = try template("---\n---\n{{a}}").fill(with: Record(["a": "x\u{1}"], number: 5))
      } == ["3:1 record 5: a holds the control character U+0001"])
  }

  @Test(arguments: [
    ("{{a | nmber 2}}", #"3:1 unknown filter "nmber""#),
    ("{{a", "3:1 these braces are not closed"),
    ("{{}}", #"3:1 "{{}}" names no field"#),
    ("{{a | number x}}", #"3:1 the filter number cannot take "x""#),
    ("x {{/if}}", #"3:3 "{{/if}}" closes nothing"#),
    ("x {{#if a}} y", #"3:3 "{{#if a}}" is not closed"#),
    ("{{else}}", #"3:1 "{{else}}" belongs to no {{#if}} or {{#each}}"#),
    ("{{#iff a}}x{{/if}}", #"3:1 "{{#iff a}}" means nothing"#),
    ("{{this}}", #"3:1 "this" stands outside {{#each}}"#),
    ("{{#if a}}\n\n> x\n>\n> y {{/if}} z", #"3:1 "{{#if a}}" is not closed"#),
  ])
  func `What is wrong with a template is told with its place`(markdown: String, first: String) {
    #expect(
      faults { () throws(Diagnostics) in _ = try template("---\n---\n" + markdown) }
        .contains(first))
  }

  @Test func `Unknown fields are told before the first letter`() throws {
    let made = try template(
      "---\nsubject: '{{subjekt}}'\n---\n{{name}} {{#if p}}{{q | default \"\"}}{{/if}} {{c.d}}")
    #expect(made.fields.map(\.name) == ["subjekt", "name", "p", "q", "c.d"])
    #expect(made.fields.map(\.isNeeded) == [true, true, false, false, true])
    #expect(
      faults { () throws(Diagnostics) in try made.check(columns: ["name", "subject", "c"]) }
        == [#"2:11 the records have no field "subjekt""#])
    do throws(Diagnostics) {
      try made.check(columns: ["name", "subject", "c"])
    } catch {
      #expect(error.all[0].hints == ["write subject"])
    }
  }
}
