import Foundation
import Proofing
import Testing

/// Keys, passphrases and signers of seals, and what is told where they are wrong.
struct SealKeyTests {
  /// Seals with no terminal to ask on.
  private func seal(
    _ keys: SealKeys, _ options: String..., environment: [String: String?] = [:]
  ) async throws -> Run {
    try await Run(
      "setsid", ["-w", Project.program.path, "seal", "letter.pdf", "-o", "sealed.pdf"] + options,
      environment: environment, in: keys.scratch.folder)
  }

  @Test
  func `A passphrase comes from a file, the environment or a terminal, which does not show it`()
    async throws
  {
    let keys = try await SealKeys()
    try await keys.letter()
    let word = "hemmelig sætning"
    let named = try await seal(
      keys, "--key", "seal.p12", "--passphrase-variable", "SEAL", environment: ["SEAL": word])
    #expect(named.ending == .exit(0), "\(named)")
    let unset = try await seal(
      keys, "--key", "seal.p12", "--passphrase-variable", "SEAL", environment: ["SEAL": nil])
    #expect(unset.errorText.contains("the environment has no variable \"SEAL\""), "\(unset)")
    let unasked = try await seal(keys, "--key", "seal.p12")
    #expect(unasked.ending == .exit(1))
    #expect(unasked.errorText.contains("there is no terminal to ask on"), "\(unasked)")
    let wrong = try await seal(
      keys, "--key", "seal.p12", "--passphrase-variable", "SEAL", environment: ["SEAL": "andet"])
    #expect(wrong.errorText.contains("the passphrase does not open \"seal.p12\""), "\(wrong)")
    let asked = try await judge(
      "Tests/seal/ask.py", word, Project.program.path, "seal", keys.scratch.path("letter.pdf"),
      "--key", keys.scratch.path("seal.p12"), "-o", keys.scratch.path("asked.pdf"))
    #expect(asked.ending == .exit(0), "\(asked)\(asked.output)")
    #expect(asked.output.contains("passphrase of \"") && !asked.output.contains("hemmelig"))
    #expect(try await keys.verdicts("asked.pdf").first?[1] == "valid")
  }

  @Test func `Files that are no keys, or not fit to sign, are told in words`() async throws {
    let keys = try await SealKeys()
    try await keys.letter()
    let own = ["-inkey", "seal.key"]
    try await keys.pack("seal", as: "nokey.p12", ["-nokeys"])
    try await keys.openssl(
      ["pkcs12", "-export", "-nocerts", "-inkey", "seal.key", "-out", "nocert.p12"]
        + ["-passout", "file:passphrase"])
    try await keys.add("wrong", uses: "keyEncipherment")
    try await keys.add("other")
    for (index, name) in ["seal", "other"].enumerated() {
      try await keys.openssl(
        ["pkcs12", "-export", "-in", "\(name).pem", "-inkey", "\(name).key", "-out", "plain.p12"]
          + ["-passout", "pass:password"])
      let made = try await Run(
        "keytool",
        [
          "-importkeystore", "-noprompt", "-srckeystore", "plain.p12", "-srcstoretype", "PKCS12",
          "-destkeystore", "two.p12", "-deststoretype", "PKCS12", "-srcalias", "1", "-destalias",
          "k\(index)", "-srcstorepass", "password", "-deststorepass", "password",
        ], in: keys.scratch.folder)
      try #require(made.ending == .exit(0), "\(made)\(made.output)")
    }
    try keys.scratch.write("password", as: "password")
    try keys.scratch.write("no key", as: "noise.p12")
    let cases = [
      "nokey.p12": "holds no key", "nocert.p12": "holds no certificate of its key",
      "wrong.p12": "the certificate may not sign", "two.p12": "holds several keys",
      "noise.p12": "is no PKCS #12 file", "none.p12": "there is no file",
    ]
    for (file, words) in cases {
      let word = file == "two.p12" ? "password" : "passphrase"
      let run = try await seal(keys, "--key", file, "--passphrase-file", word)
      #expect(run.ending == .exit(1) && run.errorText.contains(words), "\(file): \(run)")
      #expect(!keys.scratch.names.contains("sealed.pdf"))
    }
    // Files of old programs, and those without a passphrase, open.
    try await keys.pack("seal", as: "old.p12", own + ["-legacy"])
    let old = try await seal(keys, "--key", "old.p12", "--passphrase-file", "passphrase")
    #expect(old.ending == .exit(0), "\(old)")
    try await keys.openssl(
      ["pkcs12", "-export", "-in", "seal.pem", "-out", "open.p12", "-passout", "pass:"] + own)
    #expect(try await seal(keys, "--key", "open.p12").ending == .exit(0))
  }

