import type { Ledger } from './comparison.ts';
import type { ApiFacts } from './facts.ts';
import type { Spec } from './spec-reader.ts';

const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'];

/** Operations of the document that no published contract has: `catalogi/DELETE /catalogussen/{uuid}`. */
export const compareExtraOperations = (ledger: Ledger, spec: Spec, facts: readonly ApiFacts[]): void => {
  const published = new Set(facts.flatMap(({ operations }) => Object.keys(operations)));
  const paths = spec.at(spec.root, 'paths');
  for (const path of Object.keys(paths?.value ?? {})) {
    const item = paths && spec.at(paths, path);
    for (const method of methods.filter(name => item?.value[name] !== undefined)) {
      const key = `${method.toUpperCase()} ${path}`;
      const [, api = ''] = item?.file.split('/') ?? [];
      if (!published.has(key)) ledger.same(`${api}/${key}`, '', 'yes');
    }
  }
};
