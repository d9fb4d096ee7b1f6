import type { Texts } from './texts.ts';

export const NL: Texts = {
  rules: {
    'operation-added': {
      message: '{name} {name|komt|komen} erbij',
      why: 'Elke implementatie moet de operatie gaan bieden.',
    },
    'operation-removed': {
      message: '{name} {name|vervalt|vervallen}',
      why: 'Wie de operatie aanroept, krijgt geen antwoord meer.',
    },
    'operation-retired': {
      message: '{name} {name|vervalt|vervallen}; {name|was|waren} verouderd verklaard',
      why: 'De operatie was verouderd verklaard, en er stond geen einddatum bij of die is voorbij.',
    },
    'operation-withdrawn': {
      message: '{name} {name|vervalt|vervallen}; {name|was|waren} nog niet definitief',
      why: 'De operatie stond in het document als iets dat nog mag wijzigen: dat ze blijft, was niet toegezegd.',
    },
    'success-status-added': {
      message: '{name|antwoord|antwoorden} {name} {name|komt|komen} erbij',
      why: 'Implementaties moeten het antwoord gaan geven.',
    },
    'success-status-removed': {
      message: '{name|antwoord|antwoorden} {name} {name|vervalt|vervallen}',
      why: 'Een client die op dit antwoord wacht, krijgt het niet meer.',
    },
    'status-added': {
      message: '{name|antwoord|antwoorden} {name} {name|komt|komen} erbij',
      why: 'Fouten en doorverwijzingen kan een client altijd krijgen.',
    },
    'status-removed': {
      message: '{name|antwoord|antwoorden} {name} {name|vervalt|vervallen}',
      why: 'Fouten en doorverwijzingen kan een client altijd krijgen.',
    },
    'status-narrowed': {
      message: 'van antwoorden {name} blijft alleen {now}',
      why: 'Implementaties die een ander antwoord uit die reeks geven, voldoen niet meer.',
    },
    'request-media-type-added': {
      message: 'verzoek mag ook als {name}',
      why: 'Implementaties moeten het formaat gaan lezen.',
    },
    'request-media-type-removed': {
      message: 'verzoek mag niet meer als {name}',
      why: 'Wie dit formaat stuurt, wordt geweigerd (415).',
    },
    'sent-media-type-added': {
      message: 'bericht aan de client kan ook komen als {name}',
      why: 'Een client die dit formaat niet leest, kan het bericht niet verwerken.',
    },
    'sent-media-type-removed': {
      message: 'bericht aan de client komt niet meer als {name}',
      why: 'Implementaties die het zo sturen, voldoen niet meer.',
    },
    'encoding-changed': {
      message: '{name|formulierdeel|formulierdelen} {name}: {was} wordt {now}',
      added: '{name|formulierdeel|formulierdelen} {name}: {name|krijgt|krijgen} {now}',
      removed: '{name|formulierdeel|formulierdelen} {name}: {was} vervalt',
      why: 'Hetzelfde deel staat anders in het formulier.',
    },
    'encoding-widened': {
      message: '{name|formulierdeel|formulierdelen} {name}: {was} wordt {now}',
      added: '{name|formulierdeel|formulierdelen} {name}: {name|mag|mogen} {now} hebben',
      why: 'Implementaties moeten het formaat gaan lezen.',
    },
    'encoding-narrowed': {
      message: '{name|formulierdeel|formulierdelen} {name}: {was} wordt {now}',
      why: 'Wat gestuurd kon worden, wordt niet meer aangenomen.',
    },
    'response-media-type-added': {
      message: 'antwoord kan ook als {name}',
      why: 'Implementaties moeten het formaat gaan bieden.',
    },
    'response-media-type-removed': {
      message: 'antwoord kan niet meer als {name}',
      why: 'Wie om dit formaat vraagt, krijgt het niet meer (406).',
    },
    'security-tightened': {
      message: 'toegang vraagt nu {now}',
      why: 'Wie binnenkwam met wat eerder genoeg was, wordt geweigerd.',
      words: { anonymous: 'niets' },
    },
    'security-loosened': {
      message: 'toegang kan nu ook met {now}',
      why: 'Bestaande implementaties weigeren wie zo binnenkomt.',
      words: { anonymous: 'niets' },
    },
    'scheme-changed': {
      message: '{name|beveiligingsschema|beveiligingsschema’s} {name}: {was} wordt {now}',
      added: '{name|beveiligingsschema|beveiligingsschema’s} {name}: {name|krijgt|krijgen} {now}',
      removed: '{name|beveiligingsschema|beveiligingsschema’s} {name}: {was} vervalt',
      why: 'Wie daar een token haalt, moet ergens anders heen of iets anders vragen.',
    },
    'scheme-respelt': {
      message: '{name|beveiligingsschema|beveiligingsschema’s} {name}: {was} is nu gespeld als {now}',
      why: 'Hoofdletters doen er hier niet toe: de berichten veranderen niet.',
    },
    'scheme-added': {
      message: '{name|beveiligingsschema|beveiligingsschema’s} {name} {name|komt|komen} erbij',
      why: 'Of het iets betekent, staat bij de operaties.',
    },
    'scheme-removed': {
      message: '{name|beveiligingsschema|beveiligingsschema’s} {name} {name|vervalt|vervallen}',
      why: 'Of het iets betekent, staat bij de operaties.',
    },
    'serialization-changed': {
      message: '{name|parameter|parameters} {name}: schrijfwijze {was} wordt {now}',
      why: 'Dezelfde waarde staat anders in de URL of header.',
    },
    'reserved-forbidden': {
      message: '{name|parameter|parameters} {name} {name|mag|mogen} geen gereserveerde tekens meer bevatten',
      why: 'Wie ze onvertaald stuurt, wordt verkeerd begrepen.',
    },
    'reserved-allowed': {
      message: '{name|parameter|parameters} {name} {name|mag|mogen} gereserveerde tekens bevatten',
      why: 'Implementaties moeten ze onvertaald kunnen lezen.',
    },
    'empty-value-forbidden': {
      message: '{name|parameter|parameters} {name} {name|mag|mogen} niet meer zonder waarde',
      why: 'Wie alleen de naam stuurt, wordt verkeerd begrepen.',
    },
    'empty-value-allowed': {
      message: '{name|parameter|parameters} {name} {name|mag|mogen} zonder waarde',
      why: 'Implementaties moeten de naam alleen kunnen lezen.',
    },
    'default-changed': {
      message: '{name|parameter|parameters} {name}: standaardwaarde gaat van {“was”} naar {“now”}',
      removed: '{name|parameter|parameters} {name}: standaardwaarde {“was”} vervalt',
      added: '{name|parameter|parameters} {name}: {name|krijgt|krijgen} standaardwaarde {“now”}',
      why: 'Een ongewijzigde aanroep betekent iets anders.',
    },
    'body-default-changed': {
      message: '{name}: standaardwaarde gaat van {“was”} naar {“now”}',
      added: '{name}: {name|krijgt|krijgen} standaardwaarde {“now”}',
      removed: '{name}: standaardwaarde {“was”} vervalt',
      why: 'Voor het schema is een standaardwaarde uitleg; een server die haar invult, geeft een weggelaten attribuut nu een andere waarde.',
    },
    'format-annotation-changed': {
      message: '{name}: formaat gaat van {was} naar {now}',
      added: '{name}: {name|krijgt|krijgen} formaat {now}',
      removed: '{name}: formaat {was} vervalt',
      why: 'Dit formaat wordt niet gecontroleerd, maar wel gebruikt.',
    },
    'format-respelt': {
      message: '{name}: formaat {was} wordt {now}, voor dezelfde waarden',
      added: '{name}: {name|krijgt|krijgen} formaat {now}, voor dezelfde waarden',
      removed: '{name}: formaat {was} vervalt, voor dezelfde waarden',
      why: 'Gegenereerde code kan ze in een ander type houden.',
    },
    'content-changed': {
      message: '{name}: inhoud van de tekst gaat van {was} naar {now}',
      added: '{name}: de tekst bevat nu {now}',
      removed: '{name}: de tekst bevat geen {was} meer',
      why: 'Wie de tekst uitpakt, vindt iets anders.',
    },
    'xml-changed': {
      message: '{name}: schrijfwijze in XML gaat van {was} naar {now}',
      added: '{name}: {name|krijgt|krijgen} in XML schrijfwijze {now}',
      removed: '{name}: schrijfwijze in XML {was} vervalt',
      why: 'Dezelfde waarde staat in XML ergens anders.',
    },
    'discriminator-changed': {
      message: '{name}: discriminator gaat van {was} naar {now}',
      added: '{name}: {name|krijgt|krijgen} discriminator {now}',
      removed: '{name}: discriminator {was} vervalt',
      why: 'Wie op het ene veld kiest, leest niet wat op het andere gekozen is.',
    },
    'extensible-enum-changed': {
      message: '{name}: bekende waarden gaan van {was} naar {now}',
      added: '{name}: bekende waarden zijn nu {now}',
      removed: '{name}: bekende waarden {was} vervallen',
      why: 'De lijst is open: wie een waarde niet kent, moet ermee overweg kunnen.',
    },
    'extensible-enum-narrowed': {
      message: '{name}: bekende waarden gaan van {was} naar {now}',
      added: '{name}: bekende waarden zijn nu {now}',
      removed: '{name}: bekende waarden {was} vervallen',
      why: 'De lijst is open, dus niemand wordt geweigerd; maar de server zegt een waarde niet meer te kennen.',
    },
    'put-resets': {
      message: 'een PUT van een bestaande client maakt {name} leeg',
      why: 'PUT vervangt alles; wat de client niet kent, stuurt hij niet mee.',
    },
    'server-removed': {
      message: '{name|server|servers} {name} {name|vervalt|vervallen}',
      why: 'Clients die dit adres gebruiken, moeten naar een ander.',
    },
    'server-added': {
      message: '{name|server|servers} {name} {name|komt|komen} erbij',
      why: 'Er is een adres bij.',
    },
    'server-variable-changed': {
      message: '{name|server|servers} {name}: variabele {was} wordt {now}',
      added: '{name|server|servers} {name}: {name|krijgt|krijgen} variabele {now}',
      removed: '{name|server|servers} {name}: variabele {was} vervalt',
      why: 'Een adres dat bestond, kan vervallen zijn.',
    },
    'dialect-changed': {
      message: 'dialect van de schema’s {was} wordt {now}',
      why: 'Dezelfde woorden kunnen er iets anders betekenen.',
    },
    'link-changed': {
      message: '{name|link|links} {name} {name|vervalt|vervallen} of {name|verandert|veranderen}',
      why: 'Wie de link volgde, komt ergens anders uit.',
    },
    'link-added': {
      message: '{name|link|links} {name} {name|komt|komen} erbij',
      why: 'Een nieuwe mogelijke vervolgstap.',
    },
    deprecated: {
      message: '{name} {name|is|zijn} verouderd verklaard',
      why: 'Gebruikers moeten weten dat het ooit vervalt.',
    },
    'deprecation-lifted': {
      message: '{name} {name|is|zijn} niet meer verouderd',
      why: 'De aankondiging is ingetrokken.',
    },
    'sunset-announced': {
      message: '{name}: {name|vervalt|vervallen} op {now}',
      why: 'Gebruikers weten nu tot wanneer het blijft.',
    },
    'sunset-changed': {
      message: '{name}: einddatum gaat van {was} naar {now}',
      removed: '{name}: einddatum {was} vervalt',
      why: 'Wie op de oude datum plant, komt te laat of te vroeg.',
    },
    'sunset-withdrawn': {
      message: '{name}: einddatum {was} is ingetrokken',
      why: 'Wat verouderd was, blijft.',
    },
    'stability-lowered': {
      message: '{name}: stabiliteit gaat van {was} naar {now}',
      why: 'Wat stabiel was beloofd, mag voortaan veranderen.',
    },
    'stability-raised': {
      message: '{name}: stabiliteit gaat van {was} naar {now}',
      why: 'Wat voorlopig was, wordt vaster beloofd.',
    },
    'stability-unknown': {
      message: '{name}: stabiliteit gaat van {was} naar {now}; wat dat belooft, is niet bekend',
      why: 'Een niveau dat niemand kent, belooft niets.',
    },
    'reference-dangling': {
      message: '{name|verwijzing|verwijzingen} naar {name} {name|wijst|wijzen} nergens heen',
      why: 'Wat daar moest staan, kan niet vergeleken worden.',
    },
    'reference-unresolved': {
      message:
        '{name|verwijzing|verwijzingen} naar {name} {name|wijst|wijzen} in beide documenten nergens heen; wat daar moest staan, is niet vergeleken',
      why: 'Waar niet naar gekeken is, is niets over te zeggen: laat de verwijzing ergens heen wijzen.',
    },
    'reference-circular': {
      message:
        '{name|verwijzing|verwijzingen} naar {name} {name|komt|komen} in beide documenten op zichzelf uit; wat daar moest staan, is niet vergeleken',
      why: 'Verwijzingen die naar elkaar leiden, staan nergens voor.',
    },
    'tag-changed': {
      message: '{name}: {name|gaat|gaan} van {was|groep|groepen} {“was”} naar {“now”}',
      added: '{name}: {name|komt|komen} in {now|groep|groepen} {“now”}',
      removed: '{name}: {name|gaat|gaan} uit {was|groep|groepen} {“was”}',
      why: 'Documentatie toont de operatie bij een andere groep; de berichten veranderen niet.',
    },
    'operation-id-changed': {
      message: 'operationId {name}',
      why: 'Gegenereerde code krijgt andere namen; de berichten veranderen niet.',
    },
    'operation-id-added': {
      message: 'operationId {name} {name|komt|komen} erbij',
      why: 'Gegenereerde code krijgt een vaste naam.',
    },
    'operation-id-removed': {
      message: 'operationId {name} {name|vervalt|vervallen}',
      why: 'Gegenereerde code krijgt andere namen; de berichten veranderen niet.',
    },
    'component-renamed': {
      message: '{name|component|componenten} {name}',
      why: 'Gegenereerde code krijgt andere namen; de berichten veranderen niet.',
    },
    'component-added': {
      message:
        '{name|component|componenten} {name} {name|komt|komen} erbij en {name|wordt|worden} nergens gebruikt',
      why: 'Geen bericht verandert; gegenereerde code krijgt er een type bij.',
    },
    'component-removed': {
      message:
        '{name|component|componenten} {name} {name|vervalt|vervallen} en {name|werd|werden} nergens gebruikt',
      why: 'Geen bericht verandert; gegenereerde code verliest een type.',
    },
    'component-changed': {
      message:
        '{name|component|componenten} {name} {name|verandert|veranderen} en {name|wordt|worden} nergens gebruikt',
      why: 'Geen bericht verandert; gegenereerde code wel.',
    },
    'path-parameter-renamed': {
      message: '{name|padparameter|padparameters} {name}',
      why: 'Gegenereerde code krijgt andere namen; de berichten veranderen niet.',
    },
    'example-changed': {
      message: '{name}: voorbeeld gewijzigd',
      why: 'Een voorbeeld laat zien wat het schema zegt; het beperkt geen bericht.',
    },
    'extension-changed': {
      message: '{name|uitbreiding|uitbreidingen} {name} {name|is|zijn} gewijzigd',
      why: 'Wat een uitbreiding betekent weet alleen het programma dat haar leest.',
    },
    'digits-changed': {
      message: '{name}: {was} wordt {now}, en beide worden als hetzelfde getal gelezen',
      why: 'Een getal wordt met 15 tot 17 cijfers gelezen: bekijk het zelf, en wat uw eigen gereedschap leest.',
    },
    'not-compared': {
      message: '{name} {name|is|zijn} anders geschreven en niet vergeleken',
      why: 'Waar niet naar gekeken is, is niets over te zeggen: bekijk het zelf.',
    },
    'keyword-void': {
      message: '{name} {name|is|zijn} gewijzigd en {name|zegt|zeggen} niets over het type dat daar staat',
      why: 'Geen bericht verandert; vermoedelijk is een ander type bedoeld, of een ander trefwoord.',
    },
    'composition-changed': {
      message:
        "{name} {name|is|zijn} uit andere schema's samengesteld en {name|laat|laten} dezelfde waarden toe",
      why: 'Geen bericht verandert; gegenereerde code kan een andere ouderklasse krijgen.',
    },
    'choice-changed': {
      message: '{name}: {was} wordt {now}',
      why: 'oneOf is gelezen als vereniging; naar de letter weigert het wat in meer dan één tak past.',
    },
    'hidden-changed': {
      message: '{name} {name|verandert|veranderen} zonder dat een bericht het laat zien',
      why: 'Het schema staat alleen waar readOnly of writeOnly het weglaat; gegenereerde code verandert wel.',
    },
    'text-changed': {
      message: '{name}: tekst gewijzigd',
      why: 'De uitleg is anders; mogelijk ook wat ermee bedoeld wordt.',
    },
    'business-rules-changed': {
      message:
        '{name}: {now|bedrijfsregel|bedrijfsregels} {now} {now|komt|komen} erbij, {was} {was|vervalt|vervallen}',
      added: '{name}: {name|krijgt|krijgen} {now|bedrijfsregel|bedrijfsregels} {now}',
      removed: '{name}: {was|bedrijfsregel|bedrijfsregels} {was} {was|vervalt|vervallen}',
      why: 'Een bedrijfsregel bepaalt gedrag dat geen schema laat zien.',
    },
    'type-changed': {
      message: '{name}: {name|was|waren} {was}, {name|wordt|worden} {now}',
      why: 'Een waarde van een ander type wordt geweigerd of verkeerd gelezen.',
      words: {
        string: 'tekst',
        number: 'getal',
        integer: 'geheel getal',
        boolean: 'ja of nee',
        array: 'lijst',
        object: 'object',
        null: 'leeg (null)',
        any: 'alles',
        never: 'niets',
      },
    },
    'null-removed': {
      message: '{name} {name|mag|mogen} niet meer null zijn',
      why: 'Een null die goed was, wordt geweigerd.',
    },
    'null-added': {
      message: '{name} {name|mag|mogen} null worden',
      why: 'Wie nooit null kreeg, rekent er niet op.',
    },
    'enum-added': {
      message: '{name}: elke waarde wordt een keuze uit {“now”}',
      why: 'Waarden buiten de lijst waren goed.',
    },
    'enum-dropped': {
      message: '{name}: de keuze uit {“was”} vervalt',
      why: 'Er kunnen waarden komen die niemand kende.',
    },
    'enum-value-removed': {
      message: '{name}: {was|waarde|waarden} {“was”} {was|vervalt|vervallen}',
      why: 'Wie de waarde stuurt, wordt geweigerd.',
    },
    'enum-value-added': {
      message: '{name}: {now|waarde|waarden} {“now”} {now|komt|komen} erbij',
      why: 'Een ontvanger kan een waarde krijgen die hij niet kent.',
    },
    'const-changed': {
      message: '{name}: de enige waarde {“was”} wordt {“now”}',
      why: 'De oude waarde is niet meer goed, de nieuwe was het niet.',
    },
    'branch-removed': {
      message: '{name} {name|vervalt|vervallen} als vorm',
      why: 'Wie deze vorm stuurt, wordt geweigerd.',
    },
    'branch-added': {
      message: '{name} {name|komt|komen} erbij als vorm',
      why: 'Een ontvanger kan een vorm krijgen die hij niet kent.',
    },
    'schema-described': {
      message: '{name} {name|mocht|mochten} alles bevatten en {name|is|zijn} nu beschreven',
      why: 'Wat vrij was, wordt voortaan geweigerd als het niet past.',
    },
    'schema-undescribed': {
      message: '{name} {name|was|waren} beschreven, {name|mag|mogen} nu alles bevatten',
      why: 'Niemand kan er nog op rekenen wat erin staat, en gegenereerde code verliest de attributen.',
    },
    'property-removed': {
      message: '{name|attribuut|attributen} {name} {name|vervalt|vervallen}',
      why: 'Wat erin stond gaat verloren.',
    },
    'property-added': {
      message: '{name|attribuut|attributen} {name} {name|komt|komen} erbij',
      required: '{name|verplicht attribuut|verplichte attributen} {name} {name|komt|komen} erbij',
      why: 'Een verplicht attribuut ontbreekt bij bestaande afzenders.',
    },
    'parameter-removed': {
      message: '{name|parameter|parameters} {name} {name|vervalt|vervallen}',
      why: 'De parameter wordt voortaan genegeerd, dus de vraag betekent iets anders.',
    },
    'parameter-added': {
      message: '{name|parameter|parameters} {name} {name|komt|komen} erbij',
      required: 'verplichte {name|parameter|parameters} {name} {name|komt|komen} erbij',
      why: 'Een verplichte parameter ontbreekt in bestaande aanroepen.',
    },
    'header-removed': {
      message: '{name|antwoordheader|antwoordheaders} {name} {name|vervalt|vervallen}',
      why: 'Wie de header las, mist hem.',
    },
    'header-added': {
      message: '{name|antwoordheader|antwoordheaders} {name} {name|komt|komen} erbij',
      required: 'verplichte {name|antwoordheader|antwoordheaders} {name} {name|komt|komen} erbij',
      why: 'Bestaande implementaties sturen de header niet.',
    },
    'body-removed': {
      message: 'de body vervalt',
      why: 'Wat in de body stond, wordt genegeerd.',
    },
    'body-added': {
      message: 'een body komt erbij',
      required: 'een verplichte body komt erbij',
      why: 'Een verplichte body ontbreekt in bestaande aanroepen.',
    },
    'required-added': {
      message: '{name} {name|wordt|worden} verplicht',
      why: 'Wie het wegliet, mag dat niet meer.',
    },
    'required-removed': {
      message: '{name} {name|is|zijn} niet meer verplicht',
      why: 'Wie erop rekende, kan het missen.',
    },
    'read-only-set': {
      message: '{name} {name|kan|kunnen} alleen nog gelezen worden',
      why: 'Wat een client stuurt, wordt genegeerd.',
    },
    'read-only-lifted': {
      message: '{name} {name|kan|kunnen} ook geschreven worden',
      why: 'Een verplicht attribuut ontbreekt in bestaande verzoeken.',
    },
    'write-only-set': {
      message: '{name} {name|kan|kunnen} alleen nog geschreven worden',
      why: 'Wie het las, krijgt het niet meer.',
    },
    'write-only-lifted': {
      message: '{name} {name|kan|kunnen} ook gelezen worden',
      why: 'Bestaande implementaties sturen het niet.',
    },
    'additional-properties-tightened': {
      message: '{name}: andere attributen zijn toegestaan: eerst {was}, nu {now}',
      why: 'Attributen die niemand noemt, waren goed.',
      words: { false: 'geen', any: 'alle', schema: 'alleen beschreven', unsaid: 'niet gezegd' },
    },
    'additional-properties-loosened': {
      message: '{name}: andere attributen zijn toegestaan: eerst {was}, nu {now}',
      why: 'Er kunnen attributen komen die niemand kende.',
      words: { false: 'geen', any: 'alle', schema: 'alleen beschreven', unsaid: 'niet gezegd' },
    },
    'pattern-properties-changed': {
      message: '{name}: attributen naar patroon {was} worden {now}',
      added: '{name}: attributen naar patroon {now} komen erbij',
      removed: '{name}: attributen naar patroon {was} vervallen',
      why: 'Namen naar een patroon krijgen een andere betekenis.',
    },
    'property-names-changed': {
      message: '{name}: welke attribuutnamen mogen, verandert',
      why: 'Een naam die mocht, mag niet meer, of omgekeerd.',
    },
    'dependent-required-changed': {
      message: 'wie {name} stuurt, moest ook {was} sturen, nu {now}',
      added: 'wie {name} stuurt, moet nu ook {now} sturen',
      removed: 'wie {name} stuurt, hoeft {was} niet meer te sturen',
      why: 'Wie het ene stuurt, moet het andere ook sturen.',
    },
    'contains-changed': {
      message: '{name}: welke items er minstens in staan, verandert',
      why: 'Een lijst die goed was, kan te weinig of te veel bevatten.',
    },
    'not-changed': {
      message: '{name}: wat niet mag, verandert',
      why: 'Een waarde die mocht, mag niet meer, of omgekeerd.',
    },
    'condition-changed': {
      message: '{name}: wat onder een voorwaarde geldt, verandert',
      why: 'Een combinatie van waarden die mocht, mag niet meer, of omgekeerd.',
    },
    'schema-changed': {
      message: '{name}: de beschrijving verandert',
      why: 'Niet te bewijzen dat alles wat goed was, goed blijft.',
    },
  },
  facets: {
    minimum: {
      message: '{name}: ondergrens gaat van {was} naar {now}',
      added: '{name}: {name|krijgt|krijgen} ondergrens {now}',
      removed: '{name}: ondergrens {was} vervalt',
    },
    maximum: {
      message: '{name}: bovengrens gaat van {was} naar {now}',
      added: '{name}: {name|krijgt|krijgen} bovengrens {now}',
      removed: '{name}: bovengrens {was} vervalt',
    },
    multipleOf: {
      message: '{name}: {name|was|waren} een veelvoud van {was}, {name|wordt|worden} een veelvoud van {now}',
      added: '{name}: {name|moet|moeten} een veelvoud van {now} zijn',
      removed: '{name}: {name|hoeft|hoeven} geen veelvoud van {was} meer te zijn',
    },
    minLength: {
      message: '{name}: minimale lengte gaat van {was} naar {now} {now#teken|tekens}',
      added: '{name}: {name|krijgt|krijgen} een minimale lengte van {now} {now#teken|tekens}',
      removed: '{name}: minimale lengte van {was} {was#teken|tekens} vervalt',
    },
    maxLength: {
      message: '{name}: maximale lengte gaat van {was} naar {now} {now#teken|tekens}',
      added: '{name}: {name|krijgt|krijgen} een maximale lengte van {now} {now#teken|tekens}',
      removed: '{name}: maximale lengte van {was} {was#teken|tekens} vervalt',
    },
    pattern: {
      message: '{name}: patroon gaat van {was} naar {now}',
      added: '{name}: {name|krijgt|krijgen} patroon {now}',
      removed: '{name}: patroon {was} vervalt',
    },
    format: {
      message: '{name}: formaat gaat van {was} naar {now}',
      added: '{name}: {name|moet|moeten} voortaan {now} zijn',
      removed: '{name}: {name|hoeft|hoeven} geen {was} meer te zijn',
    },
    minItems: {
      message: '{name}: minimumaantal gaat van {was} naar {now}',
      added: '{name}: {name|krijgt|krijgen} een minimumaantal van {now}',
      removed: '{name}: minimumaantal van {was} vervalt',
    },
    maxItems: {
      message: '{name}: maximumaantal gaat van {was} naar {now}',
      added: '{name}: {name|krijgt|krijgen} een maximumaantal van {now}',
      removed: '{name}: maximumaantal van {was} vervalt',
    },
    uniqueItems: {
      message: '{name}: waarden moeten uniek zijn',
      added: '{name}: waarden moeten uniek zijn',
      removed: '{name}: waarden hoeven niet meer uniek te zijn',
    },
    minProperties: {
      message: '{name}: minimumaantal attributen gaat van {was} naar {now}',
      added: '{name}: {name|krijgt|krijgen} een minimumaantal attributen van {now}',
      removed: '{name}: minimumaantal attributen van {was} vervalt',
    },
    maxProperties: {
      message: '{name}: maximumaantal attributen gaat van {was} naar {now}',
      added: '{name}: {name|krijgt|krijgen} een maximumaantal attributen van {now}',
      removed: '{name}: maximumaantal attributen van {was} vervalt',
    },
  },
  facetWhy: {
    tighter: 'Wat de afzender mocht sturen, wordt geweigerd.',
    looser: 'De ontvanger krijgt wat hij niet verwacht.',
    different: 'Wat goed was, wordt geweigerd, en de ontvanger krijgt wat hij niet verwacht.',
  },
};
