import PDFFile

/// Walks the content of a page and of the forms that it uses, and takes down what is painted.
struct ContentReader {
  var content = PageContent()
  let pdf: InspectedPDF
  let page: InspectedPage
  var state: ContentState
  private var kept: [ContentState] = []
  private var marks: [PageContent.Mark] = []
  // Text
  private var textMatrix = PageMatrix()
  private var lineMatrix = PageMatrix()
  private var path = ContentPath()
  private var forms: [Int] = []
  /// Whether an annotation is drawn, rather than the page's own content.
  var isInAnnotation = false
  private var fontPlaces: [PDFValue: Int] = [:]
  private var fontKeys: [PDFValue] = []
  private var shelf: ContentShelf

  /// More than any page of a letter has: things that are painted, forms within forms,
  /// bytes of a text.
  private static let limits = (pieces: 20_000, depth: 24, string: 50_000)

  /// Reads all that is painted on a page.
  ///
  /// - Parameter shelf: what pages of the file share; it knows more afterwards.
  static func read(
    _ page: InspectedPage, in pdf: InspectedPDF, sharing shelf: inout ContentShelf
  ) -> PageContent {
    var reader = ContentReader(page, pdf, shelf)
    defer { shelf = reader.shelf }
    let resources = pdf.dictionary(page.entries["Resources"]) ?? PDFDictionary([])
    reader.walk(page.content(in: pdf), resources)
    reader.readAnnotations()
    return reader.content
  }

  private init(_ page: InspectedPage, _ pdf: InspectedPDF, _ shelf: ContentShelf) {
    self.shelf = shelf
    self.page = page
    self.pdf = pdf
    state = ContentState(matrix: PageMatrix(), clip: page.visibleBox)
  }

  // MARK: Streams

  private mutating func walk(_ bytes: [UInt8], _ resources: PDFDictionary) {
    var stream = ContentOperators(bytes)
    let (outerKept, outerMarks) = (kept, marks)
    kept = []
    while let name = stream.next() {
      guard shelf.spend(1), content.pieces.count < Self.limits.pieces else {
        content.isCutShort = true
        break
      }
      perform(name, stream.operands, resources)
    }
    kept = outerKept
    marks = outerMarks
  }

  private mutating func perform(
    _ name: String, _ operands: [PDFValue], _ resources: PDFDictionary
  ) {
    if performState(name, operands, resources) || performPath(name, operands) { return }
    if performText(name, operands, resources) { return }
    switch name {
    case "BMC", "BDC": mark(operands, resources)
    case "EMC": _ = marks.popLast()
    case "Do":
      if case .name(let name)? = operands.first {
        draw(pdf.dictionary(resources["XObject"])?[name], resources)
      }
    case "sh": add(.shading, box: state.clip, .other("shading"), state.fillOpacity)
    case "EI":
      add(
        .image(PageContent.Image(object: nil, width: 0, height: 0, dotsPerInch: 0)),
        box: state.matrix.bounds(of: [0, 0, 1, 1]), .other("image"), state.fillOpacity)
    default: break
    }
  }

  // MARK: State

  private mutating func performState(
    _ name: String, _ operands: [PDFValue], _ resources: PDFDictionary
  ) -> Bool {
    switch name {
    case "q":
      kept.append(state)
      content.deepestState = max(content.deepestState, kept.count)
    case "Q": if let last = kept.popLast() { state = last }
    case "cm":
      if let matrix = PageMatrix(numbers(operands)) { state.matrix = matrix.then(state.matrix) }
    case "gs":
      if case .name(let name)? = operands.first {
        take(pdf.dictionary(pdf.dictionary(resources["ExtGState"])?[name]))
      }
    case "g": setFill(.gray, numbers(operands))
    case "G": setStroke(.gray, numbers(operands))
    case "rg": setFill(.rgb, numbers(operands))
    case "RG": setStroke(.rgb, numbers(operands))
    case "k": setFill(.cmyk, numbers(operands))
    case "K": setStroke(.cmyk, numbers(operands))
    case "cs":
      state.fillSpace = space(operands.first, resources)
      state.fill = state.fillSpace.first
    case "CS":
      state.strokeSpace = space(operands.first, resources)
      state.stroke = state.strokeSpace.first
    case "sc", "scn": state.fill = state.fillSpace.color(numbers(operands))
    case "SC", "SCN": state.stroke = state.strokeSpace.color(numbers(operands))
    default: return false
    }
    return true
  }

