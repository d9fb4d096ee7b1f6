import type { Ajv, Format } from 'ajv';
import { ASSERTED_FORMATS, assertsNumber, FORMATS, hasFormat } from '../algebra/formats.ts';

/** Has an ajv assert the formats that the algebra knows, and as it knows them (docs/engine.md, C4). */
export function assertFormats(ajv: Pick<Ajv, 'addFormat'>): void {
  for (const name of ASSERTED_FORMATS) {
    const format = FORMATS[name];
    const holds = (value: string | number): boolean => hasFormat(name, value);
    if (assertsNumber(name)) ajv.addFormat(name, { type: 'number', validate: holds });
    else
      ajv.addFormat(
        name,
        format instanceof RegExp || typeof format === 'function' ? (format as Format) : holds,
      );
  }
}
