#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
import Inspection
package import Intake
package import Typeset

extension Sealer {
  /// Gets a sealer ready as settings say.
  ///
  /// - Parameters:
  ///   - time: when the seals say that they were made; nil for the clock's time.
  ///   - intake: who reads the PDFs.
  ///   - prompt: asks for the passphrase of a file; nil where nobody can be asked.
  /// - Throws: why there is no key.
  package init(
    _ settings: SealSettings, at time: SealTime? = nil, intake: IntakeClient,
    asking prompt: (String) -> [UInt8]?
  ) throws(Diagnostics) {
    try settings.check()
    let authority = try settings.timeStamps.map { (address) throws(Diagnostics) in
      try TimeStampAuthority(address, intake: intake)
    }
    self.init(
      key: try settings.openKey(asking: prompt), timeStamps: authority, words: settings.words,
      at: time, intake: intake)
  }
}

extension SealSettings {
  /// The most bytes of a file of keys or certificates.
  private static let limit = 1 << 20

  fileprivate func openKey(asking prompt: (String) -> [UInt8]?) throws(Diagnostics) -> SealingKey {
    guard let key else {
      let path = certificates ?? ""
      let file = try readFile(at: path, limit: Self.limit)
      let found = Certificate.all(in: file)
      guard !found.isEmpty else {
        throw Diagnostics(
          .error(
            .sealCertificate, "\(quoted(path)) holds no certificate", at: nil,
            hint: "name a file of certificates in PEM, the seal's own first"))
      }
      return try SealingKey(command: signer, certificates: found)
    }
    let file = try readFile(at: key, limit: Self.limit)
    if let given = try passphrase() { return try open(file, key, given, wasGiven: true) }
    do throws(KeyFileFault) {
      return try SealingKey(keyFile: file, named: key, passphrase: [])
    } catch {
      guard case .passphrase = error else { throw error.told(key, wasGiven: false) }
    }
    guard let asked = prompt(key) else { throw KeyFileFault.passphrase.told(key, wasGiven: false) }
    return try open(file, key, asked, wasGiven: true)
  }

  private func open(
    _ file: [UInt8], _ name: String, _ passphrase: [UInt8], wasGiven: Bool
  ) throws(Diagnostics) -> SealingKey {
    do throws(KeyFileFault) {
      return try SealingKey(keyFile: file, named: name, passphrase: passphrase)
    } catch {
      throw error.told(name, wasGiven: wasGiven)
    }
  }

  /// The passphrase that was given; nil for none.
  private func passphrase() throws(Diagnostics) -> [UInt8]? {
    if let passphraseFile {
      let bytes = try readFile(at: passphraseFile, limit: Self.limit)
      return Array(bytes.prefix { $0 != 10 && $0 != 13 })
    }
    guard let passphraseVariable else { return nil }
    guard let value = getenv(passphraseVariable) else {
      throw Diagnostics(
        .error(
          .sealPassphrase, "the environment has no variable \(quoted(passphraseVariable))",
          at: nil, hint: "set it, or name another"))
    }
    return Array(String(cString: value).utf8)
  }
}

extension KeyFileFault {
  fileprivate func told(_ name: String, wasGiven: Bool) -> Diagnostics {
    switch self {
    case .other(let diagnostics): diagnostics
    case .passphrase where wasGiven:
      Diagnostics(
        .error(
          .sealPassphrase, "the passphrase does not open \(quoted(name))", at: nil,
          hint: "give the passphrase with which the file was made"))
    case .passphrase:
      Diagnostics(
        .error(
          .sealPassphrase,
          "\(quoted(name)) asks for a passphrase, and there is no terminal to ask on",
          at: nil, hint: "name a file that holds it, or a variable of the environment"))
    }
  }
}
