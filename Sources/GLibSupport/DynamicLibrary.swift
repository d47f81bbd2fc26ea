#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A C library that only some letters need, opened when first asked for and kept until the end.
package struct DynamicLibrary: @unchecked Sendable {
  // Unchecked: the handle is never closed, and looking symbols up in it is safe from any thread.
  private let handle: UnsafeMutableRawPointer

  /// Opens the first of these names that the machine has; nil if it has none.
  package init?(_ names: String...) { self.init(any: names) }

  /// The libraries that this process is linked with.
  static let process = DynamicLibrary(handle: dlopen(nil, RTLD_NOW))

  private init?(handle: UnsafeMutableRawPointer?) {
    guard let handle else { return nil }
    self.handle = handle
  }

  /// Opens the first of these names that the machine has; nil if it has none.
  init?(any names: [String]) {
    for name in names {
      if let found = dlopen(name, RTLD_NOW | RTLD_LOCAL) {
        handle = found
        return
      }
    }
    return nil
  }

  /// The unsigned number of that name in memory.
  func number(_ name: String) -> UInt32? {
    dlsym(handle, name)?.assumingMemoryBound(to: UInt32.self).pointee
  }

  /// The function of that name, taken to have the C type that is asked for.
  package func function<F>(_ name: String, as type: F.Type = F.self) -> F? {
    guard let symbol = dlsym(handle, name) else { return nil }
    return unsafeBitCast(symbol, to: type)
  }
}
