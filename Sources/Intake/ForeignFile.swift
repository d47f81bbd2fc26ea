package import PDFFile

/// A foreign PDF as far as a letter shows it: all that later stages need of it, as a value.
package struct ForeignFile: Hashable, Sendable {
  /// A page made ready to be taken over: without what is hidden, with its annotations drawn.
  package struct Page: Hashable, Sendable {
    /// Its size as it is seen, turned as it asks.
    package var extent: PageExtent
    /// The box that is visible of it in its own plane: left, low, right, high.
    package var box: [Double]
    /// How its plane lies on that of the page as it is seen, with the lower left corner at the origin.
    package var matrix: PageMatrix
    /// Its operators, for its own plane.
    package var content: [UInt8]
    /// What they draw with, among the file's objects: a dictionary.
    package var resources: PDFReference
    /// The transparency group that it is, if it is one.
    package var group: PDFReference?
    /// For each piece of marked content, by the identifier it has now, its element.
    package var owners: [Int]

    /// A page of such parts.
    package init(
      extent: PageExtent, box: [Double], matrix: PageMatrix, content: [UInt8],
      resources: PDFReference, group: PDFReference? = nil, owners: [Int] = []
    ) {
      self.extent = extent
      self.box = box
      self.matrix = matrix
      self.content = content
      self.resources = resources
      self.group = group
      self.owners = owners
    }
  }

  /// The pages that are used: the first alone of a background, all of an enclosure.
  package var pages: [Page]
  /// Its structure; nil where there is none, or none is kept.
  package var structure: ForeignStructure?
  /// The language that it says it is in; nil if it says none that is one.
  package var language: String?
  /// What keeps a letter from the standards with it.
  package var flaws: ImportFlaws
  /// What of its colours has to agree with those of other files.
  package var colors: ForeignColors
  /// What the pages are made of.
  package var objects: PDFFragment

  /// A file of such parts.
  package init(
    pages: [Page], structure: ForeignStructure? = nil, language: String? = nil,
    flaws: ImportFlaws = ImportFlaws(), colors: ForeignColors = ForeignColors(),
    objects: PDFFragment = PDFFragment()
  ) {
    self.pages = pages
    self.structure = structure
    self.language = language
    self.flaws = flaws
    self.colors = colors
    self.objects = objects
  }

  /// Whether all that its parts name is there, so that later stages need not ask.
  var isSound: Bool {
    let elements = structure?.elements.count ?? 0
    return objects.isClosed && structure?.isSound(pages: pages.count, objects) != false
      && colors.inks.allSatisfy(\.made.isClosed)
      && pages.allSatisfy { page in
        page.isMeasured && objects.has(page.resources)
          && page.group.map { objects.has($0) } != false
          && page.owners.allSatisfy { (0..<elements).contains($0) }
      }
  }
}

extension ForeignFile.Page {
  /// Whether its measures are those of a page.
  fileprivate var isMeasured: Bool {
    let sizes = 1e-3...1e9
    return sizes.contains(extent.width) && sizes.contains(extent.height) && box.count == 4
      && box.allSatisfy(\.isFinite)
  }
}

extension PDFFragment {
  /// Whether it has the object of that name.
  func has(_ reference: PDFReference) -> Bool { objects.indices.contains(reference.index) }
}
