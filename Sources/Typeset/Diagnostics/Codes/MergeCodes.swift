/// Codes of letters with fields, and runs of many.
extension DiagnosticCode {
  package static let fieldTag = DiagnosticCode(
    "merge.field-tag",
    cause: "A tag in double braces names no field, has an unknown filter, or means nothing.",
    cure: "Write {{name}}, or \\{{ for the braces themselves. See Docs/merge.md.")
  package static let tagPair = DiagnosticCode(
    "merge.tag-pair",
    cause: "A tag that opens has none that closes, or the other way round.",
    cure: "Put both in the same text, or each in a paragraph of its own.")
  package static let unfilled = DiagnosticCode(
    "merge.unfilled",
    cause: "A letter has fields and no record fills them.",
    cure: "Give a record with --data, or write \\{{ for the braces.")
  package static let noSuchField = DiagnosticCode(
    "merge.no-such-field",
    cause: "The letter, a name or an order asks for a field that the records do not have.",
    cure: "Write one of their columns.")
  package static let fixedPart = DiagnosticCode(
    "merge.fixed-part",
    cause: "Something that all letters of a run share is to come from a record.",
    cure: "Write it in the letter itself.")
  package static let recordValue = DiagnosticCode(
    "merge.record-value",
    cause: "A record's value cannot stand where the letter puts it, or is missing.",
    cure: "Mend the record, or give the field a default.")
  package static let records = DiagnosticCode(
    "merge.records",
    cause: "The file of records has no such record, or none.",
    cure: "Write a number that it has, or an id.")
  package static let csv = DiagnosticCode(
    "merge.csv",
    cause: "The file is not CSV as RFC 4180 has it: names of columns, quotes, as many fields in "
      + "each row.",
    cure: "Mend the row at the place.")
  package static let jsonRecord = DiagnosticCode(
    "merge.json-record",
    cause: "A line of the records is no JSON object.",
    cure: "Write one object to a line.")
  package static let fileName = DiagnosticCode(
    "merge.file-name",
    cause: "A letter's file name is empty, hidden, leads elsewhere, or is another's.",
    cure: "Put what tells records apart into --name, as {{id}}.")
  package static let folder = DiagnosticCode(
    "merge.folder",
    cause: "The folder holds something else than this run, or a run with another letter or other "
      + "records.",
    cure: "Go on with --resume where it is the same run; name another folder where it is not.")
  package static let manifest = DiagnosticCode(
    "merge.manifest",
    cause: "A manifest is damaged, is joined already, or does not go with the others.",
    cure: "Name the manifests of all shares, once, as the runs left them.")
  package static let boundFile = DiagnosticCode(
    "merge.bound-file",
    cause: "A file for the printer cannot have that name, is there already, or is too small for "
      + "a letter.",
    cure: "Name another with --bind, or raise --sheets.")
  package static let archive = DiagnosticCode(
    "merge.archive",
    cause: "The archive cannot have that name or be written.",
    cure: "Write a name that ends in .tar.zst.")
  package static let threads = DiagnosticCode(
    "merge.threads",
    cause: "The system gives no more threads.",
    cure: "Ask for fewer with --jobs.")

  static let mergeCodes: [DiagnosticCode] = [
    .fieldTag, .tagPair, .unfilled, .noSuchField, .fixedPart, .recordValue, .records, .csv,
    .jsonRecord, .fileName, .folder, .manifest, .boundFile, .archive, .threads,
  ]
}
