import type { Verdict } from '../../../src/core/finding.ts';
import { isArray, isObject, isString, type Json, type JsonObject } from '../../../src/core/json.ts';
import { join, type Pointer, tokens } from '../../../src/core/pointer.ts';
import { at, entries, operationPlaces, type Place, type Places, placesIn, type Reach } from './places.ts';

/** A document that is edited, and what its messages hold. */
export interface Subject {
  readonly label: string;
  readonly root: JsonObject;
  readonly places: Places;
}

export const subjectOf = (label: string, root: JsonObject): Subject => ({
  label,
  root,
  places: placesIn(root),
});

/** One edit at one place, and the only finding that it may give. */
export interface Injection {
  readonly pointer: Pointer;
  readonly apply: (copy: JsonObject) => void;
  readonly rule: string;
  /** Of the finding; absent where it is long or depends on the surroundings. */
  readonly name?: string;
  readonly clients: Verdict;
  readonly providers: Verdict;
  /** `put-resets` stands beside an optional member that PUT may forget. */
  readonly besides?: readonly string[];
}

/** A kind of edit, and all its places in a document. */
export type Edit = readonly [what: string, find: (subject: Subject) => Injection[]];

const VERDICTS: Readonly<Record<string, Verdict>> = { B: 'breaking', W: 'warning', i: 'info', '-': 'none' };
const RANK = '-iWB';

/** Verdicts as `Bi/iB`: clients and providers where a request reaches the place, and where a response does. */
const judged = (table: string, reaches: readonly Pick<Reach, 'direction'>[]) => {
  const [request = '--', response = '--'] = table.split('/');
  const letters = reaches.map(({ direction }) => (direction === 'request' ? request : response));
  const worst = (index: number): Verdict =>
    VERDICTS[
      letters.map(pair => pair[index] ?? '-').sort((a, b) => RANK.indexOf(b) - RANK.indexOf(a))[0] ?? '-'
    ] ?? 'none';
  return { clients: worst(0), providers: worst(1) };
};

type Members = { [name: string]: Json | undefined };

/** The object at a pointer of a copy, to be changed. */
const open = (copy: JsonObject, pointer: Pointer): Members => {
  const value = at(copy, pointer);
  if (!isObject(value)) throw new Error(`no object at ${pointer}`);
  return value as Members;
};

const parentOf = (pointer: Pointer): Pointer => pointer.slice(0, pointer.lastIndexOf('/'));
const holderOf = (property: Pointer): Pointer => parentOf(parentOf(property));
const isOld = ({ root }: Subject): boolean => String(root.openapi).startsWith('3.0');
const without = (list: Json | undefined, gone: Json): Json[] =>
  (isArray(list) ? list : []).filter(item => item !== gone);

/** Properties, and what they refer to, that nothing else decides about. */
const plain = ({ places }: Subject): (Place & { value: JsonObject; name: string })[] =>
  places.schemas.flatMap(place => {
    const name = [...place.names].sort().join('+');
    const { value, reaches } = place;
    // A whole body is called after its component.
    if (!isObject(value) || place.names.has('body') || reaches.some(reach => reach.isContested)) return [];
    return [{ ...place, value, name }];
  });

type Plain = ReturnType<typeof plain>[number];

/** Properties alone: the nearest annotation counts, whatever stands further on. */
const properties = (subject: Subject): Plain[] => plain(subject).filter(isProperty);

const isProperty = ({ pointer }: Place): boolean => tokens(pointer).at(-2) === 'properties';

/** An edit of the schema of a property: what it needs, what it does, and how it is judged. */
const schemaEdit = (
  what: string,
  rule: string,
  table: string,
  suits: (schema: JsonObject) => boolean,
  change: (schema: Members) => void,
  places: (subject: Subject) => Plain[] = plain,
): Edit => [
  what,
  subject =>
    places(subject)
      .filter(({ value }) => value.$ref === undefined && suits(value))
      .map(({ pointer, name, reaches }) => ({
        pointer,
        name,
        rule,
        apply: copy => change(open(copy, pointer)),
        ...judged(table, reaches),
      })),
];

const TIGHTER = 'Bi/iB';
const LOOSER = 'iB/Bi';

