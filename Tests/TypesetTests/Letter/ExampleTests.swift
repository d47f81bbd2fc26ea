import Foundation
import Proofing
import Testing

@testable import Typeset

struct ExampleTests {
  private func example(_ name: String) throws -> (letter: Letter, warnings: [Diagnostic]) {
    let path = Project.path("Examples/\(name)")
    return try parseLetter(readSource(Array(try Data(contentsOf: URL(filePath: path))), name: name))
  }

  @Test func `The letter of 2019 has two recipients, eight paragraphs and two signers`() throws {
    let (letter, warnings) = try example("kl-2019.md")
    #expect(warnings.isEmpty)
    #expect(letter.date?.iso8601 == "2019-02-05")
    #expect(
      letter.fields == [
        "case-id": "SAG-2018-04030", "document-id": "2709767", "email": "LDPE@kl.dk",
        "phone": "3370 3316",
      ])
    #expect(letter.recipients.map(\.lines.count) == [1, 1])
    #expect(letter.opening == nil && letter.subject == nil)
    #expect(letter.body.count == 8)
    #expect(letter.signatures.map(\.name) == ["Thomas Gyldal Petersen", "Jens Ive"])
  }

  @Test func `The double space of 2019 stands in the file and not in the text`() throws {
    let (letter, _) = try example("kl-2019.md")
    #expect(letter.file.text.contains("dagsordner.  Det skal"))
    #expect(dump(letter.body[4]).contains("dagsordner. Det skal"))
  }

  @Test func `The letter of 2024 has three headings, a list of two and a link`() throws {
    let (letter, warnings) = try example("kl-2024.md")
    #expect(warnings.isEmpty)
    #expect(letter.opening == "Kære borgmestre og kommunalbestyrelsesmedlemmer")
    #expect(letter.recipients.isEmpty)
    let kinds = letter.body.map { dump($0).prefix { $0 != "(" } }
    #expect(kinds == ["p", "p", "p", "h2", "p", "p", "ul", "p", "h2", "p", "h2", "p", "p", "p"])
    #expect(dump(letter.body[7]).hasPrefix("p(<https://www.kl.dk/ I kan tilmelde jer"))
    #expect(dump(letter.body[12]).hasSuffix("<mailto:mkjh@kl.dk mkjh@kl.dk>.)"))
    #expect(letter.signatures.map(\.name) == ["Martin Damm", "Kristian Vendelbo"])
  }
}
