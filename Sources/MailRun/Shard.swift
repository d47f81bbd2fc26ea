/// The share of a run that one process does: every `count`-th record, from the `index`-th on.
///
/// Records are dealt out one by one, so that the shares are equal however long the stream is, and
/// nobody needs to know its length.
package struct Shard: Hashable, Sendable {
  /// Which share, from 1.
  package let index: Int
  /// How many shares there are.
  package let count: Int

  /// The whole run.
  package static let whole = Shard(index: 1, count: 1)

  private init(index: Int, count: Int) {
    self.index = index
    self.count = count
  }

  /// Reads `2/8`; nil for anything that is no share.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]), index >= 1,
      index <= count
    else { return nil }
    self.init(index: index, count: count)
  }

  /// Whether a record is in the share, by its number from 1.
  package func holds(_ number: Int) -> Bool { (number - 1) % count == index - 1 }

  /// What the names of the share's own files have before their suffix; nothing for a whole run.
  package var suffix: String { count == 1 ? "" : "-\(index)-of-\(count)" }
}