const isType = (schema: JsonObject, type: string): boolean => schema.type === type;
const LIMITS = [
  'enum',
  'const',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'allOf',
  'oneOf',
  'anyOf',
  'not',
];
const isPlainString = (schema: JsonObject): boolean =>
  isType(schema, 'string') && LIMITS.every(limit => schema[limit] === undefined);
const isString_ = (schema: JsonObject): boolean =>
  isType(schema, 'string') &&
  schema.enum === undefined &&
  schema.const === undefined &&
  schema.format === undefined;
const isNumber = (schema: JsonObject): boolean => ['integer', 'number'].includes(String(schema.type));
const isFreeNumber = (schema: JsonObject): boolean =>
  isNumber(schema) &&
  schema.minimum === undefined &&
  schema.maximum === undefined &&
  schema.enum === undefined;
const isArraySchema = (schema: JsonObject): boolean =>
  isType(schema, 'array') && schema.contains === undefined;
const long = (value: Json | undefined): value is number =>
  typeof value === 'number' && value > 2 && value < 5_000;
const choices = (schema: JsonObject): readonly Json[] => (isArray(schema.enum) ? schema.enum : []);
const ASSERTED = ['date', 'date-time', 'uri', 'uuid', 'email'];

const SCHEMA_EDITS: readonly Edit[] = [
  schemaEdit(
    'maxLength smaller',
    'max-length-tightened',
    TIGHTER,
    s =>
      isString_(s) && s.pattern === undefined && long(s.maxLength) && Number(s.minLength ?? 0) < s.maxLength,
    s => {
      s.maxLength = Number(s.maxLength) - 1;
    },
  ),
  schemaEdit(
    'maxLength larger',
    'max-length-loosened',
    LOOSER,
    s => isString_(s) && s.pattern === undefined && long(s.maxLength),
    s => {
      s.maxLength = Number(s.maxLength) + 1;
    },
  ),
  schemaEdit(
    'maxLength dropped',
    'max-length-loosened',
    LOOSER,
    s => isString_(s) && s.pattern === undefined && long(s.maxLength),
    s => {
      delete s.maxLength;
    },
  ),
  schemaEdit('maxLength added', 'max-length-tightened', TIGHTER, isPlainString, s => {
    s.maxLength = 40;
  }),
  schemaEdit(
    'minLength added',
    'min-length-tightened',
    TIGHTER,
    s => isString_(s) && s.pattern === undefined && s.minLength === undefined,
    s => {
      s.minLength = 1;
    },
  ),
  schemaEdit('pattern added', 'pattern-tightened', TIGHTER, isPlainString, s => {
    s.pattern = '^[a-z]{3}$';
  }),
  schemaEdit(
    'format dropped',
    'format-loosened',
    LOOSER,
    s =>
      isType(s, 'string') &&
      ASSERTED.includes(String(s.format)) &&
      s.maxLength === undefined &&
      s.minLength === undefined &&
      s.pattern === undefined,
    s => {
      delete s.format;
    },
  ),
  schemaEdit(
    'format becomes another',
    'format-changed',
    'BB/BB',
    s => isType(s, 'string') && s.format === 'date',
    s => {
      s.format = 'uuid';
    },
  ),
  schemaEdit(
    'enumeration loses a value',
    'enum-value-removed',
    TIGHTER,
    s => choices(s).length > 1,
    s => {
      s.enum = choices(s as JsonObject).slice(1);
    },
  ),
  schemaEdit(
    'enumeration gains a value',
    'enum-value-added',
    'iB/Wi',
    s => choices(s).length > 0 && isType(s, 'string'),
    s => {
      s.enum = [...choices(s as JsonObject), 'nieuwe_waarde'];
    },
  ),
  schemaEdit(
    'enumeration dropped',
    'enum-dropped',
    LOOSER,
    s => choices(s).length > 0 && isType(s, 'string'),
    s => {
      delete s.enum;
    },
  ),
  schemaEdit('enumeration comes', 'enum-added', TIGHTER, isPlainString, s => {
    s.enum = ['een', 'twee'];
  }),
  schemaEdit('text becomes number', 'type-changed', 'BB/BB', isPlainString, s => {
    s.type = 'integer';
  }),
  schemaEdit('text becomes object', 'type-changed', 'BB/BB', isPlainString, s => {
    s.type = 'object';
    s.properties = { waarde: { type: 'string' } };
  }),
  schemaEdit(
    'boolean becomes text',
    'type-changed',
    'BB/BB',
    s => isType(s, 'boolean') && s.enum === undefined,
    s => {
      s.type = 'string';
    },
  ),
  schemaEdit(
    'integer becomes number',
    'type-changed',
    LOOSER,
    s => isType(s, 'integer') && s.format === undefined && s.enum === undefined,
    s => {
      s.type = 'number';
    },
  ),
  schemaEdit('minimum added', 'minimum-tightened', TIGHTER, isFreeNumber, s => {
    s.minimum = 1;
  }),
  schemaEdit('maximum added', 'maximum-tightened', TIGHTER, isFreeNumber, s => {
    s.maximum = 9;
  }),
  schemaEdit('multipleOf added', 'multiple-of-tightened', TIGHTER, isFreeNumber, s => {
    s.multipleOf = 5;
  }),
  schemaEdit(
    'an array needs an item',
    'min-items-tightened',
    TIGHTER,
    s => isArraySchema(s) && s.minItems === undefined,
    s => {
      s.minItems = 1;
    },
  ),
  schemaEdit(
    'an array gets an end',
    'max-items-tightened',
    TIGHTER,
    s => isArraySchema(s) && s.maxItems === undefined && s.minItems === undefined,
    s => {
      s.maxItems = 1;
    },
  ),
  schemaEdit(
    'items need not differ',
    'unique-items-loosened',
    LOOSER,
    s => isArraySchema(s) && s.uniqueItems === true,
    s => {
      delete s.uniqueItems;
    },
  ),
  schemaEdit(
    'items must differ',
    'unique-items-tightened',
    TIGHTER,
    s => isArraySchema(s) && s.uniqueItems === undefined && s.maxItems === undefined,
    s => {
      s.uniqueItems = true;
    },
  ),
  [
    'null added',
    subject =>
      properties(subject)
        .filter(
          ({ value }) =>
            isString(value.type) &&
            value.enum === undefined &&
            value.const === undefined &&
            value.nullable !== true,
        )
        .map(({ pointer, name, reaches }) => ({
          pointer,
          name,
          rule: 'null-added',
          apply: copy => {
            const schema = open(copy, pointer);
            if (isOld(subject)) schema.nullable = true;
            else schema.type = [String(schema.type), 'null'];
          },
          ...judged(LOOSER, reaches),
        })),
  ],
  [
    'null removed',
    subject =>
      properties(subject)
        .filter(({ value }) => value.enum === undefined && value.$ref === undefined)
        .filter(({ value }) =>
          isOld(subject)
            ? value.nullable === true && isString(value.type)
            : isArray(value.type) && value.type.length === 2 && value.type.includes('null'),
        )
        .map(({ pointer, name, reaches }) => ({
          pointer,
          name,
          rule: 'null-removed',
          apply: copy => {
            const schema = open(copy, pointer);
            if (isOld(subject)) delete schema.nullable;
            else schema.type = without(schema.type, 'null')[0];
          },
          ...judged(TIGHTER, reaches),
        })),
  ],
  schemaEdit(
    'a body default comes',
    'body-default-changed',
    'ii/ii',
    s => isPlainString(s) && s.default === undefined,
    s => {
      s.default = 'gewoon';
    },
    properties,
  ),
  schemaEdit(
    'a property is deprecated',
    'deprecated',
    'ii/ii',
    s => s.deprecated !== true,
    s => {
      s.deprecated = true;
    },
    properties,
  ),
  schemaEdit(
    'a text changes',
    'text-changed',
    'ii/ii',
    s => isString(s.description),
    s => {
      s.description = 'Een andere tekst.';
    },
    properties,
  ),
];

