import ForeignPDF
import ForeignWord
import GLibSupport
import Intake
import Pictures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The child that opens foreign bytes for `letterpdf`; it is asked by messages on its standard input.
///
/// With `--version` it names its libraries.
@main
struct LetterPDFIntake {
  private static let libraries = [
    LibraryVersion("cairo", .text("cairo_version_string")),
    LibraryVersion("qpdf", .text("qpdf_get_qpdf_version")),
    LibraryVersion(
      "librsvg", .variables("rsvg"), files: ["librsvg-2.so.2", "librsvg-2.2.dylib"]),
  ]

  static func main() {
    if CommandLine.arguments.dropFirst() == ["--version"] {
      for library in libraries { print("\(library.name) \(library.text ?? "is missing")") }
      return
    }
    shutOutMachineFonts()
    var server = IntakeServer()
    server.answerPictures()
    server.answerForeignPDFs()
    server.answerWordFiles()
    exit(server.run())
  }
}
