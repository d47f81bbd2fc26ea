/// Long paragraphs such as municipal letters have, for comparing ways to break them.
enum DanishParagraphs {
  static let letter2024 = [
    """
    Den kommunale velfærdssektor står i disse år overfor en række strukturelle udfordringer, som \
    alle kommuner mærker til hverdag. Den demografiske udvikling, rekrutteringsudfordringer og \
    stigende udgifter til specialiserede indsatser betyder tilsammen, at vi ikke blot kan \
    fortsætte som hidtil.
    """,
    """
    Dette vil også være baggrundstæppet for de kommende økonomiforhandlinger. KL's bestyrelse \
    lægger stor vægt på, at KL's oplæg til årets forhandlinger afspejler den samlede kommunale \
    situation og hverdag bedst muligt. Som sædvanligt vil vi derfor gerne i dialog med jer om de \
    udfordringer og problemstillinger, I oplever.
    """,
    """
    Alle kommunalbestyrelsesmedlemmer inviteres til at deltage i virtuelle stormøder om de \
    kommende økonomiforhandlinger. Her vil der være mulighed for dialog om forberedelsen af ØA25.
    """,
    """
    Møderne bliver afholdt via Teams, således at så mange som muligt har mulighed for at deltage. \
    Af samme årsag afholdes det samme møde over to dage:
    """,
    """
    I kan tilmelde jer til mødet her. Frist for tilmelding er onsdag den 3. april, hvorefter I \
    vil modtage et link til deltagelse i mødet.
    """,
    """
    Som noget nyt har vi i år haft en indledende dialog om kommunernes udfordringer og ønsker til \
    ØA25 allerede på KKR-møderne i februar. Der var gode drøftelser i alle fem KKR, og derfor vil \
    vi på KKR-møderne i april meget gerne fortsætte drøftelsen af de kommende forhandlinger.
    """,
    """
    Derudover vil vi opfordre til, at I i kommunalbestyrelsen kommer med input om den økonomiske \
    situation og udfordringer i kommunen, som kan føde ind i arbejdet både med forberedelsen af \
    økonomiforhandlingerne for 2025 samt den fælles budgetkoordinering.
    """,
  ]

