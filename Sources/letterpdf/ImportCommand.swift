import ArgumentParser
import Intake
import LetterImport
import MailRun
import Typeset

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `letterpdf import`: makes a letter of a file of Word.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Makes a letter of a file of Word (.docx), by pandoc, and tells what is lost.")

  @Argument(help: "The file of Word.", completion: .file(extensions: ["docx"]))
  var file: String

  @Option(
    name: .shortAndLong,
    help: "The letter to write; its pictures go into a folder beside it. Default: beside the file.",
    completion: .file(extensions: ["md"]))
  var output: String?

  @Option(help: "The layout of the letter, by name or as a file.")
  var layout = "brev"

  @Option(help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
  var resources: String?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    do {
      let places = try places()
      let program = IntakeLocation.find(resources: try ResourceLocation.find(given: resources))
      let importer = try LetterImporter(intake: IntakeClient(program: program, seconds: 20))
      let bytes = try readFile(at: file, limit: LetterImporter.sizeLimit)
      let made = try importer.letter(
        from: bytes, named: file, layout: layout, pictures: places.folderName)
      try write(made, places)
      Terminal.printError(DiagnosticFormatter.forReader().format(made.warnings))
      try Terminal.print(places.letter)
    } catch let found as Diagnostics {
      Terminal.printError(DiagnosticFormatter.forReader().format(found.all))
      throw Failure.diagnostics(found)
    }
  }

  /// Where the letter and its pictures go.
  private struct Places {
    let letter: String
    let folder: String
    /// The folder's name.
    let folderName: String
  }

  private func places() throws(Diagnostics) -> Places {
    let stem = Self.withoutSuffix(file)
    let letter = output ?? stem + ".md"
    guard letter != "-", !letter.isEmpty, letter != file else {
      throw Diagnostics([
        Diagnostic(
          .error, .cannotWrite, "the letter cannot go to \(quoted(letter))",
          hints: ["name another file with -o"])
      ])
    }
    let folder = Self.withoutSuffix(letter) + "-images"
    let name =
      folder.lastIndex(of: "/").map { String(folder[folder.index(after: $0)...]) } ?? folder
    return Places(letter: letter, folder: folder, folderName: name)
  }

  private static func withoutSuffix(_ path: String) -> String {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[slash...].lastIndex(of: "."), dot > slash else { return path }
    return String(path[..<dot])
  }

  /// Writes the letter last, so that it is there only with its pictures; what is there is kept.
  private func write(_ made: ImportedLetter, _ places: Places) throws(Diagnostics) {
    for path in [places.letter] + (made.pictures.isEmpty ? [] : [places.folder])
    where FolderListing.exists(path) {
      throw Diagnostics([
        Diagnostic(
          .error, .cannotWrite, "\(quoted(path)) is there already",
          hints: ["name another letter with -o, or take it away"])
      ])
    }
    if !made.pictures.isEmpty { try makeFolders(places.folder) }
    do throws(Diagnostics) {
      try writeWhole(
        made.pictures.map { (places.folder + "/" + $0.name, $0.bytes) }
          + [(places.letter, Array(made.text.utf8))])
    } catch {
      // The folder was not there before.
      if !made.pictures.isEmpty {
        for picture in made.pictures { unlink(places.folder + "/" + picture.name) }
        rmdir(places.folder)
      }
      throw error
    }
  }
}
