import Proofing
import Testing

/// What is wrong with a letter, its layout and the command line is told in one run.
struct AllProblemsTests {
  /// The first lines of what a run says, without the folder it runs in.
  private func told(_ set: SetLetter) -> [String] {
    set.run.errorText.split(separator: "\n").filter { $0.contains("error: ") }.map(String.init)
  }

  @Test func `A letter at fault does not hide the faults of its layout`() async throws {
    let set = try await SetLetter(
      "---\nlayout: own.yaml\ndate: 2023-02-29\nsubject: [a]\n---\n\n<b>\n",
      files: ["own.yaml": Array("extends: brev\nname: Own\npage: {size: A9}\nfit: hvad\n".utf8)])
    let lines = told(set)
    #expect(set.run.ending == .exit(1))
    #expect(
      lines.map { String($0.prefix { $0 != " " }) } == [
        "letter.md:3:7:", "letter.md:4:10:", "letter.md:7:1:", "own.yaml:3:14:", "own.yaml:4:6:",
      ])
  }

  @Test func `What the command line asks for in vain is told beside them`() async throws {
    let set = try await SetLetter(
      "---\nlayout: lk\ndate: i går\n---\n\nTekst\n",
      [
        "--date", "2026-02-30", "--attach", "nothing.csv", "--attach", "no.pdf", "-o",
        "no/where.pdf",
      ])
    #expect(
      told(set) == [
        "letter.md:2:9: error: there is no layout \"lk\"",
        "letter.md:3:7: error: date is \"i går\", not a date",
        "error: --date is \"2026-02-30\", which is no day",
        "error: there is no file \"nothing.csv\"", "error: there is no file \"no.pdf\"",
        "error: cannot write \"no/where.pdf\": No such file or directory",
      ])
    #expect(set.scratch.names == ["letter.md"])
    #expect(set.run.ending == .exit(2))
  }

  @Test func `Words that options do not know are told with the faults of the letter`() async throws
  {
    let set = try await SetLetter(
      smallLetter(head: smallHead + "\nsubjekt: []"),
      ["--standard", "x", "--date", "bad", "--for", "fax", "--dpi", "5", "--also", "print="])
    #expect(
      told(set).map { $0.replacing(#/^letter.md:[\d:]+ /#, with: "") }.dropFirst() == [
        "error: --date is \"bad\", which is no day", "error: --standard cannot be \"x\"",
        "error: --for cannot be \"fax\"", "error: --also cannot be \"print=\"",
        "error: --dpi cannot be \"5\"",
      ])
    #expect(told(set).first?.hasPrefix("letter.md:") == true)
    #expect(set.run.ending == .exit(2))
    #expect(set.scratch.names == ["letter.md"])
  }

  @Test func `A folder of resources that is none does not hide other wrong usage`() async throws {
    let set = try await SetLetter(smallLetter(), ["--resources", "nowhere", "--format", "doc"])
    #expect(
      told(set) == [
        "error: --format cannot be \"doc\"",
        "error: the resources folder \"nowhere\" has no Fonts, Languages and Layouts in it",
      ])
    #expect(set.run.ending == .exit(2))
  }

  @Test func `A letter that cannot be read is not asked for its layout`() async throws {
    let set = try await SetLetter("---\nlayout: kl\n", ["--date", "x"])
    #expect(
      told(set) == [
        "letter.md:1:1: error: the head that begins here has no end",
        "error: --date is \"x\", which is no day",
      ])
  }
}