/** Whether the part that holds a property is the only one that says whether it is required. */
const requiredHere = ({ root }: Subject, { pointer, name }: Plain): boolean => {
  const list = at(root, join(holderOf(pointer), 'required'));
  return isArray(list) && list.includes(name);
};

const everywhere = ({ reaches }: Plain, isRequired: boolean): boolean =>
  reaches.every(reach => reach.isRequired === isRequired);

const resets = (reaches: readonly Reach[]): { besides?: readonly string[] } =>
  reaches.some(({ isPut, direction }) => isPut && direction === 'request') ? { besides: ['put-resets'] } : {};

const memberEdit = (
  what: string,
  rule: string,
  table: string,
  suits: (place: Plain, subject: Subject) => boolean,
  change: (holder: Members, name: string) => void,
): Edit => [
  what,
  subject =>
    properties(subject)
      .filter(place => suits(place, subject))
      .map(({ pointer, name, reaches }) => ({
        pointer,
        name,
        rule,
        apply: copy => change(open(copy, holderOf(pointer)), name),
        ...judged(table, reaches),
      })),
];

const dropMember = (holder: Members, name: string): void => {
  const { [name]: _, ...others } = isObject(holder.properties) ? holder.properties : {};
  holder.properties = others;
  if (isArray(holder.required)) holder.required = without(holder.required, name);
};