  static let long = [
    """
    Kommunalbestyrelsen har på sit møde den 24. januar behandlet forvaltningens indstilling om en \
    samlet helhedsplan for skolevæsenet og har besluttet at sende planen i høring hos \
    skolebestyrelserne, de lokale medarbejderudvalg, forældreforeningerne og de faglige \
    organisationer. Høringsperioden løber i otte uger, og høringssvarene offentliggøres løbende \
    på kommunens hjemmeside, så alle interesserede kan følge med i debatten. Forvaltningen \
    afholder i samme periode fire borgermøder, et i hvert skoledistrikt, hvor udvalgsformanden \
    og direktøren for børne- og ungeområdet gennemgår de økonomiske forudsætninger, \
    elevtalsprognoserne og de bygningsmæssige undersøgelser, der ligger til grund for forslaget. \
    Når høringen er afsluttet, udarbejder forvaltningen et sammenfattende notat, som forelægges \
    børne- og undervisningsudvalget, økonomiudvalget og kommunalbestyrelsen, før der træffes \
    endelig beslutning om skolestruktur, distriktsgrænser og anlægsinvesteringer.
    """,
    """
    Ansøgningen om byggetilladelse er behandlet efter byggelovens regler og bygningsreglementets \
    bestemmelser om brandforhold, konstruktioner, energiforbrug og tilgængelighed. Ved \
    gennemgangen er det konstateret, at den projekterede tilbygning overskrider den tilladte \
    bebyggelsesprocent, og at afstanden til naboskel ikke overholder de højde- og afstandsforhold, \
    som lokalplanen fastlægger for området. Kommunen har derfor foretaget en helhedsvurdering af \
    bebyggelsens samlede omfang, dens indvirkning på nabobebyggelsen og det omkringliggende \
    gademiljø samt de friarealer og parkeringspladser, der kan etableres på ejendommen. På det \
    foreliggende grundlag agter kommunen at meddele afslag på dispensationsansøgningen, medmindre \
    projektet ændres, så det overholder lokalplanens bestemmelser. Inden afgørelsen træffes, har \
    ejendommens ejer og de berørte naboer mulighed for at fremsætte bemærkninger inden for en \
    frist af fire uger fra modtagelsen af denne partshøring.
    """,
    """
    Som led i den tværkommunale sundhedsaftale etableres der i løbet af efteråret et fælles \
    rehabiliteringscenter, hvor borgere med kroniske sygdomme kan modtage en sammenhængende \
    indsats bestående af genoptræning, kostvejledning, rygestopkurser og \
    patientuddannelse. Centeret bemandes med sygeplejersker, fysioterapeuter, ergoterapeuter og \
    diætister, som samarbejder tæt med de praktiserende læger, hospitalernes ambulatorier og \
    hjemmeplejens udekørende grupper. Henvisning kan ske både fra egen læge og fra kommunens \
    visitationsenhed, og den enkelte borger får tilknyttet en fast kontaktperson, der koordinerer \
    forløbet og følger op på de aftalte mål. Erfaringerne fra tilsvarende centre i andre \
    landsdele viser, at antallet af forebyggelige indlæggelser falder mærkbart, at medicinforbruget \
    reduceres, og at deltagernes selvvurderede helbred forbedres betydeligt i \
    opfølgningsperioden.
    """,
    """
    Vi skal hermed orientere om, at vandforsyningsselskabet i uge 35 påbegynder en omfattende \
    ledningsrenovering i området omkring Stationsvej, Kirkegade og Møllebakken. Arbejdet omfatter \
    udskiftning af hovedvandledninger, stikledninger og spildevandsledninger samt etablering af \
    nye regnvandsbassiner, der skal forebygge oversvømmelser ved kraftige skybrud. I \
    anlægsperioden må der påregnes kortvarige afbrydelser af vandforsyningen, begrænset \
    fremkommelighed og midlertidige omlægninger af busruter og cykelstier. Entreprenøren omdeler \
    varslingsbreve til samtlige husstande senest tre arbejdsdage før, der lukkes for vandet, og \
    afspærringer vil være tydeligt markeret med advarselsskilte og afmærkningslys. \
    Skraldespande, haveaffald og storskrald bedes placeret ved de særlige opsamlingssteder, som \
    fremgår af det vedlagte kortbilag, da renovationskøretøjerne ikke kan komme frem til de \
    enkelte ejendomme, så længe gravearbejdet står på.
    """,
    """
    Beskæftigelsesministeriet har i samarbejde med arbejdsmarkedets parter iværksat en landsdækkende \
    undersøgelse af kommunernes beskæftigelsesindsats over for langtidsledige, sygemeldte og \
    nyuddannede. Undersøgelsen gennemføres som en kombination af registeranalyser, \
    spørgeskemaundersøgelser og kvalitative interviews med sagsbehandlere, virksomhedskonsulenter, \
    jobcenterchefer og borgere, der har deltaget i virksomhedsrettede forløb. Formålet er at \
    tilvejebringe et solidt vidensgrundlag for den kommende lovgivning om regelforenkling, \
    resultatstyring og større lokal handlefrihed. Vi anmoder derfor kommunen om at udpege en \
    kontaktperson, der kan koordinere dataindsamlingen, videresende spørgeskemaer til de relevante \
    medarbejdere og sikre, at databeskyttelsesforordningens krav til samtykke, opbevaring og \
    sletning af personoplysninger overholdes gennem hele undersøgelsesperioden.
    """,
    """
    Ældrerådet har med interesse læst forslaget til ny værdighedspolitik og vil gerne \
    kvittere for, at mange af de synspunkter, som rådet fremførte på dialogmødet i foråret, er \
    indarbejdet i det foreliggende udkast. Rådet finder det særligt positivt, at \
    selvbestemmelse, livskvalitet og måltidernes betydning er fremhævet som gennemgående \
    principper, og at pårørendesamarbejdet får en mere fremtrædende plads end hidtil. Samtidig \
    vil rådet understrege, at gode hensigtserklæringer kun får betydning i hverdagen, hvis der \
    følger tilstrækkelige ressourcer med, og hvis medarbejderne på plejehjemmene og i \
    hjemmesygeplejen får den fornødne efteruddannelse. Vi foreslår derfor, at der fastsættes \
    konkrete, målbare kvalitetsstandarder for personkontinuitet, aktivitetstilbud og demensvenlig \
    indretning, og at udvalget hvert år modtager en afrapportering, som også belyser \
    brugertilfredsheden blandt de hjemmeboende ældre.
    """,
    """
    Af regnskabsmaterialet fremgår det, at foreningen i det forløbne tilskudsår har modtaget \
    driftstilskud, lokaletilskud og aktivitetstilskud efter folkeoplysningslovens bestemmelser, og \
    at tilskuddene i det væsentlige er anvendt i overensstemmelse med tilskudsbetingelserne. \
    Revisionen har dog bemærket, at medlemsopgørelsen ikke er vedlagt den krævede dokumentation \
    for deltagernes alder og bopælskommune, og at to større udgiftsposter vedrørende \
    stævnetransport og instruktøruddannelse mangler underliggende bilag. Vi skal derfor bede \
    foreningens kasserer om at fremsende de manglende oplysninger inden udgangen af måneden. Hvis \
    dokumentationen ikke modtages rettidigt, vil folkeoplysningsudvalget på sit næstkommende møde \
    tage stilling til, om en forholdsmæssig del af tilskuddet skal tilbagebetales, og om \
    udbetalingen af næste års forskudstilskud skal stilles i bero.
    """,
    """
    Klimatilpasningsplanen bygger på de nyeste oversvømmelsesberegninger og viser, at \
    vandstandsstigninger, grundvandsændringer og hyppigere ekstremregn i de kommende årtier vil \
    medføre betydelige skadesomkostninger i de lavtliggende bydele langs fjorden. Planen \
    prioriterer derfor indsatsen geografisk og tidsmæssigt, således at beskyttelsen af \
    samfundskritisk infrastruktur, boligområder og kulturhistorisk værdifulde bygninger kommer \
    først. Der lægges op til en kombination af højvandssikring, genetablering af vådområder, \
    frakobling af overfladevand og skærpede krav til nybyggeri i udsatte områder. Finansieringen \
    forudsættes tilvejebragt gennem et samarbejde mellem kommunen, forsyningsselskabet, \
    digelagene og de private grundejere, og fordelingsnøglen fastlægges efter en \
    nytteværdibetragtning, som uvildige rådgivere udarbejder. Naturbeskyttelsesinteresserne \
    varetages gennem løbende miljøvurderinger og inddragelse af de grønne organisationer.
    """,
    """
    Integrationsrådet anbefaler, at kommunens modtagelsestilbud til nyankomne flygtninge og \
    familiesammenførte suppleres med en frivilligordning, hvor lokale foreninger, virksomheder og \
    enkeltpersoner kan tilbyde mentorforløb, sprogtræning og fritidsaktiviteter. Erfaringer fra \
    nabokommunerne viser, at netværksdannelse i den første tid efter ankomsten har afgørende \
    betydning for både beskæftigelsesgraden, uddannelsesdeltagelsen og den enkeltes tilknytning \
    til lokalsamfundet. Rådet foreslår samtidig, at danskundervisningen i højere grad tilrettelægges \
    i sammenhæng med virksomhedspraktik og løntilskudsansættelse, så undervisningen kan foregå på \
    arbejdspladsen og tage udgangspunkt i de arbejdsopgaver, som kursisterne møder i hverdagen. \
    Endelig opfordres kommunalbestyrelsen til at nedsætte en arbejdsgruppe, der kan \
    udarbejde retningslinjer for tolkebistand, bosætningshensyn og samarbejdet med \
    boligorganisationerne.
    """,
    """
    Efter aftale med Trafikstyrelsen gennemføres der i sommerferieperioden omfattende \
    sporarbejder på strækningen mellem hovedbanegården og lufthavnen, hvilket betyder, at \
    regionaltogene erstattes af togbusser, og at fjerntogenes afgangstider forskydes med op til \
    femogtyve minutter. Passagerer med tilslutningsbilletter, pladsreservationer eller behov for \
    handicapassistance opfordres til at kontakte kundecenteret i god tid, så rejsen kan \
    tilrettelægges bedst muligt. Pendlerkortholdere kan uden merbetaling benytte de parallelle \
    busforbindelser og metrolinjer, og cykler kan medtages gratis uden for myldretiden. \
    Trafikinformationen opdateres døgnet rundt på stationernes informationsskærme, i \
    rejseplanlægningstjenesten og gennem højttalerudkald. Vi beklager de gener, som arbejderne \
    medfører, men understreger samtidig, at udskiftningen af sporskifter, køreledninger og \
    signalanlæg er en forudsætning for den hastighedsopgradering og rettidighedsforbedring, som \
    er aftalt i den politiske forligskreds.
    """,
  ]
}
