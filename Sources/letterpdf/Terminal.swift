#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The standard streams.
enum Terminal {
  /// Ends the program.
  static func exit(_ code: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(code)
    #else
      Darwin.exit(code)
    #endif
  }

  /// Takes away the variables by which the environment could change how text is shaped or drawn.
  static func forgetEnvironment() {
    for name in [
      "HB_SHAPER_LIST", "HB_OPTIONS", "HB_FONT_FUNCS", "FREETYPE_PROPERTIES", "PANGO_LANGUAGE",
      "FC_LANG", "FONTCONFIG_SYSROOT", "G_DEBUG", "G_SLICE",
    ] { unsetenv(name) }
  }

  /// Lets a file that grows over its limit fail as any write does, instead of ending the program.
  static func keepRunningAtLimits() { signal(SIGXFSZ, SIG_IGN) }

  /// Writes a line to standard error.
  static func printError(_ text: String) { writeError(MessageLanguage.told(text) + "\n") }

  /// Writes words to standard error, with nothing in them that a terminal would obey.
  static func writeError(_ text: String) {
    _ = write(Array(text.withoutCommands.utf8), to: 2)
  }

  /// Writes a line to standard output; a closed pipe ends the program quietly.
  static func print(_ text: String) throws(Failure) {
    guard write(Array((text + "\n").utf8), to: 1) else { throw .outputIsFull }
  }

  /// Writes all bytes; false when the stream takes no more.
  static func write(_ bytes: [UInt8], to stream: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer -> Int in
        #if canImport(Glibc)
          Glibc.write(stream, buffer.baseAddress?.advanced(by: written), bytes.count - written)
        #else
          Darwin.write(stream, buffer.baseAddress?.advanced(by: written), bytes.count - written)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// Reads standard input to its end, at most one byte more than the limit.
  static func readInput(limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = read(0, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[0..<count]
    }
    return bytes
  }
}

extension String {
  /// The text with U+FFFD for what a terminal would obey and not show: control characters, and those that
  /// turn the direction of what follows (names of files may hold any).
  fileprivate var withoutCommands: String {
    func isCommand(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0x00..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    guard unicodeScalars.contains(where: isCommand) else { return self }
    return String(
      String.UnicodeScalarView(unicodeScalars.map { isCommand($0) ? "\u{FFFD}" : $0 }))
  }
}
