import { isObject, isString, type Json, member } from '../../src/core/json.ts';
import { type Pointer, tokens, valueAt } from '../../src/core/pointer.ts';

/** What is told of one document: the pointers of the official linter by its rules, and ours by our rules. */
export interface Told {
  readonly root: Json;
  readonly official: Readonly<Record<string, readonly Pointer[]>>;
  readonly ours: Readonly<Record<string, readonly Pointer[]>>;
}

/** Why only one of the two tells a place, in the words of the page; the first that holds counts. */
type Reasons = readonly (readonly [reason: string, holds: (at: Pointer, root: Json) => boolean])[];

interface Topic {
  readonly what: string;
  readonly official: readonly string[];
  readonly ours: readonly string[];
  /** The place that both mean, where they point at other keys of it. */
  readonly place?: (at: Pointer) => Pointer;
  readonly officialOnly?: Reasons;
  readonly oursOnly?: Reasons;
}

const answerOf = (at: Pointer): Pointer =>
  at.replace(/\/(headers|content)(\/.*)?$/, '').replace(/\/properties$/, '');
const nameOf = (at: Pointer): string => tokens(at).at(-1) ?? '';
const typeAt = (at: Pointer, root: Json): Json | undefined => member(valueAt(root, at), 'type');

function asksForInput(at: Pointer, root: Json): boolean {
  const [, path = '', method = ''] = tokens(at);
  const item = member(member(root, 'paths'), path);
  const operation = member(item, method);
  const parameters = [member(item, 'parameters'), member(operation, 'parameters')].flat();
  const isQuery = (entry: Json | undefined) => member(entry, 'in') === 'query';
  return member(operation, 'requestBody') !== undefined || parameters.some(isQuery);
}

