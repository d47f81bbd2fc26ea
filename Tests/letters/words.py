"""Words and sentences to write letters of, in the languages that letters are written in."""

WORDS = {
    "da": "kommunen sagen brevet vi har den nye plan for området og borgerne skal senest til møde om udgifter "
          "velfærdssektor rekrutteringsudfordringer kommunalbestyrelsesmedlemmer økonomiforhandlinger bygge- "
          "tilladelse Østergade ændringer års budget afgørelsen klageadgang sagsbehandler forvaltningsloven "
          "børne- og ungeområdet eftersyn kystsikring digelagene kl. 18.00-19.30 den 3. april 2024, jf. § 65, "
          "stk. 3, mellem 3,5 og 4,2 mio. kr. ekstra 15 % ifølge »reglen« (bilag 2) på i å ø som ikke kan "
          "fortsætte hidtil kl. 9 E-mailadresse m.v. ca. hvis-og-hvis KL's oplæg",
    "en": "the council has received your letter about planning permission and will reply within four weeks of "
          "today's date unless further particulars are wanted in which case an officer calls on you at home "
          "responsibilities neighbourhood consultation “quoted words” £1,250.50 well-being on 3 April 2024",
    "de": "die Gemeinde hat Ihr Schreiben erhalten und prüft den Antrag auf Verlängerung der Pachtverträge im "
          "Grundstücksverkehrsgenehmigungszuständigkeit Straße größer Maßnahmen Übergänge gemäß § 12 Abs. 3 "
          "Rechtsbehelfsbelehrung „nach Prüfung“ bis zum 30. Juni 2026 erneut vorzulegen z. B. 0,38 €",
    "sv": "kommunen har tagit emot ert brev om den nya detaljplanen och återkommer senast i augusti med ett "
          "beslut som kan överklagas hos länsstyrelsen överförmyndarnämnden ”citat” jämställdhetsarbetet å ö",
    "nb": "kommunen har mottatt søknaden om byggetillatelse og svarer innen fire uker med mindre det mangler "
          "opplysninger «sitat» saksbehandleren fylkesmannen personvernombudet åpenbart kr 1 200,50",
    "nn": "kommunen har fått søknaden om løyve og svarar innan fire veker om ikkje opplysningar vantar "
          "sakshandsamaren «sitat» fylkesmannen personvernombodet tenesteytinga",
    "fo": "kommunan hevur fingið bræv tygara um byggiloyvi og svarar innan fýra vikur um ikki upplýsingar mangla "
          "málsviðgerin løgtingsmaðurin almannaverkið „sitat“ hjálpartól",
    "kl": "kommunip allagaq tiguaa sullissisup akissutissaanik qallunaatut kalaallisut "
          "naalakkersuisoqarfimmut inuussutissarsiornermut ilinniartitaaneq nakorsaq meeqqerivik ullormi",
    "fi": "kunta on vastaanottanut hakemuksenne ja ratkaisee asian neljän viikon kuluessa ellei lisäselvityksiä "
          "tarvita rakennuslupahakemus ympäristönsuojelumääräykset ”lainaus” yhdenvertaisuussuunnitelma ääni",
    "fr": "la commune a bien reçu votre demande et vous répondra dans un délai de quatre semaines sauf si des "
          "pièces manquent au dossier l’autorisation d’urbanisme « citation » développement près de l'école œuvre",
}
HEBREW = ["שלום", "עיר", "מכתב חדש", "תל אביב"]
ARABIC = ["محمد", "مدينة", "رسالة جديدة", "محمد الأمين"]
STRANGE = ["Łukasz Żółć", "Nguyễn Thị Hồng", "Ольга Παπαδόπουλος", "Ngũgĩ wa Thiong'o", "Škoda", "Ætna",
           "1 000 m²", "H₂O", "½", "→", "ﬁre", "e\u0301n", "A\u030Angstrøm", "50 °C", "…", "–", "—"]
DIRTY = ["dobbelt  mellemrum", "'enkelt'", "\"dobbelt\"", "d’", "bind-e-streg", "skrå/streg/er", "C#", "a*b", "_x_",
         "[ikke link]", "1 < 2", "R&D", "a|b", "~5", "50\u00a0%", "Kom\u00admu\u00adner\u00adnes", "(parentes)", "x::y",
         "§§ 15–17", "+45 33 70 34 58", "#12", "stk.", "\\", "{ikke=her}", "$5", "`", "<", "100%", "!"]
NAMES = ["Martin Damm", "Kristian Vendelbo", "Ida Gråbøl", "Hans Andreas Bek", "Sørine Ærø", "Karl Åge Østergård",
         "*Hansen*", "Jean-Pierre de la Tour", "Nguyễn Thị Hồng", "Ольга Παπαδόπουλος", "O'Neill & Sønner A/S",
         "محمد الأمين, Digelaget Vest", "Anna: Bo", "- Hansen", "#1 Byg"]
TITLES = ["Borgmester", "Kommunaldirektør", "Formand for udvalget", "Chefkonsulent, cand.jur.", "Dr. med."]
STREETS = ["Møllevej 12, 2. th.", "Rådhustorvet 1", "Postboks 3370", "3210 Vejby", "2300 København S",
           "Weidekampsgade 10", "c/o Fru Holm"]
URIS = ["https://www.kl.dk/", "https://example.org/en/meget/lang/sti/med/mange/led/og-bindestreger/side.html?a=1&b=2",
        "http://vejby.example", "mailto:post@vejby.example", "https://example.org/æøå/(paren)", "https://x.dk/#top"]
SHORT = {"da", "nb", "sv", "de", "en"}


def word(random, language):
    return random.choice(WORDS[language].split())


def words(random, language, low, high):
    """A stretch of words with a strange or a dirty one among them now and then."""
    result = []
    for _ in range(random.randint(low, high)):
        chance = random.random()
        if chance < 0.02:
            result.append(random.choice(STRANGE))
        elif chance < 0.045:
            result.append(random.choice(DIRTY))
        elif chance < 0.052:
            result.append(random.choice(HEBREW if random.random() < 0.5 else ARABIC))
        else:
            result.append(word(random, language))
    return " ".join(result)


def sentence(random, language, low=4, high=22):
    text = words(random, language, low, high)
    return text[:1].upper() + text[1:] + random.choice([".", ".", ".", "?", ":", "!"])


def prose(random, language, low=1, high=5):
    return " ".join(sentence(random, language) for _ in range(random.randint(low, high)))


def title(random, language):
    text = words(random, language, 1, 6)
    return text[:1].upper() + text[1:]
