/// The name that was meant by a word for it in another language, or by a slip of the pen; nil when none
/// is near.
package func meantName(by written: String, in names: [String]) -> String? {
  let word = written.lowercased()
  if let same = names.first(where: { $0.lowercased() == word }) { return same }
  let plain = word.filter { $0.isLetter }
  if let meant = keySynonyms[word] ?? keySynonyms[plain], names.contains(meant) { return meant }
  return nearestName(to: written, in: names)
}

/// The field that a word stands for in another language, whether a layout has it or not; nil for none.
func fieldNamed(by written: String) -> String? {
  let word = written.lowercased()
  let meant = keySynonyms[word] ?? keySynonyms[word.filter { $0.isLetter }]
  return meant.flatMap { ["name", "image", "file", "lines"].contains($0) ? nil : $0 }
}

/// What English, Danish, German, Norwegian and Swedish letters call the keys of a head, without the
/// signs between words.
private let keySynonyms: [String: String] = {
  var synonyms: [String: String] = [:]
  for (key, words) in wordsForKeys {
    for word in words.split(separator: " ") { synonyms[String(word)] = key }
  }
  return synonyms
}()

private let wordsForKeys: KeyValuePairs<String, String> = [
  "layout": "skabelon brevskabelon template vorlage mal mall",
  "date": "dato datum brevdato",
  "language": "lang sprog sprache språk",
  "subject": "emne overskrift vedr vedrørende angående re betreff ämne ärende tema regarding",
  "title": "titel titulo tittel dokumenttitel",
  "author": "forfatter verfasser autor författare",
  "to":
    "til recipient recipients addressee addressees modtager modtagere adressat an empfänger "
    + "mottaker mottakere till mottagare",
  "attention": "att attn zhd",
  "confidentiality": "fortrolighed fortrolig fortroligt vertraulich fortrolighet konfidentiell "
    + "sekretess classification",
  "opening": "greeting salutation indledning hilseord anrede starthilsen tiltale inledning",
  "closing": "hilsen afslutning slutning gruß grußformel avslutning hälsning signoff regards",
  "signatures":
    "signature signers signer underskrift underskrifter underskriver unterschrift unterschriften "
    + "underskrivare signatur",
  "postscript": "ps",
  "enclosures":
    "attachment attachments enclosure bilag vedlagt vedhæftet anlage anlagen vedlegg bilaga bilagor",
  "copies": "cc copy kopi kopier kopie kopien kopia kopior",
  "delivery": "levering forsendelse versand",
  "case-id": "sagsnr sagsnummer sagsid sag caseno casenumber aktenzeichen saksnr saksnummer "
    + "ärendenummer dnr diarienummer",
  "document-id": "dokumentnr dokid doknr dokumentnummer dokumentid",
  "email": "mail epost emailadresse mailadresse",
  "phone":
    "telefon tlf telephone telefonnummer telefonnr tel mobil direkte direktenummer durchwahl "
    + "direktnummer",
  "your-reference":
    "deresref deresreference jeresref jeresreference ihrzeichen ihrezeichen yourref derasref "
    + "erreferens erref deresreferanse",
  "our-reference":
    "voresref voresreference vorref unserzeichen unserezeichen ourref vårref vårreferens "
    + "vårreferanse",
  "caseworker":
    "sagsbehandler saksbehandler handläggare sachbearbeiter sachbearbeiterin bearbeiter "
    + "kontaktperson ansprechpartner officer",
  "unit":
    "enhed afdeling forvaltning enhet avdeling förvaltning abteilung referat fachbereich "
    + "department division seksjon sektion",
  "organisation":
    "afsender avsender avsändare absender sender myndighed myndighet behörde organization kommune "
    + "kommun",
  "web": "hjemmeside website webseite nettside webbplats hemsida internet homepage www",
  "address": "adresse adress anschrift vej straße gate gata",
  "town": "by postnrby ort stad sted",
  // Of signers, enclosures and recipients.
  "name": "navn namn",
  "image": "billede bild bilde underskriftsbillede",
  "file": "fil datei",
  "lines": "linjer zeilen rader",
]