  @Test func `A command signs for a token; what is no signature of the certificate's is refused`()
    async throws
  {
    for kind in [SealKeys.Kind.rsa, .p256] {
      let keys = try await SealKeys(kind)
      try await keys.letter()
      try await keys.add("other", kind)
      let command = "openssl pkeyutl -sign -pkeyopt digest:sha256 -inkey"
      let run = try await seal(
        keys, "--signer", "\(command) seal.key", "--certificates", "seal.pem")
      #expect(run.ending == .exit(0), "\(run)")
      let chain = try keys.scratch.read("seal.pem") + keys.scratch.read("root.pem")
      try keys.scratch.write(chain, as: "chain.pem")
      let whole = try await seal(
        keys, "--signer", "\(command) seal.key", "--certificates", "chain.pem")
      #expect(whole.ending == .exit(0), "\(whole)")
      #expect(try await keys.verdicts("sealed.pdf").first?[1] == "valid")
      let sealed = try keys.scratch.read("sealed.pdf")
      if kind == .p256 {
        // As tokens answer: the two numbers, without the DER around them.
        let bare = """
          #!/bin/sh
          \(command) seal.key | python3 -c 'import sys
          bytes, place = sys.stdin.buffer.read(), 2
          for _ in range(2):
              end = place + 2 + bytes[place + 1]
              sys.stdout.buffer.write(bytes[place + 2:end].lstrip(b"\\0").rjust(32, b"\\0"))
              place = end'
          """
        try keys.scratch.write(bare, as: "token")
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: keys.scratch.path("token"))
        let run = try await seal(keys, "--signer", "./token", "--certificates", "chain.pem")
        #expect(run.ending == .exit(0), "\(run)")
        #expect(try await keys.verdicts("sealed.pdf").first?[1] == "valid")
        try keys.scratch.write(sealed, as: "sealed.pdf")
      }
      let cases = [
        "\(command) other.key": "the signature is none of the certificate's key",
        "\(command) none.key": "\"openssl\" ended with 1: ",
        "true": "\"true\" answered nothing", "no-such-program": "cannot be started",
      ]
      for (signer, words) in cases {
        let failed = try await seal(keys, "--signer", signer, "--certificates", "seal.pem")
        #expect(failed.ending == .exit(1) && failed.errorText.contains(words), "\(failed)")
      }
      #expect(try keys.scratch.read("sealed.pdf") == sealed)
      let nothing = try await seal(keys, "--signer", "true", "--certificates", "letter.pdf")
      #expect(nothing.errorText.contains("holds no certificate"), "\(nothing)")
    }
  }

  @Test func `Settings come from a file, whose paths are its own folder's, and are told of`()
    async throws
  {
    let keys = try await SealKeys()
    try await keys.letter()
    try keys.scratch.write(keys.scratch.read("seal.p12"), as: "secret/seal.p12")
    try keys.scratch.write(keys.scratch.read("passphrase"), as: "secret/word")
    try keys.scratch.write(
      "key: seal.p12\npassphrase-file: word\nreason: Afgørelse\n", as: "secret/seal.yaml")
    let run = try await seal(keys, "--settings", "secret/seal.yaml")
    #expect(run.ending == .exit(0), "\(run)")
    #expect(try await keys.verdicts("sealed.pdf").first?[1] == "valid")
    try keys.scratch.write("kee: seal.p12\n", as: "seal.yaml")
    let wrong = try await seal(keys, "--settings", "seal.yaml")
    #expect(wrong.errorText.contains("unknown key \"kee\""), "\(wrong)")
    #expect(wrong.errorText.contains("write key"))
    for (text, words) in [
      ("reason: x", "nothing says which key seals"),
      ("{key: a, signer: b, certificates: c}", "have no meaning beside it"),
      ("signer: [a, b]", "nothing says whose signatures"),
      ("{key: a, passphrase-file: b, passphrase-variable: C}", "two passphrases"),
    ] {
      try keys.scratch.write(text + "\n", as: "seal.yaml")
      let run = try await seal(keys, "--settings", "seal.yaml")
      #expect(run.ending == .exit(1) && run.errorText.contains(words), "\(run)")
    }
    #expect(try await seal(keys).ending == .exit(2))
    let late = try await seal(keys, "--key", "seal.p12", "--at", "tomorrow")
    #expect(late.ending == .exit(2) && late.errorText.contains("--at cannot be \"tomorrow\""))
  }

  @Test func `A time stamp is checked before it is put in, and its failures are told`() async throws
  {
    let keys = try await SealKeys()
    try await keys.letter()
    try await keys.add(
      "tsa", uses: "digitalSignature", more: "extendedKeyUsage=critical,timeStamping")
    func seal(_ fault: String) async throws -> Run {
      try await judge(
        "Tests/seal/tsa.py", keys.scratch.folder.path, fault, Project.program.path, "seal",
        keys.scratch.path("letter.pdf"), "-o", keys.scratch.path("stamped.pdf"), "--key",
        keys.scratch.path("seal.p12"), "--passphrase-file", keys.scratch.path("passphrase"),
        "--tsa",
        "TSA")
    }
    let cases = [
      "refuse": "it refuses: \"come another day\"", "other": "is one of something else",
      "stale": "was not made for this request", "forged": "does not fit",
      "noise": "is no time stamp", "error": "it gives no answer: curl: (22)",
    ]
    for (fault, words) in cases {
      let run = try await seal(fault)
      #expect(run.ending == .exit(1) && run.errorText.contains(words), "\(fault): \(run)")
      #expect(!keys.scratch.names.contains("stamped.pdf"))
    }
    let run = try await seal("none")
    #expect(run.ending == .exit(0), "\(run)")
    let verdict = try #require(try await keys.verdicts("stamped.pdf").first)
    #expect(verdict[1] == "valid" && verdict.last?.hasPrefix("20") ?? false, "\(verdict)")
    let rule = "rules: {seal: {required: true, baseline: true, stamped: true, source: ours}}"
    try keys.scratch.write(rule, as: "stamped.yaml")
    func check(_ file: String) async throws -> Run {
      try await letterpdf("check", file, "--for", "stamped.yaml", in: keys.scratch.folder)
    }
    let checked = try await check("stamped.pdf")
    #expect(checked.ending == .exit(0), "\(checked.output)")
    #expect(checked.output.contains(/the whole file, PAdES B-T, stamped 20[-0-9]+T[:0-9]+Z\n/))
    #expect(try await keys.seal("letter.pdf", as: "bare.pdf").ending == .exit(0))
    #expect(try await check("bare.pdf").output.contains("the seal has no time stamp"))
    // One that is larger than the room that was left for it.
    let usual = try keys.scratch.read("stamped.pdf").count
    let large = try await seal("large")
    #expect(large.ending == .exit(0), "\(large)")
    #expect(try await keys.verdicts("stamped.pdf").first?[1] == "valid")
    #expect(try keys.scratch.read("stamped.pdf").count > usual)
    let shut = try await keys.seal("letter.pdf", as: "x.pdf", "--tsa", "http://127.0.0.1:9/")
    #expect(shut.errorText.contains("it gives no answer: curl: (7)"), "\(shut)")
    let strange = try await keys.seal("letter.pdf", as: "x.pdf", "--tsa", "file:///etc/passwd")
    #expect(strange.errorText.contains("is none of a time-stamp authority"), "\(strange)")
    let path = try await letterpdf(
      "seal", "letter.pdf", "--key", "seal.p12", "--passphrase-file", "passphrase", "--tsa",
      "http://127.0.0.1:9/", environment: ["PATH": keys.scratch.folder.path],
      in: keys.scratch.folder)
    #expect(path.errorText.contains("there is no program curl"), "\(path)")
  }
}
