/// Counts wrong divisions by rules of its own, so that the hyphenator is not judged by itself.
///
/// §§ 15-17 of the Danish orthography: a vowel between two divisions and on each side; none next
/// to a joint but at it; no consonants at the end or the beginning that no word ends or begins in.
struct DivisionAudit {
  var joints = 0
  var jointsOffered = 0
  var offered = 0
  var atJoints = 0
  var wrong: [String] = []

  /// Judges the divisions of a word, both marked: the word by `|` at its joints.
  mutating func judge(_ marked: String, _ divisions: [Int]) {
    let letters = Array(marked.replacing("|", with: ""))
    var places: Set<Int> = []
    var count = 0
    for part in marked.split(separator: "|").dropLast() {
      count += part.count
      places.insert(count)
    }
    joints += places.count
    jointsOffered += places.intersection(divisions).count
    offered += divisions.count
    atJoints += places.intersection(divisions).count
    for (number, place) in divisions.enumerated() {
      let next = number + 1 < divisions.count ? divisions[number + 1] : letters.count
      let isJoint = places.contains(place)
      let missesJoint = places.contains { joint in
        joint != place && !hasVowel(letters[min(joint, place)..<max(joint, place)])
      }
      let start = places.filter { $0 < place }.max() ?? 0
      let isPrefix = Self.prefixes.contains(String(letters[start..<place]))
      if !hasVowel(letters[place..<next]) || !hasVowel(letters[..<place]) || missesJoint
        || (!isJoint && !isPrefix && !isPossible(letters, place))
      {
        wrong.append(String(letters[..<place]) + "-" + String(letters[place...]))
      }
    }
  }

  private func hasVowel(_ letters: ArraySlice<Character>) -> Bool {
    letters.contains { "aeiouyæøåé".contains($0) }
  }

  private func isPossible(_ letters: [Character], _ place: Int) -> Bool {
    let before = letters[..<place].reversed().prefix { !"aeiouyæøåé".contains($0) }.reversed()
    let after = letters[place...].prefix { !"aeiouyæøåé".contains($0) }
    if before.count > 1, before.last == before.dropLast().last { return false }
    // What begins with a vowel belongs to the consonant before it, but for a few suffixes.
    if after.isEmpty, !before.isEmpty { return false }
    return after.count < 2 || Self.beginnings.contains(String(after))
  }

  private static let prefixes: Set = [
    "af", "an", "be", "efter", "for", "fore", "frem", "ind", "mis", "om", "op", "over", "sam",
    "til", "ud", "under",
  ]

  private static let beginnings = Set(
    """
    bl br bj dr dj dv fl fr fj fn gl gn gr gj hj hv kl kn kr kv kj pl pr pj sk skr skj skv sl sm sn \
    sp spl spr spj st str stj sv sj tr tv tj vr ch ph th
    """.split(separator: " ").map(String.init))
}
