/// Values by their keys, which are names without slashes (ISO 32000-1, 7.3.7).
package struct PDFDictionary: Hashable, Sendable {
  /// A key and its value.
  package struct Entry: Hashable, Sendable {
    /// The key, without its slash.
    package let key: String
    /// What stands under it.
    package var value: PDFValue
  }

  /// Its entries, in the order in which their keys were first given.
  package private(set) var entries: [Entry] = []

  /// A dictionary of such entries; of two with one key the later counts.
  package init(_ pairs: [(String, PDFValue)]) {
    // Foreign files may have any number of them, and looking through all for each would take long.
    guard pairs.count > 100 else {
      for (key, value) in pairs { self[key] = value }
      return
    }
    var places: [String: Int] = [:]
    for (key, value) in pairs {
      if let place = places[key] {
        entries[place].value = value
      } else {
        places[key] = entries.count
        entries.append(Entry(key: key, value: value))
      }
    }
  }

  /// The value of a key; nil for one that it has not, and to take one off.
  package subscript(key: String) -> PDFValue? {
    get { entries.first { $0.key == key }?.value }
    set {
      // Dictionaries of a PDF hold few keys, so that looking through them is quicker than hashing.
      let index = entries.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}

extension PDFDictionary: ExpressibleByDictionaryLiteral {
  /// A dictionary of such entries; of two with one key the later counts.
  package init(dictionaryLiteral elements: (String, PDFValue)...) { self.init(elements) }
}
