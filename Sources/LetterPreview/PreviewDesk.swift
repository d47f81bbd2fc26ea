internal import Synchronization
package import Typeset

/// Sets what is shown, each time anew from its files.
package final class PreviewDesk: Sendable {
  /// What is shown.
  package let subject: PreviewSubject
  private let resources: ResourceFolder
  private let hasEditor: Bool
  /// In whose words it is told.
  package let words: PreviewWords
  private let shelf = PageShelf()
  private let memory: Mutex<Memory>

  private struct Memory {
    var typesetter: Typesetter
    /// What languages were read from, which are read once.
    var languageFiles: Set<String> = []
    /// All that was read for what is shown.
    var paths: Set<String> = []
    /// The sections as they were last set without an error.
    var good: [PreviewChoices: [String: PreviewState.Section]] = [:]
  }

  /// Reads nothing yet.
  ///
  /// - Parameters:
  ///   - subject: the letter or the layout.
  ///   - resources: the folder of fonts, layouts and languages.
  ///   - hasEditor: whether lines can be opened in an editor.
  ///   - words: in whose words it is told.
  package init(
    subject: PreviewSubject, resources: ResourceFolder, hasEditor: Bool = false,
    words: PreviewWords = PreviewWords()
  ) {
    self.words = words
    self.subject = subject
    self.resources = resources
    self.hasEditor = hasEditor
    memory = Mutex(Memory(typesetter: Typesetter(resources: resources)))
  }

  /// The files on which all that was set depends, those that are missing too.
  package var paths: Set<String> { memory.withLock { $0.paths } }

  /// Has files be read anew that were changed.
  package func forget(_ changed: Set<String>) {
    // Most changes are of the letter, which is read each time; reading layouts takes longer than it.
    guard !changed.isSubset(of: subject.letterPaths) else { return }
    memory.withLock { memory in
      if memory.languageFiles.isDisjoint(with: changed) {
        memory.typesetter.forgetLayouts()
      } else {
        memory.typesetter = Typesetter(resources: resources)
        memory.languageFiles = []
      }
    }
  }

  /// The picture of a page, as an SVG drawing; nil for a key that is not known any more.
  package func svg(_ key: String) -> [UInt8]? { shelf.svg(key) }

  /// What is shown now, for a reader's choices.
  ///
  /// - Parameter tell: hears of each file before it is read.
  package func state(
    for choices: PreviewChoices, telling tell: @escaping @Sendable (String) -> Void = { _ in }
  ) -> PreviewState {
    let notes = ReadNotes { path in
      self.note(path)
      tell(path)
    }
    let state = notes.noting { set(choices) }
    memory.withLock { memory in
      for section in state.sections where !section.isStale {
        memory.good[choices, default: [:]][section.id] = section
      }
    }
    return state
  }

  /// Remembers at once what a file is that is read, for it may be changed before all is set.
  private func note(_ path: String) {
    let isLanguage = path.hasPrefix(resources.path + "/Languages/")
    memory.withLock { memory in
      memory.paths.insert(path)
      if isLanguage { memory.languageFiles.insert(path) }
    }
  }

  /// The PDF of the letter in the form that is chosen, or of the letter of a section in that one's.
  ///
  /// - Parameter id: the section; nil for the first.
  /// - Returns: nil if there is no such section.
  /// - Throws: what keeps it from being made.
  package func pdf(
    for choices: PreviewChoices, section id: String? = nil
  ) throws(Diagnostics) -> [UInt8]? {
    var plain = choices
    plain.drawsGuides = false
    plain.drawsBreaks = false
    let sections = subject.pieces.flatMap { piece in
      Self.sheets(choices).map { (piece: piece, sheets: $0) }
    }
    let section = sections.first { id == nil || id == Self.id($0.piece, $0.sheets) }
    guard let (piece, sheets) = section else { return nil }
    let isForPaper = sheets == .print
    let typesetter = memory.withLock { $0.typesetter }
    let read = try PreviewReader(
      subject: subject, choices: plain, typesetter: typesetter
    ).read(piece)
    let letter = try read.composed(forPaper: isForPaper)
    return try letter.pdf(
      FinishOptions(onForeignPDF: .weaken, purpose: isForPaper ? .print : .digitalPost)
    ).bytes
  }

  private func set(_ choices: PreviewChoices) -> PreviewState {
    let typesetter = memory.withLock { $0.typesetter }
    let good = memory.withLock { $0.good[choices] } ?? [:]
    var state = PreviewState(subject: subject, hasEditor: hasEditor)
    state.words = words
    state.languages = typesetter.languageNames
    if !subject.isLayout {
      state.layouts = typesetter.layoutNames
    }
    let reader = PreviewReader(subject: subject, choices: choices, typesetter: typesetter)
    for piece in subject.pieces {
      do throws(Diagnostics) {
        let read = try reader.read(piece)
        let sections = try sections(of: read, choices)
        state.sections += sections.made
        state.add(sections.warnings)
      } catch {
        state.add(error.all)
        state.sections += Self.sheets(choices).compactMap { sheets in
          var old = good[Self.id(piece, sheets)]
          old?.isStale = true
          return old
        }
      }
    }
    return state
  }

  private func sections(
    of read: PreviewReader.Read, _ choices: PreviewChoices
  ) throws(Diagnostics) -> (made: [PreviewState.Section], warnings: [Diagnostic]) {
    var made: [PreviewState.Section] = []
    var warnings = read.warnings
    for sheets in Self.sheets(choices) {
      let letter = try read.composed(forPaper: sheets == .print)
      let pages = letter.pages(for: sheets == .print ? .print : .screen)
      let keys = try shelf.keys(of: pages) { (fresh) throws(Diagnostics) in
        try letter.svg(of: fresh)
      }
      let lines = letter.lines(of: pages, letter: read.file)
      let shown = pages.indices.map { index in
        ShownPage(
          key: keys[index], size: pages[index].size, lines: lines[index],
          zones: letter.zones(of: read.layout, on: pages[index], number: index + 1))
      }
      made.append(
        PreviewState.Section(
          id: Self.id(read.piece, sheets), name: read.piece.name,
          isSpecimen: read.piece.letter == nil, sheets: sheets, pages: shown, files: read.files))
      // What a letter still lacks is no matter of the layout that it shows.
      warnings += letter.warnings.filter { !subject.isLayout || !$0.isOfPlaceholder }
    }
    return (made, warnings)
  }

  private static func sheets(_ choices: PreviewChoices) -> [PreviewChoices.Sheets] {
    choices.sheets == .both ? [.screen, .print] : [choices.sheets]
  }

  private static func id(
    _ piece: PreviewSubject.Piece, _ sheets: PreviewChoices.Sheets
  ) -> String {
    "\(sheets.rawValue):\(piece.letter ?? "")"
  }
}

extension PreviewState {
  /// Adds what is told, each once.
  fileprivate mutating func add(_ more: [Diagnostic]) {
    for diagnostic in more where !diagnostics.contains(where: { $0.tellsTheSame(as: diagnostic) }) {
      diagnostics.append(diagnostic)
    }
  }
}

extension Diagnostic {
  /// Whether it is about words that are still to be written.
  fileprivate var isOfPlaceholder: Bool { code == .placeholder }

  /// Whether two readings of a file are told the same of.
  fileprivate func tellsTheSame(as other: Diagnostic) -> Bool {
    DiagnosticRecord(self) == DiagnosticRecord(other)
  }
}
