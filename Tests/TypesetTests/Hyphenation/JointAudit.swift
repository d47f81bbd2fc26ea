import Proofing

@testable import Typeset

/// Counts how well joints are found, against words whose joints were marked by hand or by a list.
struct JointAudit {
  /// A word with its joints, and with the places after adverbs and prefixes and before suffixes.
  struct Word {
    var letters = ""
    var joints: Set<Int> = []
    var affixes: Set<Int> = []

    /// Reads a word marked by `|` at joints and `+` at affixes.
    init(_ marked: Substring) {
      for character in marked {
        switch character {
        case "|": joints.insert(letters.count)
        case "+": affixes.insert(letters.count)
        default: letters.append(character)
        }
      }
    }
  }

  var words = 0
  var joints = 0
  var offered = 0
  var divisions = 0
  /// Divisions offered as joints where none is.
  var invented: [String] = []
  /// Divisions so near a joint that only one of them can be right.
  var wrong: [String] = []

  /// The share of the joints that are offered as such.
  var recall: Double { Double(offered) / Double(max(1, joints)) }
  /// The share of right ones among what is offered as a joint.
  var precision: Double { Double(offered) / Double(max(1, offered + invented.count)) }
  /// The share of wrong ones among all divisions.
  var wrongShare: Double { Double(wrong.count) / Double(max(1, divisions)) }

  /// Judges the graded divisions of all the words in a file of `Hyphenation/Words`.
  init(_ name: String, _ language: String, vowels: String = "aeiouyæøåäöüé") throws {
    guard
      let hyphenator = Hyphenators(folder: Project.path("Languages")).hyphenator(
        for: .init(language)),
      let file = MappedFile(path: Project.path("Tests/TypesetTests/Hyphenation/" + name))
    else { return }
    let text = String(decoding: file.bytes, as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      for marked in line.split(separator: " ") {
        let word = Word(marked)
        judge(word, hyphenator.breaks(in: word.letters, before: 2, after: 2), Set(vowels))
      }
    }
  }

  private mutating func judge(_ word: Word, _ points: [HyphenationPoint], _ vowels: Set<Character>)
  {
    let letters = Array(word.letters)
    words += 1
    joints += word.joints.count
    divisions += points.count
    for point in points {
      let place = String(decoding: Array(word.letters.utf8.prefix(point.offset)), as: UTF8.self)
        .count
      let isKnown = word.joints.contains(place) || word.affixes.contains(place)
      let shown = String(letters[..<place]) + "-" + String(letters[place...])
      if word.joints.contains(place), point.grade <= .affix { offered += 1 }
      if point.grade == .joint, !isKnown { invented.append(shown) }
      let missesJoint = word.joints.contains { joint in
        !letters[min(joint, place)..<max(joint, place)].contains(where: vowels.contains)
      }
      if !isKnown, missesJoint { wrong.append(shown) }
    }
  }

  /// The figures in words.
  var summary: String {
    func percent(_ share: Double) -> String {
      let hundredths = Int((share * 10_000).rounded())
      let rest = hundredths % 100
      return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
    }
    return "\(words) words, \(divisions) divisions, \(percent(wrongShare)) beside a joint; "
      + "joints: \(percent(recall)) of \(joints) offered, \(percent(precision)) of those right"
  }
}
