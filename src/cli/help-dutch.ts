/** The help of the command line in Dutch, by its English sentence. */
export const DUTCH: Readonly<Record<string, string>> = {
  // commander
  'Usage:': 'Gebruik:',
  '[options]': '[opties]',
  '[command]': '[opdracht]',
  'Arguments:': 'Argumenten:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
  'choices:': 'keuze:',
  'default:': 'standaard:',
  'display help for command': 'toont hulp bij een opdracht',
  'output the version number': 'toont het versienummer',
  '(zds --help, or zds COMMAND --help, lists what there is)':
    '(zds --help, of zds OPDRACHT --help, noemt wat er is)',

  // program
  'Lint, bundle, compare and document OpenAPI descriptions, the ZDS 2.0 standard first.':
    'Lint, bundelt, vergelijkt en documenteert OpenAPI-beschrijvingen, de standaard ZDS 2.0 voorop.',
  [`A document is: - (standard input), a file or a folder with openapi.yaml, a released version, REV:path in git,
REV alone for the canonical document at that revision, or an https URL with --allow-remote. Without one: the
canonical document of the checkout, else the one inside the package.`]: `Een document is: - (standaardinvoer), een bestand of een map met openapi.yaml, een uitgave, REV:pad in git, alleen
REV voor het canonieke document op die revisie, of een https-URL met --allow-remote. Zonder document: het canonieke
document van deze kloon, en anders dat in het pakket.`,
  [`Exit codes: 0 fine, 1 findings at or above --fail-on, 2 wrong usage or output that cannot be written, 3 input that
cannot be read, 70 a fault of zds itself: please report it; ZDS_DEBUG=1 shows where it happened.`]: `Exitcodes: 0 in orde, 1 bevindingen vanaf --fail-on, 2 verkeerd gebruik of uitvoer die niet geschreven kan worden,
3 invoer die niet gelezen kan worden, 70 een gebrek van zds zelf: meld het; ZDS_DEBUG=1 toont waar het gebeurde.`,

  // every command
  'Examples:': 'Voorbeelden:',
  'language of messages (default: LANG, else en)': 'taal van meldingen (standaard: LANG, anders en)',
  'write to a file': 'schrijf naar een bestand',
  'no notices on standard error': 'geen mededelingen op standaardfout',
  'no colours (NO_COLOR does the same)': 'geen kleuren (NO_COLOR doet hetzelfde)',
  'fetch http and https references': 'haal verwijzingen naar http en https op',
  'read files outside the git root or folder of the document':
    'lees ook bestanden buiten de git-map of de map van het document',
  'exit with 1 at findings of this severity or graver':
    'eindig met 1 bij bevindingen van deze ernst of erger',
  'text, json, markdown, html, sarif, junit, github, codequality; several at once as --format text --format sarif=out.sarif (default: text)':
    'text, json, markdown, html, sarif, junit, github, codequality; meer tegelijk met --format text --format sarif=uit.sarif (standaard: text)',
  'only one API: a group of x-tagGroups': 'alleen één API: een groep uit x-tagGroups',
  'go on past references that lead nowhere': 'ga door bij verwijzingen die nergens heen leiden',
  'the canonical document': 'het canonieke document',

  // lint
  'validity, Dutch API Design Rules, ZDS conventions and security':
    'geldigheid, Nederlandse API Design Rules, afspraken van ZDS en beveiliging',
  'default: zds': 'standaard: zds',
  'off, info, warning or error; may be given more than once':
    'off, info, warning of error; mag vaker gegeven worden',
  'only what is new against this document, and what it repairs':
    'alleen wat nieuw is ten opzichte van dit document, en wat het herstelt',
  'fix what is mechanical in the files themselves': 'herstel wat mechanisch kan in de bestanden zelf',
  'with --fix: show what would change as a unified diff, and write nothing':
    'met --fix: toon wat er zou veranderen als unified diff, en schrijf niets',
  'what --fix would change': 'wat --fix zou veranderen',
  [`Exit codes: 0 when nothing is as grave as --fail-on says, 1 when something is; with --dry-run 1 when --fix would change a
file.`]: `Exitcodes: 0 als niets zo ernstig is als --fail-on zegt, 1 als iets dat is; met --dry-run 1 als --fix een bestand zou
veranderen.`,
  'how places are put together': 'hoe plaatsen bij elkaar staan',
  'every place, not the first ten of each rule': 'elke plaats, niet de eerste tien van elke regel',
  'each exception with its reason, not their number': 'elke uitzondering met haar reden, niet hun aantal',
  'another API by the Dutch API Design Rules': 'een andere API langs de Nederlandse API Design Rules',
  'only what a pull request adds, as annotations': 'alleen wat een pull request toevoegt, als annotaties',

  // bundle
  'one file, the same bytes each time': 'één bestand, elke keer dezelfde bytes',
  'how it is written': 'hoe het geschreven wordt',
  'spell it in this version of OpenAPI': 'schrijf het in deze versie van OpenAPI',
  'write each schema that is composed of parts as one object':
    'schrijf elk schema dat uit delen is samengesteld als één object',
  'the canonical document in one file': 'het canonieke document in één bestand',
  'one API that stands alone': 'één API die op zichzelf staat',
  'for generators that drop what stands beside allOf': 'voor generatoren die vergeten wat naast allOf staat',
  'the same for tools that do not know 3.1': 'hetzelfde voor gereedschap dat 3.1 niet kent',

  // diff
  'what changed, for clients and for providers, with the evidence':
    'wat er veranderde, voor clients en voor providers, met het bewijs',
  'whose verdict counts as the severity': 'wiens oordeel telt als ernst',
  'off, info, warning or error (breaking); may be given more than once':
    'off, info, warning of error (breekt); mag vaker gegeven worden',
  'write a draft decision for each open change instead, as YAML':
    'schrijf in plaats daarvan voor elke open wijziging een conceptbesluit, als YAML',
  'the latest release against the working tree': 'de laatste uitgave tegenover de werkmap',
  'the canonical document at main against the working tree':
    'het canonieke document op main tegenover de werkmap',
  'two files': 'twee bestanden',
  'strict: a response enumeration that grows breaks clients':
    'streng: een waardelijst in een antwoord die groeit, breekt clients',

  'hold the messages of a JSON report against both documents, by ajv alone':
    'houd de berichten van een JSON-rapport tegen beide documenten, met alleen ajv',
  'write what a phase of the comparison gives instead, as JSON':
    'schrijf in plaats daarvan wat een fase van de vergelijking oplevert, als JSON',
  'does each message of the report still show a break?':
    'laat elk bericht van het rapport nog een breuk zien?',

  // review
  'whether a change may be merged, as which version, and who must still act':
    'of een wijziging erin mag, als welke versie, en wie er nog aan zet is',
  'what it starts from (default: the latest release)': 'waarvan het uitgaat (standaard: de laatste uitgave)',
  'what is proposed (default: the working tree)': 'wat er voorgesteld wordt (standaard: de werkmap)',
  'proposals/ID.yaml beside the document': 'proposals/ID.yaml naast het document',
  'where the documentation is, to link to; {version} stands for the version':
    'waar de documentatie staat, om naar te verwijzen; {version} staat voor de versie',
  'text, json, markdown, html, sarif, junit, github, codequality; several at once (default: text)':
    'text, json, markdown, html, sarif, junit, github, codequality; meer tegelijk mag (standaard: text)',
  'print the verdict anew whenever a file changes':
    'toon het oordeel opnieuw bij elke wijziging van een bestand',
  'what changed from each to the next (default: every release)':
    'wat er van elk document naar het volgende veranderde (standaard: alle uitgaven)',
  'the verdict anew at every save': 'het oordeel opnieuw bij elke keer bewaren',
  'from release to release, and to the working tree': 'van uitgave naar uitgave, en naar de werkmap',
  'with what the proposal claims and who has to agree':
    'met wat het voorstel beweert en wie akkoord moet gaan',
  'Exit codes: 0 when it may be merged, 1 when somebody must still act.':
    'Exitcodes: 0 als het erin mag, 1 als iemand nog aan zet is.',

  // ci
  'what a change does to the documents of a repository, for a pipeline':
    'wat een wijziging doet met de documenten van een repository, voor een pipeline',
  'what the change is compared with': 'waarmee de wijziging vergeleken wordt',
  'judge what is staged against HEAD': 'beoordeel wat klaarstaat voor de commit, tegen HEAD',
  'default: zds for the standard, adr for other APIs':
    'standaard: zds voor de standaard, adr voor andere API’s',
  'exit with 1 at changes or new lint findings of this severity or graver':
    'eindig met 1 bij wijzigingen of nieuwe bevindingen van lint van deze ernst of erger',
  'put one comment on the pull request of GitHub, updated in place (GITHUB_TOKEN)':
    'plaats één commentaar bij de pull request op GitHub, en werk het bij (GITHUB_TOKEN)',
  [`The base is --base, else what the CI server tells (GitHub, GitLab, Azure), else base in zds.config.yaml, else the main
branch; a clone that is shallow or holds one branch is fetched deeper. On GitHub it writes annotations, the job summary
and the outputs of the step too.`]: `De basis is --base, anders wat de CI-server noemt (GitHub, GitLab, Azure), anders base in zds.config.yaml, anders de
hoofdtak; van een ondiepe kloon, of een met één tak, wordt de rest opgehaald. Op GitHub schrijft het ook annotaties, de
samenvatting en de uitvoer van de stap.`,
  'what the change does to every document': 'wat de wijziging doet met elk document',
  'the documents below one folder': 'de documenten onder één map',
  'in a hook: what is staged against HEAD': 'in een hook: wat klaarstaat, tegen HEAD',
  'Exit codes: 0 nothing stops the change, 1 it breaks or lint finds a new error, 2 wrong usage, 3 something cannot be read.':
    'Exitcodes: 0 niets houdt de wijziging tegen, 1 zij breekt iets of lint vindt een nieuwe fout, 2 verkeerd gebruik, 3 iets kan niet worden gelezen.',

  // completion
  'a script that lets the shell complete commands, options and their values':
    'een script waarmee de shell opdrachten, opties en hun waarden aanvult',
  'for bash, with source ~/.zds.bash in ~/.bashrc': 'voor bash, met source ~/.zds.bash in ~/.bashrc',
  'for every session of zsh, where that folder is in $fpath':
    'voor elke sessie van zsh, als die map in $fpath staat',
  'for every session of fish': 'voor elke sessie van fish',

  // init
  'sets a repository up for zds ci: its configuration and a pipeline':
    'maakt een repository klaar voor zds ci: de configuratie en een pipeline',
  'which pipeline': 'welke pipeline',
  'Finds the documents by what is in them, writes zds.config.yaml and a pipeline, and writes over nothing.':
    'Vindt de documenten aan wat erin staat, schrijft zds.config.yaml en een pipeline, en overschrijft niets.',
  'a pipeline for the forge of which there are signs, else GitHub':
    'een pipeline voor de omgeving waar sporen van zijn, anders GitHub',
  'a job of GitLab': 'een job voor GitLab',
  'the configuration alone': 'alleen de configuratie',

  // types
  'TypeScript types, of the whole or of one API': 'TypeScript-types, van het geheel of van één API',
  'what the file has beside types: code lists as constants, or nothing (default: enums for a .ts file)':
    'wat er naast types in het bestand staat: waardelijsten als constanten, of niets (standaard: enums voor een .ts-bestand)',
  'also code that checks values at run time: -validators.js and .d.ts beside the file of -o':
    'ook code die waarden controleert als het programma draait: -validators.js en .d.ts naast het bestand van -o',
  'go on past references that lead nowhere: their type is unknown':
    'ga door bij verwijzingen die nergens heen leiden: hun type is unknown',
  'write nothing; exit with 1 when the file of -o is stale':
    'schrijf niets; eindig met 1 als het bestand van -o verouderd is',
  'types of the whole standard': 'types van de hele standaard',
  'types of one API': 'types van één API',
  'exit with 1 when the file is stale': 'eindig met 1 als het bestand verouderd is',
  'isZaakCreate(value) in zaken-validators.js, too': 'ook isZaakCreate(value), in zaken-validators.js',

  // docs
  'the documentation, into the folder of -o (default: docs-site)':
    'de documentatie, in de map van -o (standaard: docs-site)',
  'site: pages; redoc: one page; markdown: files': "site: pagina's; redoc: één pagina; markdown: bestanden",
  'the documentation of the canonical document': 'de documentatie van het canonieke document',
  'show on each page what changed since this version; several, newest first':
    'toon op elke pagina wat er sinds deze versie is gewijzigd; meer versies, nieuwste eerst',
  'with what changed since that version': 'met wat er sinds die versie is gewijzigd',
  'show it on this machine, and again after each change of a file':
    'toon haar op deze machine, en opnieuw na elke wijziging van een bestand',
  'exit with 1 for links that lead nowhere, anchors that stand twice, pages that are too large':
    "eindig met 1 bij verwijzingen die nergens heen leiden, ankers die er twee keer staan en te grote pagina's",
  'in a browser while you write': 'in een browser terwijl u schrijft',
  'exit with 1 for a dead link': 'eindig met 1 bij een dode verwijzing',
  'one page with Redoc': 'één pagina met Redoc',
  'Open index.html of the folder in a browser.': 'Open index.html in de map met een browser.',

  // validate
  'the examples in the document, or messages that were really sent, held against their schemas':
    'de voorbeelden in het document, of berichten die echt verstuurd zijn, langs hun schema’s',
  'recordings (HTTP Archive): every request and response in them':
    'opnames (HTTP Archive): elk verzoek en antwoord daarin',
  'one message: a body in JSON, or an entry of a recording':
    'één bericht: een body in JSON, of een uitwisseling uit een opname',
  'operationId, or "METHOD /path", of --message': 'operationId, of "METHODE /pad", van --message',
  'the body of --message is that of the response with this status':
    'de body van --message is die van het antwoord met deze status',
  'only what that side sends (default: both)': 'alleen wat die kant stuurt (standaard: beide)',
  'where the API stands, in place of the servers of the document':
    'waar de API staat, in plaats van de servers van het document',
  'only what conforms to this older version and no longer does':
    'alleen wat aan deze oudere versie voldoet en niet meer aan het document',
  'which operations, statuses and business rules the recordings touch, and which never':
    'welke operaties, statussen en bedrijfsregels de opnames raken, en welke nooit',
  'what a test run touches, on a page': 'wat een testrun raakt, op een pagina',
  'values that were sent may stand in the report': 'verstuurde waarden mogen in het verslag staan',
  'the examples of the canonical document': 'de voorbeelden van het canonieke document',
  'every exchange of a recording of a browser or proxy':
    'elke uitwisseling in een opname van een browser of proxy',
  'what conformed to that version and breaks now': 'wat aan die versie voldeed en nu breekt',
  'the body of a request': 'de body van een verzoek',
  'the body of a response': 'de body van een antwoord',
  'Values that were sent stay out of the report unless --show-values is given; names of attributes are told.':
    'Verstuurde waarden blijven uit het verslag, tenzij --show-values is gegeven; namen van attributen staan er wel in.',

  // backlog
  'parties, their stories, and the operations that serve them':
    'partijen, hun verhalen, en de operaties die ze bedienen',
  'the page of one party': 'de pagina van één partij',
  'findings for links that lead nowhere, in place of a page':
    'bevindingen over verwijzingen die nergens heen leiden, in plaats van een pagina',
  'The backlog is the folder backlog/ beside the document: parties.yaml, stories.yaml, rules.yaml.':
    'De backlog is de map backlog/ naast het document: parties.yaml, stories.yaml, rules.yaml.',
  'what operations are worth, and what no story asks for':
    'wat operaties waard zijn, en waar geen verhaal om vraagt',
  'the page of one party, in Dutch': 'de pagina van één partij, in het Nederlands',
  'only links that lead nowhere; exit with 1 when there are any':
    'alleen verwijzingen die nergens heen leiden; eindig met 1 als ze er zijn',

  // release
  'frozen versions of the canonical document: check them, cut one, write its notes':
    'bevroren versies van het canonieke document: controleer ze, geef er een uit, schrijf de release notes',
  'whether the releases are as they were frozen, and whether a note says what changed':
    'of de uitgaven zijn zoals ze bevroren werden, en of een release note zegt wat er veranderde',
  'notes written by hand, held against what changed since the latest release':
    'een met de hand geschreven note, gehouden naast wat er sinds de laatste uitgave veranderde',
  'does this note say what changed?': 'zegt deze note wat er veranderde?',
  'what changed since the latest release, as Markdown':
    'wat er veranderde sinds de laatste uitgave, als Markdown',
  'freeze a version under spec/releases, once lint is clean and every change is decided on':
    'bevries een versie onder spec/releases, als lint geen fouten vindt en over elke wijziging is besloten',
  'notes written by hand, in Markdown (default: what zds release notes says)':
    'zelf geschreven release notes, in Markdown (standaard: wat zds release notes zegt)',
  'are the releases as they were frozen?': 'zijn de uitgaven zoals ze bevroren werden?',
  'freeze the canonical document, whose info.version says so':
    'bevries het canonieke document, dat in info.version die versie noemt',

  'hold the new document against every release that is supported':
    'houd het nieuwe document naast elke uitgave die ondersteund is',
  'every supported release against the working tree': 'elke ondersteunde uitgave tegenover de werkmap',
  // rules
  'the catalogue of rules: what each means, why, and where it is written':
    'de catalogus van regels: wat elke betekent, waarom, en waar het geschreven staat',
  'only the questions that a reviewer has to answer':
    'alleen de vragen die een beoordelaar moet beantwoorden',
  'what each numbered policy asks of the version, and what it changed':
    'wat elk genummerd beleid van de versie vraagt, en wat het veranderde',
  'what each kind of change asks of the version number':
    'wat elke soort wijziging van het versienummer vraagt',
  'every rule, a line each': 'elke regel, op een regel',
  'what it means, why, where it is written, an example':
    'wat hij betekent, waarom, waar het staat, een voorbeeld',
  'the checklist that no document can show': 'de vragenlijst die geen document kan beantwoorden',

  // schema
  'JSON Schema of a file that zds reads or an output that it writes':
    'JSON Schema van een bestand dat zds leest of van uitvoer die het schrijft',
  'the names there are': 'de namen die er zijn',
  'the JSON Schema of a report': 'het JSON Schema van een rapport',
};

