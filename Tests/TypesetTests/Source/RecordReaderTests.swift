import Proofing
import Testing

@testable import Typeset

/// Records one by one, and what is wrong with them.
struct RecordReaderTests {
  /// What reading a file gives, one line for each record.
  private func read(
    _ bytes: some Sequence<UInt8>, _ encoding: RecordReader.Encoding = .utf8
  ) throws -> [String] {
    let scratch = try Scratch()
    var told: [String] = []
    func tell(_ error: Diagnostics) {
      for problem in error.all {
        told.append("\(problem.place.map { "\($0.line):\($0.column) " } ?? "")\(problem.message)")
      }
    }
    do throws(Diagnostics) {
      guard let path = try? scratch.write(bytes, as: "r") else { return [] }
      var reader = try RecordReader(path: path, encoding: encoding)
      while true {
        do throws(Diagnostics) {
          guard let record = try reader.next() else { break }
          let fields = reader.columns.map { name in
            guard case .text(let text)? = record.fields[name] else { return "–" }
            return text
          }
          told.append("\(record.number)/\(record.line ?? 0): \(fields.joined(separator: "|"))")
        } catch { tell(error) }
      }
    } catch { tell(error) }
    return told
  }

  @Test(arguments: [
    ("a,b\n1,2\n", ["1/2: 1|2"]),
    ("a;b\r\n1;\"x\r\ny\"\r\n\r\n3;4", ["1/2: 1|x\r\ny", "2/5: 3|4"]),
    ("a\tb\n 1 \t\"t\tu\"\n", ["1/2:  1 |t\tu"]),
    ("\u{FEFF}\"a;a\",b\n\"say \"\"hi\"\"\",\n", ["1/2: say \"hi\"|"]),
    ("sep=;\na,a;b\n1;2\n", ["1/3: 1|2"]),
    ("a\rb\rc", ["1/1: b", "2/2: c"]),
    (
      "a,b\n1\n2,3,4\n5,6\n",
      [
        "2:1 record 1 has 1 fields, the file 2 columns",
        "3:1 record 2 has 3 fields, the file 2 columns", "3/4: 5|6",
      ]
    ),
    ("a,b\n1,x\"y\n3,4\n", ["2:4 a quotation mark is out of place here", "2/3: 3|4"]),
    ("a,b\n1,2\n3,\"x\n4,5\n", ["1/2: 1|2", "3:3 this quotation mark has no partner"]),
    ("a,a\n1,2\n", ["1:1 two columns are called \"a\""]),
    ("a,\n1,2\n", ["1:1 column 2 has no name"]),
    ("a,b\n", []),
  ])
  func `CSV`(text: String, expected: [String]) throws { #expect(try read(text.utf8) == expected) }

  @Test func `Bytes of another encoding are refused, or read as what they are`() throws {
    let latin: [UInt8] = Array("a,b\nB".utf8) + [0xF8, 0x2C, 0x80] + Array("\n".utf8)
    #expect(try read(latin) == ["2:2 the byte 0xF8 is not UTF-8"])
    #expect(try read(latin, .latin1) == ["1/2: Bø|€"])
    // Far behind the beginning it is one record's fault.
    let long = Array("a\n".utf8) + Array(repeatElement(Array("x\n".utf8), count: 40_000).joined())
    let told = try read(long + [0xE6, 0x0A] + Array("y\n".utf8))
    #expect(told.count == 40_002)
    #expect(told[40_000] == "40002:1 the byte 0xE6 is not UTF-8")
    #expect(told[40_001] == "40002/40003: y")
    #expect(try read([0xFF, 0xFE, 0x61, 0x00])[0].hasSuffix("is UTF-16"))
  }

  @Test func `A row without end is refused before it fills the memory`() throws {
    let endless = "a,b\n1,2\n3,\"" + String(repeating: "x\n", count: 600_000)
    #expect(
      try read(endless.utf8) == ["1/2: 1|2", "3:3 the row that begins here has no end within 1 MB"])
  }

  @Test func `JSON Lines`() throws {
    let text = """
      {"b": "1", "a": "x"}

      {"b": "2"}
      [1]
      {"b": }
      {"b": "3", "a": "\\u00e6"}
      """
    #expect(
      try read(text.utf8) == [
        "1/1: x|1", "2/3: –|2", "4:1 record 3 is no object", "5:7 \"}\" is not a JSON value",
        "5/6: æ|3",
      ])
  }

  @Test func `A record is known by its id, or its number`() {
    #expect(Record(["id": "x7"], number: 3).id == "x7")
    #expect(Record(["id": .number("12")], number: 3).id == "12")
    #expect(Record([:], number: 3).id == "3")
  }
}
