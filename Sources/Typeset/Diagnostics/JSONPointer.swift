/// Says which value of a JSON text a place is in, as programs name it (RFC 6901).
///
/// The text may be broken behind the place, as what is told often is; it is read no further.
struct JSONPointer {
  private enum Container {
    case object(key: String?)
    case array(index: Int)
  }

  private let bytes: [UInt8]
  private let target: Int
  private var offset = 0
  private var path: [Container] = []

  /// The pointer to the innermost value that holds a place, or to the key there; nil if the file is
  /// no JSON object.
  static func text(of place: SourceRange) -> String? {
    var pointer = JSONPointer(bytes: place.file.bytes, target: place.lower)
    return pointer.read()
  }

  private init(bytes: [UInt8], target: Int) {
    self.bytes = bytes
    self.target = target
  }

  private mutating func read() -> String? {
    guard bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) == UInt8(ascii: "{")
    else { return nil }
    while offset < bytes.count, offset < target || bytes[offset] == UInt8(ascii: "\"") {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        let start = offset
        let text = readString()
        // A key stands for its value.
        if case .object(nil) = path.last, start <= target {
          path[path.count - 1] = .object(key: text)
        }
        if offset > target { return written }
        continue
      case UInt8(ascii: "{"): path.append(.object(key: nil))
      case UInt8(ascii: "["): path.append(.array(index: 0))
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = path.popLast()
      case UInt8(ascii: ","): passComma()
      default: break
      }
      offset += 1
    }
    return written
  }

  private mutating func passComma() {
    switch path.last {
    case .object: path[path.count - 1] = .object(key: nil)
    case .array(let index): path[path.count - 1] = .array(index: index + 1)
    case nil: break
    }
  }

  /// Reads to the end of a string; the text is that of a key, with its simple escapes.
  private mutating func readString() -> String {
    var text: [UInt8] = []
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      if bytes[offset] == UInt8(ascii: "\\"), offset + 1 < bytes.count {
        offset += 1
        if bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "\\"),
          bytes[offset] != UInt8(ascii: "/")
        {
          text.append(UInt8(ascii: "\\"))
        }
      }
      text.append(bytes[offset])
      offset += 1
    }
    offset += 1
    return String(decoding: text, as: UTF8.self)
  }

  private var written: String {
    path.map { container in
      switch container {
      case .object(nil): ""
      case .object(let key?): "/" + key.replacing("~", with: "~0").replacing("/", with: "~1")
      case .array(let index): "/\(index)"
      }
    }.joined()
  }
}
