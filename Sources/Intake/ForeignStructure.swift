package import PDFFile

/// The structure of a foreign PDF (ISO 32000-1, 14.7), its types those of PDF 1.7 and its content
/// called as it is now.
package struct ForeignStructure: Hashable, Sendable {
  /// An element, and what a screen reader is told of it.
  package struct Element: Hashable, Sendable {
    /// Its structure type.
    package var type: String
    /// The element that holds it; nil for one under the root.
    package var parent: Int?
    /// What it holds, in reading order.
    package var kids: [Kid]
    /// The page that its first content is on.
    package var page: Int?
    /// Its title, alternative, expansion and replacement texts by their keys, as they are stored.
    package var texts: PDFDictionary
    /// Its language; nil if it says none that is one.
    package var language: [UInt8]?
    /// The name by which others refer to it.
    package var name: [UInt8]?
    /// Its standard attributes, of which the later counts where two say the same thing.
    ///
    /// Boxes are in the page's own plane, and headers are the names of elements.
    package var attributes: [PDFDictionary]

    /// An element of such parts.
    package init(
      type: String, parent: Int? = nil, kids: [Kid] = [], page: Int? = nil,
      texts: PDFDictionary = [:], language: [UInt8]? = nil, name: [UInt8]? = nil,
      attributes: [PDFDictionary] = []
    ) {
      self.type = type
      self.parent = parent
      self.kids = kids
      self.page = page
      self.texts = texts
      self.language = language
      self.name = name
      self.attributes = attributes
    }
  }

  /// What an element holds.
  package enum Kid: Hashable, Sendable {
    /// Another element, by its index.
    case element(Int)
    /// A piece of a page's marked content.
    case content(page: Int, id: Int)
    /// A piece of the marked content of a form that a page shows.
    case part(of: PDFReference, page: Int, id: Int)
    /// A link.
    case link(Link)
  }

  /// A link to a place outside the file.
  package struct Link: Hashable, Sendable {
    /// The page it is on.
    package var page: Int
    /// Where on it, in the page's own plane.
    package var rect: [Double]
    /// The address.
    package var address: [UInt8]
    /// What it is in words, as it is stored; nothing if the file does not say it.
    package var contents: [UInt8]

    /// A link of such parts.
    package init(page: Int, rect: [Double], address: [UInt8], contents: [UInt8]) {
      self.page = page
      self.rect = rect
      self.address = address
      self.contents = contents
    }
  }

  /// A form with marked content of its own.
  package struct Form: Hashable, Sendable {
    /// The form.
    package var form: PDFReference
    /// For each piece of its marked content, its element.
    package var owners: [Int]

    /// A form whose content belongs to such elements.
    package init(form: PDFReference, owners: [Int]) {
      self.form = form
      self.owners = owners
    }
  }

  /// The elements, each after the one that holds it.
  package var elements: [Element]
  /// The elements under the root, without a `Document` around them.
  package var roots: [Int]
  /// The forms with marked content of their own.
  package var forms: [Form]

  /// A structure of such parts.
  package init(elements: [Element], roots: [Int], forms: [Form] = []) {
    self.elements = elements
    self.roots = roots
    self.forms = forms
  }

  /// Whether all that it names is there, and no element holds what holds it.
  func isSound(pages: Int, _ objects: PDFFragment) -> Bool {
    let pages = 0..<pages
    func isSound(_ kid: Kid, of index: Int) -> Bool {
      switch kid {
      case .element(let kid):
        elements.indices.contains(kid) && kid > index && elements[kid].parent == index
      case .content(let page, let id): pages.contains(page) && id >= 0
      case .part(let form, let page, let id):
        pages.contains(page) && id >= 0 && objects.has(form)
      case .link(let link): pages.contains(link.page)
      }
    }
    return roots.allSatisfy(elements.indices.contains)
      && forms.allSatisfy { form in
        objects.has(form.form) && form.owners.allSatisfy(elements.indices.contains)
      }
      && elements.enumerated().allSatisfy { index, element in
        element.parent.map { (0..<index).contains($0) } != false
          && element.page.map(pages.contains) != false && element.isPlain
          && element.kids.allSatisfy { isSound($0, of: index) }
      }
  }
}

extension ForeignStructure.Element {
  /// Whether what it says of itself refers to no object.
  fileprivate var isPlain: Bool {
    ([texts] + attributes).allSatisfy { PDFValue.dictionary($0).isPlain }
  }
}

extension PDFValue {
  fileprivate var isPlain: Bool {
    switch self {
    case .reference: false
    case .array(let items): items.allSatisfy(\.isPlain)
    case .dictionary(let entries): entries.entries.allSatisfy(\.value.isPlain)
    default: true
    }
  }
}
