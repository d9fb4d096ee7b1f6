import type { Api } from '../api.ts';
import { type Remembered, recall, remember } from './questions.ts';

/** Several rules ask the same of a document: it is worked out on the first question and kept as long as the document. */
export function oncePer<Value>(make: (api: Api) => Value): (api: Api) => Value {
  const made = new WeakMap<Api, Remembered<Value>>();
  return api => {
    const known = made.get(api) ?? remember(() => make(api));
    made.set(api, known);
    return recall(known);
  };
}
