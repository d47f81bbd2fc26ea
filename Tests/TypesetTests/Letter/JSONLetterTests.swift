import Testing

@testable import Typeset

struct JSONLetterTests {
  @Test func `The same letter as JSON is the same letter`() throws {
    let fromJSON = try letter(
      """
      {"layout": "kl", "date": "2024-03-11", "document-id": 3424914,
       "to": ["A", ["B", "Vej 1"]], "signatures": [{"name": "C", "title": ["D"]}],
       "fields": {"unit": "E"}, "body": "One *two*\\n\\n- a\\n- b"}
      """)
    #expect(fromJSON.layout == "kl")
    #expect(fromJSON.date?.iso8601 == "2024-03-11")
    #expect(fromJSON.fields == ["document-id": "3424914", "unit": "E"])
    #expect(fromJSON.recipients.map { $0.lines } == [["A"], ["B", "Vej 1"]])
    #expect(fromJSON.signatures.first?.title == ["D"])
    #expect(dump(fromJSON.body) == "p(One <em two>) ul(li(p(a)) li(p(b)))")
  }

  @Test func `Places lie within the JSON string, escapes and all`() throws {
    let text = #"{"body": "\u00e6 \"*b*\"\n\n# \ud83c\udfdb c\n\n[d](e:f)"}"#
    let found = messages { _ = try letter(text) }
    #expect(
      found == [
        "1:49 the link \"e:f\" is not http, https, mailto or tel | write an address that begins with https://, http://, mailto: or tel:"
      ])
    let body = try letter(text.replacing("e:f", with: "http://e")).body
    #expect(
      sources(body) == [
        #"[\u00e6 \"][*b*][b][\"]"#, #"[\ud83c\udfdb c]"#, "[[d](http://e)][d]",
      ])
  }

  @Test(arguments: [
    (#"{"body": 1}"#, "1:10 body is \"1\", not text | write the Markdown of the letter in quotes"),
    (
      #"{"body": ["a"]}"#,
      "1:10 body is a list, not text | write the Markdown of the letter in quotes"
    ),
    (
      #"{"date": "2024-13-01"}"#,
      "1:10 date is \"2024-13-01\", a day that does not exist | check the year, the month and the day"
    ),
    (#"{"clsoing": ["x"]}"#, "1:2 unknown key \"clsoing\" | write closing"),
  ])
  func `What is wrong in a JSON letter is told with its place`(text: String, message: String) {
    #expect(messages { _ = try letter(text) } == [message])
  }

  @Test func `A letter without body has none`() throws {
    #expect(try letter(#"{"subject": "a", "body": null}"#).body == [])
  }
}
