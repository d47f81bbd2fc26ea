import GLibSupport

/// A stretch of a run whose glyphs and characters are painted, and read, in one go.
struct RunSegment: Hashable, Sendable {
  /// Glyphs of the run, in painting order.
  var glyphs: Range<Int>
  /// In reading order; they cover the segment's glyphs and text.
  var clusters: [GlyphCluster]
  var text: String
  /// What to read instead of the glyphs, where glyphs alone do not tell.
  var actualText: String?
}

extension GlyphRun {
  /// Whether any of a segment's glyphs is painted; those of invisible characters are not.
  func shows(_ segment: RunSegment) -> Bool {
    glyphs[segment.glyphs].contains { $0.id != ShapedItem.emptyGlyph }
  }

  /// The run in segments, in reading order.
  ///
  /// A PDF says of a glyph which characters it stands for. Where only several glyphs stand for them,
  /// a segment says so itself; spaces of every width are read as spaces. Text from right to left is written in the order of its characters, which readers find
  /// glyph by glyph, so there every glyph has to be one character.
  var segments: [RunSegment] {
    guard clustersCoverAll else {
      return [RunSegment(glyphs: 0..<glyphs.count, clusters: [], text: "", actualText: text)]
    }
    if let actualText {
      return [
        RunSegment(
          glyphs: 0..<glyphs.count, clusters: clusters, text: text, actualText: actualText)
      ]
    }
    if isRightToLeft { return rightToLeftSegments }
    // By far most runs are letters, each with its own glyph.
    if clusters.allSatisfy({ $0.glyphs == 1 }), isPlain {
      return [
        RunSegment(glyphs: 0..<glyphs.count, clusters: clusters, text: text, actualText: nil)
      ]
    }
    return splitSegments
  }

  /// Whether every character is what its glyph can say: none is a space but the space, and none is
  /// made of others.
  private var isPlain: Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      // From 0xCC on begin the characters from U+0300 on; C2 A0 is the space that holds words together.
      if byte >= 0xCC || byte == 0xA0 && last == 0xC2 { return false }
      last = byte
    }
    return true
  }

  private var splitSegments: [RunSegment] {
    var segments: [RunSegment] = []
    var rest = Substring(text)
    var glyph = 0
    for cluster in clusters {
      let end = rest.utf8.index(rest.startIndex, offsetBy: cluster.bytes)
      let characters = Self.plain(rest[..<end])
      rest = rest[end...]
      let glyphs = glyph..<glyph + cluster.glyphs
      glyph = glyphs.upperBound
      let isPlain = cluster.glyphs == 1
      let new = GlyphCluster(bytes: characters.utf8.count, glyphs: cluster.glyphs)
      if let last = segments.indices.last, (segments[last].actualText == nil) == isPlain {
        // In place, for a copy of the last segment would copy all its clusters.
        segments[last].glyphs = segments[last].glyphs.lowerBound..<glyphs.upperBound
        segments[last].clusters.append(new)
        segments[last].text += characters
        if !isPlain { segments[last].actualText = segments[last].text }
      } else {
        segments.append(
          RunSegment(
            glyphs: glyphs, clusters: [new], text: characters,
            actualText: isPlain ? nil : characters))
      }
    }
    return segments
  }

  /// Segments of text from right to left, whose first cluster has the last glyphs.
  private var rightToLeftSegments: [RunSegment] {
    var segments: [RunSegment] = []
    var rest = Substring(text)
    var glyph = glyphs.count
    for cluster in clusters {
      let end = rest.utf8.index(rest.startIndex, offsetBy: cluster.bytes)
      let characters = Self.plain(rest[..<end])
      rest = rest[end...]
      let glyphs = glyph - cluster.glyphs..<glyph
      glyph = glyphs.lowerBound
      let isMirrored = characters.unicodeScalars.contains(where: \.properties.isBidiMirrored)
      let new = GlyphCluster(bytes: characters.utf8.count, glyphs: cluster.glyphs)
      if !isMirrored, let last = segments.indices.last, segments[last].actualText == nil {
        segments[last].glyphs = glyphs.lowerBound..<segments[last].glyphs.upperBound
        segments[last].clusters.append(new)
        segments[last].text += characters
      } else {
        // A bracket that opens has the glyph of one that closes.
        segments.append(
          RunSegment(
            glyphs: glyphs, clusters: [new], text: characters,
            actualText: isMirrored ? characters : nil))
      }
    }
    return segments
  }

  /// Whether the clusters cover text and glyphs exactly.
  private var clustersCoverAll: Bool {
    var bytes = 0
    var count = 0
    for cluster in clusters {
      guard cluster.bytes >= 0, cluster.glyphs >= 0, cluster.bytes + cluster.glyphs > 0
      else { return false }
      bytes += cluster.bytes
      count += cluster.glyphs
    }
    return bytes == text.utf8.count && count == glyphs.count
  }

  /// A cluster's characters as one glyph can say them: composed, and any space as the space.
  private static func plain(_ characters: Substring) -> String {
    let scalars = characters.unicodeScalars
    if scalars.count == 1, let scalar = scalars.first {
      // Below these, no character is composed of others.
      if scalar.value < 0xA0 || (0xA1..<0x300).contains(scalar.value) { return String(characters) }
      if let letters = PresentationForms.letters(of: scalar) { return letters }
      if scalar.properties.generalCategory == .spaceSeparator { return " " }
    }
    return NormalForm.composed.of(String(characters))
  }
}
