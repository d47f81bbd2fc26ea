internal import CSpawn
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import MailRun

/// The command that opens a file at a line: `code -g {file}:{line}`.
package struct EditorCommand: Hashable, Sendable {
  private let words: [String]

  /// Takes a command apart; nil for one without a program or with an open quotation mark.
  ///
  /// Words end at spaces; between quotation marks they may have them. No shell reads it, so that
  /// nothing in a file's name can be a command.
  package init?(_ text: String) {
    var words: [String] = []
    var word: String?
    var mark: Character?
    for character in text {
      if character == mark {
        mark = nil
      } else if mark == nil, character == "\"" || character == "'" {
        mark = character
        word = word ?? ""
      } else if mark == nil, character == " " {
        if let whole = word { words.append(whole) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    guard mark == nil, let program = words.first, !program.isEmpty else { return nil }
    self.words = words
  }

  /// The command for a line of a file; a command that names no file gets it as its last word.
  func arguments(file: String, line: Int) -> [String] {
    let namesFile = words.contains { $0.contains("{file}") }
    return (namesFile ? words : words + ["{file}"]).map { word in
      word.replacing("{line}", with: String(line)).replacing("{file}", with: file)
    }
  }

  /// Opens a file at a line; false if the program cannot be started.
  package func open(file: String, line: Int) -> Bool {
    let path = realpath(file, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
    return Self.run(arguments(file: path ?? file, line: line))
  }

  /// Starts a program that goes on by itself, and hears nothing more of it.
  ///
  /// - Returns: false if it cannot be started.
  package static func run(_ words: [String]) -> Bool {
    var copies = words.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    guard copies.count > 1 else { return false }
    var child: pid_t = 0
    guard spawn_aside(&child, &copies) == 0 else { return false }
    let started = child
    // Whoever ends is waited for, or it would stay in the system's table.
    _ = WorkerThread {
      var status: Int32 = 0
      while waitpid(started, &status, 0) < 0, errno == EINTR {}
    }
    return true
  }
}
