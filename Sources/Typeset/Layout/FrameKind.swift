/// What a frame is to the letter; the report gives the boxes of recipient and sidebar.
enum FrameKind: String, Hashable, Sendable, CaseIterable {
  case recipient, sidebar, header, footer, returnLine = "return-line", text, mark, logo, background

  /// Whether it is read before the column; everything else is read after it.
  var isReadFirst: Bool {
    switch self {
    case .recipient, .header, .returnLine, .background, .logo: true
    case .sidebar, .footer, .text, .mark: false
    }
  }
}

/// Where contents stand in a frame that is taller than they are.
enum FrameAnchor: String, Hashable, Sendable, CaseIterable {
  case top, middle, bottom
}

/// What happens when the contents are taller than the frame.
enum FrameOverflow: Hashable, Sendable {
  /// It is an error that names the frame.
  case error
  /// The text shrinks down to this share of its size, then it is an error.
  case shrink(to: Double)
  /// The frame grows downwards, and the column of its page starts as much lower.
  case grow
}
