/// Whether a tag is a well-formed language identifier (ISO 32000-1, 14.9.2.2; BCP 47): subtags of one
/// to eight letters or digits, the first of at least two letters.
package func isLanguageIdentifier(_ tag: String) -> Bool {
  let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
  guard let first = parts.first, (2...8).contains(first.count),
    first.allSatisfy({ $0.isASCII && $0.isLetter })
  else { return false }
  return parts.allSatisfy {
    (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }
}
