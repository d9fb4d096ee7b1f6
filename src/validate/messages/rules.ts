import type { RuleInfo } from '../../core/rule.ts';

const SCHEMA = 'OpenAPI 3.1.0, section 4.8.24';

/** What is found in messages that were really sent. Placeholders are in both languages: `{waar}` and `{where}`,
 * `{nl}` and `{en}`. */
const rule = <const Id extends string>(
  id: Id,
  severity: RuleInfo['severity'],
  texts: Pick<RuleInfo, 'message' | 'why' | 'source'>,
): RuleInfo & { readonly id: Id } => ({ id, kind: 'message', severity, ...texts });

export const MESSAGE_RULES = {
  required: rule('message-required', 'error', {
    message: { nl: '{waar}: {nl}', en: '{where}: {en}' },
    why: {
      nl: 'Wat verplicht is, daar rekent de andere kant op: zij weigert het bericht, of loopt vast.',
      en: 'The other side counts on what is required: it refuses the message, or fails on it.',
    },
    source: 'JSON Schema 2020-12 validation, section 6.5.3; OpenAPI 3.1.0, sections 4.8.12 and 4.8.13',
  }),
  type: rule('message-type', 'error', {
    message: { nl: '{waar}: {nl}', en: '{where}: {en}' },
    why: {
      nl: 'Een waarde van een ander type kan de andere kant niet lezen.',
      en: 'The other side cannot read a value of another type.',
    },
    source: 'JSON Schema 2020-12 validation, section 6.1.1',
  }),
  value: rule('message-value', 'error', {
    message: { nl: '{waar}: {nl}', en: '{where}: {en}' },
    why: {
      nl: 'De andere kant mag een bericht met zo’n waarde weigeren.',
      en: 'The other side may refuse a message with such a value.',
    },
    source: 'JSON Schema 2020-12 validation, sections 6 and 7',
  }),
  readOnly: rule('message-read-only', 'error', {
    message: {
      nl: '{waar}: dit vult het register zelf in (readOnly), en het hoort niet in een verzoek',
      en: '{where}: the server fills this in (readOnly), and it does not belong in a request',
    },
    why: {
      nl: 'De andere kant negeert of weigert zo’n waarde: wie denkt iets op te slaan, slaat niets op.',
      en: 'The other side ignores or refuses such a value: who thinks to store something stores nothing.',
    },
    source: 'JSON Schema 2020-12 validation, section 9.4',
  }),
  writeOnly: rule('message-write-only', 'error', {
    message: {
      nl: '{waar}: dit wordt alleen opgestuurd (writeOnly), en hoort niet in een antwoord',
      en: '{where}: this is only sent (writeOnly), and does not belong in a response',
    },
    why: {
      nl: 'Wat alleen opgestuurd mag worden, is vaak geheim; in een antwoord lekt het uit.',
      en: 'What may only be sent is often secret; in a response it leaks.',
    },
    source: 'JSON Schema 2020-12 validation, section 9.4',
  }),
  undocumentedName: rule('message-undocumented-name', 'error', {
    message: {
      nl: '{waar}: dit beschrijft het document niet',
      en: '{where}: the document does not describe this',
    },
    why: {
      nl: 'Wat niet beschreven is, leest de andere kant niet. Een schrijffout ziet er precies zo uit.',
      en: 'The other side does not read what is not described. A misspelt name looks exactly like this.',
    },
    source: SCHEMA,
  }),
  undocumentedParameter: rule('message-undocumented-parameter', 'error', {
    message: {
      nl: '{waar}: deze operatie heeft die parameter niet',
      en: '{where}: this operation has no such parameter',
    },
    why: {
      nl: 'Een filter dat niet bestaat, filtert niet: het antwoord bevat meer dan gevraagd, of het verzoek wordt geweigerd.',
      en: 'A filter that does not exist does not filter: the answer has more than was asked for, or the request is refused.',
    },
    source: 'OpenAPI 3.1.0, section 4.8.12',
  }),
  unknownOperation: rule('message-unknown-operation', 'error', {
    message: {
      nl: '{waar}: het document heeft deze operatie niet{nl}',
      en: '{where}: the document has no such operation{en}',
    },
    why: {
      nl: 'Wie iets aanroept wat de standaard niet heeft, werkt alleen met één product.',
      en: 'Who calls what the standard does not have works with one product only.',
    },
    source: 'OpenAPI 3.1.0, section 4.8.8',
  }),
  undocumentedStatus: rule('message-undocumented-status', 'error', {
    message: {
      nl: '{waar}: het document beschrijft status {status} niet',
      en: '{where}: the document does not describe status {status}',
    },
    why: {
      nl: 'Van een antwoord dat nergens beschreven staat, weet geen client wat het betekent.',
      en: 'No client knows what an answer means that is described nowhere.',
    },
    source: 'OpenAPI 3.1.0, section 4.8.16',
  }),
  mediaType: rule('message-media-type', 'error', {
    message: { nl: '{waar}: {nl}', en: '{where}: {en}' },
    why: {
      nl: 'Het mediatype zegt hoe het bericht gelezen moet worden; een ander leest de andere kant niet.',
      en: 'The media type tells how to read the message; the other side does not read another one.',
    },
    source: 'OpenAPI 3.1.0, section 4.8.14; RFC 9110, section 8.3',
  }),
  undocumentedBody: rule('message-undocumented-body', 'error', {
    message: {
      nl: '{waar}: er is een body, en die hoort er niet{nl}',
      en: '{where}: there is a body, and there should be none{en}',
    },
    why: {
      nl: 'Een body die niet beschreven is, wordt niet gelezen; bij sommige statussen verstoort zij de verbinding.',
      en: 'A body that is not described is not read; with some statuses it disturbs the connection.',
    },
    source: 'OpenAPI 3.1.0, sections 4.8.10 and 4.8.17; RFC 9110, section 6.4.1',
  }),
  unreadable: rule('message-unreadable', 'error', {
    message: { nl: '{waar}: {nl}', en: '{where}: {en}' },
    why: {
      nl: 'Wat niet te lezen is zoals het mediatype zegt, kan niemand verwerken.',
      en: 'What cannot be read as its media type says cannot be used by anyone.',
    },
    source: 'RFC 8259; RFC 7578',
  }),
  broken: rule('message-broken', 'error', {
    message: {
      nl: 'Deze uitwisseling is niet te lezen: {nl}',
      en: 'This exchange cannot be read: {en}',
    },
    why: {
      nl: 'Wat niet gelezen is, is ook niet gecontroleerd.',
      en: 'What was not read was not checked either.',
    },
    source: 'HTTP Archive 1.2',
  }),
  noneChecked: rule('message-none-checked', 'error', {
    message: { nl: 'Geen enkel bericht is gecontroleerd: {nl}', en: 'No message was checked: {en}' },
    why: {
      nl: 'Een verslag zonder bevindingen zou anders lijken op een goed verslag.',
      en: 'A report without findings would look like a good one otherwise.',
    },
    source: 'HTTP Archive 1.2',
  }),
  unchecked: rule('message-unchecked', 'info', {
    message: { nl: '{waar}: niet gecontroleerd: {nl}', en: '{where}: not checked: {en}' },
    why: {
      nl: 'Wat niet gecontroleerd kan worden, kan fout zijn zonder dat iemand het merkt.',
      en: 'What cannot be checked can be wrong without anyone noticing.',
    },
    source: 'HTTP Archive 1.2',
  }),
} as const satisfies Readonly<Record<string, RuleInfo>>;
