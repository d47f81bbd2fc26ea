/// What a frame is to the letter; the report gives the boxes of recipient and sidebar.
enum FrameKind: String, Hashable, Sendable, CaseIterable {
  case recipient, sidebar, header, footer, returnLine = "return-line", text, mark, logo, background

  /// Whether it stands before the column among the frames, and is read before it, unless the layout
  /// has it read otherwise.
  var isReadFirst: Bool {
    switch self {
    case .recipient, .header, .returnLine, .background, .logo: true
    case .sidebar, .footer, .text, .mark: false
    }
  }
}

/// When a frame is read, wherever it stands.
enum ReadingTurn: String, Hashable, Sendable, CaseIterable {
  /// Between the recipients and the letter; what stands above them, before them.
  case before
  /// After the letter.
  case after
}

/// Where contents stand in a frame that is taller than they are.
enum FrameAnchor: String, Hashable, Sendable, CaseIterable {
  case top, middle, bottom
}

extension FrameKind {
  /// The role whose style its text has.
  var role: StyleRole {
    switch self {
    case .recipient: .recipient
    case .sidebar: .sidebar
    case .header: .header
    case .footer: .footer
    case .returnLine: .returnLine
    case .text, .mark, .logo, .background: .frame
    }
  }

  /// Whether its contents are part of what the letter says, unless the layout says otherwise.
  var isContent: Bool {
    switch self {
    case .recipient, .sidebar, .text, .logo: true
    // What the return line says of the sender, head and foot say as well.
    case .header, .footer, .returnLine, .mark, .background: false
    }
  }
}
