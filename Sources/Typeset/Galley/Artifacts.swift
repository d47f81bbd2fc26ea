extension FrameItem {
  /// The same item, painted as an artifact: what was read once is not read again.
  func asArtifact(_ kind: ArtifactKind) -> FrameItem {
    switch self {
    case .line(let line):
      .line(
        line.replacing(
          line.runs.map { Placed(item: $0.item.asArtifact(kind), origin: $0.origin) }))
    case .rule(let rule): .rule(Rule(size: rule.size, color: rule.color, part: .artifact(kind)))
    case .image(let image):
      .image(
        PlacedImage(
          image: image.image, size: image.size, resolution: image.resolution,
          part: .artifact(kind), place: image.place))
    }
  }
}

extension GlyphRun {
  /// The same glyphs as an artifact.
  func asArtifact(_ kind: ArtifactKind) -> GlyphRun {
    GlyphRun(
      font: font, size: size, color: color, glyphs: glyphs, clusters: clusters, text: text,
      isRightToLeft: isRightToLeft, rise: rise, part: .artifact(kind), actualText: actualText,
      underline: underline, strikethrough: strikethrough, ascent: ascent, descent: descent)
  }
}
