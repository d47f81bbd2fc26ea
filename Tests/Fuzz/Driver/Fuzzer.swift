import CFuzzer
import FuzzTargets

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// libFuzzer over one of the targets; `Docs/fuzzing.md` describes it.
///
/// usage: letterpdf-fuzz PROJECT --list
///        letterpdf-fuzz PROJECT TARGET --seeds FOLDER
///        letterpdf-fuzz PROJECT TARGET [option of libFuzzer | folder of inputs | input] ...
@main
struct Fuzzer {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    guard let root = words.first, let word = words.dropFirst().first else {
      refuse("usage: see Docs/fuzzing.md")
    }
    if word == "--list" { return FuzzTarget.all.forEach { print($0.name) } }
    guard let target = FuzzTarget.all.first(where: { $0.name == word }) else {
      refuse("there is no target \(word)")
    }
    let project = FuzzProject(root: root)
    let rest = Array(words.dropFirst(2))
    if rest.first == "--seeds", rest.count == 2 { return save(target.seeds(project), in: rest[1]) }
    exit(fuzz(target, project, ["-max_len=\(target.longest)"] + rest))
  }

  /// Writes inputs as files, each under its number.
  private static func save(_ seeds: [[UInt8]], in folder: String) {
    for (number, bytes) in seeds.enumerated() {
      guard let file = fopen("\(folder)/seed-\(number)", "wb") else {
        refuse("cannot write to \(folder)")
      }
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
  }

  /// Hands over to libFuzzer, which ends the process at a find.
  private static func fuzz(_ target: FuzzTarget, _ project: FuzzProject, _ options: [String])
    -> CInt
  {
    course = Course(take: target.open(project))
    atexit { Fuzzer.tellCourse() }
    var pointers: [UnsafeMutablePointer<CChar>?] =
      (["letterpdf-fuzz"] + options).map { strdup($0) } + [nil]
    var count = CInt(pointers.count - 1)
    return pointers.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      return LLVMFuzzerRunDriver(&count, &start, takeInput)
    }
  }

  /// One input.
  fileprivate static func take(_ input: UnsafeBufferPointer<UInt8>) {
    guard let course else { return }
    course.taken += 1
    if course.take(Array(input)) { course.whole += 1 }
  }

  private static func tellCourse() {
    guard let course else { return }
    tell("\(course.taken) taken, \(course.whole) whole")
  }

  /// Writes a line to standard error.
  private static func tell(_ message: String) {
    let line = Array("letterpdf-fuzz: \(message)\n".utf8)
    _ = write(2, line, line.count)
  }

  private static func refuse(_ message: String) -> Never {
    tell(message)
    exit(64)
  }
}

/// What the process is at: libFuzzer calls back without a word of whom it calls.
final class Course {
  let take: ([UInt8]) -> Bool
  /// How many inputs were taken, and how many of them came through to the end.
  var taken = 0
  var whole = 0

  init(take: @escaping ([UInt8]) -> Bool) { self.take = take }
}

// Unsafe as far as the compiler knows: libFuzzer calls back on the thread that called it, and no other.
nonisolated(unsafe) private var course: Course?

/// Takes one input.
///
/// It has the name that libFuzzer's own main calls, for that comes along when it is linked.
@_cdecl("LLVMFuzzerTestOneInput")
func takeInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  Fuzzer.take(UnsafeBufferPointer(start: data, count: size))
  return 0
}
