import GLibSupport
import Inspection
import Intake
import PDFFile

/// What `--version --verbose` tells: the program, and the libraries that it and its child work with.
enum VersionReport {
  /// Whether the command line asks for it.
  static var isAsked: Bool { Set(CommandLine.arguments.dropFirst()) == ["--version", "--verbose"] }

  private static let libraries = [
    LibraryVersion("pango", .text("pango_version_string")),
    LibraryVersion("harfbuzz", .text("hb_version_string")),
    LibraryVersion("fontconfig", .number("FcGetVersion")),
    LibraryVersion("glib", .variables("glib")),
    LibraryVersion("cmark-gfm", .text("cmark_version_string")),
    LibraryVersion("libyaml", .text("yaml_get_version_string")),
  ]

  /// What is loaded only for letters that need it.
  private static let loaded = [
    LibraryVersion("libdmtx", .text("dmtxVersion"), files: ["libdmtx.so.0", "libdmtx.0.dylib"]),
    LibraryVersion(
      "libarchive", .secondWord("archive_version_string"),
      files: ["libarchive.so.13", "libarchive.13.dylib"]),
    LibraryVersion(
      "libcrypto", .secondWord("OpenSSL_version"), files: ["libcrypto.so.3", "libcrypto.3.dylib"]),
  ]

  /// The report, a line for each.
  static var text: String {
    var lines = ["letterpdf \(LetterPDF.version)"]
    lines += libraries.map { line($0.name, $0.text) }
    lines.append(line("libdeflate", Deflater.libraryVersion))
    lines += loaded.map { line($0.name, $0.text) }
    lines += intake
    return lines.joined(separator: "\n")
  }

  private static func line(_ name: String, _ version: String?) -> String {
    "\(name) \(version ?? "is missing")"
  }

  /// What the child says of its own libraries.
  private static var intake: [String] {
    let resources = (try? ResourceLocation.find(given: nil)) ?? ""
    guard let path = IntakeLocation.find(resources: resources),
      let told = try? Tool(path: path).output(of: ["--version"], reading: [])
    else { return [line("letterpdf-intake", nil)] }
    return String(decoding: told, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
