extension Resolver {
  /// The most bytes of a paragraph, which is set as a whole: some three hundred pages.
  private static let longest = 1_000_000

  /// A paragraph in a style, with the text settings of the layout.
  mutating func paragraph(
    _ role: FlowRole, _ inlines: [InlinePlan], _ style: BlockStyle, at place: SourceRange?
  ) -> ParagraphPlan {
    let bytes = inlines.reduce(0) { $0 + $1.content.words.utf8.count }
    if bytes > Self.longest {
      problems.add(
        .error(
          .longParagraph,
          "the paragraph has \(bytes) bytes, more than the \(Self.longest) that one may have",
          at: place, hint: "leave an empty line where a new paragraph begins"))
    }
    var paragraph = style.paragraph
    paragraph.hyphenation.exceptions += letter.hyphenationExceptions
    return ParagraphPlan(
      role: role, inlines: inlines, style: paragraph, textStyle: style.text,
      indentLeft: style.indent, spaceBefore: style.spaceBefore, spaceAfter: style.spaceAfter,
      keep: Keep(orphans: layout.text.orphans, widows: layout.text.widows), place: place)
  }

  /// A paragraph of one text in a role's style, as an element of its own.
  mutating func paragraph(
    _ role: FlowRole, _ text: Located<String>, _ key: StyleRole, under parent: ElementID,
    as element: StructureRole = .paragraph
  ) -> ParagraphPlan {
    let style = layout.styles[key]
    let owner = Owner.element(add(element, under: parent))
    return paragraph(role, inlines(text, context(style, owner)), style, at: text.place)
  }

  /// Plans the notes that inlines refer to, after the block they stand in.
  mutating func planNotes(of inlines: [Inline], under parent: ElementID) {
    for mark in inlines.flatMap(\.notes) {
      var marks = [mark]
      var next = 0
      // The notes within a note stand after it.
      while next < marks.count {
        let index = marks[next]
        next += 1
        guard footnotes.indices.contains(index), plannedNotes.insert(index).inserted else {
          continue
        }
        footnotes[index] = note(index, under: parent)
        marks += footnotes[index].flatMap(\.notes)
      }
    }
  }

  private mutating func note(_ index: Int, under parent: ElementID) -> [ParagraphPlan] {
    let style = layout.styles[.footnote]
    let element = add(.note, under: parent)
    tree[element].footnote = index
    var paragraphs: [ParagraphPlan] = []
    for block in letter.footnotes[index].blocks {
      guard case .paragraph(let content) = block.content else {
        problems.add(
          .error(
            .footnotes, "a footnote holds paragraphs only", at: block.place,
            hint: "put lists, tables and images in the text"))
        continue
      }
      var labelInlines: [InlinePlan] = []
      if paragraphs.isEmpty {
        var look = context(style, .element(add(.label, under: element)))
        look.style.rise = style.text.size * 0.35
        look.style.size = style.text.size * 0.7
        labelInlines = [raw(.text(String(index + 1)), look, nil)]
      }
      let owner = Owner.element(add(.paragraph, under: element))
      var plan = paragraph(
        .footnote, inlines(content, context(style, owner)), style, at: block.place)
      plan.indentLeft += layout.footnotes.indent
      if !labelInlines.isEmpty {
        plan.label = LabelPlan(
          inlines: labelInlines, x: style.indent, width: layout.footnotes.indent,
          overflow: .widens(list: Self.notesList))
      }
      plan.within = [.list(Self.notesList)]
      paragraphs.append(plan)
    }
    return paragraphs
  }

  /// The short rule above the footnotes of a page.
  var footnoteRule: RulePlan {
    RulePlan(
      width: layout.footnotes.ruleWidth, thickness: layout.footnotes.rule.thickness,
      color: layout.footnotes.rule.color, spaceBefore: layout.footnotes.spaceBefore,
      spaceAfter: .pt(3))
  }
}
