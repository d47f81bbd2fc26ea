/// A stretch of text of a template, on its way to ``Inline``.
indirect enum InlineTemplate: FieldHolder {
  /// Text, or a field, and the stretch of the letter it belongs to.
  case part(TextPart, SourceRange)
  /// What is the same in each letter; whether it ends in a space.
  case fixed(Inline, endsInSpace: Bool)
  case group(Group, [Filling<InlineTemplate>], SourceRange)
  case image(ImageTemplate, SourceRange)

  /// What holds other text.
  enum Group: Sendable {
    case emphasis, strong, strikethrough
    /// A link to an address that never changes.
    case link(String)
    /// A link to an address that the record has a part in.
    case filledLink(TextTemplate)
    case span([String: TextTemplate])
    case fixedSpan([String: String])
  }

  func tellFields(_ needs: inout FieldNeeds) {
    switch self {
    case .part(let part, _): part.tellFields(&needs)
    case .fixed: break
    case .group(let group, let inner, _):
      inner.tellFields(&needs)
      switch group {
      case .filledLink(let target): target.tellFields(&needs)
      case .span(let attributes):
        for (_, value) in attributes.sorted(by: { $0.key < $1.key }) { value.tellFields(&needs) }
      default: break
      }
    case .image(let image, _): image.tellFields(&needs)
    }
  }

  var isBlank: Bool {
    switch self {
    case .part(let part, _): part.isBlank
    case .fixed(let inline, _): inline.content == .lineBreak
    case .group, .image: false
    }
  }
}

/// An image of which the record has a say in some texts.
struct ImageTemplate: FieldHolder {
  let image: Image
  let path: TextTemplate
  let alternative: TextTemplate
  let title: TextTemplate
  let attributes: [String: TextTemplate]
  let link: TextTemplate?

  func tellFields(_ needs: inout FieldNeeds) {
    for text in [path, alternative, title] { text.tellFields(&needs) }
    for (_, value) in attributes.sorted(by: { $0.key < $1.key }) { value.tellFields(&needs) }
    link?.tellFields(&needs)
  }
}

/// Makes templates of what has been parsed.
struct TemplateCompiler {
  var problems = DiagnosticCollector()

  /// The parts of a text with markup, tags not yet matched.
  mutating func atoms(of inlines: [Inline]) -> [TemplateAtom<InlineTemplate>] {
    inlines.flatMap { atoms(of: $0) }
  }

  /// The parts of a text whose tags all have their partners in it.
  mutating func fillings(of inlines: [Inline]) -> [Filling<InlineTemplate>] {
    matchTags(atoms(of: inlines), &problems)
  }

  private mutating func atoms(of inline: Inline) -> [TemplateAtom<InlineTemplate>] {
    guard inline.holdsTags else {
      if case .text(let text) = inline.content {
        return [.element(.part(.text(text), inline.place))]
      }
      return [.element(.fixed(inline, endsInSpace: inline.endsInSpace))]
    }
    let place = inline.place
    func group(
      _ group: InlineTemplate.Group, _ inner: [Inline]
    ) -> [TemplateAtom<InlineTemplate>] {
      [.element(.group(group, fillings(of: inner), place))]
    }
    switch inline.content {
    case .text(let text):
      var reader = TagReader(at: place, hasBackslashes: false)
      let atoms = reader.read(text)
      problems.add(reader.problems.all)
      return atoms.map {
        switch $0 {
        case .element(let part): .element(.part(part, place))
        case .tag(let tag): .tag(tag)
        }
      }
    case .emphasis(let inner): return group(.emphasis, inner)
    case .strong(let inner): return group(.strong, inner)
    case .strikethrough(let inner): return group(.strikethrough, inner)
    case .link(let uri, let inner):
      return holdsTags(uri)
        ? group(.filledLink(TextTemplate(uri, at: place, &problems)), inner)
        : group(.link(uri), inner)
    case .span(let inner, let attributes):
      guard attributes.values.contains(where: holdsTags) else {
        return group(.fixedSpan(attributes), inner)
      }
      return group(
        .span(attributes.mapValues { TextTemplate($0, at: place, &problems) }), inner)
    case .image(let image): return [.element(.image(template(of: image), place))]
    case .code, .lineBreak, .footnote:
      return [.element(.fixed(inline, endsInSpace: inline.endsInSpace))]
    }
  }

  /// An image as a template.
  mutating func template(of image: Image) -> ImageTemplate {
    ImageTemplate(
      image: image, path: TextTemplate(image.path, at: image.place, &problems),
      alternative: TextTemplate(image.alternative, at: image.place, &problems),
      title: TextTemplate(image.title, at: image.place, &problems),
      attributes: image.attributes.mapValues { TextTemplate($0, at: image.place, &problems) },
      link: image.link.map { TextTemplate($0, at: image.place, &problems) })
  }
}

extension Inline {
  /// Whether anything in it is to be filled, or taken out of an escape.
  var holdsTags: Bool {
    switch content {
    case .text(let text): Typeset.holdsTags(text)
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
      inner.contains(where: \.holdsTags)
    case .link(let uri, let inner): Typeset.holdsTags(uri) || inner.contains(where: \.holdsTags)
    case .span(let inner, let attributes):
      attributes.values.contains(where: Typeset.holdsTags) || inner.contains(where: \.holdsTags)
    case .image(let image): image.holdsTags
    case .code, .lineBreak, .footnote: false
    }
  }

  /// Whether a space after it would be the second.
  var endsInSpace: Bool {
    switch content {
    case .text(let text): text.utf8.last == 0x20
    case .lineBreak: true
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner),
      .span(let inner, _):
      inner.last?.endsInSpace ?? false
    case .code, .footnote, .image: false
    }
  }
}

extension Image {
  var holdsTags: Bool {
    ([path, alternative, title, link ?? ""] + attributes.values).contains(where: Typeset.holdsTags)
  }
}
