import Intake

extension FuzzTarget {
  /// Files of Word, as far as the intake looks into them.
  static let word = FuzzTarget(
    "word", longest: 32_768,
    seeds: { _ in [Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18)] },
    open: { project in
      let intake = project.intake
      return { bytes in
        do throws(IntakeFault) {
          return try !intake.ask(ReadWordFile(bytes)).extras.isEmpty
        } catch {
          see(error)
          return false
        }
      }
    })
}
