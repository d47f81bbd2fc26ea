package import Typeset

/// What takes the letters of a run besides or instead of a folder, in the order of their records.
package protocol LetterSink: AnyObject {
  /// Takes the next letter, or notes a record that has none.
  ///
  /// - Throws: that it cannot be written; the run ends then.
  func take(_ line: ManifestLine, _ letter: MadeLetter?) throws(Diagnostics)
}
