package import Typeset

/// Puts the manifests of shares together: the result is byte for byte that of the single run.
///
/// Memory holds a line of each.
///
/// - Parameters:
///   - paths: the manifests of all shares.
///   - folder: where `manifest.jsonl` and `summary.json` are written.
/// - Returns: the summary of all.
/// - Throws: that a record is missing or there twice, with its number.
package func mergeManifests(
  _ paths: [String], into folder: String
) throws(Diagnostics) -> RunSummary {
  var shares: [ManifestShare] = []
  for path in paths { shares.append(try ManifestShare(path: path)) }
  let target = "\(folder)/manifest.jsonl"
  for path in paths where path == target {
    throw Diagnostics([
      Diagnostic(
        .error, .manifest, "\"\(path)\" is joined already",
        hints: ["name the manifests of shares alone"])
    ])
  }
  var summary = RunSummary()
  var joined = try GrowingFile(for: target)
  while true {
    let next = shares.indices.filter { shares[$0].line != nil }
      .min { (shares[$0].line?.number ?? 0) < (shares[$1].line?.number ?? 0) }
    guard let next, let line = shares[next].line else { break }
    guard line.number == summary.records + 1 else {
      let isTwice = line.number <= summary.records
      throw Diagnostics([
        Diagnostic(
          .error,
          .manifest,
          isTwice
            ? "record \(line.number) is in more than one manifest"
            : "record \(summary.records + 1) is in none of the manifests",
          hints: [isTwice ? "name each share once" : "finish every share with --resume first"])
      ])
    }
    summary.add(line)
    try joined.add(line.text)
    try shares[next].advance()
  }
  summary.isComplete = true
  try joined.finish()
  try writeWhole(Array((summary.json + "\n").utf8), to: "\(folder)/summary.json")
  return summary
}

/// One share's manifest, at its next line.
private final class ManifestShare {
  private let path: String
  private var reader: LineReader
  private(set) var line: KnownLine?

  init(path: String) throws(Diagnostics) {
    self.path = path
    reader = try LineReader(path: path)
    try advance()
  }

  func advance() throws(Diagnostics) {
    line = try reader.next().map { (text) throws(Diagnostics) in try KnownLine(text, in: path) }
  }
}

/// The manifests that a path stands for: itself, or those of the shares in a folder.
package func shareManifests(of path: String) -> [String] {
  let shares = fileNames(in: path, hidden: true).filter {
    $0.hasPrefix("manifest-") && $0.hasSuffix(".jsonl") && $0.contains("-of-")
  }
  return shares.isEmpty ? [path] : shares.map { "\(path)/\($0)" }
}
