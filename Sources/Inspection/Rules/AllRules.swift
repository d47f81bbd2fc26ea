extension Rule {
  /// Every rule there is, in the order in which findings are told.
  package static let all: [Rule] = [
    damage, encryption, header, fileEnd, trailerID, version, fileSize, fileName, pageCount, sheets,
    pageSize, rotation, pageBoxes, blankPages, scripts, actions, embeddedFiles, attachments, forms,
    multimedia,
    externalReferences, annotations, fontsEmbedded, fontsSubset, fontsWhole, unicode, outputIntent,
    deviceColors, oneInkBlack, grayOnly, transparency, resolution, textFree, inkFree, window,
    addressType, margins,
    whiteText, hiddenText, overlappingText, pageNumbers, loneSignature, holes, archiveClaim,
    accessibleClaim, claims, audit, metadataPacket, information, tagged, language, title,
    markedContent, parentTree,
    standardTypes, headings, nesting, tableHeaders, listNumbering, notes, alternativeTexts, links,
    tabOrder, contrast,
    seal,
  ]

  /// The rule of a name; nil where there is none.
  package static func named(_ name: String) -> Rule? { all.first { $0.name == name } }
}