/** An object that keeps at least one property, so that it does not become free-form. */
const hasOthers = ({ root }: Subject, { pointer }: Plain): boolean =>
  entries(at(root, parentOf(pointer))).length > 1;

const NEW_NAME = 'nieuwAttribuut';

const addMember = (what: string, rule: string, table: string, isRequired: boolean): Edit => [
  what,
  ({ places }) =>
    places.objects
      .filter(
        ({ value, reaches }) =>
          isObject(value) &&
          isObject(value.properties) &&
          value.additionalProperties === undefined &&
          value.unevaluatedProperties === undefined &&
          reaches.every(reach => !reach.isContested),
      )
      .map(({ pointer, reaches }) => ({
        pointer,
        name: NEW_NAME,
        rule,
        apply: copy => {
          const holder = open(copy, pointer);
          holder.properties = {
            ...(isObject(holder.properties) ? holder.properties : {}),
            [NEW_NAME]: { type: 'string' },
          };
          if (isRequired) holder.required = [...(isArray(holder.required) ? holder.required : []), NEW_NAME];
        },
        ...judged(table, reaches),
        ...(isRequired ? {} : resets(reaches)),
      })),
];

const MEMBER_EDITS: readonly Edit[] = [
  memberEdit(
    'optional property removed',
    'property-removed',
    'Wi/Wi',
    (place, subject) => everywhere(place, false) && hasOthers(subject, place),
    dropMember,
  ),
  memberEdit(
    'required property removed',
    'property-removed',
    'WB/Bi',
    (place, subject) => everywhere(place, true) && requiredHere(subject, place) && hasOthers(subject, place),
    dropMember,
  ),
  addMember('optional property added', 'property-added', 'iW/iW', false),
  addMember('required property added', 'property-added', 'BW/iB', true),
  memberEdit(
    'optional becomes required',
    'required-added',
    TIGHTER,
    place => everywhere(place, false),
    (holder, name) => {
      holder.required = [...(isArray(holder.required) ? holder.required : []), name];
    },
  ),
  memberEdit(
    'required becomes optional',
    'required-removed',
    LOOSER,
    (place, subject) => everywhere(place, true) && requiredHere(subject, place),
    (holder, name) => {
      holder.required = without(holder.required, name);
    },
  ),
  [
    'readOnly set on an optional property',
    subject =>
      properties(subject)
        .filter(
          place =>
            everywhere(place, false) &&
            place.value.$ref === undefined &&
            place.value.writeOnly === undefined &&
            hasOthers(subject, place),
        )
        .filter(({ reaches }) => reaches.some(({ direction }) => direction === 'request'))
        .map(({ pointer, name, reaches }) => ({
          pointer,
          name,
          rule: 'read-only-set',
          apply: copy => {
            open(copy, pointer).readOnly = true;
          },
          ...judged('Wi/--', reaches),
        })),
  ],
  [
    'no members beside those named',
    ({ places }) =>
      places.objects
        .filter(
          ({ value, reaches, names }) =>
            isObject(value) &&
            isObject(value.properties) &&
            value.additionalProperties === undefined &&
            names.size === 1 &&
            reaches.every(reach => !reach.isContested && reach.isAlone),
        )
        .map(({ pointer, reaches }) => ({
          pointer,
          rule: 'additional-properties-tightened',
          apply: copy => {
            open(copy, pointer).additionalProperties = false;
          },
          ...judged('ii/ii', reaches),
        })),
  ],
];

const asked = [{ direction: 'request' as const }];
const answered = [{ direction: 'response' as const }];

/** An edit of an operation. */
const operationEdit = (
  what: string,
  find: (operation: ReturnType<typeof operationPlaces>[number], root: JsonObject) => Injection[],
): Edit => [what, ({ root }) => operationPlaces(root).flatMap(operation => find(operation, root))];

