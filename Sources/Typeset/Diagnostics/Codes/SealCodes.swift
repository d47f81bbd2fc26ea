/// Codes of digital seals.
extension DiagnosticCode {
  package static let sealKey = DiagnosticCode(
    "seal.key",
    cause:
      "The key of a seal cannot be had: its file is none, or holds no key, several, or another kind.",
    cure: "Name a PKCS #12 file with one key and its certificate, as Docs/seal.md has it.")
  package static let sealPassphrase = DiagnosticCode(
    "seal.passphrase",
    cause: "The key's file does not open with the passphrase, or nobody gave one.",
    cure: "Give the right one with --passphrase-file, or on a terminal.")
  package static let sealCertificate = DiagnosticCode(
    "seal.certificate",
    cause: "The certificate may not sign, or is of a key that makes no seals.",
    cure: "Ask who issued it for one that may sign documents.")
  package static let sealValidity = DiagnosticCode(
    "seal.validity",
    cause:
      "The certificate does not count at the time of the seal: it has expired, or begins later.",
    cure: "Ask who issued it for a new one.")
  package static let sealSigner = DiagnosticCode(
    "seal.signer",
    cause:
      "The command that signs failed, or what it answered is no signature of the certificate's key.",
    cure: "Run it by hand on a digest, as Docs/seal.md has it.")
  package static let sealTimeStamp = DiagnosticCode(
    "seal.time-stamp",
    cause: "The time-stamp authority gave no time stamp, or one of something else.",
    cure: "Check its address and whether the machine may ask it, or leave --tsa out.")
  package static let sealFile = DiagnosticCode(
    "seal.file",
    cause:
      "No seal can be added to the file: it is encrypted or broken, or an earlier seal forbids it.",
    cure: "Seal the file as it was made.")
  package static let sealLibrary = DiagnosticCode(
    "seal.library",
    cause: "A library or a program that makes seals is not installed.",
    cure: "Install OpenSSL 3 (libssl3), and curl for time stamps.")

  static let sealCodes: [DiagnosticCode] = [
    .sealKey, .sealPassphrase, .sealCertificate, .sealValidity, .sealSigner, .sealTimeStamp,
    .sealFile, .sealLibrary,
  ]
}
