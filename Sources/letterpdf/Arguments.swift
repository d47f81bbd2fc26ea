public import ArgumentParser
public import Typeset

extension FinishOptions.Standard: ExpressibleByArgument {}
extension FinishOptions.Purpose: ExpressibleByArgument {}

extension RenderOptions.Format: ExpressibleByArgument {}
extension RenderOptions.ReportForm: ExpressibleByArgument {}

extension RenderOptions.Copy: ExpressibleByArgument {
  /// Takes `print=FILE`.
  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="),
      let purpose = FinishOptions.Purpose(rawValue: String(argument[..<equals])),
      argument.index(after: equals) < argument.endIndex
    else { return nil }
    self.init(purpose: purpose, path: String(argument[argument.index(after: equals)...]))
  }
}
