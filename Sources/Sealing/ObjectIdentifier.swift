/// The object identifiers that seals are made of, as they are coded behind tag and length.
enum ObjectIdentifier {
  private static let rsa: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D]

  /// Bytes that are no more than that (RFC 5652, 4).
  static let data = rsa + [1, 7, 1]
  /// A signed message (RFC 5652, 5.1).
  static let signedData = rsa + [1, 7, 2]
  /// The signed attributes (RFC 5652, 11.1 and 11.2; RFC 5035, 3).
  static let contentType = rsa + [1, 9, 3]
  static let messageDigest = rsa + [1, 9, 4]
  static let signingCertificateV2 = rsa + [1, 9, 16, 2, 47]
  /// A time stamp among the unsigned attributes, and what one holds (RFC 3161, appendix A; 2.4.2).
  static let timeStampToken = rsa + [1, 9, 16, 2, 14]
  static let timeStampInfo = rsa + [1, 9, 16, 1, 4]

  /// Keys (RFC 8017, A.1 and A.2.3; RFC 5480, 2.1.1).
  static let rsaKey = rsa + [1, 1, 1]
  static let rsaPSS = rsa + [1, 1, 10]
  static let maskGeneration = rsa + [1, 1, 8]
  static let ellipticKey: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1]
  /// Signatures (RFC 8017, A.2.4; RFC 5758, 3.2).
  static let sha256WithRSA = rsa + [1, 1, 11]
  static let ecdsaWithSHA256: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2]
  /// The digest (FIPS 180-4).
  static let sha256: [UInt8] = [0x60, 0x86, 0x48, 1, 101, 3, 4, 2, 1]

  /// What certificates tell (RFC 5280, 4.2.1.3; X.520).
  static let keyUsage: [UInt8] = [0x55, 0x1D, 0x0F]
  static let commonName: [UInt8] = [0x55, 0x04, 0x03]
  static let organization: [UInt8] = [0x55, 0x04, 0x0A]
}
