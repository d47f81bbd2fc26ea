import Testing

@testable import LineBreaking
@testable import Typeset

/// The figures of divisions, printed for `make lines`.
@Suite struct LineFigures {
  @Test func `Divisions of five hundred compounds`() throws {
    let (graded, plain) = try DanishDivisionTests.audits()
    for (name, audit) in [("plain patterns", plain), ("graded", graded)] {
      print(
        "figure: 500 compounds, \(name): \(audit.offered) divisions, \(audit.atJoints) at joints,",
        "\(audit.jointsOffered) of \(audit.joints) joints offered, \(audit.wrong.count) wrong")
    }
    #expect(graded.wrong.count < plain.wrong.count)
  }

  @Test(arguments: JointAudit.measured)
  func `Joints of words the tables were not made with`(_ measure: JointAudit.Measure) throws {
    let audit = try JointAudit(measure.file, measure.language)
    print("figure: \(measure.file): \(audit.summary)")
    #expect(audit.words > 0)
  }
}
