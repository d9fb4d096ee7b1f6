import type { Lang, Text } from '../core/text.ts';
import { CONTENT_LABELS } from './content-labels.ts';

/** The words that the pages add to the document. */
export const LABELS = {
  ...CONTENT_LABELS,
  home: { nl: 'Overzicht', en: 'Overview' },
  skip: { nl: 'Naar de inhoud', en: 'Skip to content' },
  menu: { nl: 'Menu', en: 'Menu' },
  navigation: { nl: 'Navigatie', en: 'Navigation' },
  path: { nl: 'Kruimelpad', en: 'Breadcrumbs' },
  resources: { nl: 'Resources', en: 'Resources' },
  resource: { nl: 'resource', en: 'resource' },
  attributes: { nl: 'Attributen', en: 'Attributes' },
  attribute: { nl: 'attribuut', en: 'attribute' },
  attributeHead: { nl: 'Attribuut', en: 'Attribute' },
  operations: { nl: 'Operaties', en: 'Operations' },
  operation: { nl: 'operatie', en: 'operation' },
  types: { nl: 'Gegevenstypen', en: 'Data types' },
  type: { nl: 'gegevenstype', en: 'data type' },
  errors: { nl: 'Foutantwoorden', en: 'Error responses' },
  register: { nl: 'Index A–Z', en: 'Index A–Z' },
  webhook: { nl: 'webhook', en: 'webhook' },
  version: { nl: 'Versie', en: 'Version' },
  status: { nl: 'Status', en: 'Status' },
  servers: { nl: 'Servers', en: 'Servers' },
  security: { nl: 'Toegang', en: 'Access' },
  scopes: { nl: 'Scopes', en: 'Scopes' },
  parameters: { nl: 'Parameters', en: 'Parameters' },
  headers: { nl: 'Headers', en: 'Headers' },
  request: { nl: 'Verzoek', en: 'Request' },
  response: { nl: 'Antwoord', en: 'Response' },
  otherResponses: { nl: 'Overige antwoorden', en: 'Other responses' },
  noBody: { nl: 'zonder inhoud', en: 'without a body' },
  example: { nl: 'Voorbeeld', en: 'Example' },
  curl: { nl: 'Met curl', en: 'With curl' },
  rules: { nl: 'Bedrijfsregels', en: 'Business rules' },
  stories: { nl: 'Gebruikersverhalen', en: 'User stories' },
  required: { nl: 'verplicht', en: 'required' },
  optional: { nl: 'optioneel', en: 'optional' },
  absent: { nl: 'niet', en: 'not' },
  readOnly: { nl: 'alleen lezen', en: 'read only' },
  writeOnly: { nl: 'alleen schrijven', en: 'write only' },
  deprecated: { nl: 'verouderd', en: 'deprecated' },
  sunset: { nl: 'vervalt op {date}', en: 'goes away on {date}' },
  deprecatedValues: { nl: 'Verouderde waarden: {values}', en: 'Deprecated values: {values}' },
  default: { nl: 'Standaard', en: 'Default' },
  values: { nl: '{n} waarden', en: '{n} values' },
  nested: { nl: '{n} attributen van {name}', en: '{n} attributes of {name}' },
  variants: { nl: 'Varianten', en: 'Variants' },
  variantsBy: { nl: 'De waarde van {name} bepaalt de vorm.', en: 'The value of {name} decides the form.' },
  choices: { nl: 'Ten minste een van: {sets}.', en: 'At least one of: {sets}.' },
  name: { nl: 'Naam', en: 'Name' },
  description: { nl: 'Betekenis', en: 'Meaning' },
  where: { nl: 'Waar', en: 'Where' },
  usedBy: { nl: 'Gebruikt door', en: 'Used by' },
  read: { nl: 'Lezen', en: 'Read' },
  create: { nl: 'Aanmaken', en: 'Create' },
  replace: { nl: 'Vervangen', en: 'Replace' },
  patch: { nl: 'Wijzigen', en: 'Patch' },
  value: { nl: 'Aanwezig', en: 'Present' },
  sent: { nl: 'Verzoek', en: 'Request' },
  legend: {
    nl: 'Verplicht betekent in een antwoord: altijd aanwezig. Verplicht in een verzoek: zonder dit attribuut wordt het geweigerd.',
    en: 'Required in a response means: always present. Required in a request: refused without this attribute.',
  },
  inForm: { nl: 'in de vorm {form}', en: 'in the form {form}' },
  pageOf: { nl: 'pagina met', en: 'page of' },
  model: { nl: 'Informatiemodel', en: 'Information model' },
  filter: { nl: 'Filter op naam', en: 'Filter by name' },
  found: { nl: '{n} gevonden', en: '{n} found' },
  registerIntro: {
    nl: 'Alle resources, operaties, attributen en gegevenstypen op naam.',
    en: 'All resources, operations, attributes and data types by name.',
  },
  errorsIntro: {
    nl: 'Wat een register antwoordt als een verzoek niet lukt, en bij welke operaties dat voorkomt.',
    en: 'What a server answers when a request does not succeed, and for which operations.',
  },
  typesIntro: {
    nl: 'Groepen gegevens en codelijsten die in verzoeken en antwoorden terugkomen.',
    en: 'Groups of data and code lists that occur in requests and responses.',
  },
  errorCodes: { nl: 'Foutcodes in de voorbeelden', en: 'Error codes in the examples' },
  code: { nl: 'Code', en: 'Code' },
  field: { nl: 'Veld', en: 'Field' },
  counts: {
    nl: '{resources} resources, {operations} operaties, {types} gegevenstypen',
    en: '{resources} resources, {operations} operations, {types} data types',
  },
  callbacks: { nl: 'Callbacks', en: 'Callbacks' },
  dangling: { nl: 'verwijzing die nergens heen leidt: {ref}', en: 'reference that leads nowhere: {ref}' },
  standard: { nl: 'Documentatie', en: 'Documentation' },
  untagged: { nl: 'Overig', en: 'Other' },
  about: { nl: 'Over deze standaard', en: 'About' },
  reading: { nl: 'Zo leest u deze documentatie', en: 'How to read this documentation' },
  readingText: {
    nl: 'Elke resource heeft een pagina met zijn attributen en operaties. Bij een attribuut staat in welke vorm het voorkomt: bij lezen, aanmaken (POST), vervangen (PUT) en wijzigen (PATCH). Elk attribuut en elke operatie heeft een eigen adres, zodat u ernaar kunt verwijzen.',
    en: 'Each resource has a page with its attributes and operations. An attribute tells in which form it occurs: read, create (POST), replace (PUT) and patch (PATCH). Each attribute and each operation has its own address, so that you can link to it.',
  },
} as const satisfies Record<string, Text>;

export type Label = keyof typeof LABELS;

/** Words of the Dutch and English language that no other of the two has. */
const STOP_WORDS: Readonly<Record<Lang, RegExp>> = {
  nl: /\b(de|het|een|van|dat|wordt|zijn|voor|niet|deze)\b/gi,
  en: /\b(the|of|and|that|this|with|for|are|which|from)\b/gi,
};

/** The language that a text is mostly in. */
export function languageOf(text: string): Lang {
  const count = (lang: Lang): number => text.match(STOP_WORDS[lang])?.length ?? 0;
  return count('en') > count('nl') ? 'en' : 'nl';
}
