import Testing

@testable import Typeset

struct JSONTests {
  @Test func `Values keep their text and order`() throws {
    let node = try json(
      #" {"b": -1.5e+3, "a": ["x", null, true, {}], "c": [], "d": "\t\u00e6\/\ud83c\udfdb"} "#)
    #expect(dump(node) == "{b: -1.5e+3, a: ['x', null, true, {}], c: [], d: '\tæ/🏛'}")
    let entries = try entries(of: node)
    #expect(
      entries.map(\.value.range.text) == [
        "-1.5e+3", #"["x", null, true, {}]"#, "[]", #""\t\u00e6\/\ud83c\udfdb""#,
      ])
    #expect(entries.map(\.keyRange.text) == [#""b""#, #""a""#, #""c""#, #""d""#])
  }

  @Test(arguments: [
    (#"{"a": 1, "a": 2}"#, "1:10 the key \"a\" is here twice | keep this one or the one in line 1"),
    (#"{"a": 1,}"#, "1:8 there is a \",\" before \"}\" | delete the comma"),
    (#"[1, 2,]"#, "1:6 there is a \",\" before \"]\" | delete the comma"),
    (#"{"a" 1}"#, "1:6 a \":\" is missing here | put a colon between the key and its value"),
    (#"{a: 1}"#, "1:2 a key in quotes is missing here | write \"key\": value"),
    (#"{"a": }"#, "1:7 \"}\" is not a JSON value | put text in double quotes"),
    (#"{"a": yes}"#, "1:7 \"yes\" is not a JSON value | put text in double quotes"),
    (#"{"a": 01}"#, "1:7 \"01\" is not a JSON value | put text in double quotes"),
    (#"{"a": 1.}"#, "1:7 \"1.\" is not a JSON value | put text in double quotes"),
    (#"{"a": 'b'}"#, "1:7 \"'b'\" is not a JSON value | put text in double quotes"),
    (
      #"{"a": 1 "b"}"#,
      "1:9 a \",\" or \"}\" is missing here | put a comma between values and close with }"
    ),
    (
      #"["a""#, "1:5 a \",\" or \"]\" is missing here | put a comma between values and close with ]"
    ),
    (
      #"{"a": "b"#,
      "1:7 this text has no closing quote | close it with \", and write a line end within it as \\n"
    ),
    (
      "[\"a\nb\"]",
      "1:2 this text has no closing quote | close it with \", and write a line end within it as \\n"
    ),
    ("[\"a\tb\"]", "1:4 a tab within quotes is not JSON | write it as \\t"),
    (#"["\x"]"#, "1:3 this escape after \"\\\" is unknown | write \\\\ for a backslash"),
    (#"["\u12"]"#, "1:3 four hexadecimal digits must follow \\u | write it as \\u00e6"),
    (
      #"["\ud83c x"]"#,
      "1:3 \"\\ud83c\" is half a surrogate pair | write both halves, or the character itself"
    ),
    (
      #"["\udfdb"]"#,
      "1:3 \"\\udfdb\" is half a surrogate pair | write both halves, or the character itself"
    ),
    (#"["\u0000"]"#, "1:2 this text holds the control character U+0000"),
    (#"[1] 2"#, "1:5 there is text after the end of the JSON value | delete it"),
    ("", "1:1 a value is missing here | write a value"),
  ])
  func `What is no JSON is told with its place`(text: String, message: String) {
    #expect(messages { _ = try json(text) } == [message])
  }

  @Test(arguments: ["[", "{\"a\":"])
  func `Nesting ends at 64 levels`(opening: String) {
    let found = messages { _ = try json(String(repeating: opening, count: 10_000)) }
    #expect(found.first?.contains("nested more than 64 deep | nest them less") == true)
  }
}
