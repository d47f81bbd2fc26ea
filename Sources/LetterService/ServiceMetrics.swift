internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the service counts, as Prometheus reads it.
package final class ServiceMetrics: Sendable {
  /// The bounds of the histogram in seconds, from a small letter to the usual limit.
  private static let bounds = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
  ]

  private struct Series: Hashable {
    let path: String
    let status: Int
  }

  private struct Histogram {
    var counts = [Int](repeating: 0, count: bounds.count)
    var count = 0
    var sum = 0.0
  }

  private struct State {
    var requests: [Series: Int] = [:]
    var histograms: [String: Histogram] = [:]
    var inProgress = 0
    var letters = 0
    var pages = 0
  }

  private let state = Mutex(State())

  /// Nothing counted yet.
  package init() {}

  /// Counts a request that begins.
  package func begin() { state.withLock { $0.inProgress += 1 } }

  /// Counts a request that ended.
  ///
  /// - Parameter path: the endpoint's; nil for a path of nobody's, which may be anything.
  package func end(_ path: String?, status: Int, seconds: Double) {
    let path = path ?? "other"
    state.withLock { state in
      state.inProgress -= 1
      state.requests[Series(path: path, status: status), default: 0] += 1
      var histogram = state.histograms[path] ?? Histogram()
      histogram.count += 1
      histogram.sum += seconds
      if let index = Self.bounds.firstIndex(where: { seconds <= $0 }) {
        histogram.counts[index] += 1
      }
      state.histograms[path] = histogram
    }
  }

  /// Counts letters that were set.
  package func count(letters: Int = 1, pages: Int) {
    state.withLock {
      $0.letters += letters
      $0.pages += pages
    }
  }

  /// How many requests are under way.
  package var inProgress: Int { state.withLock { $0.inProgress } }

  /// All numbers in Prometheus' text form (version 0.0.4), in a fixed order.
  package func text(crew: WorkCrew, version: String) -> String {
    let state = state.withLock { $0 }
    var text = MetricText()
    text.begin("letterpdf_build_info", "gauge", "The version that runs.")
    text.add("letterpdf_build_info", "version=\"\(version)\"", 1)
    text.begin("letterpdf_requests_total", "counter", "Requests that were answered.")
    for (series, count) in state.requests.sorted(by: {
      ($0.key.path, $0.key.status) < ($1.key.path, $1.key.status)
    }) {
      text.add(
        "letterpdf_requests_total", "path=\"\(series.path)\",status=\"\(series.status)\"",
        Double(count))
    }
    text.begin("letterpdf_request_seconds", "histogram", "From a request's head to its answer.")
    for (path, histogram) in state.histograms.sorted(by: { $0.key < $1.key }) {
      var sum = 0
      for (bound, count) in zip(Self.bounds, histogram.counts) {
        sum += count
        text.add(
          "letterpdf_request_seconds_bucket", "path=\"\(path)\",le=\"\(bound)\"", Double(sum))
      }
      text.add(
        "letterpdf_request_seconds_bucket", "path=\"\(path)\",le=\"+Inf\"",
        Double(histogram.count))
      text.add("letterpdf_request_seconds_sum", "path=\"\(path)\"", histogram.sum)
      text.add("letterpdf_request_seconds_count", "path=\"\(path)\"", Double(histogram.count))
    }
    text.single("letterpdf_requests_in_progress", "gauge", "Under way.", Double(state.inProgress))
    let load = crew.load
    text.single("letterpdf_work_busy", "gauge", "Threads that work.", Double(load.busy))
    text.single("letterpdf_work_waiting", "gauge", "What waits for one.", Double(load.waiting))
    text.single(
      "letterpdf_letters_total", "counter", "Letters that were set.", Double(state.letters))
    text.single("letterpdf_pages_total", "counter", "Pages of these.", Double(state.pages))
    if let bytes = Self.residentBytes {
      text.single(
        "process_resident_memory_bytes", "gauge", "Memory of the service itself.", Double(bytes))
    }
    return text.text
  }

  /// The memory that the process has, where the system tells.
  private static var residentBytes: Int? {
    guard let file = fopen("/proc/self/statm", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    let text = String(
      decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let words = text.split(separator: " ")
    guard words.count > 1, let pages = Int(words[1]) else { return nil }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}

/// Lines of Prometheus' text form in the making.
private struct MetricText {
  private(set) var text = ""

  /// Begins a metric.
  mutating func begin(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  /// Adds a number; labels may be empty.
  mutating func add(_ name: String, _ labels: String, _ value: Double) {
    let shown = Int(exactly: value).map(String.init) ?? "\(value)"
    text += labels.isEmpty ? "\(name) \(shown)\n" : "\(name){\(labels)} \(shown)\n"
  }

  /// Adds a metric of one number.
  mutating func single(_ name: String, _ type: String, _ help: String, _ value: Double) {
    begin(name, type, help)
    add(name, "", value)
  }
}
