internal import CIntake

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One running child, which ends with its owner.
///
/// Used by one task at a time; ``IntakeClient`` sees to that.
struct IntakeChild: ~Copyable {
  private let connection: Int32
  private let process: pid_t
  /// How many requests it has answered.
  private(set) var served = 0

  /// Starts the program.
  init(program: String) throws(IntakeFault) {
    var (connection, process) = (Int32(-1), pid_t(0))
    guard intake_start(program, &connection, &process) == 0 else { throw .missing(program) }
    self.connection = connection
    self.process = process
  }

  /// The child's process identifier.
  var identifier: Int { Int(process) }

  /// Sends a request and waits for its answer.
  ///
  /// - Parameter seconds: the longest that is waited in all.
  /// - Throws: why there is none; after anything but a refusal the child is of no more use.
  mutating func ask(_ request: [UInt8], within seconds: Double) throws(IntakeFault) -> [UInt8] {
    let deadline = ContinuousClock.now + .seconds(seconds)
    try send(Frame.head(of: request.count), before: deadline)
    try send(request, before: deadline)
    guard let length = Frame.length(try receive(Frame.headLength, before: deadline)), length > 0
    else { throw .crashed }
    let answer = try receive(length, before: deadline)
    served += 1
    return answer
  }

  private func send(_ bytes: [UInt8], before deadline: ContinuousClock.Instant) throws(IntakeFault)
  {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        intake_send(connection, $0.baseAddress?.advanced(by: sent), bytes.count - sent)
      }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        try wait(for: POLLOUT, before: deadline)
      } else if errno != EINTR {
        throw reasonOfEnd()
      }
    }
  }

  private func receive(
    _ count: Int, before deadline: ContinuousClock.Instant
  ) throws(IntakeFault) -> [UInt8] {
    var fault: IntakeFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      while length < count {
        do throws(IntakeFault) {
          try wait(for: POLLIN, before: deadline)
        } catch {
          fault = error
          return
        }
        let got = read(connection, buffer.baseAddress?.advanced(by: length), count - length)
        if got < 0, errno == EINTR || errno == EAGAIN { continue }
        guard got > 0 else {
          fault = reasonOfEnd()
          return
        }
        length += got
      }
    }
    if let fault { throw fault }
    return bytes
  }

  private func wait(
    for events: Int32, before deadline: ContinuousClock.Instant
  ) throws(IntakeFault) {
    var entry = pollfd(fd: connection, events: Int16(events), revents: 0)
    while true {
      let rest = (deadline - .now) / .milliseconds(1)
      guard rest > 0 else { throw .tookTooLong }
      let ready = poll(&entry, 1, Int32(min(rest.rounded(.up), 3_600_000)))
      if ready > 0 { return }
      guard ready == 0 || errno == EINTR || errno == EAGAIN else { throw .crashed }
    }
  }

  /// Why the child has ended, which it has, or soon will, if its side of the socket is closed; one that
  /// closed it and goes on is not waited for.
  private func reasonOfEnd() -> IntakeFault {
    for _ in 0..<500 {
      var status = siginfo_t()
      let result = waitid(P_PID, id_t(process), &status, WEXITED | WNOWAIT | WNOHANG)
      if result == 0, status.si_signo == SIGCHLD { return Self.fault(status) }
      guard result == 0 || errno == EINTR else { return .crashed }
      usleep(2000)
    }
    return .crashed
  }

  private static func fault(_ status: siginfo_t) -> IntakeFault {
    let (code, number) = codeAndNumber(status)
    if code == CLD_EXITED {
      return number == Int32(INTAKE_OUT_OF_MEMORY) ? .tookTooMuchMemory : .crashed
    }
    // It never does that to itself.
    if number == SIGKILL { return .killed }
    return number == SIGXCPU || number == SIGALRM ? .tookTooLong : .crashed
  }

  private static func codeAndNumber(_ status: siginfo_t) -> (code: Int32, number: Int32) {
    #if canImport(Glibc)
      (status.si_code, status._sifields._sigchld.si_status)
    #else
      (status.si_code, status.si_status)
    #endif
  }

  deinit {
    close(connection)
    // It may be busy; what it does is of no more use.
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
