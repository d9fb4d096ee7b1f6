import type { ChangedRow, DecidedRow, Effect, Migration, MigrationExample, Reach } from './data.ts';
import { pairLines } from './message-text.ts';
import { type AdviceBySide, sidesOf } from './sides.ts';

/** An API as the pages name it, and the version of it in the release that is left behind. */
export interface LeftApi {
  /** Spelling in the backlog, and name of the page: `zaken`. */
  readonly api: string;
  readonly title: string;
  readonly version: string;
}

interface Told {
  readonly row: ChangedRow;
  readonly reach: Reach;
  readonly sides: AdviceBySide;
  readonly pairs: readonly MigrationExample[];
}

const ORDER: readonly Effect[] = ['breaks', 'risk', 'none'];

const rank = ({ reach }: Told): number => ORDER.indexOf(reach.clients) * 3 + ORDER.indexOf(reach.providers);

/** The rows that reach an API, what breaks clients first, then what breaks registers. */
function rowsOf(migration: Migration, api: string): Told[] {
  return migration.deviations
    .flatMap(row => {
      const reach = migration.differences[row.id]?.[api];
      const pairs = migration.messages.filter(pair => pair.api === api && pair.about === row.id);
      return reach ? [{ row, reach, sides: sidesOf(row.vendor), pairs }] : [];
    })
    .sort((left, right) => rank(left) - rank(right));
}

const CLIENT_WORDS: Readonly<Record<Effect, string>> = {
  breaks: '**breekt**',
  risk: 'kan breken',
  none: 'breekt niet',
};

const PROVIDER_WORDS: Readonly<Record<Effect, string>> = {
  breaks: '**voldoet niet meer zonder werk**',
  risk: 'kan werk vragen',
  none: 'voldoet nog',
};

/** Angle brackets of a text mean nothing to Markdown; what stands in code stays as it is. */
const escaped = (text: string): string =>
  text
    .trim()
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll('<', '&lt;')))
    .join('');

const link = ({ row }: Told): string => `[${row.id}](#${row.id})`;

function sideSection(
  title: string,
  told: readonly Told[],
  side: 'client' | 'provider',
  effect: (reach: Reach) => string,
): string[] {
  const lines = told
    .filter(({ sides }) => sides[side].length > 0)
    .map(one => `- ${link(one)} (${effect(one.reach)}): ${escaped(one.sides[side].join(' '))}`);
  return [`## ${title}`, lines.length === 0 ? 'Niets.' : lines.join('\n')];
}

/** A row can ask nothing where the comparison still sees a difference: then both are told. */
const diffSays = ({ clients, providers }: Reach): string =>
  clients === 'none' && providers === 'none'
    ? ''
    : ` (volgens \`zds diff\`: clients ${CLIENT_WORDS[clients]}, registers ${PROVIDER_WORDS[providers]})`;

/** Rows that ask nothing of either side. */
function quietSection(told: readonly Told[]): string[] {
  const quiet = told.filter(({ sides }) => sides.client.length + sides.provider.length === 0);
  if (quiet.length === 0) return [];
  return [
    '## Wat niets vraagt',
    quiet
      .map(one => `- ${link(one)}${diffSays(one.reach)}: ${escaped(one.sides.everybody.join(' '))}`)
      .join('\n'),
  ];
}

const places = (number: number): string => `${number} ${number === 1 ? 'plaats' : 'plaatsen'}`;

function rowBlocks({ row, reach, sides, pairs }: Told, labels: Migration['labels']): string[] {
  const counted = [
    ...(reach.facts > 0 ? [`${places(reach.facts)} anders dan de gepubliceerde feiten`] : []),
    ...(reach.findings > 0
      ? [
          `${places(reach.findings)} ${reach.findings === 1 ? 'die iemand raakt of kan raken' : 'die iemand raken of kunnen raken'}`,
        ]
      : []),
  ].join(', ');
  return [
    `### ${row.id}`,
    `Clients: ${CLIENT_WORDS[reach.clients]}. Registers: ${PROVIDER_WORDS[reach.providers]}. ${counted}.`,
    `- Was: ${escaped(row.was)}\n- Is: ${escaped(row.is)}\n- Waarom: ${escaped(row.why)}\n- Overstappen: ${escaped(
      [...sides.client, ...sides.provider, ...sides.everybody].join(' '),
    )}`,
    ...pairs.flatMap(pair => pairLines(pair, labels.get(pair.operation) ?? pair.operation)),
  ];
}

