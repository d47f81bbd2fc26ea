import MailRun
import Synchronization
import Typeset

/// Counts the records of a file beside the run, so that the time left can be told.
final class RecordCounter: Sendable {
  private let found = Mutex<Int?>(nil)

  init(_ options: MergeOptions) {
    _ = WorkerThread { [self] in
      guard var reader = try? RecordReader(options) else { return }
      var count = 0
      while true {
        do throws(Diagnostics) {
          guard try reader.next() != nil else { break }
        } catch {}
        count += 1
      }
      found.withLock { $0 = count }
    }
  }

  /// How many there are; nil until all are counted.
  var count: Int? { found.withLock { $0 } }
}
