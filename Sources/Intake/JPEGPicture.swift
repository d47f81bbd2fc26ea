internal import PDFFile

extension MakePicture.Made {
  /// A JPEG as it goes into a PDF, without being decoded: its picture, its colour profile where that is
  /// sound, and nothing else of what the file holds – where it was taken, by whom, a small picture.
  ///
  /// - Parameter profile: the profile to use in the place of the file's own.
  /// - Returns: nil for one that PDF readers cannot show, or that is in inks.
  package init?(jpeg bytes: [UInt8], profile: [UInt8]? = nil) {
    guard let header = JPEGHeader(bytes), header.isCommon, [1, 3].contains(header.components),
      let picture = jpegPicture(alone: bytes)
    else { return nil }
    var fragment = PDFFragment()
    let image = fragment.add(.value([:]))
    var colorSpace = PDFValue.name(header.components == 1 ? "DeviceGray" : "DeviceRGB")
    let profile = profile ?? header.profile
    if isSound(profile, components: header.components) {
      let stream = fragment.add(.stream(["N": .integer(header.components)], profile))
      colorSpace = [.name("ICCBased"), .reference(stream)]
    }
    fragment.set(
      image,
      .stream(
        [
          "Type": .name("XObject"), "Subtype": .name("Image"), "Width": .integer(header.width),
          "Height": .integer(header.height), "ColorSpace": colorSpace, "BitsPerComponent": 8,
          "Filter": .name("DCTDecode"),
        ], picture))
    self.init(fragment: fragment, hasTransparency: false)
  }
}

/// Whether a profile is whole and of a kind that PDF/A allows: for input, display, output or colour
/// space conversion, in grey or RGB, before version 5 (ISO 19005-2, 6.2.4.2).
private func isSound(_ profile: [UInt8], components: Int) -> Bool {
  guard profile.count >= 132, profile[8] < 5, profile[36..<40].elementsEqual("acsp".utf8),
    profile[0..<4].reduce(0, { $0 << 8 | Int($1) }) == profile.count
  else { return false }
  let kind = String(decoding: profile[12..<16], as: UTF8.self)
  let space = String(decoding: profile[16..<20], as: UTF8.self)
  return ["scnr", "mntr", "prtr", "spac"].contains(kind)
    && (space == "RGB " && components == 3 || space == "GRAY" && components == 1)
}

/// The segments that a picture is made of, from its start to its end marker (ITU-T T.81, B.1.1).
///
/// Of those for applications only what tells how colours are coded; nil if it has no end.
///
/// - Parameters:
///   - first: segments to put before the others.
///   - profile: whether the colour profile is kept where it is.
func jpegPicture(
  alone bytes: [UInt8], after first: [UInt8] = [], withProfile profile: Bool = false
) -> [UInt8]? {
  var kept: [UInt8] = [0xFF, 0xD8] + first
  kept.reserveCapacity(bytes.count)
  var position = 2
  while let next = JPEGSegment(of: bytes, from: position) {
    if next.marker == 0xD9 { return kept + [0xFF, 0xD9] }
    guard next.length >= 2, next.end <= bytes.count else { return nil }
    let segment = bytes[next.start..<next.end]
    position = next.end
    let isProfile =
      next.marker == 0xE2 && segment.dropFirst(4).starts(with: Array("ICC_PROFILE\0".utf8))
    if tellsColors(next.marker, segment.dropFirst(4)) || profile && isProfile { kept += segment }
    guard next.marker == 0xDA else { continue }
    let end = endOfScan(bytes, from: position)
    kept += bytes[position..<end]
    position = end
  }
  // The end marker may be the very last two bytes.
  let isEnd = bytes[position...].starts(with: [0xFF, 0xD9])
  return isEnd ? kept + [0xFF, 0xD9] : nil
}

/// Whether a segment belongs to the picture: all but those for applications and comments; of those
/// JFIF's and Adobe's, which say whether colours are stored as brightness and hue.
private func tellsColors(_ marker: UInt8, _ content: ArraySlice<UInt8>) -> Bool {
  switch marker {
  case 0xE0: content.starts(with: Array("JFIF\0".utf8)) && content.count == 14
  case 0xEE: content.starts(with: Array("Adobe".utf8))
  case 0xE1...0xEF, 0xFE: false
  default: true
  }
}

/// Where a scan's coded data end: at the next marker that is no part of them.
private func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
  bytes.withUnsafeBufferPointer { bytes in
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == 0xFF {
        let next = bytes[index + 1]
        if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return index }
        index += next == 0xFF ? 1 : 2
      } else {
        index += 1
      }
    }
    return bytes.count
  }
}