const isReferenced = (value: Json | undefined): boolean => isObject(value) && isString(value.$ref);

/** Parameters that are written in the operation itself. */
const ownParameters = ({
  pointer,
  value,
}: ReturnType<typeof operationPlaces>[number]): { pointer: Pointer; parameter: JsonObject; name: string }[] =>
  (isArray(value.parameters) ? value.parameters : []).flatMap((parameter, index) =>
    isObject(parameter) &&
    isString(parameter.name) &&
    parameter.in !== 'path' &&
    !['authorization', 'accept', 'content-type'].includes(parameter.name.toLowerCase())
      ? [
          {
            pointer: join(pointer, 'parameters', index),
            parameter,
            name: parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name,
          },
        ]
      : [],
  );

const NEW_PARAMETER = { name: 'nieuweFilter', in: 'query', schema: { type: 'string' } };

const addParameter = (what: string, table: string, isRequired: boolean): Edit =>
  operationEdit(what, ({ pointer, value }) =>
    value.parameters === undefined || isArray(value.parameters)
      ? [
          {
            pointer,
            rule: 'parameter-added',
            name: NEW_PARAMETER.name,
            apply: copy => {
              const operation = open(copy, pointer);
              const list = isArray(operation.parameters) ? operation.parameters : [];
              operation.parameters = [
                ...list,
                { ...NEW_PARAMETER, ...(isRequired ? { required: true } : {}) },
              ];
            },
            ...judged(table, asked),
          },
        ]
      : [],
  );

/** Answers that are written in the operation itself, or anywhere when `isShared`. */
const answersOf = ({ pointer, value }: ReturnType<typeof operationPlaces>[number]) =>
  entries(value.responses).map(([status, answer]) => ({
    status,
    answer,
    pointer: join(pointer, 'responses', status),
  }));

