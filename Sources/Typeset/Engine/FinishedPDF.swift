/// A finished PDF, and what it is.
public struct FinishedPDF: Sendable {
  /// The file.
  public let bytes: [UInt8]
  /// The standards that the file keeps and says it keeps.
  ///
  /// It is what was asked for, in the form that lets attachments in if there are any; less only
  /// where ``FinishOptions/onForeignPDF`` allows it.
  public let standard: FinishOptions.Standard
  /// Why the file keeps less than was asked for, and what a press makes of its colours; none of it
  /// stops the file.
  public let warnings: [Diagnostic]
  /// How long each stage took; the first of several files painted together has the painting.
  public let times: StageTimes

  /// The same with other bytes, as behind which something was put.
  package func with(_ bytes: [UInt8]) -> FinishedPDF {
    FinishedPDF(bytes: bytes, standard: standard, warnings: warnings, times: times)
  }
}
