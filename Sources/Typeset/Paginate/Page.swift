/// A page in its final form: a size and a frame, and the boxes that a report tells of.
public struct Page: Hashable, Sendable {
  /// The trimmed page.
  public let size: Size
  /// Everything on it.
  let frame: Frame
  /// The boxes of what stands on the page, by name: recipient, sidebar, body, signatures.
  public let boxes: [NamedBox]
  /// A page of another PDF that lies under everything.
  var imported: ImportedPage? = nil
}

/// The place of something that a report names, from the page's top left corner.
public struct NamedBox: Hashable, Sendable {
  /// `recipient`, `sidebar`, `body`, `signatures` or a frame's own name.
  public let name: String
  /// Around its ink and leading.
  public let rect: Rect
}
