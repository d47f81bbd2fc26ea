extension Resolver {
  /// An image within a line; its own element among the words that it stands between.
  mutating func inlineImage(_ image: Image, _ context: InlineContext) -> [InlinePlan] {
    refuseBlockSettings(of: image)
    let path = Located(value: image.path, place: image.place)
    guard let resource = read(path) else { return [] }
    checkWords(ofPicture: image.alternative, from: image.path, at: image.place)
    let wanted = ImageAttributes(image, room: measure, &problems)
    var context = context
    if let link = image.link { context.owner = add(.link(uri: link), under: context.owner) }
    if case .element(let parent) = context.owner {
      tree.note(image.alternative, in: parent)
      let figure = add(.figure, under: parent)
      if !image.alternative.isEmpty { tree[figure].alternative = image.alternative }
      tree[figure].place = image.place
      tree[figure].isInline = true
      context.owner = .element(figure)
    }
    let inline = InlineImage(
      image: resource, width: wanted.width, height: wanted.height,
      resolution: layout.images.resolution)
    return [raw(.image(inline), context, image.place)]
  }

  /// A line has no room for a caption, and the words around an image say where it stands.
  private mutating func refuseBlockSettings(of image: Image) {
    let hint: DiagnosticText = "leave it out, or put the image in a paragraph of its own"
    if !image.title.isEmpty {
      problems.add(
        .error(
          .inlineImage,
          "the image \(quoted(image.path)) stands within a line, which has no room for its caption",
          at: image.place, hint: hint))
    }
    if image.attributes["align"] != nil {
      problems.add(
        .error(
          .inlineImage,
          "the image \(quoted(image.path)) stands within a line, where align means nothing",
          at: image.place, hint: hint))
    }
  }
}