/** What commander says about a call, and the same in Dutch. */
export const DUTCH_MISTAKES: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.*)'/s, "fout: onbekende optie '$1'"],
  [/^error: unknown command '(.*)'/s, "fout: onbekende opdracht '$1'"],
  [/^error: missing required argument '(.*)'/s, "fout: het argument '$1' ontbreekt"],
  [/^error: option '(.*)' argument missing/s, "fout: optie '$1' heeft een waarde nodig"],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./s,
    "fout: optie '$1' kent geen '$2'. De keuze is $3.",
  ],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\./s,
    "fout: argument '$2' kent geen '$1'. De keuze is $3.",
  ],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. There is: /s,
    "fout: optie '$1' kent geen '$2'. Er is: ",
  ],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Write it as id=off, id=info, id=warning or id=error\./s,
    "fout: optie '$1' kent geen '$2'. Schrijf id=off, id=info, id=warning of id=error.",
  ],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Write a port: a number from 0 to 65535, 0 for any that is free\./s,
    "fout: optie '$1' kent geen '$2'. Schrijf een poort: een getal van 0 tot en met 65535, 0 voor een die vrij is.",
  ],
  [/^error: option '(.*)' argument '(.*)' is invalid\./s, "fout: optie '$1' kent geen '$2'."],
  [
    /^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)/s,
    "fout: te veel argumenten voor '$1': hoogstens $2, gegeven $3",
  ],
  [
    /^error: too many arguments\. Expected (\d+) arguments? but got (\d+)/s,
    'fout: te veel argumenten: hoogstens $1, gegeven $2',
  ],
  [/^\(Did you mean one of (.*)\?\)/s, '(Bedoelde u een van $1?)'],
  [/^\(Did you mean (.*)\?\)/s, '(Bedoelde u $1?)'],
];
