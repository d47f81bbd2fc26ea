import GLibSupport
import Inspection

/// The functions of libcrypto (OpenSSL 3) that open key files, sign, and look at signatures; opened when
/// first needed, since most letters have no seal.
struct CryptoLibrary: Sendable {
  /// Something of libcrypto's own.
  typealias Object = OpaquePointer
  typealias Release = @convention(c) (Object?) -> Void
  typealias Free = @convention(c) (Object?) -> Int32
  typealias MakeSource = @convention(c) (UnsafeRawPointer?, Int32) -> Object?
  typealias Read = @convention(c) (Object?, UnsafeMutableRawPointer?) -> Object?
  typealias Ask = @convention(c) (Object?) -> Int32
  typealias Check = @convention(c) (Object?, UnsafePointer<CChar>?, Int32) -> Int32
  typealias Open =
    @convention(c) (
      Object?, UnsafePointer<CChar>?, UnsafeMutablePointer<Object?>, UnsafeMutablePointer<Object?>,
      UnsafeMutablePointer<Object?>
    ) -> Int32
  typealias Part = @convention(c) (Object?) -> Object?
  typealias Decrypt = @convention(c) (Object?, UnsafePointer<CChar>?, Int32) -> Object?
  typealias Item = @convention(c) (Object?, Int32) -> Object?
  typealias Encode =
    @convention(c) (Object?, UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32
  typealias Decode =
    @convention(c) (
      UnsafeMutableRawPointer?, UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int
    ) -> Object?
  typealias Make = @convention(c) () -> Object?
  typealias Begin =
    @convention(c) (
      Object?, UnsafeMutablePointer<Object?>, Object?, UnsafeMutableRawPointer?, Object?
    ) -> Int32
  typealias Sign =
    @convention(c) (
      Object?, UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<Int>, UnsafePointer<UInt8>?, Int
    ) -> Int32
  typealias Verify =
    @convention(c) (Object?, UnsafePointer<UInt8>?, Int, UnsafePointer<UInt8>?, Int) -> Int32
  typealias Set = @convention(c) (Object?, Int32) -> Int32
  typealias Load = @convention(c) (Object?, UnsafePointer<CChar>) -> Object?

  let makeSource: MakeSource
  let freeSource: Free
  // Key files (PKCS #12).
  let readKeyFile: Read
  let freeKeyFile: Release
  let hasMAC: Ask
  let checkMAC: Check
  let openKeyFile: Open
  let safes: Part
  let plainBags: Part
  let lockedBags: Decrypt
  let bagKind: Ask
  let freeSafe: Release
  let freeBag: Release
  // Lists.
  let count: Ask
  let item: Item
  let freeList: @convention(c) (Object?, Release?) -> Void
  // Certificates and keys.
  let encodeCertificate: Encode
  let decodeCertificate: Decode
  let freeCertificate: Release
  let publicKey: Part
  let freeKey: Release
  // Signatures.
  let makeContext: Make
  let freeContext: Release
  let sha256: Make
  let beginSigning: Begin
  let sign: Sign
  let beginVerifying: Begin
  let verify: Verify
  let setPadding: Set
  let setSaltLength: Set
  let load: Load
  let forgetErrors: @convention(c) () -> Void

  /// The library; nil where the machine has none.
  static let shared = DynamicLibrary("libcrypto.so.3", "libcrypto.3.dylib").flatMap {
    CryptoLibrary(Symbols(library: $0))
  }

  /// Looks functions up; what is missing is noted, so that all are asked for in one place.
  private final class Symbols {
    let library: DynamicLibrary

    init(library: DynamicLibrary) { self.library = library }

    func callAsFunction<F>(_ name: String) throws(MissingSymbol) -> F {
      guard let found = library.function(name, as: F.self) else { throw MissingSymbol() }
      return found
    }
  }

  private struct MissingSymbol: Error {}

  private init?(_ find: Symbols) {
    do {
      makeSource = try find("BIO_new_mem_buf")
      freeSource = try find("BIO_free")
      readKeyFile = try find("d2i_PKCS12_bio")
      freeKeyFile = try find("PKCS12_free")
      hasMAC = try find("PKCS12_mac_present")
      checkMAC = try find("PKCS12_verify_mac")
      openKeyFile = try find("PKCS12_parse")
      safes = try find("PKCS12_unpack_authsafes")
      plainBags = try find("PKCS12_unpack_p7data")
      lockedBags = try find("PKCS12_unpack_p7encdata")
      bagKind = try find("PKCS12_SAFEBAG_get_nid")
      freeSafe = try find("PKCS7_free")
      freeBag = try find("PKCS12_SAFEBAG_free")
      count = try find("OPENSSL_sk_num")
      item = try find("OPENSSL_sk_value")
      freeList = try find("OPENSSL_sk_pop_free")
      encodeCertificate = try find("i2d_X509")
      decodeCertificate = try find("d2i_X509")
      freeCertificate = try find("X509_free")
      publicKey = try find("X509_get_pubkey")
      freeKey = try find("EVP_PKEY_free")
      makeContext = try find("EVP_MD_CTX_new")
      freeContext = try find("EVP_MD_CTX_free")
      sha256 = try find("EVP_sha256")
      beginSigning = try find("EVP_DigestSignInit")
      sign = try find("EVP_DigestSign")
      beginVerifying = try find("EVP_DigestVerifyInit")
      verify = try find("EVP_DigestVerify")
      setPadding = try find("EVP_PKEY_CTX_set_rsa_padding")
      setSaltLength = try find("EVP_PKEY_CTX_set_rsa_pss_saltlen")
      load = try find("OSSL_PROVIDER_load")
      forgetErrors = try find("ERR_clear_error")
    } catch {
      return nil
    }
  }
}

extension CryptoLibrary {
  /// `RSA_PKCS1_PSS_PADDING` and `RSA_PSS_SALTLEN_DIGEST` of openssl/rsa.h.
  private static let pss = (padding: Int32(6), saltLength: Int32(-1))

