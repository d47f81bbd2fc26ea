extension Resolver {
  /// What stands below the text: closing, signatures, postscript, enclosures and copies.
  mutating func foot() -> [FlowBlock] {
    var blocks: [FlowBlock] = []
    if let closing = closing() { blocks.append(closing) }
    blocks += signatures()
    if let postscript = letter.$postscript { blocks.append(self.postscript(postscript)) }
    let titles = letter.enclosures.map(\.$title)
    blocks += list(
      titles, layout.enclosures.label, layout.enclosures.stacksLabel, .enclosures, .enclosures)
    blocks += list(letter.$copies, layout.copies.label, layout.copies.stacksLabel, .copies, .copies)
    return blocks
  }

  private mutating func closing() -> FlowBlock? {
    let style = layout.styles[.closing]
    var plan: ParagraphPlan
    if let closing = letter.$closing {
      plan = paragraph(.closing, closing, .closing, under: StructureTree.root)
    } else if let text = layout.closing.text, !letter.signatures.isEmpty {
      let look = context(style, .element(add(.paragraph, under: StructureTree.root)))
      guard let inlines = fill(text, look) else { return nil }
      plan = paragraph(.closing, inlines, style, at: nil)
    } else {
      return nil
    }
    plan.keep.next = letter.signatures.isEmpty ? nil : .closing
    return .paragraph(plan)
  }

  private mutating func signatures() -> [FlowBlock] {
    guard !letter.signatures.isEmpty else { return [] }
    let setting = layout.signatures
    let section = add(
      .section, under: StructureTree.root, title: language[.signatures])
    let lines = signatureLines
    let count = min(setting.columns, max(lines.count, 1))
    var rows: [FlowBlock] = []
    for start in stride(from: 0, to: lines.count, by: count) {
      let cells = lines[start..<min(start + count, lines.count)]
      var row = RowPlan(
        count: setting.columns, gap: setting.gap, cells: [], box: .signatures, isClosing: true,
        spaceBefore: start == 0 ? .zero : setting.rowGap, spaceAfter: .zero,
        place: cells.first?.first?.$name.place)
      let width = row.width(in: measure)
      for signers in cells { row.cells.append(cell(signers, width, section)) }
      let isLast = start + count >= lines.count
      row.keep = Keep(next: isLast ? nil : .closing, together: true)
      rows.append(.row(row))
    }
    return rows
  }

  /// The signers, those together who share a line.
  private var signatureLines: [[Letter.Signature]] {
    letter.signatures.reduce(into: []) { lines, signer in
      if signer.isJoined, !lines.isEmpty {
        lines[lines.count - 1].append(signer)
      } else {
        lines.append([signer])
      }
    }
  }

  private mutating func cell(
    _ signers: [Letter.Signature], _ width: Length, _ section: ElementID
  ) -> RowPlan.Cell {
    let setting = layout.signatures
    let section = add(.division, under: section)
    var cell = RowPlan.Cell(
      blocks: [], spaceForInk: setting.spaceForInk, leastSpaceForInk: setting.leastSpaceForInk)
    let signed = signers.filter { $0.image != nil }
    if signed.count > 1 {
      problems.add(
        .error(
          .signatures, "signers on one line have room for one image", at: signed[1].$image?.place,
          hint: "write them as signers of their own, or leave out an image"))
    }
    if let signer = signed.first, let path = signer.$image {
      cell.image = signatureImage(
        path, of: signer.name,
        Size(width: width, height: setting.imageHeight ?? setting.spaceForInk),
        under: section)
    }
    if let rule = setting.rule {
      cell.blocks.append(
        .rule(
          RulePlan(
            width: nil, thickness: rule.thickness, color: rule.color, spaceBefore: .zero,
            spaceAfter: .pt(3))))
    }
    cell.blocks.append(signatureLine(signers.map(\.$name), .signatureName, under: section))
    for line in 0..<(signers.map(\.title.count).max() ?? 0) {
      let titles = signers.map { $0.title.indices.contains(line) ? $0.$title[line] : nil }
      cell.blocks.append(signatureLine(titles, .signatureTitle, under: section))
    }
    return cell
  }

  /// What stands under one ink, with a stroke before all but the first: `Anna Holm / Bo Krag`.
  ///
  /// - Parameter texts: one for each signer; nil where a signer has none.
  private mutating func signatureLine(
    _ texts: [Located<String>?], _ key: StyleRole, under section: ElementID
  ) -> FlowBlock {
    let style = layout.styles[key]
    let look = context(style, .element(add(.paragraph, under: section)))
    var inlines: [InlinePlan] = []
    for (index, text) in texts.enumerated() {
      guard let text else { continue }
      // Where the line is too long, the stroke stays at its end.
      let space = inlines.isEmpty ? "" : "\u{A0}"
      if index > 0 { inlines.append(raw(.text(space + "/ "), look, nil)) }
      inlines += self.inlines(text, look)
    }
    let place = texts.lazy.compactMap { $0 }.first?.place
    return .paragraph(paragraph(.signature, inlines, style, at: place))
  }

  private mutating func signatureImage(
    _ path: Located<String>, of name: String, _ room: Size, under section: ElementID
  ) -> ImagePlan? {
    guard let image = read(path) else { return nil }
    let figure = add(.figure, under: section)
    tree[figure].alternative = language[.signature].map { "\($0): \(name)" } ?? name
    return ImagePlan(
      image: image, size: image.size(within: room), alignment: .left,
      part: part(.element(figure)), resolution: layout.images.resolution, place: path.place)
  }

  private mutating func postscript(_ text: Located<String>) -> FlowBlock {
    let style = layout.styles[.postscript]
    let look = context(style, .element(add(.paragraph, under: StructureTree.root)))
    let label = language[.postscript].map { [raw(.text($0 + " "), look, nil)] } ?? []
    var plan = paragraph(.postscript, label + inlines(text, look), style, at: text.place)
    plan.spaceBefore = max(plan.spaceBefore, layout.styles[.text].spaceAfter)
    return .paragraph(plan)
  }

  /// Enclosures or copies: a label, and the items below it or after it.
  private mutating func list(
    _ items: [Located<String>], _ label: ByLanguage<Template>?, _ isStacked: Bool, _ role: FlowRole,
    _ key: StyleRole
  ) -> [FlowBlock] {
    guard !items.isEmpty else { return [] }
    let style = layout.styles[key]
    let owner = Owner.element(add(.paragraph, under: StructureTree.root))
    let look = context(style, owner)
    let labelInlines = label.flatMap { fill($0, look) } ?? []
    guard isStacked, !labelInlines.isEmpty else {
      var inlines = labelInlines.isEmpty ? [] : labelInlines + [raw(.text(" "), look, nil)]
      for (index, item) in items.enumerated() {
        if index > 0 { inlines.append(raw(.text(", "), look, nil)) }
        inlines += self.inlines(item, look)
      }
      return [.paragraph(paragraph(role, inlines, style, at: items[0].place))]
    }
    var head = paragraph(role, labelInlines, style, at: items[0].place)
    head.spaceAfter = .zero
    head.keep.next = .introduction
    var blocks = [FlowBlock.paragraph(head)]
    let list = add(.list(.none), under: StructureTree.root)
    for item in items {
      let body = add(.listBody, under: add(.listItem, under: list))
      var plan = paragraph(
        role, inlines(item, context(style, .element(body))), style, at: item.place)
      plan.spaceBefore = .zero
      blocks.append(.paragraph(plan))
    }
    return blocks
  }
}
