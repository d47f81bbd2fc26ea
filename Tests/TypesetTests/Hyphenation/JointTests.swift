import Proofing
import Testing

@testable import Typeset

@Suite struct JointTests {
  /// A word with its joints and affixes.
  private func parts(_ word: String, _ language: String) -> String {
    let points = Hyphenators(folder: Project.path("Languages")).hyphenator(
      for: LanguageTag(language))?
      .breaks(in: word, before: 2, after: 2)
    var bytes = Array(word.utf8)
    for point in (points ?? []).reversed() where point.grade == .joint {
      bytes.insert(UInt8(ascii: "|"), at: point.offset)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("da", "lov|forslaget"), ("da", "Undervisnings|ministeriet"), ("da", "bygge|sags|behandling"),
    ("da", "forsynings|sikkerhed"), ("da", "redskabs|skur"), ("da", "borger|møde"),
    ("da", "Vester|gade"), ("da", "miljø|konsekvens|rapport"), ("da", "bo|tilbuds|lignende"),
    ("da", "bo|steds|regi"), ("da", "social|bedrageri"), ("da", "koala|bjørn"),
    ("da", "være|sted"), ("da", "uddannelses|parat"), ("da", "arkitekturen"), ("da", "bachelor"),
    ("fi", "kansan|eläke"), ("fi", "äänestys|oikeus"), ("fi", "päätös|ehdotus"),
    ("fi", "hallinto|oikeudessa"), ("sv", "skatte|underlag"), ("sv", "kommun|fullmäktige"),
    ("nb", "bære|krafts|mål"), ("nb", "kommune|styret"), ("nn", "kommune|styret"),
    ("de", "Verwaltungs|gericht"), ("de", "Bundes|regierung"), ("de", "Haus|aufgaben"),
  ])
  func `Compounds are divided at their joints, and simple words have none`(
    language: String, expected: String
  ) {
    #expect(parts(expected.replacing("|", with: ""), language) == expected)
  }

  @Test(arguments: [
    ("da", "bot-ilbudslignende"), ("da", "bos-tedsregi"), ("da", "socialbed-rageri"),
    ("da", "bac-helor"), ("da", "arkitekt-uren"), ("da", "koalab-jørn"),
    ("da", "Vest-ergade"), ("fi", "kansa-neläke"),
    ("fi", "äänesty-soikeus"), ("fi", "päätö-sehdotus"), ("sv", "skatteund-erlag"),
    ("nb", "bærekraft-smål"), ("nn", "berekraft-smål"),
  ])
  func `A division that misleads is not offered`(language: String, bad: String) {
    let points = Hyphenators(folder: Project.path("Languages")).hyphenator(
      for: LanguageTag(language))?
      .breaks(in: bad.replacing("-", with: ""), before: 2, after: 2)
    let place = bad.prefix { $0 != "-" }.utf8.count
    #expect(points?.isEmpty == false)
    #expect(points?.contains { $0.offset == place } == false)
  }

  @Test(arguments: JointAudit.measured)
  func `Joints are found in words that the table was not made with`(
    _ measure: JointAudit.Measure
  ) throws {
    let audit = try JointAudit(measure.file, measure.language)
    #expect(audit.words >= 500)
    #expect(audit.recall >= measure.recall, "\(audit.summary)")
    #expect(audit.precision >= measure.precision, "\(audit.summary)\n\(audit.invented)")
    #expect(audit.wrongShare <= measure.wrong, "\(audit.summary)\n\(audit.wrong)")
  }
}

extension JointAudit {
  /// What a file of words is held to.
  struct Measure: Sendable {
    var language: String
    var file: String
    var recall: Double
    var precision: Double
    var wrong: Double
  }

  static let measured = [
    Measure(
      language: "da", file: "Words/prose-words.txt", recall: 0.97, precision: 0.995, wrong: 0.002),
    Measure(
      language: "da", file: "Words/unseen-da.txt", recall: 0.965, precision: 0.99, wrong: 0.002),
    Measure(
      language: "de", file: "Words/unseen-de.txt", recall: 0.9, precision: 0.98, wrong: 0.003),
    Measure(
      language: "sv", file: "Words/unseen-sv.txt", recall: 0.95, precision: 0.99, wrong: 0.005),
    Measure(
      language: "nb", file: "Words/unseen-nb.txt", recall: 0.9, precision: 0.975, wrong: 0.015),
    Measure(
      language: "nn", file: "Words/unseen-nn.txt", recall: 0.9, precision: 0.99, wrong: 0.007),
    Measure(
      language: "fi", file: "Words/unseen-fi.txt", recall: 0.9, precision: 0.955, wrong: 0.005),
  ]
}
