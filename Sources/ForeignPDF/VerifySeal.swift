import GLibSupport
package import Intake

/// Whether the signature of a signed message fits what it covers, by libcrypto (OpenSSL 3).
///
/// The signer's certificate is taken as it is: whom to trust is not for a file to say.
package func verifySeal(_ message: [UInt8], covering covered: [UInt8]) -> VerifySeal.Verdict {
  guard let library = MessageLibrary.shared else { return .unknown }
  return library.verify(message, covering: covered)
}

/// The functions of libcrypto that look at signed messages; opened when first needed, since few files
/// have seals.
private struct MessageLibrary: Sendable {
  private let makeSource: @convention(c) (UnsafeRawPointer?, Int32) -> OpaquePointer?
  private let freeSource: @convention(c) (OpaquePointer?) -> Int32
  private let read: @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?) -> OpaquePointer?
  private let free: @convention(c) (OpaquePointer?) -> Void
  private let check:
    @convention(c) (
      OpaquePointer?, OpaquePointer?, OpaquePointer?, OpaquePointer?, OpaquePointer?, UInt32
    ) -> Int32

  static let shared = MessageLibrary()

  /// The content is bytes, not text, and certificates are not followed to a root
  /// (`CMS_BINARY` and `CMS_NO_SIGNER_CERT_VERIFY` of openssl/cms.h).
  private static let flags: UInt32 = 0x80 | 0x20

  private init?() {
    guard let library = DynamicLibrary("libcrypto.so.3", "libcrypto.3.dylib"),
      let makeSource = library.function(
        "BIO_new_mem_buf", as: (@convention(c) (UnsafeRawPointer?, Int32) -> OpaquePointer?).self),
      let freeSource = library.function(
        "BIO_free", as: (@convention(c) (OpaquePointer?) -> Int32).self),
      let read = library.function(
        "d2i_CMS_bio",
        as: (@convention(c) (OpaquePointer?, UnsafeMutableRawPointer?) -> OpaquePointer?).self),
      let free = library.function(
        "CMS_ContentInfo_free", as: (@convention(c) (OpaquePointer?) -> Void).self),
      let check = library.function(
        "CMS_verify",
        as: (@convention(c) (
          OpaquePointer?, OpaquePointer?, OpaquePointer?, OpaquePointer?, OpaquePointer?, UInt32
        ) -> Int32).self)
    else { return nil }
    (self.makeSource, self.freeSource, self.read) = (makeSource, freeSource, read)
    (self.free, self.check) = (free, check)
  }

  func verify(_ message: [UInt8], covering covered: [UInt8]) -> VerifySeal.Verdict {
    guard message.count <= Int32.max, covered.count <= Int32.max else { return .unreadable }
    return message.withUnsafeBytes { message in
      covered.withUnsafeBytes { covered in
        let source = makeSource(message.baseAddress, Int32(message.count))
        defer { _ = freeSource(source) }
        guard let signed = read(source, nil) else { return .unreadable }
        defer { free(signed) }
        let content = makeSource(covered.baseAddress, Int32(covered.count))
        defer { _ = freeSource(content) }
        return check(signed, nil, nil, content, nil, Self.flags) == 1 ? .sound : .broken
      }
    }
  }
}
