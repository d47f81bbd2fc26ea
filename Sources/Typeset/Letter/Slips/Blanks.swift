// What templates leave to be written, in words of their own.
extension Placeholders {
  /// `INDSÆT NAVN`, `dd.mm.åååå` and what Word's fields say of themselves.
  func phrase(at start: Int) -> Found? {
    guard !bytes.isWord(at: start - 1) else { return nil }
    for phrase in Self.phrases where bytes.goes(on: phrase, at: start) {
      let end = start + phrase.utf8CodeUnitCount
      // In brackets it says how a form is to be filled.
      guard !bytes.isWord(at: end), !bytes.goes(on: "(", at: start - 1) else { continue }
      return Found(range: start..<end, name: "", kind: .letters)
    }
    return nil
  }

  /// `(indsæt beløb)`: what somebody is told to do.
  func command(at start: Int) -> Found? {
    let commands: [StaticString] = ["(indsæt ", "(Indsæt ", "(udfyld ", "(insert ", "(sett inn "]
    guard commands.contains(where: { bytes.goes(on: $0, at: start) }),
      let length = bytes[start...].prefix(60).firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    return Found(range: start..<length + 1, name: "", kind: .letters)
  }

  /// `xx.xx.2026`: a date whose day is still to come.
  func openDate(at start: Int) -> Found? {
    guard !bytes.isWord(at: start - 1) else { return nil }
    for sign in [".", "-", "/"] as [Unicode.Scalar] {
      let part = [bytes[start], bytes[start], UInt8(ascii: sign)]
      guard bytes[start...].starts(with: part + part), bytes.goes(on: "20", at: start + 6),
        bytes.isFigure(at: start + 8), bytes.isFigure(at: start + 9)
      else { continue }
      return Found(range: start..<start + 10, name: "", kind: .letters)
    }
    return nil
  }

  /// `____ kr.` in a sentence; behind a colon, and with more of its kind, it is a form's.
  func blank(at start: Int) -> Found? {
    guard start > 1, bytes[start - 1] == 0x20, (0x61...0x7A).contains(bytes[start - 2]) else {
      return nil
    }
    var end = start
    while end < bytes.count, bytes[end] == UInt8(ascii: "_") { end += 1 }
    guard end - start >= 3, bytes.goes(on: " kr", at: end),
      !bytes[end...].contains(UInt8(ascii: "_")),
      !bytes[..<start].contains(UInt8(ascii: "_"))
    else { return nil }
    return Found(range: start..<end, name: "", kind: .letters)
  }

  // The first is spelt so that it is not taken for a note in the code.
  private static let phrases: [StaticString] = [
    "T\u{4F}DO", "INDSÆT", "dd.mm.åååå", "dd-mm-åååå", "dd/mm-åååå", "dd.mm.yyyy", "dd-mm-yyyy",
    "TT.MM.JJJJ", "Klik eller tryk her for at skrive tekst",
    "Klik eller tryk for at angive en dato", "Klik her for at angive tekst",
    "Klik her for at skrive tekst", "Click or tap here to enter text",
    "Click or tap to enter a date", "Click here to enter text",
    "Klicken oder tippen Sie hier, um Text einzugeben",
    "Klikk eller trykk her for å skrive inn tekst", "Klicka eller tryck här för att ange text",
    "Lorem ipsum dolor",
  ]
}