  private mutating func setFill(_ space: ContentState.ColorSpace, _ numbers: [Double]) {
    if space == .cmyk { content.colorSpaces.insert("DeviceCMYK") }
    state.fillSpace = space
    state.fill = space.color(numbers)
  }

  private mutating func setStroke(_ space: ContentState.ColorSpace, _ numbers: [Double]) {
    if space == .cmyk { content.colorSpaces.insert("DeviceCMYK") }
    state.strokeSpace = space
    state.stroke = space.color(numbers)
  }

  private mutating func take(_ parameters: PDFDictionary?) {
    guard let parameters else { return }
    if let opacity = pdf.number(parameters["ca"]) { state.fillOpacity = opacity }
    if let opacity = pdf.number(parameters["CA"]) { state.strokeOpacity = opacity }
    if state.fillOpacity < 1 || state.strokeOpacity < 1 { content.transparencies.insert("opacity") }
    let modes =
      pdf.name(parameters["BM"]).map { [$0] }
      ?? pdf.items(parameters["BM"]).compactMap { pdf.name($0) }
    if let mode = modes.first, mode != "Normal", mode != "Compatible" {
      content.transparencies.insert("blend mode")
    }
    if pdf.dictionary(parameters["SMask"]) != nil { content.transparencies.insert("soft mask") }
    let font = pdf.items(parameters["Font"])
    if font.count == 2 {
      state.font = place(of: font[0])
      state.size = pdf.number(font[1]) ?? 0
    }
  }

  private func numbers(_ operands: [PDFValue]) -> [Double] {
    operands.compactMap { pdf.number($0) }
  }

  // MARK: Paths

  private mutating func performPath(_ name: String, _ operands: [PDFValue]) -> Bool {
    switch name {
    case "m", "l", "c", "v", "y": path.reach(numbers(operands), in: state.matrix)
    case "re": path.addRectangle(numbers(operands), in: state.matrix)
    case "h": break
    case "W", "W*": path.isClipping = true
    case "f", "F", "f*", "b", "b*", "B", "B*": paint(state.fill, state.fillOpacity, isFilled: true)
    case "S", "s": paint(state.stroke, state.strokeOpacity, isFilled: false)
    case "n": endPath()
    default: return false
    }
    return true
  }

  private mutating func paint(_ color: ContentColor, _ opacity: Double, isFilled: Bool) {
    if let box = path.box {
      add(.path(isFilledBox: isFilled && path.isRectangle), box: box, color, opacity)
    }
    endPath()
  }

  private mutating func endPath() {
    if path.isClipping, let box = path.box { state.clip = Self.cut(state.clip, to: box) }
    path = ContentPath()
  }

  private static func cut(_ box: [Double], to other: [Double]) -> [Double] {
    [
      max(box[0], other[0]), max(box[1], other[1]), min(box[2], other[2]), min(box[3], other[3]),
    ]
  }

  private mutating func add(
    _ kind: PageContent.Kind, box: [Double], _ color: ContentColor, _ opacity: Double
  ) {
    let clip = page.area(of: state.clip)
    let isShown = state.clip[2] > state.clip[0] && state.clip[3] > state.clip[1]
    // A rule may have no extent across, and is seen all the same.
    let seen = Self.cut(state.clip, to: box)
    let mark = marks.last ?? PageContent.Mark()
    let area =
      isShown && !mark.isHidden && seen[2] >= seen[0] && seen[3] >= seen[1]
      ? page.area(of: seen) : nil
    content.pieces.append(
      PageContent.Piece(
        kind: kind, area: area, clip: clip, color: color, opacity: opacity,
        mark: mark, form: forms.last, isAnnotation: isInAnnotation))
  }

