import type { Mapping, Place, Spec } from './spec-reader.ts';

/** An example where it stands in an operation. */
export interface Example {
  /** `zaak_create verzoek application/json aanmaken`, `zaak_list antwoord 200 lijst`, `zaak_list parameter page`. */
  readonly at: string;
  readonly side: 'request' | 'response';
  readonly schema: Place;
  readonly value: unknown;
}

export interface Collected {
  readonly examples: readonly Example[];
  /** Bodies that have no example. */
  readonly without: readonly string[];
}

const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'];

/** Every operation, of the paths and of the webhooks. */
export const operationsOf = (spec: Spec): readonly Place[] => {
  const items = ['paths', 'webhooks'].flatMap(kind => {
    const all = spec.at(spec.root, kind);
    return Object.keys(all?.value ?? {}).flatMap(key => (all && spec.at(all, key)) ?? []);
  });
  return items.flatMap(item => methods.flatMap(method => spec.at(item, method) ?? []));
};

/** The examples of a document: bodies of requests and answers, and parameters. */
export const collectExamples = (spec: Spec): Collected => {
  const examples: Example[] = [];
  const without: string[] = [];
  const add = (at: string, side: Example['side'], content: Place | undefined): void => {
    for (const type of Object.keys(content?.value ?? {})) {
      const media = content && spec.at(content, type);
      const schema = media && spec.at(media, 'schema');
      if (!media || !schema) continue;
      const names = Object.keys(spec.at(media, 'examples')?.value ?? {});
      if (names.length === 0) without.push(`${at} ${type}`);
      for (const name of names) {
        const example = spec.at(media, 'examples', name);
        examples.push({ at: `${at} ${type} ${name}`, side, schema, value: example?.value.value });
      }
    }
  };
  for (const operation of operationsOf(spec)) {
    const id = String(operation.value.operationId);
    add(`${id} verzoek`, 'request', spec.at(operation, 'requestBody', 'content'));
    const responses = spec.at(operation, 'responses');
    for (const status of Object.keys(responses?.value ?? {})) {
      add(`${id} antwoord ${status}`, 'response', responses && spec.at(responses, status, 'content'));
    }
    for (const parameter of spec.list(operation, 'parameters')) {
      const schema = spec.at(parameter, 'schema');
      if (!schema || parameter.value.example === undefined) continue;
      const at = `${id} parameter ${String(parameter.value.name)}`;
      examples.push({ at, side: 'request', schema, value: parameter.value.example });
    }
  }
  return { examples, without };
};

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value inside a value, with the key that it stands under. */
export const walk = (value: unknown, visit: (key: string, value: unknown, holder: Mapping) => void): void => {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
    return;
  }
  if (!isMapping(value)) return;
  for (const [key, member] of Object.entries(value)) {
    for (const one of Array.isArray(member) ? member : [member]) visit(key, one, value);
    walk(member, visit);
  }
};

/** The resources that an answer shows: the answer itself, or the items of its list or page. */
export const resourcesOf = (value: unknown): readonly Mapping[] => {
  const list = isMapping(value) && Array.isArray(value.results) ? value.results : value;
  return (Array.isArray(list) ? list : [list]).filter(isMapping);
};
