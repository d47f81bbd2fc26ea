internal import Synchronization
internal import Typeset

/// Pictures of pages, by the keys that browsers ask for them with.
///
/// Pages that have not changed are not painted again, and keep their keys.
final class PageShelf: Sendable {
  private struct Entry {
    let page: Page
    let key: String
    let svg: [UInt8]
    var lastUse: Int
  }

  private struct Kept {
    var entries: [Entry] = []
    var uses = 0
  }

  /// Some twenty letters, so that going back to an earlier choice or an undone change is quick.
  private static let limit = 200
  private let kept = Mutex(Kept())

  /// The keys of pages, those that are new painted first.
  ///
  /// - Parameter paint: paints some of the pages.
  func keys(
    of pages: [Page], painting paint: ([Page]) throws(Diagnostics) -> [[UInt8]]
  ) throws(Diagnostics) -> [String] {
    var keys = known(pages)
    let fresh = pages.indices.filter { keys[$0] == nil }
    let painted = try paint(fresh.map { pages[$0] })
    for (index, svg) in zip(fresh, painted) {
      keys[index] = keep(pages[index], svg)
    }
    return keys.map { $0 ?? "" }
  }

  /// The picture of a key.
  func svg(_ key: String) -> [UInt8]? {
    kept.withLock { kept in kept.entries.first { $0.key == key }?.svg }
  }

  private func known(_ pages: [Page]) -> [String?] {
    kept.withLock { kept in
      kept.uses += 1
      return pages.map { page in
        guard let index = kept.entries.firstIndex(where: { $0.page == page }) else { return nil }
        kept.entries[index].lastUse = kept.uses
        return kept.entries[index].key
      }
    }
  }

  private func keep(_ page: Page, _ svg: [UInt8]) -> String {
    let key = Self.key(of: svg)
    kept.withLock { kept in
      kept.entries.removeAll { $0.key == key }
      kept.entries.append(Entry(page: page, key: key, svg: svg, lastUse: kept.uses))
      guard kept.entries.count > Self.limit else { return }
      // A letter of more pages than that keeps all of its own.
      let oldest = kept.entries.map(\.lastUse).min() ?? 0
      if oldest < kept.uses { kept.entries.removeAll { $0.lastUse == oldest } }
    }
    return key
  }

  /// FNV-1a of 64 bits: what tells a change from none, and nothing secret.
  private static func key(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 36)
  }
}
