package import Typeset

/// Where a seal's key is and what the seal says, as a file or a command line has it; nothing secret is
/// in it.
package struct SealSettings: Hashable, Sendable {
  /// The key's file, PKCS #12.
  package var key: String?
  /// The file whose first line is the passphrase.
  package var passphraseFile: String?
  /// The variable of the environment that is the passphrase.
  package var passphraseVariable: String?
  /// The program that signs, and its arguments.
  package var signer: [String] = []
  /// The file of the certificates that go with it, in PEM, the holder's first.
  package var certificates: String?
  /// The address of a time-stamp authority.
  package var timeStamps: String?
  /// What the seal says of itself.
  package var words = Sealer.Words()

  /// Nothing yet.
  package init() {}

  /// Reads a file of settings; paths in it are from its own folder.
  ///
  /// - Throws: everything that is wrong with it.
  package init(file path: String) throws(Diagnostics) {
    let file = try readSource(try readFile(at: path, limit: 1 << 20), name: path)
    let node = try parseYAML(file, in: 0..<file.bytes.count)
    var problems = DiagnosticCollector()
    if var reader = MappingReader(node, &problems) {
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      func placed(_ written: Located<String>?) -> String? {
        written.map { $0.value.hasPrefix("/") ? $0.value : folder + $0.value }
      }
      key = placed(reader.text("key", &problems))
      passphraseFile = placed(reader.text("passphrase-file", &problems))
      passphraseVariable = reader.text("passphrase-variable", &problems)?.value
      signer = (reader.texts("signer", &problems) ?? []).map(\.value)
      certificates = placed(reader.text("certificates", &problems))
      timeStamps = reader.text("tsa", &problems)?.value
      words.name = reader.text("name", &problems)?.value
      words.reason = reader.text("reason", &problems)?.value
      words.place = reader.text("place", &problems)?.value
      reader.finish(&problems)
    }
    try problems.throwIfErrors()
    try check(at: node.range)
  }

  /// Sees that there is one way to sign, and all that it needs.
  ///
  /// - Parameter place: where the settings are written, for messages.
  package func check(at place: SourceRange? = nil) throws(Diagnostics) {
    func refuse(_ text: DiagnosticText, _ hint: DiagnosticText) -> Diagnostics {
      Diagnostics(.error(.sealKey, text, at: place, hint: hint))
    }
    if key == nil, signer.isEmpty {
      throw refuse(
        "nothing says which key seals", "name a key's file, or a signer and certificates")
    }
    if key != nil, !signer.isEmpty || certificates != nil {
      throw refuse(
        "a key's file has its certificates, so a signer and certificates have no meaning beside it",
        "leave one of them out")
    }
    if !signer.isEmpty, certificates == nil {
      throw refuse("nothing says whose signatures the signer makes", "name a file of certificates")
    }
    if key == nil, passphraseFile != nil || passphraseVariable != nil {
      throw refuse("there is a passphrase and no key's file", "leave it out")
    }
    if passphraseFile != nil, passphraseVariable != nil {
      throw refuse("there are two passphrases", "leave one of them out")
    }
  }

  /// The files that are read, which nothing may be written over.
  package var files: [String] { [key, passphraseFile, certificates].compactMap { $0 } }
}