  /// Reads old ciphers, too, with which many key files are locked; nothing happens where the machine has
  /// none of them.
  func loadOldCiphers() {
    // Who loads one provider has only what was loaded by name.
    if load(nil, "legacy") != nil { _ = load(nil, "default") }
  }

  /// A signature of a private key; nil where libcrypto makes none.
  func signature(of message: [UInt8], by key: Object, _ scheme: SignatureScheme) -> [UInt8]? {
    defer { forgetErrors() }
    let context = makeContext()
    defer { freeContext(context) }
    var parameters: Object?
    guard beginSigning(context, &parameters, sha256(), nil, key) == 1,
      set(scheme, parameters)
    else { return nil }
    var length = 0
    guard sign(context, nil, &length, message, message.count) == 1, length > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: length)
    guard sign(context, &bytes, &length, message, message.count) == 1 else { return nil }
    return Array(bytes.prefix(length))
  }

  /// Whether a signature is one of a certificate's key.
  func fits(
    _ signature: [UInt8], _ message: [UInt8], of certificate: Certificate, _ scheme: SignatureScheme
  ) -> Bool {
    defer { forgetErrors() }
    let read = certificate.bytes.withUnsafeBufferPointer { buffer -> Object? in
      var start = buffer.baseAddress
      return decodeCertificate(nil, &start, buffer.count)
    }
    guard let read else { return false }
    defer { freeCertificate(read) }
    let key = publicKey(read)
    defer { freeKey(key) }
    let context = makeContext()
    defer { freeContext(context) }
    var parameters: Object?
    guard beginVerifying(context, &parameters, sha256(), nil, key) == 1, set(scheme, parameters)
    else { return false }
    return verify(context, signature, signature.count, message, message.count) == 1
  }

  private func set(_ scheme: SignatureScheme, _ parameters: Object?) -> Bool {
    guard scheme == .rsaPSS else { return true }
    return setPadding(parameters, Self.pss.padding) > 0
      && setSaltLength(parameters, Self.pss.saltLength) > 0
  }
}
