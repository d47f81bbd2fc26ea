import Foundation
import LetterProofing
import Proofing
import Synchronization
import Testing
import Typeset

/// Goldens in tests of others: red with what differs, and a picture of it.
struct GoldensTests {
  private let scratch: Scratch
  private static let setter = Typesetter(resources: .folder(Project.folder))

  init() throws { scratch = try Scratch() }

  private func letter(_ day: Int) throws -> ComposedLetter {
    let text = """
      ---
      layout: kl
      date: 2024-03-11
      case-id: SAG-\(day)
      ---
      Frist er den \(day). april.
      """
    return try Self.setter.compose(
      Letter(markdown: Array(text.utf8), name: "letter.md"), in: Self.setter.layout("kl"))
  }

  private func goldens(
    accepting: String = "", masks: [String] = [], ignored: [String] = []
  ) -> Goldens {
    Goldens(
      in: scratch.path("goldens"), resources: Project.folder, masks: masks, ignored: ignored,
      accepting: accepting)
  }

  /// What is recorded as wrong, in words.
  private func issues(_ work: () throws -> Void) rethrows -> [String] {
    let told = Told()
    try withKnownIssue(isIntermittent: true) {
      try work()
    } matching: { issue in
      told.lines.withLock { $0.append(issue.comments.map(\.rawValue).joined()) }
      return true
    }
    return told.lines.withLock(\.self)
  }

  private final class Told: Sendable {
    let lines = Mutex<[String]>([])
  }

  @Test(arguments: [Goldens.Form.dump, .pdf])
  func `What was accepted passes; what differs is told; what is accepted is red once`(
    form: Goldens.Form
  ) throws {
    let file = "letter.\(form.rawValue)"
    let first = try issues { try goldens().expect(letter(3), "letter", as: form) }
    #expect(first.count == 1 && first[0].contains("nothing is accepted under this name yet"))
    #expect(scratch.bytes("goldens/\(file)") == nil)
    let accepted = try issues {
      try goldens(accepting: "letter").expect(letter(3), "letter", as: form)
    }
    #expect(accepted.count == 1 && accepted[0].hasPrefix("\(file) is accepted: "))
    #expect(try issues { try goldens().expect(letter(3), "letter", as: form) } == [])
    let other = try issues {
      try goldens(accepting: "another").expect(letter(4), "letter", as: form)
    }
    #expect(other.count == 1)
    #expect(other[0].contains("'3.' is now '4.'"), "\(other)")
    #expect(other[0].hasSuffix("accept with UPDATE_GOLDENS=letter"))
  }

  @Test func `Masks and places do not count, and what is none is told`() throws {
    _ = try issues { try goldens(accepting: "1").expect(letter(3), "letter", as: .pdf) }
    let masks = [#"SAG-\d+"#, #"\d+\. april"#]
    let masked = try issues {
      try goldens(masks: masks).expect(letter(4), "letter", as: .pdf)
    }
    #expect(masked == [])
    let wrong = try issues {
      try goldens(masks: ["("], ignored: ["1 2"]).expect(letter(3), "letter", as: .pdf)
    }
    #expect(wrong.count == 2)
  }

  @Test func `A file of another program is held to what was accepted`() throws {
    let page = HandmadePDF.page("0 g 100 100 50 50 re f").bytes
    _ = try issues { try goldens(accepting: "1").expect(page, "page.pdf") }
    #expect(try issues { try goldens().expect(page, "page.pdf") } == [])
    let moved = HandmadePDF.page("0 g 100 300 50 50 re f").bytes
    let told = try issues { try goldens().expect(moved, "page.pdf") }
    #expect(told.count == 1 && told[0].contains("pixels differ in 2 places"), "\(told)")
  }
}
