/// How long each stage of one letter took; for `make bench`, never for the result.
public struct StageTimes: Sendable {
  /// Stages in the order they ran.
  public private(set) var entries: [(stage: String, duration: Duration)] = []

  /// No stages yet.
  public init() {}

  /// Runs a stage and notes its time.
  public mutating func measure<T, E: Error>(
    _ stage: String, _ body: () throws(E) -> T
  ) throws(E) -> T {
    let clock = ContinuousClock()
    let start = clock.now
    defer { entries.append((stage, clock.now - start)) }
    return try body()
  }

  /// Takes in the stages of another run after its own.
  public mutating func add(_ more: StageTimes) { entries += more.entries }
}
