import Typeset

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Sets one letter again and again, each time for another recipient, as a run of letters does: what a
// letter costs when fonts, layout and patterns are at hand. Times are of the processor.
//
// usage: letterpdf-warm LETTER.md RESOURCES [COUNT] [--files]

/// The time that this process has used, in milliseconds.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}

/// The memory that is resident now, in megabytes; nothing where the system does not say.
func residentMemory() -> Double {
  let figures = String(decoding: bytes(of: "/proc/self/statm"), as: UTF8.self).split(separator: " ")
  guard figures.count > 1, let pages = Double(figures[1]) else { return 0 }
  return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
}

/// The bytes of a file.
func bytes(of path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { return [] }
  defer { fclose(file) }
  var all: [UInt8] = []
  var part = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&part, 1, part.count, file), count > 0 { all += part[..<count] }
  return all
}

/// The letter to another recipient: every `§` in it is the letter's number.
func numbered(_ source: [UInt8], _ number: Int) -> [UInt8] {
  var made: [UInt8] = []
  made.reserveCapacity(source.count + 16)
  for (index, byte) in source.enumerated() {
    // “§” is C2 A7.
    if byte == 0xA7, index > 0, source[index - 1] == 0xC2 {
      made.removeLast()
      made += Array("\(number)".utf8)
    } else {
      made.append(byte)
    }
  }
  return made
}

/// The times of stages, in the order they were first noted.
struct Tally {
  var times: [(stage: String, time: Double)] = []

  mutating func note(_ stage: String, _ time: Double) {
    if let index = times.firstIndex(where: { $0.stage == stage }) {
      times[index].time += time
    } else {
      times.append((stage, time))
    }
  }
}

let words = Array(CommandLine.arguments.dropFirst())
guard words.count >= 2 else {
  print("usage: letterpdf-warm LETTER.md RESOURCES [COUNT] [--files]")
  exit(64)
}
let source = bytes(of: words[0])
let count = words.count > 2 ? Int(words[2]) ?? 200 : 200
let makesFiles = words.contains("--files")
let setter = Typesetter(resources: .folder(words[1]))
Typesetter.shutOutMachineFonts()

var total = Tally()
var start = 0.0
var before = 0.0
for number in 0..<count + 20 {
  // The first letters read fonts, layout and patterns.
  if number == 20 {
    total = Tally()
    start = processorTime()
    before = residentMemory()
  }
  do {
    let text = numbered(source, number)
    let begun = processorTime()
    let letter = try Letter(markdown: text, name: "letter.md")
    let read = processorTime()
    total.note("Letter", read - begun)
    let layout = try setter.layout(of: letter)
    let known = processorTime()
    total.note("Layout", known - read)
    let made = try setter.compose(letter, in: layout)
    for (stage, duration) in made.times.entries {
      total.note(stage, Double(duration.components.attoseconds) / 1e15)
    }
    total.note("all before Paint", processorTime() - begun)
    if makesFiles {
      let composed = processorTime()
      _ = try made.pdf()
      total.note("Paint, Finish", processorTime() - composed)
    }
  } catch {
    print(error)
    exit(1)
  }
}
let all = processorTime() - start
func told(_ time: Double) -> Double { (time / Double(count) * 1000).rounded() }
for (stage, time) in total.times { print("\(stage): \(told(time)) µs") }
print("a letter: \(told(all)) µs of the processor")
print("memory: \(before.rounded()) MB, after \(count) letters \(residentMemory().rounded()) MB")
