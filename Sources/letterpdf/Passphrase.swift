#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Typeset

/// Asks for a passphrase on the terminal, which does not show it.
enum Passphrase {
  /// What the keys send that mean something.
  private enum Key {
    static let interrupt: UInt8 = 3
    static let end: UInt8 = 4
    static let lineFeed: UInt8 = 10
    static let carriageReturn: UInt8 = 13
    static let eraseLine: UInt8 = 21
    static let backspaces: Set<UInt8> = [8, 127]
  }

  /// Asks for the passphrase of a file; nil where there is no terminal.
  static func ask(for file: String) -> [UInt8]? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var usual = termios()
    guard tcgetattr(terminal, &usual) == 0 else { return nil }
    // Signals come as keys, so that the terminal is never left without an echo.
    var silent = usual
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else { return nil }
    let question: DiagnosticText = "passphrase of \(quoted(file))"
    _ = Terminal.write(Array("\(question.forReader): ".utf8), to: terminal)
    let line = readLine(from: terminal)
    tcsetattr(terminal, TCSAFLUSH, &usual)
    _ = Terminal.write([Key.lineFeed], to: terminal)
    if line == nil { raise(SIGINT) }
    return line
  }

  /// What is typed until the line ends; nil where it is broken off.
  private static func readLine(from terminal: Int32) -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      var key: UInt8 = 0
      let count = read(terminal, &key, 1)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return line }
      switch key {
      case Key.interrupt: return nil
      case Key.end, Key.lineFeed, Key.carriageReturn: return line
      case Key.eraseLine: line = []
      case _ where Key.backspaces.contains(key):
        // A character may be several bytes.
        while let last = line.popLast(), last & 0xC0 == 0x80 {}
      default: line.append(key)
      }
    }
  }
}
