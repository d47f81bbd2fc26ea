import Testing

@testable import Typeset

/// Slips of those who write their first layout: each is told where it is, with what to write.
struct LayoutSlipTests {
  /// What is told of lines behind the least layout, whose lines they count from 1.
  private func problems(_ text: String) -> [String] {
    messages { _ = try layout(smallLayout + text) }.map { message in
      guard let colon = message.firstIndex(of: ":"), let line = Int(message[..<colon]) else {
        return message
      }
      return "\(line - 2)\(message[colon...])"
    }
  }

  @Test(arguments: [
    ("colors: {accent: #8a1538}", "1:18"), ("colors: {accent: #8a1538}\n", "1:18"),
    ("colors: {accent: #8a1538}\ntext: {size: 10pt}\nsubject: {show: true}\n", "1:18"),
    ("colors: {\n  accent: #8a1538,\n  quiet: \"#444444\"\n}\n", "2:11"),
    ("colors: {quiet: \"#444444\", accent: #8a1538}\n", "1:36"),
    ("styles:\n  subject: {color: #8a1538}\n  caption: {size: 9pt}\n", "2:20"),
  ])
  func `A colour without quotes is told at its sign`(text: String, place: String) {
    #expect(
      problems(text) == ["\(place) # begins a comment | write \"#8a1538\" in quotes"])
  }

  @Test func `So is one in a block, where the key would be empty`() {
    #expect(
      problems("colors:\n  accent: #8a1538\n  quiet: \"#444444\"\n") == [
        "2:11 # begins a comment, so accent has no value | write \"#8a1538\" in quotes"
      ])
  }

  @Test func `A comment behind a value is none of these`() throws {
    let read = try layout(
      smallLayout + "colors: {accent: \"#8a1538\"} # 123456 }\ntext: # {size}\n  size: 11pt\n")
    #expect(read.colors.count == 1)
    #expect(
      problems("text: {size: 11pt # of {old}\n") == [
        "2:1 this mapping is not closed | close it with }, or put commas between entries"
      ] || problems("text: {size: 11pt # of {old}\n").allSatisfy { !$0.contains("comment") })
  }

  @Test(arguments: [
    ("text: {size: 0pt}", "1:8 text.size is nothing at all"),
    ("styles: {subject: {size: 0mm}}", "1:20 styles.subject.size is nothing at all"),
    ("text: {leading: 0pt}", "1:8 text.leading is nothing at all"),
  ])
  func `Type has a size`(text: String, told: String) {
    #expect(
      problems(text + "\n") == [
        told + " | write a length above 0pt, as 10pt, or leave the key out"
      ])
  }

  @Test(arguments: [
    ("marks: {fold: [-3mm]}", "marks.fold"), ("marks: {punch: -3mm}", "marks.punch"),
    ("callouts: {border: -1pt}", "callouts.border"),
  ])
  func `Lengths of nothing less than nothing`(text: String, key: String) throws {
    let told = problems(text + "\n")
    #expect(told.count == 1)
    #expect(told.first?.contains("\(key) is \"-") == true, "\(told)")
    #expect(told.first?.hasSuffix("less than nothing | write a length from 0mm upwards") == true)
  }

  @Test func `A comma in a length is a point, also between braces`() {
    #expect(
      problems("text: {size: 16,5pt}\n") == [
        "1:14 text.size is \"16,5pt\", with a comma in the number | write 16.5pt"
      ])
    #expect(
      problems("text:\n  size: 16,5pt\n") == [
        "2:9 text.size is \"16,5pt\", not a length | write 16.5pt"
      ])
  }

  @Test func `What looks like the end of a number is told where nothing before it was`() {
    let found = problems("styles: {subject: {weight: 400,5pt}}\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("1:32 unknown key \"5pt\"") == true, "\(found)")
  }

  @Test(arguments: ["marks: #add later\n", "header: {groups: [[Gebyr + $50]]}\n"])
  func `Comments and words that look like colours and sums are none`(text: String) {
    #expect(!problems(text).contains { $0.contains("comment") || $0.contains("variable") })
  }

  @Test func `Variables can be added up in place`() throws {
    let read = try layout(
      """
      name: sums
      variables: {left: 25mm, gap: 3mm + 1mm}
      regions: {first: {frame: {x: $left - $gap, y: 60mm, width: 100mm + $gap, height: 205mm}}}
      """)
    #expect(abs(read.regions.first.minX.millimetres - 21) < 1e-9)
    #expect(abs(read.regions.first.size.width.millimetres - 104) < 1e-9)
  }

  @Test func `A sum with a variable that is not there names it`() {
    #expect(
      problems("variables: {left: 25mm}\ntext: {size: 1pt + $lefd}\n") == [
        "2:14 there is no variable \"lefd\" | write $left"
      ])
  }

  @Test(arguments: [
    ("text:\n\u{A0}\u{A0}size: 10pt\n", "2:1"),
    ("text:\n  size: 10pt\n\u{A0} leading: 13pt\n", "3:1"),
    ("subject:\n\u{A0}\u{A0}show: true\ntext:\n  size: 11pt\n", "2:1"),
  ])
  func `A no-break space is no indent, and is told on its own line`(text: String, place: String) {
    #expect(
      problems(text).first
        == "\(place) the line is indented with a no-break space | indent with plain spaces")
  }

  @Test(arguments: [
    ("colors: {a: “#8a1538”}", "1:13 colors.a"),
    ("styles: {subject: {color: ”#8a1538”}}", "1:27 styles.subject.color"),
  ])
  func `Curly quotation marks around a colour`(text: String, told: String) {
    let found = problems(text + "\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(told) == true, "\(found)")
    #expect(found.first?.hasSuffix("not a colour | write straight quotes: \"#8a1538\"") == true)
  }

  @Test func `A kind of text at the top belongs under styles`() {
    #expect(
      problems("heading: {size: 12pt}\n") == [
        "1:1 unknown key \"heading\" | put it under styles:"
      ])
  }

  @Test(arguments: ["[{email}, {phone}]", "[[{email}, {phone}]]", "[{lines: [{email}, {phone}]}]"])
  func `Fields without quotes are told once, with all that wants them`(groups: String) {
    let found = problems(
      "sidebar: {frame: {x: 160mm, width: 38mm}, groups: \(groups)}\n")
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix(
        "\"{email}\" is a mapping of YAML, not a line with a field | "
          + "put braces and all in quotes: \"{email}\", \"{phone}\"") == true, "\(found)")
  }
}
