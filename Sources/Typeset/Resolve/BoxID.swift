/// What stands on a page as a box that a report tells of and a check looks at.
public enum BoxID: Hashable, Sendable {
  /// The address.
  case recipient
  /// The sidebar.
  case sidebar
  /// The letter's text.
  case body
  /// The signatures.
  case signatures
  /// The sender's line above the address.
  case returnLine(named: String)
  /// Another frame, by the layout's name for it.
  case frame(named: String)

  /// The word for it in reports.
  public var name: String {
    switch self {
    case .recipient: "recipient"
    case .sidebar: "sidebar"
    case .body: "body"
    case .signatures: "signatures"
    case .returnLine(let name), .frame(let name): name
    }
  }
}
