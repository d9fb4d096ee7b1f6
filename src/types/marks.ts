import type { JsonObject } from '../core/json.ts';

/** Says which TypeScript type stands for a schema; a document's own use of the name is left out before. */
export const TYPE_MARK = 'x-zds-typescript-type';

/** No value at all: a property with this type may not be given. */
export const NEVER_TYPE: JsonObject = { type: 'string', [TYPE_MARK]: 'never' };
