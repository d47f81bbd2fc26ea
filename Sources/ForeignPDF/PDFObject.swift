/// Names an object of one ``PDFDocument``, which owns it.
package struct PDFObject: Hashable, Sendable {
  let handle: UInt32
}
