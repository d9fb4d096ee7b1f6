/** Says nothing about values, or only in 3.1; `nullable` says nothing there. */
const DROPPED: ReadonlySet<string> = new Set([
  '$dynamicAnchor',
  '$comment',
  '$schema',
  'examples',
  'summary',
  'nullable',
]);

/** Keywords that are respelled together with others, below. */
const RESPELLED: ReadonlySet<string> = new Set([
  ...['$ref', 'type', 'const', 'enum', 'exclusiveMinimum', 'exclusiveMaximum', 'minimum', 'maximum', 'if'],
  ...['then', 'else', 'dependentRequired', 'dependentSchemas', 'contains', 'contentEncoding'],
  ...['contentMediaType', 'unevaluatedProperties'],
]);

/** Whether 3.0 writes a keyword in another way, or does without it. */
export const isRespelled = (keyword: string): boolean => DROPPED.has(keyword) || RESPELLED.has(keyword);