  // MARK: Marked content

  private mutating func mark(_ operands: [PDFValue], _ resources: PDFDictionary) {
    var mark = marks.last ?? PageContent.Mark()
    if case .name("Artifact")? = operands.first { mark.isArtifact = true }
    if operands.count > 1 {
      var value = operands[1]
      if case .name(let name) = value {
        value = pdf.dictionary(resources["Properties"])?[name] ?? .null
      }
      let properties = pdf.dictionary(value)
      if case .name("OC")? = operands.first, shelf.hides(value, in: pdf) { mark.isHidden = true }
      if let id = pdf.integer(properties?["MCID"]) { mark.id = id }
      if let words = pdf.text(properties?["ActualText"]) { mark.actualText = words }
      if let language = pdf.text(properties?["Lang"]) { mark.language = language }
    }
    // Marks within marks without end are no sign of a letter.
    if marks.count < 1000 { marks.append(mark) }
  }

  // MARK: Other objects

  mutating func draw(_ value: PDFValue?, _ resources: PDFDictionary) {
    guard let entries = pdf.dictionary(value) else { return }
    let outerMarks = marks
    defer { marks = outerMarks }
    if shelf.hides(entries["OC"], in: pdf) {
      marks.append(marks.last ?? PageContent.Mark())
      marks[marks.count - 1].isHidden = true
    }
    var number: Int?
    if case .reference(let reference)? = value { number = reference.index }
    if pdf.dictionary(entries["SMask"]) != nil { content.transparencies.insert("soft mask") }
    guard pdf.name(entries["Subtype"]) == "Form" else { return drawImage(entries, number) }
    guard forms.count < Self.limits.depth, let number, !forms.contains(number),
      let stream = pdf.stream(value)
    else { return }
    if pdf.name(pdf.dictionary(entries["Group"])?["S"]) == "Transparency", state.fillOpacity < 1 {
      content.transparencies.insert("opacity")
    }
    // Forms may draw each other, many times each.
    guard shelf.spend(500) else {
      content.isCutShort = true
      return
    }
    let outer = (state, textMatrix, lineMatrix, path)
    if let matrix = PageMatrix(numbers(pdf.items(entries["Matrix"]))) {
      state.matrix = matrix.then(state.matrix)
    }
    if let box = InspectedPage.box(pdf.items(entries["BBox"]).map { pdf.number($0) }) {
      state.clip = Self.cut(state.clip, to: state.matrix.bounds(of: box))
    }
    forms.append(number)
    walk(stream.bytes, pdf.dictionary(entries["Resources"]) ?? resources)
    forms.removeLast()
    (state, textMatrix, lineMatrix, path) = outer
  }

  private mutating func drawImage(_ entries: PDFDictionary, _ number: Int?) {
    let (width, height) = (pdf.integer(entries["Width"]) ?? 0, pdf.integer(entries["Height"]) ?? 0)
    let matrix = state.matrix.numbers
    let across = (matrix[0] * matrix[0] + matrix[1] * matrix[1]).squareRoot() * page.unit / 72
    let down = (matrix[2] * matrix[2] + matrix[3] * matrix[3]).squareRoot() * page.unit / 72
    let resolution = min(
      across > 0 ? Double(width) / across : .infinity,
      down > 0 ? Double(height) / down : .infinity)
    if pdf.name(entries["ColorSpace"]) == "DeviceCMYK" { content.colorSpaces.insert("DeviceCMYK") }
    add(
      .image(
        PageContent.Image(object: number, width: width, height: height, dotsPerInch: resolution)),
      box: state.matrix.bounds(of: [0, 0, 1, 1]),
      pdf.isTrue(entries["ImageMask"]) ? state.fill : .other("image"), state.fillOpacity)
  }

  // MARK: Text