const OPERATION_EDITS: readonly Edit[] = [
  operationEdit('operation removed', ({ pointer, label, value }) =>
    value.deprecated === true || value['x-stability-level'] !== undefined
      ? []
      : [
          {
            pointer,
            rule: 'operation-removed',
            name: label,
            apply: copy => {
              const [, path = '', method = ''] = tokens(pointer);
              delete open(copy, join('', 'paths', path))[method];
            },
            ...judged('Bi', asked),
          },
        ],
  ),
  operationEdit('operation added', ({ label, value, method }) => {
    const path = label.slice(label.indexOf(' ') + 1);
    if (method !== 'get' || path.includes('{')) return [];
    return [
      {
        pointer: join('', 'paths', `${path}-nieuw`, 'get'),
        rule: 'operation-added',
        name: `GET ${path}-nieuw`,
        apply: copy => {
          const { callbacks: _, ...others } = value;
          open(copy, '/paths')[`${path}-nieuw`] = { get: { ...others, operationId: 'nieuweOperatie' } };
        },
        ...judged('iW', asked),
      },
    ];
  }),
  operationEdit('operationId renamed', ({ pointer, value }) =>
    isString(value.operationId)
      ? [
          {
            pointer,
            rule: 'operation-id-changed',
            name: `${value.operationId} → andereNaam`,
            apply: copy => {
              open(copy, pointer).operationId = 'andereNaam';
            },
            ...judged('Wi', asked),
          },
        ]
      : [],
  ),
  operationEdit('operation text changed', ({ pointer, label }) => [
    {
      pointer,
      rule: 'text-changed',
      name: label,
      apply: copy => {
        open(copy, pointer).summary = 'Een andere samenvatting';
      },
      ...judged('ii', asked),
    },
  ]),
  operationEdit('operation deprecated', ({ pointer, value }) =>
    value.deprecated === true
      ? []
      : [
          {
            pointer,
            rule: 'deprecated',
            apply: copy => {
              open(copy, pointer).deprecated = true;
            },
            ...judged('ii', asked),
          },
        ],
  ),
  addParameter('optional parameter added', 'iW', false),
  addParameter('required parameter added', 'BW', true),
  operationEdit('parameter removed', operation =>
    ownParameters(operation)
      .filter(({ parameter }) => parameter.required !== true)
      .map(({ pointer, name }) => ({
        pointer,
        rule: 'parameter-removed',
        name,
        apply: copy => {
          const holder = open(copy, operation.pointer);
          const index = Number(pointer.slice(pointer.lastIndexOf('/') + 1));
          holder.parameters = (isArray(holder.parameters) ? holder.parameters : []).filter(
            (_, own) => own !== index,
          );
        },
        ...judged('Wi', asked),
      })),
  ),
  operationEdit('parameter becomes required', operation =>
    ownParameters(operation)
      .filter(({ parameter }) => parameter.required !== true && !hasDefault(parameter))
      .map(({ pointer, name }) => ({
        pointer,
        rule: 'required-added',
        name,
        apply: copy => {
          open(copy, pointer).required = true;
        },
        ...judged(TIGHTER, asked),
      })),
  ),
  operationEdit('parameter default comes', operation =>
    ownParameters(operation)
      .filter(
        ({ parameter }) =>
          parameter.required !== true &&
          isObject(parameter.schema) &&
          isPlainString(parameter.schema) &&
          !hasDefault(parameter),
      )
      .map(({ pointer, name }) => ({
        pointer,
        rule: 'default-changed',
        name,
        apply: copy => {
          open(copy, join(pointer, 'schema')).default = 'gewoon';
        },
        ...judged('WW', asked),
      })),
  ),
  operationEdit('parameter gets a longest length', operation =>
    ownParameters(operation)
      .filter(({ parameter }) => isObject(parameter.schema) && isPlainString(parameter.schema))
      .map(({ pointer, name }) => ({
        pointer,
        rule: 'max-length-tightened',
        name,
        apply: copy => {
          open(copy, join(pointer, 'schema')).maxLength = 3;
        },
        ...judged(TIGHTER, asked),
      })),
  ),
  operationEdit('parameter text changed', operation =>
    ownParameters(operation).map(({ pointer, name }) => ({
      pointer,
      rule: 'text-changed',
      name,
      apply: copy => {
        open(copy, pointer).description = 'Een andere tekst.';
      },
      ...judged('ii', asked),
    })),
  ),
  operationEdit('success answer removed', operation =>
    answersOf(operation)
      .filter(({ status }) => status.startsWith('2') && !hasWider(operation.value, status))
      .map(({ status }) => ({
        pointer: operation.pointer,
        rule: 'success-status-removed',
        name: status,
        apply: copy => {
          delete open(copy, join(operation.pointer, 'responses'))[status];
        },
        ...judged('Bi', asked),
      })),
  ),
  operationEdit('other answer removed', operation =>
    answersOf(operation)
      .filter(({ status }) => /^[45]\d\d$/.test(status) && !hasWider(operation.value, status))
      .map(({ status }) => ({
        pointer: operation.pointer,
        rule: 'status-removed',
        name: status,
        apply: copy => {
          delete open(copy, join(operation.pointer, 'responses'))[status];
        },
        ...judged('ii', asked),
      })),
  ),
  operationEdit('success answer added', ({ pointer, value }) =>
    isObject(value.responses) && value.responses['207'] === undefined && !hasWider(value, '207')
      ? [
          {
            pointer,
            rule: 'success-status-added',
            name: '207',
            apply: copy => {
              open(copy, join(pointer, 'responses'))['207'] = { description: 'Deels gelukt' };
            },
            ...judged('iW', asked),
          },
        ]
      : [],
  ),
  operationEdit('header added', operation =>
    answersOf(operation)
      .filter(({ answer }) => !isReferenced(answer))
      .map(({ pointer }) => ({
        pointer,
        rule: 'header-added',
        name: 'x-nieuw',
        apply: copy => {
          const answer = open(copy, pointer);
          answer.headers = {
            ...(isObject(answer.headers) ? answer.headers : {}),
            'X-Nieuw': { schema: { type: 'string' } },
          };
        },
        ...judged('--/iW', answered),
      })),
  ),
  operationEdit('header removed', operation =>
    ownHeaders(operation).map(({ pointer, name, key, isRequired }) => ({
      pointer,
      rule: 'header-removed',
      name,
      apply: copy => {
        delete open(copy, parentOf(pointer))[key];
      },
      ...judged(isRequired ? '--/Bi' : '--/Wi', answered),
    })),
  ),
  operationEdit('header becomes required', (operation, root) =>
    ownHeaders(operation)
      .filter(({ isRequired, pointer }) => !isRequired && !isReferenced(at(root, pointer)))
      .map(({ pointer, name }) => ({
        pointer,
        rule: 'required-added',
        name,
        apply: copy => {
          open(copy, pointer).required = true;
        },
        ...judged('--/iB', answered),
      })),
  ),
  operationEdit('response media type added', operation =>
    answersOf(operation)
      .filter(({ answer, status }) => isObject(answer) && isObject(answer.content) && status.startsWith('2'))
      .map(({ pointer }) => ({
        pointer,
        rule: 'response-media-type-added',
        name: 'application/vnd.nieuw',
        apply: copy => {
          open(copy, join(pointer, 'content'))['application/vnd.nieuw'] = { schema: { type: 'string' } };
        },
        ...judged('--/iW', answered),
      })),
  ),
  operationEdit('request media type removed', ({ pointer, value }) =>
    bodyTypes(value).length > 1
      ? bodyTypes(value).map(type => ({
          pointer,
          rule: 'request-media-type-removed',
          name: type.toLowerCase().replaceAll(' ', ''),
          apply: copy => {
            delete open(copy, join(pointer, 'requestBody', 'content'))[type];
          },
          ...judged('Bi', asked),
        }))
      : [],
  ),
  operationEdit('request media type added', ({ pointer, value }) =>
    bodyTypes(value).length > 0
      ? [
          {
            pointer,
            rule: 'request-media-type-added',
            name: 'application/vnd.nieuw',
            apply: copy => {
              open(copy, join(pointer, 'requestBody', 'content'))['application/vnd.nieuw'] = {
                schema: { type: 'string' },
              };
            },
            ...judged('iW', asked),
          },
        ]
      : [],
  ),
  operationEdit('body need not be sent', ({ pointer, value }) =>
    isObject(value.requestBody) && value.requestBody.required === true
      ? [
          {
            pointer,
            rule: 'required-removed',
            name: 'body',
            apply: copy => {
              delete open(copy, join(pointer, 'requestBody')).required;
            },
            ...judged(LOOSER, asked),
          },
        ]
      : [],
  ),
  operationEdit('scope added', ({ pointer, value }) => {
    const [first] = isArray(value.security) ? value.security : [];
    const [scheme] = Object.keys(isObject(first) ? first : {});
    if (scheme === undefined || !isArray(value.security) || value.security.length !== 1) return [];
    return [
      {
        pointer,
        rule: 'security-tightened',
        apply: copy => {
          const held = open(copy, join(pointer, 'security', 0));
          held[scheme] = [...(isArray(held[scheme]) ? held[scheme] : []), 'nieuw.lezen'];
        },
        ...judged('BW', asked),
      },
    ];
  }),
  [
    'server added',
    ({ root }) =>
      isArray(root.servers)
        ? [
            {
              pointer: '',
              rule: 'server-added',
              name: 'https://nieuw.example/api',
              apply: copy => {
                const { servers } = copy;
                (copy as Members).servers = [
                  ...(isArray(servers) ? servers : []),
                  { url: 'https://nieuw.example/api' },
                ];
              },
              clients: 'info',
              providers: 'info',
            },
          ]
        : [],
  ],
];

