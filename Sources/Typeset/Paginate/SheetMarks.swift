import DataMatrix

/// The marks on the fronts of sheets for machines that fill envelopes.
package struct SheetMarks: Hashable, Sendable {
  private let omr: OMRSetting
  private let matrix: DataMatrixSetting
  private let isOneSided: Bool

  /// What a sheet is in its letter and its run.
  package struct Sheet: Hashable, Sendable {
    /// What the letter's record calls itself.
    package let id: String
    /// Which letter of the run it is, from 1.
    package let letter: Int
    /// Which sheet of the letter, from 1, and how many that has.
    package let number: Int
    package let count: Int
    /// Which sheet of the run, from 1.
    package let runNumber: Int

    /// Takes it down.
    package init(id: String, letter: Int, number: Int, of count: Int, runNumber: Int) {
      (self.id, self.letter) = (id, letter)
      (self.number, self.count, self.runNumber) = (number, count, runNumber)
    }
  }

  /// The room that a mark takes on a page, with the white that it needs around it.
  struct Area {
    let name: DiagnosticText
    let rect: Rect
    let place: SourceRange?
  }

  /// The marks of a layout; nil for one that has none.
  init?(_ marks: MarkSetting, isOneSided: Bool) {
    guard marks.omr.enabled || marks.matrix.enabled else { return nil }
    omr = marks.omr
    matrix = marks.matrix
    self.isOneSided = isOneSided
  }

  /// Whether a page is the front of a sheet, by its number from 1.
  package func isFront(_ page: Int) -> Bool { isOneSided || page % 2 == 1 }

  /// How many sheets so many pages take, and on which of them a page is.
  package func sheets(of pages: Int) -> Int { isOneSided ? pages : (pages + 1) / 2 }

  // MARK: What is printed

  /// Where ink stands on a sheet, from the page's top left corner.
  ///
  /// - Throws: what cannot be encoded.
  func ink(on sheet: Sheet) throws(Diagnostics) -> [Rect] {
    (omr.enabled ? bars(on: sheet) : []) + (matrix.enabled ? try symbol(on: sheet) : [])
  }

  /// The places of the bars, from the top: a gate and a safety bar that are always there, the end of the
  /// letter, the count and the parity.
  private func bars(on sheet: Sheet) -> [Rect] {
    let count = omr.counts == .sheets ? sheet.runNumber : sheet.letter
    var places = [true, true, sheet.number == sheet.count]
    for bit in 0..<omr.sequence { places.append(count >> bit & 1 == 1) }
    if omr.parity != .none {
      let isEven = places.count { $0 } % 2 == 0
      places.append(isEven != (omr.parity == .even))
    }
    return places.indices.filter { places[$0] }.map { place in
      Rect(
        x: omr.x, y: omr.y + omr.pitch * Double(place) - omr.thickness / 2, width: omr.length,
        height: omr.thickness)
    }
  }

  private func symbol(on sheet: Sheet) throws(Diagnostics) -> [Rect] {
    let text = text(on: sheet)
    let symbol: DataMatrixSymbol
    do throws(DataMatrixFault) {
      symbol = try DataMatrixSymbol(text)
    } catch {
      throw Diagnostics(error.diagnostic(text, at: matrix.place))
    }
    let module = matrix.size / Double(symbol.size)
    guard module >= Self.leastModule else {
      let told = (module.millimetres * 100).rounded(.down) / 100
      throw Diagnostics(
        .error(
          .marks,
          "the DataMatrix of \(quoted(text)) has modules of \(short(told)) mm, too fine to be read",
          at: matrix.place,
          hint: "shorten its text, or make it at least "
            + "\(short((Self.leastModule * Double(symbol.size)).millimetres.rounded(.up))) mm large"
        ))
    }
    return symbol.rectangles.map { run in
      Rect(
        x: matrix.x + module * Double(run.x), y: matrix.y + module * Double(run.y),
        width: module * Double(run.width), height: module * Double(run.height))
    }
  }

  /// Three dots of a printer of 300 to the inch.
  private static let leastModule = Length.mm(0.25)

  private func text(on sheet: Sheet) -> String {
    matrix.text.filled { field in
      switch field {
      case .id: sheet.id
      case .sheet: String(sheet.number)
      case .sheets: String(sheet.count)
      case .letter: String(sheet.letter)
      case .runSheet: String(sheet.runNumber)
      }
    }
  }

  // MARK: Room

  /// The room that the marks take on every front, whatever they say.
  var areas: [Area] {
    var areas: [Area] = []
    if omr.enabled {
      let places = 3 + omr.sequence + (omr.parity == .none ? 0 : 1)
      areas.append(
        Area(
          name: "the OMR marks",
          rect: Rect(
            x: omr.x, y: omr.y - omr.thickness / 2, width: omr.length,
            height: omr.pitch * Double(places - 1) + omr.thickness
          ).grown(by: omr.thickness), place: omr.place))
    }
    if matrix.enabled {
      // A module of white on each side (ISO/IEC 16022, 7.5); the smallest symbol has ten.
      areas.append(
        Area(
          name: "the DataMatrix",
          rect: Rect(x: matrix.x, y: matrix.y, width: matrix.size, height: matrix.size)
            .grown(by: matrix.size / 10), place: matrix.place))
    }
    return areas
  }
}

extension Layout {
  /// The marks that differ from sheet to sheet; nil for a layout that has none.
  package func sheetMarks(isOneSided: Bool) -> SheetMarks? {
    SheetMarks(marks, isOneSided: isOneSided || self.isOneSided)
  }
}

extension Composition {
  /// The letter with its marks, as they are for it alone.
  ///
  /// - Parameter id: what its record calls itself.
  /// - Throws: what cannot be encoded.
  func marked(_ marks: SheetMarks, id: String) throws(Diagnostics) -> Composition {
    var marked = self
    let count = marks.sheets(of: pages.count)
    var number = 0
    for index in pages.indices where marks.isFront(index + 1) {
      number += 1
      let ink = try marks.ink(
        on: SheetMarks.Sheet(id: id, letter: 1, number: number, of: count, runNumber: number))
      let page = pages[index]
      let items = ink.map { FixedShape(rect: $0, color: .black, kind: .page).placed }
      marked.pages[index] = Page(
        size: page.size, frame: Frame(size: page.frame.size, items: page.frame.items + items),
        boxes: page.boxes, imported: page.imported, cut: page.cut)
    }
    return marked
  }
}

extension Rect {
  fileprivate func grown(by margin: Length) -> Rect {
    Rect(
      x: minX - margin, y: minY - margin, width: size.width + margin * 2,
      height: size.height + margin * 2)
  }
}

extension DataMatrixFault {
  fileprivate func diagnostic(_ text: String, at place: SourceRange?) -> Diagnostic {
    switch self {
    case .noLibrary:
      .error(
        .missingLibrary, "there is no libdmtx on this machine, which makes DataMatrix symbols",
        at: place,
        hint: "install it: libdmtx0b or libdmtx0t64")
    case .empty:
      .error(.marks, "the DataMatrix says nothing", at: place, hint: "give it a text")
    case .notLatin(let scalar):
      .error(
        .marks, "the DataMatrix cannot say \(quoted(String(scalar))) of \(quoted(text))", at: place,
        hint: "use letters of Western Europe, digits and signs (Latin-1)")
    case .tooLong:
      .error(
        .marks, "the DataMatrix cannot hold \(text.count) characters", at: place,
        hint: "shorten its text")
    }
  }
}
