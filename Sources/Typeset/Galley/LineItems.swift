extension ParagraphLine {
  /// The line and its images, from the line's top left corner.
  var items: [Placed<FrameItem>] {
    [Placed(item: .line(line), origin: .zero)]
      + images.map { Placed(item: .image($0.item), origin: $0.origin) }
  }
}
