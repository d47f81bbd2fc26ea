internal import Typeset

/// The files that came with a letter; it can name no others.
struct RequestFiles: AssetStore {
  private let files: [String: [UInt8]]

  init(_ files: [String: [UInt8]]) { self.files = files }

  func bytes(of path: String, limit: Int) throws(AssetError) -> [UInt8] {
    if let bytes = files[path] { return bytes }
    let near = nearestName(to: path, in: files.keys.sorted())
    throw .refused(
      "no file \(quoted(path)) came with the letter",
      hints: [near.map { "write \($0)" } ?? "send it with the letter, under that name"])
  }
}
