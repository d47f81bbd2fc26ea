extension LayoutParser: KeyContext {
  static var addsToLists: Bool { true }

  /// What to write for a key that layouts had before their language was straightened.
  static func hint(forFormer key: String, in path: String) -> String? { nil }
}