/** The rules that both have, with the reason for each place that only one of them tells. */
export const topics: readonly Topic[] = [
  {
    what: 'version header',
    official: ['nlgov:missing-version-header', 'nlgov:missing-header'],
    ours: ['adr-version-header'],
    place: answerOf,
    officialOnly: [
      [
        'the answer stands behind a file that was not read',
        (at, root) => {
          const ref = member(valueAt(root, at), '$ref');
          return isString(ref) && ref.startsWith('https:');
        },
      ],
    ],
    oursOnly: [
      ['the answer is 4xx or 5xx; the text says every response', at => /\/[45](\d\d|XX)$/.test(at)],
      ['the answer is a component, for 4xx, 5xx', at => at.startsWith('/components/responses/')],
    ],
  },
  {
    what: '400 for wrong input',
    official: ['nlgov:problem-invalid-input'],
    ours: ['adr-invalid-input'],
    place: at =>
      tokens(at).length < 3 ? at : at.replace(/\/(responses|parameters|requestBody)(\/.*)?$/, ''),
    officialOnly: [
      ['the operation has no query parameter and no body', (at, root) => !asksForInput(at, root)],
      ['`4XX` is there', (at, root) => member(member(valueAt(root, at), 'responses'), '4XX') !== undefined],
    ],
  },
  {
    what: 'problem details',
    official: ['nlgov:use-problem-schema', 'nlgov:problem-schema-members'],
    ours: ['adr-problem-details'],
    place: answerOf,
    oursOnly: [
      ['the answer is a range, 4XX or 5XX', at => /\/[45]XX$/.test(at)],
      ['the answer has no content', (at, root) => member(valueAt(root, at), 'content') === undefined],
    ],
  },
  {
    what: 'kebab case',
    official: ['nlgov:paths-kebab-case'],
    ours: ['adr-path-segments-kebab-case'],
    officialOnly: [
      ['the last segment begins with `_`, which the text allows', at => nameOf(at).includes('/_')],
    ],
  },
  {
    what: 'major version in the url',
    official: ['nlgov:include-major-version-in-uri'],
    ours: ['adr-uri-version'],
    oursOnly: [
      [
        'the url says v1 and `info.version` 2 (a warning)',
        (at, root) =>
          String(valueAt(root, at)).endsWith('/v1') &&
          String(valueAt(root, '/info/version')).startsWith('2.'),
      ],
    ],
  },
  { what: 'query keys', official: ['nlgov:query-keys-camel-case'], ours: ['adr-query-keys-camel-case'] },
  {
    what: 'dates without a format',
    official: ['nlgov:specify-format-for-date-and-time', 'nlgov:time-without-timezone'],
    ours: ['adr-date-time-format'],
    officialOnly: [
      ['`datum` is a boolean', (at, root) => typeAt(at, root) === 'boolean'],
      ['`datum` is an object', (at, root) => isObject(valueAt(root, at))],
    ],
    oursOnly: [
      ['`…_at` and `timestamp…` are moments too', at => /_at$|\/name$/.test(at)],
      ['a schema with format `time`, outside `properties`', at => at.endsWith('/format')],
    ],
  },
  {
    what: 'date-time where a date is meant',
    official: ['nlgov:use-date-instead-of-datetime'],
    ours: ['adr-date-omit-time-portion'],
    place: at => at.replace(/\/format$/, ''),
    oursOnly: [['`registratiedatum`, and its bounds', at => nameOf(at).startsWith('registratiedatum')]],
  },
  {
    what: 'date-time without a zone',
    official: ['nlgov:date-time-ensure-timezone'],
    ours: ['adr-date-time-timezone'],
    oursOnly: [
      [
        'an example in an answer with another offset (a warning)',
        (at, root) => /\+\d\d:\d\d$/.test(String(valueAt(root, at))),
      ],
      ['an example without a zone', at => nameOf(at) === 'example'],
    ],
  },
  {
    what: 'examples of parameters and content',
    official: ['oas3-valid-media-example'],
    ours: ['oas-valid-media-type-examples', 'oas-valid-parameter-examples'],
    oursOnly: [
      ['another member of the same example is wrong too', at => nameOf(at) === 'temporal'],
      ['`coordinates` of a geometry hold a text', at => /\/geometry\/coordinates\/0$/.test(at)],
    ],
  },
  {
    what: 'examples of schemas',
    official: ['oas3-valid-schema-example'],
    ours: ['oas-valid-schema-examples'],
    oursOnly: [
      ['formats `time` and `date-time`', at => /\/Answer(Date)?Time\//.test(at)],
      ['an object without its required member', at => at.includes('/Surface/')],
      ['a list where `oneOf` asks for a text or a number', at => at.includes('/resolution/')],
    ],
  },
  {
    what: 'contact',
    official: ['info-contact', 'nlgov:info-contact-fields-exist'],
    ours: ['adr-doc-openapi-contact'],
  },
  { what: 'servers', official: ['oas3-api-servers'], ours: ['adr-servers-present'], place: () => '' },
  { what: 'semantic version', official: ['nlgov:semver'], ours: ['adr-semver'] },
  { what: 'file that was not read', official: ['invalid-ref'], ours: ['oas-file-unread'] },
];

/** Every official rule that told something, without the topics above: none is passed over. */
export const unmatched = (told: Iterable<Told>): string[] => {
  const known = new Set(topics.flatMap(({ official }) => official));
  return [...new Set([...told].flatMap(({ official }) => Object.keys(official)))].filter(
    rule => !known.has(rule),
  );
};

/** A row of the page: distinct places of the official linter, ours, those of both, and why the others differ. */
export function rowOf(topic: Topic, told: Iterable<Told>): string {
  const { place = at => at } = topic;
  const count = { official: 0, ours: 0, both: 0 };
  const reasons: Record<'officialOnly' | 'oursOnly', string[]> = { officialOnly: [], oursOnly: [] };
  for (const { root, official, ours } of told) {
    const placesOf = (rules: readonly string[], by: typeof official) =>
      new Set(rules.flatMap(rule => by[rule] ?? []).map(place));
    const theirs = placesOf(topic.official, official);
    const own = placesOf(topic.ours, ours);
    count.official += theirs.size;
    count.ours += own.size;
    count.both += [...theirs].filter(at => own.has(at)).length;
    const because = (list: Reasons | undefined, at: Pointer) =>
      list?.find(([, holds]) => holds(at, root))?.[0] ?? `no reason for ${at}`;
    reasons.officialOnly.push(
      ...[...theirs].filter(at => !own.has(at)).map(at => because(topic.officialOnly, at)),
    );
    reasons.oursOnly.push(...[...own].filter(at => !theirs.has(at)).map(at => because(topic.oursOnly, at)));
  }
  const cells = [
    count.official,
    count.ours,
    count.both,
    listed(reasons.officialOnly),
    listed(reasons.oursOnly),
  ];
  return `| ${topic.what} | ${cells.join(' | ')} |`;
}

/** Each reason once, with how often it holds. */
const listed = (reasons: readonly string[]): string =>
  [...new Set(reasons)]
    .map(reason => `${reasons.filter(other => other === reason).length}: ${reason}`)
    .join('; ');
