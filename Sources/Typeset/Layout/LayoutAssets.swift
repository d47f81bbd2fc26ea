/// The files of a layout that is no file on disk, as one thing with an identity.
final class LayoutAssets: Sendable {
  let store: any AssetStore

  init(_ store: any AssetStore) { self.store = store }
}

extension LayoutAssets: Hashable {
  static func == (a: LayoutAssets, b: LayoutAssets) -> Bool { a === b }

  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
