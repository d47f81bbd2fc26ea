/// The name most like what was written, to suggest it; nil when none is near enough to be meant.
///
/// Near is at most one slip in three characters, counted as insertions, deletions, replacements
/// and swaps of neighbours (Damerau 1964).
package func nearestName(to written: String, in names: [String]) -> String? {
  let word = Array(written.lowercased())
  guard word.count <= 40 else { return nil }
  var best: (name: String, distance: Int)?
  for name in names {
    let distance = editDistance(word, Array(name.lowercased()))
    let limit = max(1, max(word.count, name.count) / 3)
    if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i]
    for j in 1...b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      var distance = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        distance = min(distance, beforeLast[j - 2] + 1)
      }
      row.append(distance)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
