import Typeset
import Inspection
import LetterRequests
import MailRun
import Synchronization

/// One run of `letterpdf worker`: answers requests until standard input ends.
///
/// Each thread waits for its turn to read, works, and waits for its turn to write; so no more is read
/// than is worked on, and answers go out as they are ready.
final class WorkerJob: Sendable {
  private let desk: RequestDesk
  private let reading = Mutex(Reading())
  private let writing = Mutex(true)
  /// Most bytes of a frame: those of a request's files, and of its JSON.
  private let frameLimit: Int

  /// How far standard input has been read.
  private struct Reading {
    /// How many frames have come, which answers tell of broken ones.
    var count = 0
    var isOver = false
    var isCutShort = false
  }

  init(desk: RequestDesk) {
    self.desk = desk
    frameLimit = desk.limits.requestBytes + (16 << 20)
  }

  /// Answers by so many threads.
  ///
  /// - Throws: that the input ended in the midst of a frame.
  func run(threads: Int) throws(Failure) {
    let others = (1..<max(1, threads)).compactMap { _ in WorkerThread { self.serve() } }
    serve()
    for thread in others { thread.join() }
    if reading.withLock({ $0.isCutShort }) {
      throw .user("standard input ends in the midst of a frame")
    }
    if !writing.withLock({ $0 }) { throw .outputIsFull }
  }

  private func serve() {
    while let (number, frame) = next() {
      guard let frame else {
        let fault = RequestFault(.badRequest, "the frame is shorter than the JSON it says it has")
        guard write(fault, nil, number) else { return }
        continue
      }
      let message = RequestMessage(json: frame.json, body: frame.body, limits: desk.limits)
      let isWritten: Bool
      do throws(RequestFault) {
        let answer = try desk.answer(try message.request.get())
        isWritten = write(
          answer, [("id", message.id), ("number", .count(number)), ("ok", .flag(true))])
      } catch {
        isWritten = write(error, message.id, number)
      }
      guard isWritten else { return }
    }
  }

  /// The next frame and its number from 1; a frame is nil that is broken; nil at the end.
  private func next() -> (number: Int, frame: WorkerFrame?)? {
    reading.withLock { state in
      while !state.isOver {
        switch WorkerInput.next(limit: frameLimit) {
        case .frame(let bytes):
          state.count += 1
          return (state.count, WorkerFrame(bytes))
        case .tooLong(let length):
          state.count += 1
          // It is told before the bytes are there: who sent none of a frame's would wait for ever.
          let isWritten = write(tooLong(length), nil, state.count)
          state.isCutShort = !WorkerInput.skip(length)
          state.isOver = state.isCutShort || !isWritten
        case .end: state.isOver = true
        case .cutShort:
          state.isOver = true
          state.isCutShort = true
        }
      }
      return nil
    }
  }

  private func tooLong(_ length: Int) -> RequestFault {
    RequestFault(
      .tooLarge, "the frame has \(length) bytes, more than the \(frameLimit) it may have",
      hint: "begin each frame with its length, the highest byte first")
  }

  private func write(_ fault: RequestFault, _ id: JSON?, _ number: Int) -> Bool {
    write(
      DeskAnswer(fault.members), [("id", id), ("number", .count(number)), ("ok", .flag(false))])
  }

  /// Writes an answer; false when nobody reads answers any more.
  private func write(_ answer: DeskAnswer, _ members: [(String, JSON?)]) -> Bool {
    let bytes = WorkerFrame.bytes(answer, under: members)
    return writing.withLock { isOpen in
      isOpen = isOpen && Terminal.write(bytes, to: 1)
      return isOpen
    }
  }
}
