extension FrameItem {
  /// The same item, painted as an artifact: what was read once is not read again.
  func asArtifact(_ kind: ArtifactKind) -> FrameItem {
    switch self {
    case .line(let line):
      .line(
        Line(
          runs: line.runs.map { Placed(item: $0.item.asArtifact(kind), origin: $0.origin) },
          baseline: line.baseline, height: line.height, width: line.width, ratio: line.ratio,
          role: line.role))
    case .rule(let rule): .rule(Rule(size: rule.size, color: rule.color, part: .artifact(kind)))
    case .image(let image):
      .image(
        PlacedImage(
          image: image.image, size: image.size, resolution: image.resolution,
          part: .artifact(kind), place: image.place))
    case .frame(let frame):
      .frame(
        Frame(
          size: frame.size,
          items: frame.items.map { Placed(item: $0.item.asArtifact(kind), origin: $0.origin) }))
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
