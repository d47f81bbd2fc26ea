import Inspection
import Testing

@testable import Sealing

/// Values as ITU-T X.690 codes them.
struct DERTests {
  @Test func `Lengths of one byte, and of several`() {
    #expect(DER.octets([1, 2]) == [0x04, 2, 1, 2])
    let long = [UInt8](repeating: 7, count: 200)
    #expect(DER.octets(long).prefix(3) == [0x04, 0x81, 200])
    let longer = [UInt8](repeating: 7, count: 70_000)
    #expect(DER.octets(longer).prefix(5) == [0x04, 0x83, 0x01, 0x11, 0x70])
    for bytes in [long, longer] {
      #expect(DERValue(DER.octets(bytes)).map { Array($0.content) } == bytes)
    }
  }

  @Test func `Numbers are not negative and have no needless zero; sets are in order`() {
    #expect(DER.integer([0, 0, 0x80]) == [0x02, 2, 0, 0x80])
    #expect(DER.integer([0, 0]) == [0x02, 1, 0])
    #expect(DER.set([[9, 1], [3, 2]]) == [0x31, 4, 3, 2, 9, 1])
    #expect(DERValue([0x30, 3, 1]) == nil)
    #expect(DERValue([0x30, 0, 1]) == nil)
  }

  @Test func `Moments are read in both forms`() {
    func moment(_ tag: UInt8, _ text: String) -> String? {
      DERValue(DER.value(tag, Array(text.utf8)))?.moment
    }
    #expect(moment(0x17, "261122120000Z") == "20261122120000")
    #expect(moment(0x17, "991122120000Z") == "19991122120000")
    #expect(moment(0x18, "20261122120000.25Z") == "20261122120000")
    #expect(moment(0x18, "20261122120000") == nil)
    #expect(moment(0x04, "20261122120000Z") == nil)
  }

  @Test func `A time is written to the second and in UTC, or it is none`() {
    #expect(SealTime("2026-11-22T12:34:56Z")?.pdfDate == "D:20261122123456Z")
    for wrong in [
      "2026-11-22", "2026-11-22T12:34Z", "2026-11-22T24:00:00Z", "2026-02-30T12:00:00Z",
      "2026-11-22T12:34:56+01:00", "2026-11-22 12:34:56Z", "2026-11-22T+1:34:56Z",
    ] { #expect(SealTime(wrong) == nil, "\(wrong)") }
    #expect(SealTime.now.digits > "20250101000000" && SealTime.now.digits.count == 14)
  }

  @Test func `Base64 is read with its line ends, and nothing else is`() {
    #expect(base64Bytes("AAEC\nAwQ=\n") == [0, 1, 2, 3, 4])
    #expect(base64Bytes("/+8=") == [255, 239])
    #expect(base64Bytes("A") == nil && base64Bytes("A_EC") == nil)
  }
}
