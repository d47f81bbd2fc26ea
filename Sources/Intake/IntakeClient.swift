#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import Synchronization

/// Asks the intake, a small program that runs as a child.
///
/// It alone opens bytes that others made: PDFs, drawings, pictures. What is wrong with them ends the
/// child and never this process. Any number of tasks may ask at the same time. A child is started when it is first needed, and
/// serves many requests; as many as were in use at once are kept, at most as many as the machine
/// has processors. All end with the client, or with this process however that ends.
package final class IntakeClient: Sendable {
  /// A child in an array, which cannot hold what cannot be copied.
  ///
  /// Unchecked: who takes one from the idle ones has it alone until it is put back.
  private final class Seat: @unchecked Sendable {
    var child: IntakeChild
    init(_ child: consuming IntakeChild) { self.child = child }
  }

  private let program: String?
  /// What answers in the place of children, where nothing needs their protection.
  private let inside: (@Sendable ([UInt8]) -> [UInt8]?)?
  private let seconds: Double
  private let idle = Mutex<[Seat]>([])
  /// How often a request is asked anew after its child was killed.
  private static let killLimit = 3
  private let limit = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Starts nothing yet.
  ///
  /// - Parameters:
  ///   - program: the path of `letterpdf-intake`; nil if it was not found.
  ///   - seconds: the longest that one request may take, so that a letter of one broken file
  ///     ends within ten.
  package init(program: String?, seconds: Double = 8) {
    self.program = program
    self.seconds = seconds
    inside = nil
  }

  /// Has a function of this process answer what children are asked, so that a fuzzer sees into it; no
  /// program that others use does so.
  ///
  /// - Parameter answer: makes an answer of a request, as ``IntakeServer/answer(to:)``.
  package init(answeringBy answer: @escaping @Sendable ([UInt8]) -> [UInt8]?) {
    program = nil
    seconds = 8
    inside = answer
  }

  /// Asks, and waits for the answer.
  ///
  /// What a child could not do that had served others before is asked anew of a fresh one, so that
  /// no answer depends on what was asked before; so is what one could not do that was killed, as the
  /// machine does where memory is short.
  /// - Throws: why there is no answer.
  package func ask<Request: IntakeRequest>(
    _ request: Request
  ) throws(IntakeFault) -> Request.Answer {
    var writer = MessageWriter()
    Request.name.write(to: &writer)
    request.write(to: &writer)
    let bytes = writer.bytes
    guard bytes.count <= Frame.limit else { throw .tookTooMuchMemory }
    if let inside {
      guard let answer = inside(bytes) else { throw .crashed }
      return try Self.told(Self.answer(in: answer))
    }
    var seat = idle.withLock { $0.popLast() }
    var kills = 0
    while true {
      do throws(IntakeFault) {
        let asked = if let seat { seat } else { try started() }
        return try ask(bytes, of: asked)
      } catch {
        switch error {
        case .killed where kills < Self.killLimit: kills += 1
        case .crashed where seat != nil, .tookTooMuchMemory where seat != nil: break
        default: throw error
        }
        seat = nil
      }
    }
  }

  /// The process identifiers of the children that wait for work.
  package var idleChildren: [Int] { idle.withLock { $0.map { $0.child.identifier } } }

  private func started() throws(IntakeFault) -> Seat {
    guard let program else { throw .missing("letterpdf-intake") }
    return Seat(try IntakeChild(program: program))
  }

  /// Asks one child, which waits for more work afterwards if it is sound.
  private func ask<Answer: Message>(
    _ request: [UInt8], of seat: Seat
  ) throws(IntakeFault) -> Answer {
    let bytes = try seat.child.ask(request, within: seconds)
    let answer: Result<Answer, Refusal> = try Self.answer(in: bytes)
    idle.withLock { if $0.count < limit { $0.append(seat) } }
    return try Self.told(answer)
  }

  private static func told<Answer>(
    _ answer: Result<Answer, Refusal>
  ) throws(IntakeFault) -> Answer {
    switch answer {
    case .success(let answer): return answer
    case .failure(let refusal): throw .refused(refusal)
    }
  }

  private static func answer<Answer: Message>(
    in bytes: [UInt8]
  ) throws(IntakeFault) -> Result<Answer, Refusal> {
    do throws(BrokenMessage) {
      return try read(bytes)
    } catch {
      throw .crashed
    }
  }

  private static func read<Answer: Message>(
    _ bytes: [UInt8]
  ) throws(BrokenMessage) -> Result<Answer, Refusal> {
    var reader = MessageReader(bytes)
    let answer: Result<Answer, Refusal>
    switch AnswerKind(rawValue: try reader.byte()) {
    case .answer: answer = .success(try Answer(from: &reader))
    case .refusal: answer = .failure(try Refusal(from: &reader))
    case nil: throw BrokenMessage()
    }
    guard reader.isAtEnd else { throw BrokenMessage() }
    return answer
  }
}
