/// Object identifiers that seals are made of, as they are coded behind tag and length.
package enum ObjectIdentifier {
  private static let rsa: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D]
  private static let digests: [UInt8] = [0x60, 0x86, 0x48, 1, 101, 3, 4, 2]

  /// Bytes that are no more than that (RFC 5652, 4).
  package static let data = rsa + [1, 7, 1]
  /// A signed message (RFC 5652, 5.1).
  package static let signedData = rsa + [1, 7, 2]
  /// What kind of content is signed (RFC 5652, 11.1).
  package static let contentType = rsa + [1, 9, 3]
  /// The digest of what is signed (RFC 5652, 11.2).
  package static let messageDigest = rsa + [1, 9, 4]
  /// When it was signed, as the signer has it (RFC 5652, 11.3).
  package static let signingTime = rsa + [1, 9, 5]
  /// Which certificate signs (RFC 5035, 3).
  package static let signingCertificateV2 = rsa + [1, 9, 16, 2, 47]
  /// A time stamp among the unsigned attributes (RFC 3161, appendix A).
  package static let timeStampToken = rsa + [1, 9, 16, 2, 14]
  /// What a time stamp holds (RFC 3161, 2.4.2).
  package static let timeStampInfo = rsa + [1, 9, 16, 1, 4]

  /// A key of RSA (RFC 8017, A.1).
  package static let rsaKey = rsa + [1, 1, 1]
  /// A key for RSASSA-PSS alone, and a signature of one (RFC 8017, A.2.3).
  package static let rsaPSS = rsa + [1, 1, 10]
  /// The mask of RSASSA-PSS (RFC 8017, A.2.1).
  package static let maskGeneration = rsa + [1, 1, 8]
  /// A key on an elliptic curve (RFC 5480, 2.1.1).
  package static let ellipticKey: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1]
  /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, A.2.4).
  package static let sha256WithRSA = rsa + [1, 1, 11]
  /// ECDSA with SHA-256 (RFC 5758, 3.2).
  package static let ecdsaWithSHA256: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2]
  /// SHA-256 (FIPS 180-4).
  package static let sha256 = digests + [1]
  /// SHA-384 (FIPS 180-4).
  package static let sha384 = digests + [2]
  /// SHA-512 (FIPS 180-4).
  package static let sha512 = digests + [3]

  /// What a certificate's key may be used for (RFC 5280, 4.2.1.3).
  package static let keyUsage: [UInt8] = [0x55, 0x1D, 0x0F]
  /// What somebody is called (X.520, 6.2.2).
  package static let commonName: [UInt8] = [0x55, 0x04, 0x03]
  /// The organization that somebody is (X.520, 6.4.1).
  package static let organization: [UInt8] = [0x55, 0x04, 0x0A]
}
