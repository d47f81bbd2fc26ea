/// Codes of requests to the worker and the service.
extension DiagnosticCode {
  package static let request = DiagnosticCode(
    "request.form",
    cause: "A request to the worker or the service lacks something, or has parts that do not "
      + "fit.",
    cure: "Write it as Docs/worker.md and Docs/service.md have it.")
  package static let requestPath = DiagnosticCode(
    "request.path",
    cause: "A request names a file of the machine, which it cannot.",
    cure: "Name what is installed, and send what is not.")

  static let requestCodes: [DiagnosticCode] = [.request, .requestPath]
}
