/// Cuts pages into pieces of which letters of a run have most in common: by what the page shows alone,
/// so that each letter is cut the same whatever was set before it.
enum PagePieces {
  /// From so many items on a piece is cut where it can be: soon where letters differ, since what stands
  /// beside a name is made anew with it.
  private static func limit(_ kind: FrameItem.Kind) -> Int { kind == .own ? 3 : 12 }

  /// What is drawn of a page, in pieces.
  static func cut(_ items: [Placed<FrameItem>]) -> [[Placed<FrameItem>]] {
    var pieces: [[Placed<FrameItem>]] = []
    var start = 0
    for index in items.indices.dropFirst() {
      let (last, next) = (items[index - 1].item, items[index].item)
      // A part that runs on is told of by one tag.
      guard last.lastPart != next.firstPart else { continue }
      guard last.kind != next.kind || index - start >= limit(last.kind) else { continue }
      pieces.append(Array(items[start..<index]))
      start = index
    }
    if start < items.count { pieces.append(Array(items[start...])) }
    return pieces
  }
}

extension FrameItem {
  /// What letters of a run differ in, what they share, and pictures, stand in pieces of their own.
  enum Kind {
    case own, shared, picture
  }

  var kind: Kind {
    switch self {
    case .image: .picture
    case .rule: .shared
    case .line(let line): line.isPersonal ? .own : .shared
    }
  }

  fileprivate var firstPart: Part? { part { $0.first } }

  fileprivate var lastPart: Part? { part { $0.last } }

  private func part(_ choose: ([Placed<GlyphRun>]) -> Placed<GlyphRun>?) -> Part? {
    switch self {
    case .image(let image): image.part
    case .rule(let rule): rule.part
    case .line(let line): choose(line.runs)?.item.part
    }
  }
}
