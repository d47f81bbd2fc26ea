import Proofing
import Testing

@testable import LineBreaking
@testable import Typeset

/// The letter of 2019 as printed: 31 lines.
enum Letter2019 {
  static let lines = """
    Hvis vi skal lykkedes bedre med børne- og ungeområdet, er det helt centralt, at
    KL’s arbejde vokser ud af de kommunale oplevelser og erfaringer og udvikles i
    dialog med kommunerne. Det kræver tæt dialog med alle kommuner om udfor-
    dringer og løsninger. Dialogen med de politiske udvalg er helt centralt.

    Med det afsæt inviterede vi alle jer udvalgsformænd med ansvar for børne- og
    undervisningsområdet sammen med den ansvarlige direktør til et møde sidste
    torsdag på KL's Børn & Unge Topmøde.

    Vi vil med dette brev kvittere for jeres talstærke fremmøde på mødet, og orien-
    tere jer, der ikke havde mulighed for at deltage, om mødets indhold.

    På mødet præsenterede vi KL's strategiske indsatser på børne- og ungeområ-
    det, og vi fik en god drøftelse af styring og ledelse. Tak for jeres gode input til
    KL's videre arbejde fx med kvalitetsrapporten.

    På mødet fik I vores bud på kommunale kerneværdier, som også er vedhæftet
    dette brev. De kommunale kerneværdier skal være tydelige værdier, som kan
    danne et fælles afsæt på børne- og ungeområdet og som tydeliggør betydnin-
    gen af det kommunale ejerskab. De kommunale kerneværdier skal ligeledes
    fremme stabilitet og kontinuitet uanset skiftende nationale dagsordner.  Det skal
    være værdier som vi sammen kan henvise til og bruge fremadrettet både i vo-
    res interessevaretagelse, men også i den lokale fortælling om det kommunale
    selvstyre.

    Tak for de tilbagemeldinger I kom med på mødet. Dem vil vi tage med i den vi-
    dere proces. Vi vil opfordre jer alle til at drøfte de kommunale kerneværdier i je-
    res respektive udvalg. Vi vil indsamle input og refleksioner fra jeres fagudvalg,
    og vi håber, at mange vil indsende kommentarer og input til KL's sekretariat,
    MLAR@kl.dk senest tirsdag den 23. april 2019. Med det afsæt vil udvalget revi-
    dere kerneværdierne, som vi kommer til at drøfte ved flere lejligheder.

    Vores bud på de kommunale kerneværdier er blevet til med afsæt i udvalgets
    besøg i regionerne. Den 28. marts 2019 besøger vi Region Midtjylland og i juni
    går turen til Bornholm, som sidste stop for denne gang. Vi håber meget, at vi
    også på disse besøg kan komme til at drøfte de kommunale kerneværdier.

    Dette brev sendes ligeledes til borgmestrene til orientering
    """

  /// The printed lines of each paragraph.
  static let printed = lines.split(separator: "\n\n").map {
    $0.split(separator: "\n").map(String.init)
  }

  /// The paragraphs as written, with the divided words joined again.
  static let paragraphs = printed.map { lines in
    lines.joined(separator: "\n").replacing("-\n", with: "").replacing("\n", with: " ")
  }

  /// 125 mm, at 10 pt.
  static let measure = 125 * 72 / 25.4
}

@Suite struct Letter2019Tests {
  @Test(arguments: Letter2019.printed.indices)
  func `First-fit with the plain patterns breaks the letter of 2019 as printed`(index: Int) {
    let hyphenator = Hyphenators(folder: Project.path("Languages")).hyphenator(for: .danish)
    let text = SampleText(Letter2019.paragraphs[index], hyphenator: hyphenator)
    let broken = breakParagraph(
      text.items, breaking: .firstFit, measures: [Letter2019.measure],
      parameters: BreakParameters(shape: .ragged, ladder: 2))
    #expect(text.lines(broken) == Letter2019.printed[index])
    #expect(broken.overfull.isEmpty)
  }
}
