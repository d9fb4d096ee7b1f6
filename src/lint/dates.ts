import { isString, member } from '../model/json.ts';
import type { Node } from '../model/node.ts';
import type { Api } from './api.ts';
import { partsOf, typesOf } from './schemas.ts';
import { wordsOf } from './words.ts';

/** English compounds that are one word and mean a date; update, mandate and candidate end the same way. */
const COMPOUND = /^(birth|start|end|due|begin|expiry|creation|publication|issue|effective)date$/;

/** `doorlooptijd` and `leadTime` are durations. */
const CLOCK = /^(begin|eind|start|stop|aanvangs|openings|sluitings|aankomst|vertrek)tijd$/;

const ENGLISH_CLOCK = new Set(['start', 'end', 'begin', 'opening', 'closing', 'arrival', 'departure']);

/** A filter such as `startdatum__gt` is named after its attribute. */
const bare = (name: string): string => name.replace(/(__[a-z]+)$/, '');

/** A name that ends in date or datum: a day without a time. */
export function endsInDate(name: string): boolean {
  const last = wordsOf(bare(name)).at(-1) ?? '';
  return last.endsWith('datum') || last === 'date' || COMPOUND.test(last);
}

/** A name that promises a date, a time or both. */
export function soundsLikeTime(name: string): boolean {
  const words = wordsOf(bare(name));
  const last = words.at(-1) ?? '';
  return (
    endsInDate(name) ||
    (words[0] === 'datum' && words.length > 1) ||
    /(datumtijd|tijdstip|timestamp|datetime)$/.test(last) ||
    CLOCK.test(last) ||
    (last === 'tijd' && words.at(-2) === 'datum') ||
    (last === 'time' && (words.at(-2) === 'date' || ENGLISH_CLOCK.has(words.at(-2) ?? ''))) ||
    (last === 'at' && (words.at(-2) ?? '').endsWith('ed'))
  );
}

/** What a schema says about its values, over all parts it is composed of. */
export function shapeOf(api: Api, schema: Node) {
  const parts = partsOf(api, schema);
  return {
    types: new Set(parts.flatMap(part => typesOf(part.value))),
    formats: parts.flatMap(part => [member(part.value, 'format')].filter(isString)),
    isComposite: parts.some(
      part => /^(object|array)$/.test(String(member(part.value, 'type'))) || member(part.value, 'properties'),
    ),
    isEnumerated: parts.some(part => member(part.value, 'enum') ?? member(part.value, 'const')),
  };
}
