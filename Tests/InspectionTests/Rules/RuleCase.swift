import Inspection
import Intake
import Proofing
import Typeset

/// A rule with a file that breaks it and no other, and one that just keeps it.
struct RuleCase: Sendable, CustomStringConvertible {
  let rule: String
  var name = "letter.pdf"
  var passingName = "letter.pdf"
  let breaking: @Sendable (inout SoundPDF) -> Void
  let passing: @Sendable (inout SoundPDF) -> Void

  init(
    _ rule: String, breaking: @escaping @Sendable (inout SoundPDF) -> Void,
    passing: @escaping @Sendable (inout SoundPDF) -> Void
  ) {
    self.rule = rule
    self.breaking = breaking
    self.passing = passing
  }

  var description: String { rule }

  /// A profile of every rule.
  static let profile = """
    rules:
      damage: {source: x}
      encryption: {source: x}
      header: {source: x}
      file-end: {source: x}
      trailer-id: {source: x}
      version: {source: x, least: "1.2", most: "1.7"}
      file-size: {source: x, most: 20KB}
      file-name: {source: x, forbid: "<>:*", odd-spaces: false, longest: 20, suffix: .pdf}
      pages: {source: x, least: 1, most: 4}
      page-size: {source: x, width: 210mm, height: 297mm, more: 1mm, less: 5mm}
      rotation: {source: x}
      page-boxes: {source: x}
      blank-pages: {source: x}
      scripts: {source: x}
      actions: {source: x}
      embedded-files: {source: x}
      forms: {source: x, seals: true}
      multimedia: {source: x}
      external-references: {source: x}
      annotations: {source: x, allow: [Link, Widget, Screen]}
      fonts-embedded: {source: x}
      fonts-subset: {source: x}
      fonts-whole: {source: x}
      unicode: {source: x}
      output-intent: {source: x}
      device-colors: {source: x}
      one-ink-black: {source: x}
      gray-only: {source: x}
      transparency: {source: x}
      resolution: {source: x, least: 100, most: 300, ignore: 5mm}
      text-free: {source: x, zones: [{name: strip, area: [0mm, 95mm, 15mm, 80mm]}]}
      ink-free: {source: x, zones: [{name: corner, area: [190mm, 0mm, 20mm, 20mm], pages: first}]}
      window: {source: x, area: [20mm, 45mm, 85mm, 45mm], slack: 3mm}
      address-type: {source: x, area: [20mm, 45mm, 85mm, 45mm]}
      margins: {source: x, left: 10mm, right: 10mm, top: 10mm, bottom: 10mm}
      white-text: {source: x}
      hidden-text: {source: x, scans: true}
      overlapping-text: {source: x}
      page-numbers: {source: x}
      lone-signature: {source: x, closings: [Med venlig hilsen]}
      holes: {source: x, most: 180mm}
      archive-claim: {source: x, levels: [2a, 3a]}
      accessible-claim: {source: x}
      metadata: {source: x}
      information: {source: x}
      tagged: {source: x}
      language: {source: x}
      title: {source: x}
      marked-content: {source: x}
      standard-types: {source: x}
      headings: {source: x}
      nesting: {source: x}
      table-headers: {source: x}
      alternative-texts: {source: x}
      links: {source: x}
      tab-order: {source: x}
      contrast: {source: x}
      seal: {source: x}
      parent-tree: {source: x}
      list-numbering: {source: x}
      notes: {source: x}
      attachments: {source: x}
    """

  static let intake = IntakeClient(program: IntakeLocation.find(resources: Project.folder))

  /// What breaks the rules of a profile.
  static func findings(
    in bytes: [UInt8], named name: String = "letter.pdf", by profile: String = Self.profile
  ) throws -> [Finding] {
    let file = SourceFile(name: "all.yaml", text: profile)
    let parsed = try parseProfile(file) { (_, file) throws(Diagnostics) in file }
    let pdf = try InspectedPDF(bytes, name: name, by: intake)
    return inspect(Subject(pdf, intake: intake), by: [parsed]).findings
  }
}
