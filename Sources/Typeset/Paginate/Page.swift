/// A page in its final form: a size and a frame, and the boxes that a report tells of.
public struct Page: Hashable, Sendable {
  /// The trimmed page; with a bleed, the sheet that it is cut from.
  public let size: Size
  /// Everything on it.
  let frame: Frame
  /// The boxes of what stands on the page, by name: recipient, sidebar, body, signatures.
  public let boxes: [NamedBox]
  /// A page of another PDF that lies under everything.
  var imported: ImportedPage? = nil
  /// Where the page stands on the sheet that it is cut from; nil where it is the sheet.
  var cut: Rect? = nil
}

extension Page {
  /// Visits everything on the page with its place, in the order it is painted and read.
  func forEachItem(_ body: (FrameItem, Point) -> Void) {
    for placed in frame.items { body(placed.item, placed.origin) }
  }

  /// Visits the text on the page.
  func forEachRun(_ body: (GlyphRun) -> Void) {
    forEachItem { item, _ in
      if case .line(let line) = item { for run in line.runs { body(run.item) } }
    }
  }
}

/// The place of something that a report names, from the page's top left corner.
public struct NamedBox: Hashable, Sendable {
  /// What stands in it.
  public let id: BoxID
  /// Around its ink and leading.
  public let rect: Rect

  /// `recipient`, `sidebar`, `body`, `signatures` or a frame's own name.
  public var name: String { id.name }
}
