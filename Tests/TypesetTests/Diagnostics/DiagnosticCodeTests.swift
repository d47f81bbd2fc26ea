import Foundation
import Proofing
import Testing

@testable import Typeset

/// Codes of diagnostics, which programs act on.
struct DiagnosticCodeTests {
  @Test func `Each code has one meaning, and says it`() {
    let codes = DiagnosticCode.all
    #expect(Set(codes.map(\.text)).count == codes.count && codes.count > 90)
    for code in codes {
      #expect(code.text.wholeMatch(of: /[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(code)")
      for sentence in [code.cause, code.cure] {
        #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase == true, "\(code)")
      }
      #expect(DiagnosticCode.named(code.text) == code)
    }
    #expect(DiagnosticCode.named("layout.no-such-code") == nil)
  }

  @Test func `What is wrong with a text is told as of the file that it is in`() throws {
    #expect(DiagnosticCode.unknownKey.within("layout").text == "layout.unknown-key")
    #expect(DiagnosticCode.noDate.within("layout") == .noDate)
    #expect(DiagnosticCode.named("profile.yaml-syntax")?.cause == DiagnosticCode.yamlSyntax.cause)
    func codes(_ read: () throws -> Void) -> [String?] {
      do { try read() } catch let error as Diagnostics { return error.all.map(\.code?.text) } catch
      {}
      return []
    }
    #expect(codes { _ = try layout(smallLayout + "pge: {}\n") } == ["layout.unknown-key"])
    #expect(codes { _ = try layout("name: [\n") } == ["layout.yaml-syntax"])
    let letter = SourceFile(name: "a.md", text: "---\nlayout: kl\ndate: 2024-02-30\n---\n")
    #expect(codes { _ = try parseLetter(letter) } == ["letter.no-such-day"])
    let broken = SourceFile(name: "a.json", text: "{\"layout\": ")
    #expect(codes { _ = try parseLetter(broken) } == ["letter.json-syntax"])
  }

  @Test func `A fault of the program has its code`() {
    #expect(Diagnostic.fault("no", at: nil).code == .fault)
  }

  @Test func `People are told it where they ask`() {
    let told = Diagnostic.error(.noDate, "the letter has no date", at: nil)
    #expect(DiagnosticFormatter().format(told) == "error: the letter has no date\n")
    #expect(
      DiagnosticFormatter(showsCodes: true).format(told)
        == "error[letter.no-date]: the letter has no date\n")
  }
}
