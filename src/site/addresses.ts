import type { JsonObject } from '../core/json.ts';
import { attributesOf } from './schema/attributes.ts';
import { attributesAnchor, type Place, planSite } from './site.ts';
import { slugOf } from './slug.ts';

/** Where the documentation of a document has something, below the folder that it stands in: `zaken.html#zaak_create`. */
export interface Addresses {
  /** Of an operation, as `POST /zaken`. */
  readonly operation: (label: string) => string | undefined;
  /** Of an attribute of what the paths around an operation are about. */
  readonly attribute: (label: string, name: string) => string | undefined;
}

/** @param bundled one file: every `$ref` points inside it */
export function addressesOf(bundled: JsonObject): Addresses {
  const site = planSite(bundled, {});
  const operations = new Map<string, string>();
  const attributes = new Map<string, string>();
  for (const { file, collections } of site.resources) {
    for (const [index, collection] of collections.entries()) {
      const anchor = attributesAnchor(collection, index);
      const names = attributesOf(site, collection.forms).map(({ name }) => name);
      for (const operation of collection.operations) {
        const label = `${operation.method.toUpperCase()} ${operation.path}`;
        const place = site.placeOfOperation.get(operation);
        if (place) operations.set(label, addressOf(place));
        for (const name of names)
          attributes.set(`${label} ${name}`, addressOf({ file, anchor: slugOf(`${anchor}.${name}`) }));
      }
    }
  }
  return {
    operation: label => operations.get(label),
    attribute: (label, name) => attributes.get(`${label} ${name}`),
  };
}

const addressOf = ({ file, anchor }: Place): string => (anchor === '' ? file : `${file}#${anchor}`);
