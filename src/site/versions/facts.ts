import type { Json } from '../../core/json.ts';
import { type ShownOperation, schemaOf } from '../operation/operations.ts';
import type { Entry } from '../page.ts';
import { textOf } from '../reference.ts';
import { formsIn } from '../schema/attributes.ts';
import type { Shape } from '../schema/shape.ts';
import { literalOf, plainWords } from '../schema/word.ts';
import { typeWords } from '../schema/words.ts';
import type { Place, Site } from '../site.ts';
import { slugOf } from '../slug.ts';

/** What a page says of one thing, in two parts: what travels, and what only people read. */
export interface Facts {
  readonly kind: 'attribute' | 'value' | 'operation' | 'parameter' | 'type' | 'status';
  readonly name: string;
  readonly place: Place;
  /** Of a parameter its operation, of a value what it is a value of: the anchor of that. */
  readonly within?: string;
  readonly contract: string;
  readonly text: string;
}

/** What a site says of each thing that has an address, in the order of the pages. */
export function factsOf(site: Site, entries: readonly Entry[]): Facts[] {
  const operations = new Map(
    [...site.placeOfOperation].map(([operation, { file, anchor }]) => [`${file}#${anchor}`, operation]),
  );
  return entries.flatMap((entry): Facts[] => {
    const { kind, name, place } = entry;
    if (kind === 'attribute') return [{ kind, name, place, ...attributeFacts(site, entry) }];
    if (kind === 'type') {
      const schema = { $ref: `#/components/schemas/${name}` };
      return [{ kind, name, place, ...schemaFacts(site, schema) }];
    }
    if (kind === 'status') return [{ kind, name, place, contract: '', text: '' }];
    const within = slugOf(entry.context);
    if (kind === 'value') return [{ kind, name, place, within, contract: '', text: entry.about ?? '' }];
    if (kind === 'parameter') return [{ kind, name, place, within, ...parameterFacts(site, entry) }];
    const operation = operations.get(`${place.file}#${place.anchor}`);
    return operation && (kind === 'operation' || kind === 'webhook')
      ? [{ kind: 'operation', name, place, ...operationFacts(site, operation) }]
      : [];
  });
}

type Said = Pick<Facts, 'contract' | 'text'>;

const said = (contract: unknown, text: unknown): Said => ({
  contract: JSON.stringify(contract),
  text: JSON.stringify(text),
});

function attributeFacts(site: Site, { schema = {}, attribute, name }: Entry): Said {
  if (attribute === undefined) return schemaFacts(site, schema);
  const forms = formsIn(attribute.forms).map(form => [
    form,
    contractOf(site, attribute.forms[form] ?? {}, name),
  ]);
  return said([attribute.presence, forms], textsOf(site.shapeOf(schema)));
}

const schemaFacts = (site: Site, schema: Json): Said =>
  said(contractOf(site, schema), textsOf(site.shapeOf(schema)));

function parameterFacts(site: Site, { parameter }: Entry): Said {
  if (parameter === undefined) return said('', '');
  const { in: place, required, object, schema, contents } = parameter;
  const { description, example, examples, ...own } = object;
  const plain = Object.entries(own).filter(([, value]) => typeof value !== 'object');
  return said(
    [place, required, plain, contents.map(({ name }) => name), contractOf(site, schema)],
    [textOf(description), example, examples, textsOf(site.shapeOf(schema))],
  );
}

/** Keywords that words and values tell already, or that people alone read. */
const TOLD = /^(title|description|examples?|externalDocs|enum|x-.*)$/;

/** Properties have rows of their own; a group says how many it has and which of them are required. */
function contractOf(site: Site, schema: Json, name?: string): unknown {
  const shape = site.shapeOf(schema);
  const plain = Object.entries(shape.keywords).filter(
    ([keyword, value]) => !TOLD.test(keyword) && (value === null || typeof value !== 'object'),
  );
  return [
    plainWords(typeWords({ ...site, lang: 'en' }, schema, name)),
    shape.values?.map(literalOf),
    Object.fromEntries(plain),
    [...shape.properties.keys()].filter(key => shape.required.has(key)),
    shape.variants.map(({ code }) => code),
    shape.items === undefined ? undefined : itemsOf(site.shapeOf(shape.items)),
  ];
}

const itemsOf = ({ values, types }: Shape): unknown => [types, values?.map(literalOf)];

const textsOf = ({ keywords }: Shape): unknown => [
  keywords.title,
  keywords.description,
  keywords['x-enumDescriptions'],
  keywords.example,
  keywords.examples,
];

function operationFacts(site: Site, operation: ShownOperation): Said {
  const { method, path, security, deprecated, request, contents, responses } = operation;
  const bodies = (media: ShownOperation['contents']): unknown => [
    media.map(({ name }) => name),
    bodyWords(site, schemaOf(media)),
  ];
  return said(
    [
      [method, path, deprecated, security, request.required === true, bodies(contents)],
      responses.map(one => [one.status, bodies(one.contents), one.headers.map(({ name }) => name)]),
    ],
    [
      [operation.summary, operation.object.description, operation.object['x-zds-rules']],
      responses.map(({ object }) => textOf(object.description)),
    ],
  );
}

const bodyWords = (site: Site, schema: Json | undefined): string =>
  schema === undefined ? '' : plainWords(typeWords({ ...site, lang: 'en' }, schema));
