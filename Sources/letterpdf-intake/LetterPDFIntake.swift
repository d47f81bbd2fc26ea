import ForeignPDF
import Intake
import Pictures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The child that opens foreign bytes for `letterpdf`; it has no command line, for it is asked by
/// messages on its standard input.
@main
struct LetterPDFIntake {
  static func main() {
    shutOutMachineFonts()
    var server = IntakeServer()
    server.answerPictures()
    server.answerForeignPDFs()
    exit(server.run())
  }
}
