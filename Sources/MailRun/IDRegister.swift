/// Finds records that call themselves as another before them.
///
/// Memory holds eight bytes or so for each id that a record has of its own, and nothing where records
/// have none. Of five million ids two are taken for one with a chance of less than one in a million.
struct IDRegister {
  /// How many records there were before the first with an id that is not its number.
  private var unnamed = 0
  private var hashes: Set<UInt64> = []

  /// Notes the id of the next record down.
  ///
  /// - Returns: whether it is new.
  mutating func take(_ id: String, for number: Int) -> Bool {
    if hashes.isEmpty, id == String(number) {
      unnamed = number
      return true
    }
    if let other = Int(id), (1...max(1, unnamed)).contains(other), String(other) == id, unnamed > 0
    {
      return false
    }
    return hashes.insert(Self.hash(id)).inserted
  }

  /// FNV-1a, the same on every machine, so that the same ids are found twice.
  private static func hash(_ id: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