  private mutating func performText(
    _ name: String, _ operands: [PDFValue], _ resources: PDFDictionary
  ) -> Bool {
    let numbers = numbers(operands)
    switch name {
    case "BT": (textMatrix, lineMatrix) = (PageMatrix(), PageMatrix())
    case "ET": break
    case "Tf":
      if case .name(let name)? = operands.first {
        state.font = place(of: pdf.dictionary(resources["Font"])?[name])
      }
      state.size = numbers.last ?? state.size
    case "Tc": state.spacing = numbers.first ?? 0
    case "Tw": state.wordSpacing = numbers.first ?? 0
    case "Tz": state.stretch = (numbers.first ?? 100) / 100
    case "TL": state.leading = numbers.first ?? 0
    case "Ts": state.rise = numbers.first ?? 0
    case "Tr": state.rendering = Int(exactly: numbers.first ?? 0) ?? 0
    case "Tm":
      if let matrix = PageMatrix(numbers) { (textMatrix, lineMatrix) = (matrix, matrix) }
    case "Td", "TD":
      guard numbers.count == 2 else { return true }
      if name == "TD" { state.leading = -numbers[1] }
      moveLine(numbers[0], numbers[1])
    case "T*": moveLine(0, -state.leading)
    case "Tj": show(Array(operands.prefix(1)))
    case "'":
      moveLine(0, -state.leading)
      show(Array(operands.prefix(1)))
    case "\"":
      if numbers.count == 2 { (state.wordSpacing, state.spacing) = (numbers[0], numbers[1]) }
      moveLine(0, -state.leading)
      show(Array(operands.suffix(1)))
    case "TJ": if let list = operands.first { show(pdf.items(list)) }
    default: return false
    }
    return true
  }

  private mutating func moveLine(_ x: Double, _ y: Double) {
    lineMatrix = PageMatrix(e: x, f: y).then(lineMatrix)
    textMatrix = lineMatrix
  }

  private mutating func place(of font: PDFValue?) -> Int? {
    guard let font, let entries = pdf.dictionary(font) else { return nil }
    if let known = fontPlaces[font] { return known }
    content.fonts.append(shelf.font(font, entries, in: pdf))
    fontPlaces[font] = content.fonts.count - 1
    fontKeys.append(font)
    return content.fonts.count - 1
  }

  private mutating func show(_ parts: [PDFValue]) {
    guard let place = state.font else { return }
    let font = content.fonts[place]
    var glyphs: [PageContent.Glyph] = []
    var whole: [Double]?
    for part in parts {
      guard let string = pdf.string(part) else {
        if let number = pdf.number(part) { advance(-number / 1000 * state.size * state.stretch) }
        continue
      }
      guard string.count < Self.limits.string, shelf.spend(string.count) else {
        content.isCutShort = true
        break
      }
      for code in font.codes(in: string) {
        let width = font.width(of: code) / 1000 * state.size
        let box = textMatrix.then(state.matrix).bounds(
          of: [
            0, state.rise - 0.21 * state.size, width * state.stretch,
            state.rise + 0.73 * state.size,
          ])
        whole =
          whole.map {
            [min($0[0], box[0]), min($0[1], box[1]), max($0[2], box[2]), max($0[3], box[3])]
          } ?? box
        glyphs.append(
          PageContent.Glyph(
            code: code, characters: shelf.characters(of: code, in: font, fontKeys[place]),
            area: page.area(of: box)))
        let isSpace = code == 32 && !font.isComposite
        advance((width + state.spacing + (isSpace ? state.wordSpacing : 0)) * state.stretch)
      }
    }
    guard let whole, !glyphs.isEmpty else { return }
    let matrix = textMatrix.then(state.matrix).numbers
    let scale = (matrix[2] * matrix[2] + matrix[3] * matrix[3]).squareRoot()
    let text = PageContent.Text(
      glyphs: glyphs, font: place, size: abs(state.size) * scale * page.unit,
      rendering: state.rendering)
    let isStroked = state.rendering % 4 == 1
    add(
      .text(text), box: whole, isStroked ? state.stroke : state.fill,
      isStroked ? state.strokeOpacity : state.fillOpacity)
  }

  private mutating func advance(_ amount: Double) {
    textMatrix = PageMatrix(e: amount).then(textMatrix)
  }
}
