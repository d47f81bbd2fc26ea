/// How far a run is.
package struct RunProgress: Sendable {
  /// How many records are settled, of the run's share.
  package fileprivate(set) var records = 0
  /// How many of them were settled before, and are kept.
  package fileprivate(set) var kept = 0
  /// How many have no letter.
  package fileprivate(set) var faults = 0
  /// The number of the last record, counted over all shares.
  package fileprivate(set) var number = 0
  /// The faulty record that was found last; nil if the last one was not faulty.
  package fileprivate(set) var fault: ManifestLine?
}

/// How a run ended.
package struct RunResult: Sendable {
  /// Why it ended.
  package enum Ending: Hashable, Sendable {
    /// All records are settled.
    case complete
    /// There were as many faulty records as the plan allows.
    case faultLimit
    /// Somebody wished it to end.
    case signal(Int32)
  }

  /// What it came to, with what was there before.
  package let summary: RunSummary
  /// How many records were settled before.
  package let kept: Int
  /// Why it ended.
  package let ending: Ending
}

/// What a run takes down as it goes on.
struct RunBooks {
  var summary = RunSummary()
  var ending: RunResult.Ending?
  private(set) var kept = 0
  private(set) var progress = RunProgress()
  private let faultLimit: Int?

  init(plan: RunPlan) { faultLimit = plan.faultLimit }

  mutating func keep(_ line: KnownLine) {
    summary.add(line)
    kept += 1
    note(line.number, fault: nil)
  }

  mutating func add(_ line: ManifestLine) {
    summary.add(line)
    note(line.number, fault: line.status == .fault ? line : nil)
  }

  /// Notes that somebody was told of the fault that was found last.
  mutating func wereTold() { progress.fault = nil }

  private mutating func note(_ number: Int, fault: ManifestLine?) {
    progress.records = summary.records
    progress.kept = kept
    progress.faults = summary.faults
    progress.number = number
    progress.fault = fault
    if let faultLimit, summary.faults >= faultLimit, ending == nil { ending = .faultLimit }
  }
}
