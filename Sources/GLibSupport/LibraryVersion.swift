#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A C library and how it tells its version, when it runs.
package struct LibraryVersion: Sendable {
  /// How a library tells: by a function that gives text, by one that gives a number of one of two
  /// makes, or by three numbers in memory.
  package enum Teller: Sendable {
    /// A function without arguments that gives the text.
    case text(String)
    /// A function that is asked with 0 and gives a text of which the second word is the version.
    case secondWord(String)
    /// A function that gives 10000 times the major, 100 times the minor and the patch version.
    case number(String)
    /// Three unsigned numbers by what their names begin with.
    case variables(String)
  }

  /// The library's own name.
  package let name: String
  private let teller: Teller
  private let files: [String]

  /// Names a library.
  ///
  /// - Parameter files: by which it is loaded when it is not linked.
  package init(_ name: String, _ teller: Teller, files: [String] = []) {
    self.name = name
    self.teller = teller
    self.files = files
  }

  /// The version of the library that this process has or can load; nil if it can have none.
  package var text: String? {
    guard let library = files.isEmpty ? DynamicLibrary.process : DynamicLibrary(any: files) else {
      return nil
    }
    switch teller {
    case .text(let function):
      let tell: (@convention(c) () -> UnsafePointer<CChar>?)? = library.function(function)
      return tell?().map { String(cString: $0) }
    case .secondWord(let function):
      let tell: (@convention(c) (Int32) -> UnsafePointer<CChar>?)? = library.function(function)
      let words = tell?(0).map { String(cString: $0).split(separator: " ") } ?? []
      return words.count > 1 ? String(words[1]) : nil
    case .number(let function):
      let tell: (@convention(c) () -> Int32)? = library.function(function)
      return tell.map { $0() }.map { "\($0 / 10_000).\($0 / 100 % 100).\($0 % 100)" }
    case .variables(let prefix):
      let parts = ["major", "minor", "micro"].compactMap { part in
        library.number("\(prefix)_\(part)_version")
      }
      return parts.count == 3 ? parts.map(String.init).joined(separator: ".") : nil
    }
  }
}
