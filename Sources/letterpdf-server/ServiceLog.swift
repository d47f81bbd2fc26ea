#if Server
  import LetterService

  #if canImport(Glibc)
    import Glibc
  #else
    import Darwin
  #endif

  /// The log on standard error: a JSON object on a line for each request.
  struct ServiceLog: Sendable {
    /// What is told.
    enum Choice: String, CaseIterable, Sendable {
      case requests, problems, nothing
    }

    let choice: Choice

    /// Tells of a request.
    func tell(_ line: RequestLine) {
      switch choice {
      case .requests: break
      case .problems: guard line.status >= 400 else { return }
      case .nothing: return
      }
      Self.write(line.text)
    }

    /// Tells what happens to the service itself.
    static func tell(_ text: String) { write("letterpdf-server: \(text)\n") }

    /// A line goes out in one call, so that those of several threads do not mix.
    private static func write(_ text: String) {
      var text = text
      text.withUTF8 { bytes in
        #if canImport(Glibc)
          _ = Glibc.write(2, bytes.baseAddress, bytes.count)
        #else
          _ = Darwin.write(2, bytes.baseAddress, bytes.count)
        #endif
      }
    }
  }
#endif
