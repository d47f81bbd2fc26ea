import Inspection
package import Typeset

/// The private key of a seal out of a PKCS #12 file (RFC 7292), with its certificates.
///
/// The key stays in libcrypto's memory; any thread may sign with it.
final class KeyFile: RawSigner, @unchecked Sendable {
  // Unchecked: libcrypto signs with one key in many threads; nothing else is done with it.
  private let key: CryptoLibrary.Object
  private let library: CryptoLibrary

  private init(key: CryptoLibrary.Object, library: CryptoLibrary) {
    (self.key, self.library) = (key, library)
  }

  deinit { library.freeKey(key) }

  func signature(
    of message: [UInt8], _ scheme: SignatureScheme, for certificate: Certificate
  ) throws(Diagnostics) -> [UInt8] {
    guard let signature = library.signature(of: message, by: key, scheme) else {
      throw Diagnostics(
        .error(
          .sealKey, "the key makes no signature of its certificate's kind", at: nil,
          hint: "make the key's file anew from the key and its certificate"))
    }
    return signature
  }
}

/// What there is to say of a passphrase that does not open a key's file.
package enum KeyFileFault: Error {
  /// The passphrase is not the file's.
  case passphrase
  /// Anything else, which no other passphrase mends.
  case other(Diagnostics)
}

extension SealingKey {
  /// Opens a key's file.
  ///
  /// - Parameters:
  ///   - bytes: the file, PKCS #12.
  ///   - name: what messages call it.
  ///   - passphrase: in UTF-8; empty for a file that needs none.
  /// - Throws: that the passphrase is wrong, or what else is wrong with the file.
  package init(
    keyFile bytes: [UInt8], named name: String, passphrase: [UInt8]
  ) throws(KeyFileFault) {
    guard let library = CryptoLibrary.shared else { throw .other(.noCryptoLibrary) }
    defer { library.forgetErrors() }
    let opened = try PKCS12(bytes, name, library).open(passphrase)
    do throws(Diagnostics) {
      try self.init(certificates: opened.certificates, signer: opened.key)
    } catch {
      throw .other(error)
    }
  }
}

extension Diagnostics {
  /// That there is no libcrypto.
  static var noCryptoLibrary: Diagnostics {
    Diagnostics(
      .error(
        .sealLibrary, "the library libcrypto of OpenSSL 3, which signs, is not there", at: nil,
        hint: "install libssl3"))
  }
}

/// One file while it is opened.
private struct PKCS12: ~Copyable {
  private let file: CryptoLibrary.Object
  private let name: String
  private let library: CryptoLibrary

  /// The kinds of bags that hold keys (`NID_keyBag`, `NID_pkcs8ShroudedKeyBag` of openssl/objects.h).
  private static let keyBags: Swift.Set<Int32> = [150, 151]

  init(_ bytes: [UInt8], _ name: String, _ library: CryptoLibrary) throws(KeyFileFault) {
    let read = bytes.withUnsafeBytes { buffer -> CryptoLibrary.Object? in
      let source = library.makeSource(buffer.baseAddress, Int32(clamping: buffer.count))
      defer { _ = library.freeSource(source) }
      return library.readKeyFile(source, nil)
    }
    guard let read else {
      throw Self.fault(
        "\(quoted(name)) is no PKCS #12 file", "name a file that ends in .p12 or .pfx")
    }
    (file, self.name, self.library) = (read, name, library)
  }

  deinit { library.freeKeyFile(file) }

  private static func fault(_ text: DiagnosticText, _ hint: DiagnosticText) -> KeyFileFault {
    .other(Diagnostics(.error(.sealKey, text, at: nil, hint: hint)))
  }

  func open(
    _ passphrase: [UInt8]
  ) throws(KeyFileFault) -> (key: KeyFile, certificates: [Certificate]) {
    var passphrase = passphrase.map { CChar(bitPattern: $0) } + [0]
    defer { for index in passphrase.indices { passphrase[index] = 0 } }
    try check(passphrase)
    if let opened = try parse(passphrase) { return opened }
    library.loadOldCiphers()
    if let opened = try parse(passphrase) { return opened }
    // Without a sum of its own nothing tells a wrong passphrase from a strange file.
    if library.hasMAC(file) == 0 { throw .passphrase }
    throw Self.fault(
      "\(quoted(name)) is locked in a way that OpenSSL does not read",
      "make it anew with openssl pkcs12 -export")
  }

  private func check(_ passphrase: [CChar]) throws(KeyFileFault) {
    guard library.hasMAC(file) != 0 else { return }
    if library.checkMAC(file, passphrase, -1) == 1 { return }
    if passphrase.count == 1, library.checkMAC(file, nil, 0) == 1 { return }
    throw .passphrase
  }

  /// Key and certificates; nil where the file cannot be unlocked.
  private func parse(
    _ passphrase: [CChar]
  ) throws(KeyFileFault) -> (key: KeyFile, certificates: [Certificate])? {
    var (key, first, others) = (
      CryptoLibrary.Object?.none, CryptoLibrary.Object?.none, CryptoLibrary.Object?.none
    )
    guard library.openKeyFile(file, passphrase, &key, &first, &others) == 1 else { return nil }
    let owned = key.map { KeyFile.owning($0, library) }
    defer {
      library.freeCertificate(first)
      library.freeList(others, library.freeCertificate)
    }
    guard let owned else {
      throw Self.fault("\(quoted(name)) holds no key", "name a file with key and certificate")
    }
    guard keyCount(passphrase) <= 1 else {
      throw Self.fault(
        "\(quoted(name)) holds several keys, and nothing says which seals",
        "make a file with the one key")
    }
    guard let first, let own = certificate(first) else {
      throw Self.fault(
        "\(quoted(name)) holds no certificate of its key", "add it with openssl pkcs12 -export")
    }
    let more = (0..<max(0, library.count(others))).compactMap { index in
      library.item(others, index).flatMap { certificate($0) }
    }
    return (owned, [own] + more.filter { $0 != own })
  }

  private func certificate(_ object: CryptoLibrary.Object) -> Certificate? {
    let length = library.encodeCertificate(object, nil)
    guard length > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(length))
    let written = bytes.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      return library.encodeCertificate(object, &start)
    }
    return written == length ? Certificate(bytes) : nil
  }

  private func keyCount(_ passphrase: [CChar]) -> Int {
    guard let safes = library.safes(file) else { return 0 }
    defer { library.freeList(safes, library.freeSafe) }
    var keys = 0
    for index in 0..<max(0, library.count(safes)) {
      let safe = library.item(safes, index)
      guard let bags = library.plainBags(safe) ?? library.lockedBags(safe, passphrase, -1) else {
        continue
      }
      for place in 0..<max(0, library.count(bags))
      where Self.keyBags.contains(library.bagKind(library.item(bags, place))) { keys += 1 }
      library.freeList(bags, library.freeBag)
    }
    return keys
  }
}

extension KeyFile {
  fileprivate static func owning(_ key: CryptoLibrary.Object, _ library: CryptoLibrary) -> KeyFile {
    KeyFile(key: key, library: library)
  }
}
