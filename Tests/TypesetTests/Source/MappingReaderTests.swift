import Testing

@testable import Typeset

struct MappingReaderTests {
  private enum Side: String, CaseIterable, Sendable { case left, right, center }

  /// Reads one mapping and tells its problems.
  private func problems(
    _ text: String, _ body: (inout MappingReader, inout DiagnosticCollector) -> Void
  ) throws -> [String] {
    var collector = DiagnosticCollector()
    guard var reader = MappingReader(try yaml(text), path: "margin", &collector) else {
      return collector.all.map(brief)
    }
    body(&reader, &collector)
    reader.finish(&collector)
    return collector.inSourceOrder.map(brief)
  }

  @Test func `Values are read by their types`() throws {
    let text = """
      text: a  b
      number: 3370 3458
      count: 12
      factor: -1.5
      on: true
      mm: 25.4mm
      cm: 2.54 cm
      in: 1in
      pt: -3pt
      color: "#FF8000"
      side: right
      list: [a, 2]
      one: b
      date: 2024-03-11
      inner: {a: 1mm}
      """
    let found = try problems(text) { (reader, problems) in
      #expect(reader.text("text", &problems)?.value == "a b")
      #expect(reader.text("number", &problems)?.value == "3370 3458")
      #expect(reader.integer("count", &problems)?.value == 12)
      #expect(reader.number("factor", &problems)?.value == -1.5)
      #expect(reader.flag("on", &problems)?.value == true)
      for key in ["mm", "cm", "in"] {
        let points = reader.length(key, &problems)?.value.points ?? 0
        #expect(abs(points - 72) < 1e-9)
      }
      #expect(reader.length("pt", &problems)?.value == .pt(-3))
      #expect(reader.color("color", &problems)?.value == Color(red: 1, green: 128 / 255, blue: 0))
      #expect(reader.choice("side", of: Side.self, &problems)?.value == .right)
      #expect(reader.texts("list", &problems)?.map(\.value) == ["a", "2"])
      #expect(reader.texts("one", &problems)?.map(\.value) == ["b"])
      #expect(reader.date("date", &problems)?.value.iso8601 == "2024-03-11")
      var inner = reader.mapping("inner", &problems)
      #expect(inner?.length("a", &problems)?.value == .mm(1))
      #expect(reader.text("absent", &problems) == nil)
    }
    #expect(found == [])
  }

  @Test(arguments: [
    ("left: 25", "1:7 margin.left is \"25\", which has no unit | write 25mm or 25pt"),
    (
      "left: 25km",
      "1:7 margin.left has the unit \"km\", which is not known | write it in mm, cm, in or pt"
    ),
    ("left: 2,5mm", "1:7 margin.left is \"2,5mm\", not a length | write 2.5mm"),
    (
      "left: wide",
      "1:7 margin.left is \"wide\", not a length | write a number and a unit, as 25mm or 10pt"
    ),
    (
      "left: [1mm]",
      "1:7 margin.left is a list, not a length | write a number and a unit, as 25mm or 10pt"
    ),
    (
      "left: 1e400mm",
      "1:7 margin.left has the unit \"e400mm\", which is not known | write it in mm, cm, in or pt"
    ),
    (
      "left: 99999mm",
      "1:7 margin.left is \"99999mm\", longer than a page can be | write at most 5080mm"
    ),
    ("left:", "1:6 margin.left has no value | write a number and a unit, as 25mm or 10pt"),
  ])
  func `A length says what is wrong with it`(text: String, message: String) throws {
    #expect(try problems(text) { _ = $0.length("left", &$1) } == [message])
  }

  @Test(arguments: [
    ("n: two", "1:4 margin.n is \"two\", not a whole number | write a whole number, as 2"),
    ("n: 2.5", "1:4 margin.n is \"2.5\", not a whole number | write a whole number, as 2"),
    ("n: 9", "1:4 margin.n is \"9\", which is not between 1 and 4 | write a number from 1 to 4"),
    (
      "n: 99999999999999999999",
      "1:4 margin.n is \"99999999999999999999\", not a whole number | write a whole number, as 2"
    ),
  ])
  func `A whole number keeps its bounds`(text: String, message: String) throws {
    #expect(try problems(text) { _ = $0.integer("n", in: 1...4, &$1) } == [message])
  }

  @Test(arguments: ["inf", "nan", "0x10", "1e5", ".5", "5.", "--1", "1_000"])
  func `Only plain decimals are numbers`(text: String) throws {
    #expect(
      try problems("n: \(text)") { _ = $0.number("n", &$1) } == [
        "1:4 margin.n is \"\(text)\", not a number | write a number, as 1.5"
      ])
  }

  @Test(arguments: [
    ("v: yes", "1:4 margin.v is \"yes\", not true or false | write true or false"),
    ("v: 1", "1:4 margin.v is \"1\", not true or false | write true or false"),
  ])
  func `A flag is true or false`(text: String, message: String) throws {
    #expect(try problems(text) { _ = $0.flag("v", &$1) } == [message])
  }

  @Test(arguments: [
    ("v: centre", "1:4 margin.v is \"centre\", not left, right or center | write center"),
    ("v: up", "1:4 margin.v is \"up\", not left, right or center | write left, right or center"),
  ])
  func `A choice suggests the nearest name`(text: String, message: String) throws {
    #expect(try problems(text) { _ = $0.choice("v", of: Side.self, &$1) } == [message])
  }

  @Test(arguments: [
    (
      "v: red", "1:4 margin.v is \"red\", not a colour | write the colour in quotes, as \"#8a1538\""
    ),
    (
      "v: '#8a153'",
      "1:4 margin.v is \"#8a153\", not a colour | write the colour in quotes, as \"#8a1538\""
    ),
    (
      "v: #8a1538",
      "1:4 # begins a comment, so margin.v has no value | write \"#8a1538\" in quotes"
    ),
  ])
  func `A colour says how it is written`(text: String, message: String) throws {
    #expect(try problems(text) { _ = $0.color("v", &$1) } == [message])
  }

  @Test func `Keys that nobody reads are unknown`() throws {
    let found = try problems("left: 1mm\nrigth: 2mm\ncolour: 3\n") {
      _ = $0.length("left", &$1)
      _ = $0.length("right", &$1)
    }
    #expect(
      found == [
        "2:1 unknown key \"rigth\" | write right", "3:1 unknown key \"colour\" | use left or right",
      ])
  }

  @Test func `A mapping is asked for where another type stands`() throws {
    #expect(
      try problems("[a]") { (_, _) in } == [
        "1:1 margin is a list, not keys with values | write lines of key: value"
      ])
  }
}