/** Rules that the older release did not number, or did not have; those of every API stand under `alle`. */
function ruleSection({ rules }: Migration, api: string): string[] {
  const own = rules.filter(
    rule => rule.api === api && rule.state === 'current' && rule.id.startsWith('zds-'),
  );
  if (own.length === 0) return [];
  return [
    '## Regels die een nummer kregen',
    'Deze controles stonden in 1.x zonder nummer, tussen de tekst of alleen in het contract, of zijn nieuw.',
    own
      .map(({ id, title, statement }) => `- \`${id}\`: ${escaped(title)}. ${escaped(statement ?? '')}`.trim())
      .join('\n'),
  ];
}

const summaryOf = (told: readonly Told[]): string => {
  const number = (side: 'clients' | 'providers', effect: Effect): number =>
    told.filter(({ reach }) => reach[side] === effect).length;
  return [
    `${told.length} ${told.length === 1 ? 'wijziging' : 'wijzigingen'}.`,
    `Een client breekt bij ${number('clients', 'breaks')} daarvan en kan breken bij ${number('clients', 'risk')}.`,
    `Een register voldoet bij ${number('providers', 'breaks')} niet meer zonder werk en kan werk hebben bij ${number('providers', 'risk')}.`,
  ].join(' ');
};

/** The page of one API, in CommonMark. */
export function apiPage(migration: Migration, { api, title, version }: LeftApi): string {
  const told = rowsOf(migration, api);
  const blocks = [
    `# ${title}: van ZGW 1.7 (${version}) naar ZDS 2.0`,
    summaryOf(told),
    'Gemaakt door `npm run pages` uit `spec/backlog/`. Een oordeel komt van `zds diff` op het gepubliceerde contract; een kop noemt de rij van `deviations.yaml`.',
    ...sideSection('Voor wie een client bouwt', told, 'client', ({ clients }) => CLIENT_WORDS[clients]),
    ...sideSection(
      'Voor wie een register bouwt',
      told,
      'provider',
      ({ providers }) => PROVIDER_WORDS[providers],
    ),
    ...quietSection(told),
    ...ruleSection(migration, api),
    '## De wijzigingen een voor een',
    ...told.flatMap(one => rowBlocks(one, migration.labels)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const asksNothing = ({ vendor }: DecidedRow): boolean => vendor.startsWith('Niets');

/** What the older release left undecided: first what can ask work of who read it otherwise. */
function decidedSections({ contradictions, messages, labels }: Migration): string[] {
  const blocksOf = ({ id, fact, decision, vendor }: DecidedRow): string[] => [
    `### ${id}`,
    `${escaped(fact)} Besloten: ${escaped(decision)} Overstappen: ${escaped(vendor)}`,
    ...messages
      .filter(({ about }) => about === id)
      .flatMap(pair => pairLines(pair, labels.get(pair.operation) ?? pair.operation)),
  ];
  const quiet = contradictions.filter(asksNothing);
  return [
    '## Tegenspraken in 1.x, en wat er nu geldt',
    'De gepubliceerde standaard sprak zichzelf op deze punten tegen. Wie de andere lezing bouwde, heeft hier werk.',
    ...contradictions.filter(row => !asksNothing(row)).flatMap(blocksOf),
    ...(quiet.length === 0
      ? []
      : [
          '## Tegenspraken die geen werk vragen',
          'Ook hier sprak de gepubliceerde standaard zichzelf tegen, maar wat nu geldt, verandert geen software.',
          ...quiet.flatMap(blocksOf),
        ]),
  ];
}

/** The page that leads to the others: the order to work in, and what the older release left undecided. */
export function startPage(migration: Migration, apis: readonly LeftApi[]): string {
  const lines = apis.map(one => {
    const told = rowsOf(migration, one.api);
    return `- [${one.title}](${one.api}.md): ${summaryOf(told)}`;
  });
  const blocks = [
    '# Van ZGW 1.7 naar ZDS 2.0',
    'Wat er verandert voor wie tegen ZGW 1.7 bouwde, per API. Gemaakt door `npm run pages` uit `spec/backlog/`.',
    lines.join('\n'),
    '## In deze volgorde',
    [
      '1. Zet het register op een eigen adres naast 1.x, en laat de clients een voor een overstappen.',
      '2. Genereer code opnieuw uit de bundel van de API (`zds bundle --api`). Namen van schema’s verschillen; wat alleen daarover gaat, staat per API onder *Wat niets vraagt*.',
      '3. Werk de lijst voor clients of die voor registers af, van boven naar beneden: wat breekt staat vooraan.',
      '4. Houd de berichten uit de eigen tests tegen de schema’s in die bundel.',
    ].join('\n'),
    ...ruleSection(migration, 'alle'),
    ...decidedSections(migration),
  ];
  return `${blocks.join('\n\n')}\n`;
}
