import CPango

/// Owns exactly one reference to a GObject.
package struct GObjectRef: ~Copyable {
  /// The object as C knows it.
  package let pointer: UnsafeMutableRawPointer

  /// Takes over a reference that C gives away (`transfer full` in its documentation).
  package init(adopting pointer: UnsafeMutableRawPointer) { self.pointer = pointer }

  /// The object under the name C gives its type.
  package func opaque() -> OpaquePointer { OpaquePointer(pointer) }

  /// The object under the type C gives it.
  package func typed<T>(as type: T.Type = T.self) -> UnsafeMutablePointer<T> {
    pointer.assumingMemoryBound(to: type)
  }

  deinit { g_object_unref(pointer) }
}
