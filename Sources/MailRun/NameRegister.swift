/// Gives each record of a run its place in folders of at most a thousand files, and finds names that
/// are given twice.
///
/// Records come in their order, so only the names of one folder are kept. Names that differ in case
/// alone are the same: on many disks they are one file.
package struct NameRegister {
  /// The most letters that a folder holds.
  package static let folderSize = 1000

  private var folder = -1
  private var taken: [String: Int] = [:]

  /// Begins with no names.
  package init() {}

  /// The folder that a record's letter goes to: `0001` for the first thousand.
  package static func folder(of number: Int) -> String {
    let digits = String((number - 1) / folderSize + 1)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Notes a name down.
  ///
  /// - Returns: the number of the record that has the name already; nil if none has.
  package mutating func take(_ name: String, for number: Int) -> Int? {
    let place = (number - 1) / Self.folderSize
    if place != folder {
      folder = place
      taken.removeAll(keepingCapacity: true)
    }
    let key = name.lowercased()
    if let other = taken[key] { return other }
    taken[key] = number
    return nil
  }
}
