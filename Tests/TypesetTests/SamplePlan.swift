import Foundation
import Proofing

@testable import Intake
@testable import Typeset

/// A plan made by hand, so that shaping, breaking and paginating are tested without parsing.
struct SamplePlan {
  var measure = Length.mm(125)
  var size = Length.pt(10)
  var leading = Length.pt(13)
  var gap = Length.pt(13)
  var breaking = ParagraphStyle.Breaking.firstFit
  var alignment = ParagraphStyle.Alignment.left
  var hyphenates = true
  var graded = false
  var height = Length.mm(205)

  static var fonts: FontBook { FontBook(folder: Project.path("Fonts")) }
  /// What opens pictures: the program that was built with the tests.
  static let intake = IntakeClient(program: IntakeLocation.find(resources: Project.folder))
  static var languages: LanguageShelf {
    LanguageShelf(folder: Project.path("Languages"), packs: [:])
  }

  /// The file of a language.
  static func languageText(_ tag: String) throws -> String {
    try Project.text("Languages/\(tag)/language.yaml")
  }

  var textStyle: TextStyle {
    TextStyle(
      families: ["Liberation Sans", "DejaVu Sans"], size: size, weight: 400, italic: false,
      color: .black, features: [])
  }

  var paragraphStyle: ParagraphStyle {
    ParagraphStyle(
      leading: leading, alignment: alignment, breaking: breaking,
      hyphenation: HyphenationRules(
        enabled: hyphenates, before: 2, after: 2, ladder: 0, graded: graded, exceptions: []),
      protectsPhrases: false, opticalMargin: false, spaceStretch: 0.5, spaceShrink: 0.3)
  }

  func inline(_ text: String, order: Int = 0) -> InlinePlan {
    InlinePlan(
      content: .text(text), style: textStyle, language: .danish, hyphenates: hyphenates,
      part: .content(StructureTree.root, order: order), place: nil)
  }

  func paragraph(_ text: String, role: FlowRole = .body) -> ParagraphPlan {
    ParagraphPlan(
      role: role, inlines: [inline(text)], style: paragraphStyle, textStyle: textStyle,
      spaceBefore: gap, spaceAfter: gap)
  }

  func plan(_ flow: [FlowBlock]) -> Plan {
    let region = Rect(x: .mm(22), y: .mm(60), width: measure, height: height)
    return Plan(
      language: .danish, page: .a4, regions: .init(first: region, next: region, last: region),
      flow: flow, footnotes: [],
      footnoteRule: RulePlan(
        width: .mm(40), thickness: .pt(0.5), color: .black, spaceBefore: .pt(6),
        spaceAfter: .pt(4)),
      fixed: [], marks: [], zones: [], fit: .off, structure: StructureTree(),
      metadata: DocumentMetadata(
        title: "Prøve", author: "", date: SamplePlan.date,
        language: .danish, caseID: "", documentID: ""))
  }

  func compose(_ flow: [FlowBlock]) throws -> Composition {
    let shaper = Shaper(fonts: Self.fonts, languages: Self.languages)
    return try composePages(plan(flow), shaper: shaper)
  }

  func compose(paragraphs: [String]) throws -> Composition {
    try compose(paragraphs.map { .paragraph(paragraph($0)) })
  }
}

extension Composition {
  /// The words of each line of the column as they look, without the spaces at line ends.
  var lineTexts: [String] {
    pages.flatMap { page in
      page.frame.items.compactMap { placed in
        guard case .line(let line) = placed.item else { return nil }
        return line.runs.map(\.item.text).joined().replacing("\u{AD}", with: "-")
          .trimmingCharacters(in: .whitespaces)
      }
    }
  }
}

extension SamplePlan {
  /// The date of the letter of 2024.
  static var date: CalendarDate {
    guard let date = CalendarDate(year: 2024, month: 3, day: 11) else {
      preconditionFailure("11 March 2024 is a day")
    }
    return date
  }
}
