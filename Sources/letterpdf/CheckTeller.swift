import Inspection
import Synchronization
import Typeset

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Tells how a run of checks goes: the findings as they come, and a bar on a terminal, a line now and
/// then elsewhere.
final class CheckTeller: Sendable {
  /// How often a line is written where there is no terminal.
  private static let pause = Duration.seconds(10)

  private struct Progress: Sendable {
    var count = 0
    var unfit = 0
    var lastLine = ContinuousClock.now
    var isBarShown = false
  }

  private let tellsFindings: Bool
  private let isQuiet: Bool
  private let total: Int
  private let isTerminal = isatty(2) == 1
  private let start = ContinuousClock.now
  private let progress = Mutex(Progress())

  init(_ options: CheckOptions, total: Int) {
    tellsFindings = options.report == nil
    isQuiet = options.isQuiet
    self.total = total
  }

  /// Tells of a file, and how far the run is.
  func tell(_ checked: CheckedFile) {
    progress.withLock { progress in
      progress.count += 1
      if !checked.result.isFit { progress.unfit += 1 }
      let isWorthIt = !isQuiet || !checked.result.isFit
      if let told = checked.told {
        clear(&progress)
        Terminal.writeError(told.hasSuffix("\n") ? told : told + "\n")
      } else if tellsFindings, isWorthIt, total == 1 || !checked.result.findings.isEmpty {
        clear(&progress)
        _ = Terminal.write(Array(checked.result.text(in: MessageLanguage.translation).utf8), to: 1)
      }
      if checked.result.toolFault != nil, !tellsFindings {
        Terminal.printError(checked.result.text(in: MessageLanguage.translation))
      }
      tell(&progress)
    }
  }

  /// Takes the bar away.
  func clear() { progress.withLock { clear(&$0) } }

  private func tell(_ progress: inout Progress) {
    let now = ContinuousClock.now
    guard !isQuiet, total > 1, progress.count < total,
      now - progress.lastLine >= (isTerminal ? .milliseconds(100) : Self.pause)
    else { return }
    progress.lastLine = now
    let line = line(progress, after: now - start)
    if isTerminal {
      let filled = min(24, progress.count * 24 / total)
      let bar =
        "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled)
        + "] "
      _ = Terminal.write(Array("\r\u{1B}[K\(bar)\(line)".utf8), to: 2)
      progress.isBarShown = true
    } else {
      Terminal.printError(line)
    }
  }

  /// As `1200 of 98000 files, 210 a second, 7 min left, 2 not fit`.
  private func line(_ progress: Progress, after time: Duration) -> String {
    let rate = Double(progress.count) / max(time / .seconds(1), 0.001)
    var parts: [DiagnosticText] = [
      "\(progress.count) of \(total) files", "\(Int(rate.rounded())) a second",
    ]
    let seconds = Int((Double(total - progress.count) / max(rate, 0.001)).rounded(.up))
    parts.append(seconds < 120 ? "\(seconds) s left" : "\((seconds + 59) / 60) min left")
    if progress.unfit > 0 { parts.append("\(progress.unfit) not fit") }
    return parts.forReader
  }

  private func clear(_ progress: inout Progress) {
    guard progress.isBarShown else { return }
    _ = Terminal.write(Array("\r\u{1B}[K".utf8), to: 2)
    progress.isBarShown = false
  }
}
