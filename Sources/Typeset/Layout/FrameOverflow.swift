/// What happens when the contents are taller than the frame.
enum FrameOverflow: Hashable, Sendable {
  /// It is an error that names the frame.
  case error
  /// The text shrinks down to this share of its size, then it is an error.
  case shrink(to: Double)
  /// The frame grows downwards, and the column of its page starts as much lower.
  case grow

  /// `shrink-to: 0.8` and `grows: true`.
  static func keys<Setting>(
    set: @escaping @Sendable (inout Setting, FrameOverflow) -> Void
  ) -> [LayoutKey<Setting>] {
    [
      LayoutKey(
        "grows", .flag,
        "Whether the frame grows downwards, and the column of its page with it."
      ) { setting, grows, _ in
        if grows { set(&setting, .grow) }
      },
      LayoutKey(
        "shrink-to", .number(0.5...1), "How far the text may shrink, as a share of its size."
      ) { setting, least, _ in set(&setting, .shrink(to: least)) },
    ]
  }
}
