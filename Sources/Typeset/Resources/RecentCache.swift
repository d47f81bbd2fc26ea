/// Keeps what was asked for last, never more than a number of things.
///
/// What was used since the last half was full outlives it; the rest goes. So nothing is sorted or
/// searched, and between a half and all of the limit is kept.
struct RecentCache<ID: Hashable, Value> {
  /// The most things that are kept.
  let limit: Int
  private var recent: [ID: Value] = [:]
  private var older: [ID: Value] = [:]

  init(limit: Int) { self.limit = max(2, limit) }

  /// How many things are kept.
  var count: Int { recent.count + older.count }

  /// What is kept under a key, which counts as used.
  subscript(key: ID) -> Value? {
    mutating get {
      if let known = recent[key] { return known }
      guard let known = older[key] else { return nil }
      self[key] = known
      return known
    }
    set {
      older[key] = nil
      recent[key] = newValue
      guard recent.count >= limit / 2 else { return }
      older = recent
      recent = [:]
    }
  }
}
