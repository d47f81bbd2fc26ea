internal import Typeset

/// How long a request has been at work, looked at between the stages of a letter.
struct RequestTimer {
  private let deadline: ContinuousClock.Instant
  private let seconds: Double

  /// Begins now.
  init(_ limits: RequestLimits) {
    seconds = limits.seconds
    deadline = .now + .seconds(limits.seconds)
  }

  /// - Throws: ``RequestFault`` when the time is up.
  func check() throws {
    guard ContinuousClock.now < deadline else {
      throw RequestFault(
        .tooSlow, "the letter takes more than the \(seconds) seconds it may take",
        hint: "send it in parts, or with smaller images")
    }
  }

  /// Does the work; whatever stops it is a fault of the request's.
  func answer<T>(_ work: () throws -> T) throws(RequestFault) -> T {
    do {
      return try work()
    } catch let fault as RequestFault {
      throw fault
    } catch let found as Diagnostics {
      throw RequestFault(found)
    } catch {
      throw RequestFault(.fault, "the request could not be answered: \(String(describing: error))")
    }
  }
}
