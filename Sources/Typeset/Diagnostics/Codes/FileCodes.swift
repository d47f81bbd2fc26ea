/// Codes of files that are read and written.
extension DiagnosticCode {
  package static let cannotRead = DiagnosticCode(
    "file.cannot-read",
    cause: "A file is not there, is a folder, or may not be read.",
    cure: "Check its name, its folder and its permissions.")
  package static let cannotWrite = DiagnosticCode(
    "file.cannot-write",
    cause: "A file cannot be written, or standard output takes no more.",
    cure: "Check the folder, its permissions and the space on the disk.")
  package static let writtenTwice = DiagnosticCode(
    "file.written-twice",
    cause: "Two outputs have one name, or an output has that of a file which is read.",
    cure: "Give each a name of its own.")

  static let fileCodes: [DiagnosticCode] = [.cannotRead, .cannotWrite, .writtenTwice]
}
