import Inspection

/// How a file differs from the one that was expected.
package struct Comparison: Sendable {
  /// What differs, what matters most first; empty where nothing does.
  package private(set) var differences: [Difference]
  /// The pages that look different.
  package private(set) var pictures: [PagePictures]

  /// The differences alone.
  var withoutPictures: Comparison {
    var comparison = self
    comparison.pictures = []
    return comparison
  }

  /// Whether nothing differs that counts.
  package var isSame: Bool { differences.isEmpty }

  /// A file that is missing, or that nobody expected.
  package init(missing message: String) {
    differences = [Difference(.file, message)]
    pictures = []
  }

  /// Two files that are the same to the last byte.
  package init() {
    differences = []
    pictures = []
  }

  /// Compares two files.
  package init(_ actual: ComparedFile, expected: ComparedFile, _ options: CompareOptions) {
    self.init()
    switch (expected, actual) {
    case (.document(let old), .document(let new)): compare(old, new, options)
    case (.picture(let old), .picture(let new)):
      differences += comparePages([Self.extent(old)], [Self.extent(new)], options)
      let found = comparePixels([old], [new], from: 1, options) { _ in [] }
      differences += found.differences
      pictures = found.pictures
    case (.text(let old), .text(let new)):
      if let was = LayoutDump(old), let now = LayoutDump(new) {
        differences = compareDumps(was, now, options)
      } else {
        differences = compareTexts(old, new, options)
      }
    case (.unreadable(let reason), _):
      differences = [Difference(.file, "what is expected cannot be read: \(reason)")]
    case (_, .unreadable(let reason)):
      differences = [Difference(.file, "it cannot be read: \(reason)")]
    default:
      differences = [Difference(.file, "it was \(expected.kind), and is \(actual.kind)")]
    }
    let ignored = options.ignoredKinds
    differences.removeAll { ignored.contains($0.kind) }
    sort()
  }

  /// Takes in what differs in another form of the same file.
  package mutating func add(_ other: Comparison) {
    differences += other.differences
    pictures += other.pictures
    sort()
  }

  private static func extent(_ picture: PageRaster) -> Area {
    let scale = picture.millimetresAPixel
    return Area(
      x: 0, y: 0, width: Double(picture.width) * scale, height: Double(picture.height) * scale)
  }

  private mutating func compare(
    _ old: ComparedFile.Document, _ new: ComparedFile.Document, _ options: CompareOptions
  ) {
    let masks = options.masks.compiled()
    for damage in new.file.damages where !old.file.damages.contains(damage) {
      differences.append(Difference(.file, "it is damaged: \(damage)"))
    }
    differences += comparePages(
      old.file.pages.map(\.extent), new.file.pages.map(\.extent), options)
    let words = WordComparison(
      comparedWords(old.words, options, masks), comparedWords(new.words, options, masks),
      distance: options.distance)
    differences += words.differences
    differences += compareStructure(old.file, new.file, masks)
    differences += compareLinks(old.file, new.file, masks)
    differences += compareFonts(old.file, new.file)
    differences += compareMetadata(old.file, new.file, masks)
    compareDrawn(old, new, options, words)
  }

  /// The most pages of which pictures are kept.
  private static let pictureLimit = 40

  /// Compares pages as they are drawn, some at a time.
  private mutating func compareDrawn(
    _ old: ComparedFile.Document, _ new: ComparedFile.Document, _ options: CompareOptions,
    _ words: WordComparison
  ) {
    let count = max(old.file.pages.count, new.file.pages.count)
    for first in stride(from: 1, through: count, by: ComparedFile.Document.batch) {
      do throws(ToolFault) {
        let found = comparePixels(
          try old.pages(from: first, dotsPerInch: options.dotsPerInch),
          try new.pages(from: first, dotsPerInch: options.dotsPerInch), from: first, options,
          explained: words.explained)
        differences += found.differences
        pictures += found.pictures.prefix(max(0, Self.pictureLimit - pictures.count))
      } catch {
        differences.append(Difference(.file, page: first, error.message))
      }
    }
  }

  /// By kind; within a kind as they were found.
  private mutating func sort() {
    let ranks = Dictionary(
      uniqueKeysWithValues: Difference.Kind.allCases.enumerated().map { ($1, $0) })
    differences = differences.enumerated().sorted { a, b in
      let (x, y) = (ranks[a.element.kind] ?? 0, ranks[b.element.kind] ?? 0)
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
    // A page whose picture differs only where it may does not count as different.
    if differences.isEmpty { pictures = [] }
  }
}
