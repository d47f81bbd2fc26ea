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

  /// Writes a line to standard error.
  static func printError(_ text: String) {
    _ = write(Array((MessageLanguage.told(text) + "\n").utf8), to: 2)
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
