import Proofing
import Testing

@testable import Typeset

/// Words that say nothing to one who hears them alone are told, and others are not.
struct VagueWordsTests {
  private func told(_ body: String, _ head: String = "") throws -> [String] {
    try plan(letter(head, body), language: spokenDanish, images: Project.path("Examples")).warnings
      .map {
        "\($0.code?.text ?? "-") \($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.message)"
      }
  }

  @Test func `A link that says klik her is told with its place`() throws {
    #expect(
      try told("Se [Klik her!](https://a.example) og [**læs mere**](https://b.example).") == [
        "letter.vague-link 5:4 the link \"Klik her!\" does not say where it leads",
        "letter.vague-link 5:38 the link \"læs mere\" does not say where it leads",
      ])
  }

  @Test func `A link that names what is there is not`() throws {
    #expect(
      try told("[Læs mere om affald](https://a.example), [her i byen](https://b.example)").isEmpty)
    #expect(try told("https://her.example og [here](https://c.example)").isEmpty)
  }

  @Test(arguments: ["maalinger.svg", "Underskrift.PNG", "images/dige.jpg"])
  func `A picture that is described by the name of a file is told`(alternative: String) throws {
    let told = try told("Et.\n\n![\(alternative)](images/underskrift.png)")
    #expect(
      told == [
        "picture.file-name 7:1 the alternative text \"\(alternative)\" is the name of a file"
      ])
  }

  @Test(arguments: ["[beskriv billedet]", #"\[beskriv billedet\]"#])
  func `A description that is still to be written is told`(alternative: String) throws {
    let told = try told("Et.\n\n![\(alternative)](images/underskrift.png)")
    #expect(
      told == [
        "letter.placeholder 7:1 the alternative text \"[beskriv billedet]\" is still to be written"
      ])
  }

  @Test func `One that says what it shows is not`() throws {
    #expect(try told("Et.\n\n![Et dige, se dige.png](images/underskrift.png)").isEmpty)
  }
}
