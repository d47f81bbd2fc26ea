import Intake
import LetterRequests
import Sealing
import Typeset

/// One run of `letterpdf seal`.
struct SealJob {
  let file: String
  let output: String
  let isInPlace: Bool
  let settingsFile: String?
  let time: SealTime?
  let resources: String?

  /// The most bytes of a file that is sealed.
  private static let sizeLimit = 128 << 20

  /// Does it.
  ///
  /// - Parameter change: puts what the command line says into the settings.
  func run(with change: (inout SealSettings) -> Void) throws {
    let folder = try ResourceLocation.find(given: resources)
    var settings =
      try settingsFile.map { (path) throws(Diagnostics) in
        try SealSettings(file: path)
      } ?? SealSettings()
    change(&settings)
    try settings.check()
    try keep(settings)
    let pdf =
      file == "-"
      ? Terminal.readInput(limit: Self.sizeLimit) : try readFile(at: file, limit: Self.sizeLimit)
    if let letter = letterForPDF(pdf, name: file) { throw Diagnostics(letter) }
    let intake = IntakeClient(program: IntakeLocation.find(resources: folder))
    let sealer = try Sealer(settings, at: time, intake: intake, asking: Passphrase.ask)
    let warnings = sealer.warnings
    if !warnings.isEmpty {
      Terminal.printError(DiagnosticFormatter.forReader().format(warnings))
    }
    let sealed = try sealer.seal(pdf, named: file)
    guard output == "-" else { return try writeWhole(sealed, to: output) }
    guard Terminal.write(sealed, to: 1) else { throw Failure.outputIsFull }
  }

  /// - Throws: that the sealed file would take the place of one that is read.
  private func keep(_ settings: SealSettings) throws(Diagnostics) {
    let places = OutputPlaces(paths: [output])
    if !isInPlace, file != "-" { try places.keep(file, "the PDF") }
    if let settingsFile { try places.keep(settingsFile, "the settings") }
    for path in settings.files { try places.keep(path, "a file of the seal's key") }
  }
}
