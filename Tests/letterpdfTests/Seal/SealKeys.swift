import Foundation
import Proofing
import Testing

/// Keys and certificates for seals, made by OpenSSL in a folder of their own: those of a root, `root.pem`,
/// and of one holder, as `seal.p12` with the passphrase that is in the file `passphrase`.
struct SealKeys {
  /// The kinds of keys that holders have.
  enum Kind: String, CaseIterable {
    case rsa, rsaPSS, p256, p384

    var options: [String] {
      switch self {
      case .rsa: ["-newkey", "rsa:2048"]
      case .rsaPSS: ["-newkey", "rsa-pss", "-pkeyopt", "rsa_keygen_bits:2048"]
      case .p256: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
      case .p384: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384"]
      }
    }
  }

  let scratch: Scratch

  /// Makes a root and a holder.
  init(_ kind: Kind = .p256) async throws {
    scratch = try Scratch()
    try scratch.write("hemmelig sætning\n", as: "passphrase")
    try await openssl(
      ["req", "-x509", "-nodes", "-subj", "/CN=Rod", "-days", "30", "-keyout", "root.key", "-out"]
        + ["root.pem", "-addext", "keyUsage=critical,keyCertSign"] + Kind.p256.options)
    try await add("seal", kind)
  }

  /// Makes another holder's files: NAME.key, NAME.pem and NAME.p12.
  ///
  /// - Parameter more: lines of its certificate's extensions.
  func add(
    _ name: String, _ kind: Kind = .p256, uses: String = "nonRepudiation", more: String = ""
  ) async throws {
    try await openssl(
      [
        "req", "-new", "-nodes", "-utf8", "-subj", "/C=DK/O=Testby Kommune/CN=Segl", "-keyout",
        "\(name).key", "-out", "\(name).csr",
      ] + kind.options)
    try scratch.write(
      "keyUsage=critical,\(uses)\nbasicConstraints=CA:FALSE\n\(more)\n", as: "\(name).ext")
    try await openssl([
      "x509", "-req", "-in", "\(name).csr", "-CA", "root.pem", "-CAkey", "root.key",
      "-CAcreateserial", "-days", "20", "-extfile", "\(name).ext", "-out", "\(name).pem",
    ])
    try await pack(name, as: "\(name).p12", ["-inkey", "\(name).key", "-certfile", "root.pem"])
  }

  /// Puts what belongs to a holder into a PKCS #12 file.
  func pack(_ name: String, as file: String, _ options: [String]) async throws {
    try await openssl(
      ["pkcs12", "-export", "-in", "\(name).pem", "-passout", "file:passphrase", "-out", file]
        + options)
  }

  func openssl(_ arguments: [String]) async throws {
    let run = try await Run("openssl", arguments, in: scratch.folder)
    try #require(run.ending == .exit(0), "\(run)")
  }

  /// Sets a small letter to `letter.pdf`.
  @discardableResult
  func letter(_ options: String...) async throws -> [UInt8] {
    try scratch.write(smallLetter(), as: "letter.md")
    let run = try await letterpdf(["render", "letter.md"] + options, in: scratch.folder)
    try #require(run.ending == .exit(0), "\(run)")
    return try scratch.read("letter.pdf")
  }

  /// Seals a file with the holder's key.
  func seal(_ file: String, as output: String, _ options: String...) async throws -> Run {
    try await letterpdf(
      ["seal", file, "-o", output, "--key", "seal.p12", "--passphrase-file", "passphrase"]
        + options, in: scratch.folder)
  }

  /// What pyHanko says of the seals of files: see `Tests/seal`.
  func verdicts(_ files: String...) async throws -> [[String]] {
    let run = try await judge(
      ["Tests/seal", scratch.path("root.pem")] + files.map { scratch.path($0) })
    try #require(run.errorText.isEmpty, "\(run)")
    return run.output.split(separator: "\n").map {
      $0.split(separator: "\t").dropFirst().map(String.init)
    }
  }

  /// What `letterpdf check` says of a file that must have a seal.
  func check(_ file: String) async throws -> Run {
    try scratch.write("rules: {seal: {required: true, source: ours}}", as: "sealed.yaml")
    return try await letterpdf("check", file, "--for", "sealed.yaml", in: scratch.folder)
  }
}