const hasDefault = (parameter: JsonObject): boolean =>
  !isObject(parameter.schema) ||
  parameter.schema.default !== undefined ||
  parameter.schema.$ref !== undefined;

/** Whether a range or the default also speaks of a status. */
const hasWider = (operation: JsonObject, status: string): boolean =>
  entries(operation.responses).some(
    ([other]) => other === 'default' || other.toUpperCase() === `${status[0]}XX`,
  );

const bodyTypes = (operation: JsonObject): string[] =>
  isObject(operation.requestBody) ? entries(operation.requestBody.content).map(([type]) => type) : [];

/** Headers of answers that are written in the operation itself. */
const ownHeaders = (operation: ReturnType<typeof operationPlaces>[number]) =>
  answersOf(operation).flatMap(({ answer, pointer }) =>
    isReferenced(answer) || !isObject(answer)
      ? []
      : entries(answer.headers)
          .filter(([key]) => key.toLowerCase() !== 'content-type')
          .map(([key, header]) => ({
            key,
            name: key.toLowerCase(),
            pointer: join(pointer, 'headers', key),
            isRequired: isObject(header) && header.required === true,
          })),
  );

export const EDITS: readonly Edit[] = [...SCHEMA_EDITS, ...MEMBER_EDITS, ...OPERATION_EDITS];
