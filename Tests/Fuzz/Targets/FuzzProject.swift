import ForeignPDF
import ForeignWord
package import Intake
import Pictures
package import Typeset

/// The folder of the project, whose files targets read and begin with.
public struct FuzzProject: Sendable {
  /// The folder that holds `Package.swift`.
  public let root: String

  /// Names it.
  public init(root: String) { self.root = root }

  /// The path of something in it.
  public func path(_ relative: String) -> String { root + "/" + relative }

  /// The files of a folder that end in one of some ways, by their names.
  public func files(_ folder: String, _ suffixes: String...) -> [[UInt8]] {
    fileNames(in: path(folder)).compactMap { name in
      guard suffixes.contains(where: { name.hasSuffix($0) }) else { return nil }
      return bytes(of: folder + "/" + name)
    }
  }

  /// The bytes of a file; nil where it cannot be read.
  public func bytes(of relative: String) -> [UInt8]? {
    do throws(Diagnostics) {
      return try readFile(at: path(relative), limit: 64 << 20)
    } catch {
      return nil
    }
  }

  /// What opens pictures and PDFs, in this process, where the fuzzer sees into it.
  package var intake: IntakeClient {
    let server = FuzzIntake()
    return IntakeClient { server.answer($0) }
  }

  /// What letters are set with, without the machine's fonts.
  package func typesetter() -> Typesetter {
    Typesetter.shutOutMachineFonts()
    return Typesetter(resources: .folder(root), asking: intake)
  }
}

/// What the program `letterpdf-intake` answers with.
///
/// Unchecked: a fuzzer takes inputs on one thread.
final class FuzzIntake: @unchecked Sendable {
  private var server = IntakeServer()

  init() {
    server.answerPictures()
    server.answerForeignPDFs()
    server.answerWordFiles()
  }

  func answer(_ request: [UInt8]) -> [UInt8]? { server.answer(to: request) }
}
