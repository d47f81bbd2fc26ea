/// A stretch of a paragraph in one font, style and direction, shaped as a whole.
struct ShapedItem: Sendable {
  /// Bytes of the paragraph's text.
  let range: Range<Int>
  /// Index into the paragraph's inlines.
  let inline: Int
  let font: FontKey
  let level: UInt8
  /// In painting order, left to right.
  let glyphs: [Glyph]
  /// For each glyph the byte of the paragraph that its cluster begins at.
  let clusterStarts: [Int]
  let ascent: Length
  let descent: Length
  /// The size of the image that it is, which has one glyph without ink.
  private(set) var image: Size? = nil

  var isRightToLeft: Bool { level % 2 == 1 }

  /// The glyphs and clusters of a part of the item; the ends must be ends of clusters.
  func slice(_ part: Range<Int>) -> (glyphs: [Glyph], clusters: [GlyphCluster]) {
    let range = glyphRange(of: part)
    // Reading order of the clusters: right-to-left runs are painted backwards.
    let starts = clusterStarts[range]
    let logical = isRightToLeft ? starts.reversed() : Array(starts)
    var clusters: [GlyphCluster] = []
    var index = 0
    while index < logical.count {
      var next = index
      while next < logical.count, logical[next] == logical[index] { next += 1 }
      let end = next < logical.count ? logical[next] : part.upperBound
      clusters.append(GlyphCluster(bytes: end - logical[index], glyphs: next - index))
      index = next
    }
    return (Array(glyphs[range]), clusters)
  }

  /// Whether a byte is the first of a cluster or an end of the item.
  func isClusterBoundary(_ offset: Int) -> Bool {
    if offset == range.lowerBound || offset == range.upperBound { return true }
    let glyph = glyphRange(of: offset..<offset + 1)
    return !glyph.isEmpty
  }

  /// The glyphs whose clusters begin within a part, found by halving: clusters are in order.
  private func glyphRange(of part: Range<Int>) -> Range<Int> {
    if isRightToLeft {
      return firstGlyph {
        clusterStarts[$0] < part.upperBound
      }..<firstGlyph {
        clusterStarts[$0] < part.lowerBound
      }
    }
    return firstGlyph {
      clusterStarts[$0] >= part.lowerBound
    }..<firstGlyph {
      clusterStarts[$0] >= part.upperBound
    }
  }

  /// The first glyph for which something holds that holds for all after it.
  private func firstGlyph(where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = clusterStarts.count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
