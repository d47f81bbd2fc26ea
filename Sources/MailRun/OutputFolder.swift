#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Typeset

/// The folder that a run fills: what it is made of, its letters, its manifest, its summary.
///
/// ```text
/// out/run.json              what all letters are made of
/// out/0001/….pdf            the letters of records 1 to 1,000
/// out/manifest.jsonl        a line a record; manifest-2-of-8.jsonl of a share
/// out/summary.json          summary-2-of-8.json of a share
/// ```
struct OutputFolder: Sendable {
  let path: String
  let shard: Shard

  var manifest: String { "\(path)/manifest\(shard.suffix).jsonl" }
  var summary: String { "\(path)/summary\(shard.suffix).json" }

  /// Gets the folder ready for a run.
  ///
  /// - Throws: that something else is in it, or a run of another letter.
  func prepare(for plan: RunPlan) throws(Diagnostics) {
    try makeFolders(path)
    try Self.checkOwn(path, with: plan.messageFolders.map(\.path))
    try agree(on: plan.makings)
  }

  /// Sees that nothing is in a folder but what runs put there.
  ///
  /// - Parameter folders: the run's other folders, which may lie within.
  static func checkOwn(_ path: String, with folders: [String]) throws(Diagnostics) {
    let within = folders.compactMap { folder in
      relativePath(from: path, to: folder).split(separator: "/").first.map(String.init)
    }
    let stranger = fileNames(in: path, hidden: true).first {
      !isOwn($0) && !within.contains($0)
    }
    if let stranger {
      throw Diagnostics([
        Diagnostic(
          .error, .folder, "the folder \"\(path)\" holds \"\(stranger)\", which is no run's",
          hints: ["name an empty folder, or a new one"])
      ])
    }
  }

  /// Whether a run puts something of that name into its folder.
  private static func isOwn(_ name: String) -> Bool {
    if name == "run.json" || name.hasPrefix(".partial") || name.hasPrefix(".letterpdf-") {
      return true
    }
    if name.utf8.count >= 4, name.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return true }
    return name.hasPrefix("manifest") && name.hasSuffix(".jsonl")
      || name.hasPrefix("summary") && name.hasSuffix(".json")
  }

  /// Writes down what the letters are made of, or sees that it is what the folder says.
  private func agree(on makings: String) throws(Diagnostics) {
    let file = "\(path)/run.json"
    // Several shares may begin at the same moment; all write the same.
    if access(file, F_OK) != 0 { return try writeWhole(Array((makings + "\n").utf8), to: file) }
    let former = String(decoding: try readFile(at: file, limit: 1 << 20), as: UTF8.self)
    guard former == makings + "\n" else {
      let changed = Self.changed(from: former, to: makings, in: file)
      throw Diagnostics([
        Diagnostic(
          .error, .folder, "the folder \"\(path)\" holds a run with another \(changed)",
          hints: [
            "put the \(changed) back as it was to go on with the run",
            "start anew in another folder, with -o: then all letters are alike",
          ])
      ])
    }
  }

  /// In a word or some, what two runs do not have in common.
  private static func changed(from former: String, to new: String, in file: String) -> String {
    guard let old = try? jsonScalars(former, name: file),
      let now = try? jsonScalars(new, name: file)
    else { return "letter, layout or options" }
    let keys = Set(old.keys).union(now.keys).filter { old[$0] != now[$0] }
    let words = ["letter", "layout", "fonts", "version"].filter { keys.contains($0) }
    if !words.isEmpty { return words.joined(separator: " and ") }
    return keys.sorted().map { "--" + ($0 == "named-layout" ? "layout" : $0) }
      .joined(separator: " and ")
  }

  /// Writes the summary.
  func write(_ summary: RunSummary) throws(Diagnostics) {
    try writeWhole(Array((summary.json + "\n").utf8), to: self.summary)
  }
}
