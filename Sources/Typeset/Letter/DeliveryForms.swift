// What the texts under `delivery` have to be; editors tell it, and whoever makes a message.
extension KeyForm {
  /// A form, or a text with a field that a record fills, `{{cpr}}`.
  static func filled(_ form: KeyForm) -> KeyForm { .either([form, .pattern("\\{\\{")]) }

  /// A CPR number: ten digits, the first six a day.
  static let cpr = filled(
    .either([.pattern("^[0-9]{6}[- ]?[0-9]{4}$"), .integer(101_000_000...3_112_999_999)]))

  /// A CVR number: eight digits.
  static let cvr = filled(
    .either([.pattern("^(DK ?)?[1-9][0-9] ?([0-9]{2} ?){3}$"), .integer(10_000_000...99_999_999)]))

  /// What is so or not.
  static let yesOrNo = filled(.either([.choice(["yes", "no", "ja", "nej"]), .flag]))

  /// A day, or a day and a time.
  static let dayOrTime = filled(
    .pattern("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([ T].+)?$"))

  /// What a recipient may be asked to do.
  static let actionKind = filled(
    .choice([
      "pay", "sign", "confirm", "appointment", "self-service", "information", "prepare", "register",
    ]))

  /// A country by its two letters (ISO 3166-1 alpha-2, officially assigned codes).
  static let country = KeyForm.definition(
    "country", "A country by its two letters (ISO 3166-1 alpha-2)."
  ) {
    .filled(.choice(countryCodes.split(separator: " ").map(String.init)))
  }

  private static let countryCodes = """
    DK GL FO AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO \
    BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DM DO DZ \
    EC EE EG EH ER ES ET FI FJ FK FM FR GA GB GD GE GF GG GH GI GM GN GP GQ GR GS GT GU GW GY HK HM \
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC \
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA \
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW \
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO \
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """
}
