import { dump } from 'js-yaml';
import type { JsonObject } from '../core/json.ts';
import { visibleCode } from '../core/visible.ts';

/**
 * The text of a bundle: the same bytes for the same value, ending in a line feed. YAML is written so that readers of
 * YAML 1.1 understand it alike: what they would take for a date or a yes is quoted.
 */
export const writeBundle = (value: JsonObject, format: 'yaml' | 'json'): string =>
  format === 'json'
    ? `${visibleCode(JSON.stringify(value, null, 2))}\n`
    : dump(value, { noRefs: true, lineWidth: -1, noArrayIndent: false });
