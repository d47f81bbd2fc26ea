/// A way into the program for bytes that others made.
///
/// Whatever they are, taking them ends with a result or with a refusal in words: a trap, an endless loop, a
/// leak or a fault that is told as ours is a find.
public struct FuzzTarget: Sendable {
  /// Its name, that of its folders in `corpus/` and `crashes/` too.
  public let name: String
  /// The most bytes of an input.
  public let longest: Int
  /// Inputs to begin with, made of files of the project.
  public let seeds: @Sendable (FuzzProject) -> [[UInt8]]
  /// Makes what takes inputs, one after the other, and says of each whether it came through to the end.
  ///
  /// What costs much to read is read by this call, once.
  public let open: @Sendable (FuzzProject) -> ([UInt8]) -> Bool

  /// Declares a target.
  package init(
    _ name: String, longest: Int = 4096,
    seeds: @escaping @Sendable (FuzzProject) -> [[UInt8]],
    open: @escaping @Sendable (FuzzProject) -> ([UInt8]) -> Bool
  ) {
    (self.name, self.longest, self.seeds, self.open) = (name, longest, seeds, open)
  }

  /// All of them: letters and what they are made with, what others made, and talk between programs.
  public static let all: [FuzzTarget] = [
    letter, letterJSON, layout, body, template, records, hyphenation, patterns, lines,
    pictures, fonts, pdf, content, inspection, metadata, word, messages, worker, service,
  ]
}
