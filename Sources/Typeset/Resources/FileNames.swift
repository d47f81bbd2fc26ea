#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The names of what stands in a folder, sorted; none if it cannot be read.
///
/// - Parameter hidden: whether those that begin with a full stop count; the folder itself and the one
///   above it never do.
package func fileNames(in folder: String, hidden: Bool = false) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
        String(cString: $0)
      }
    }
    let isListed = hidden ? name != "." && name != ".." : !name.hasPrefix(".")
    if isListed { names.append(name) }
  }
  return names.sorted()
}
