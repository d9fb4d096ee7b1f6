import { bundle } from '../bundle/index.ts';
import type { Change } from '../core/change.ts';
import { UserError } from '../core/user-error.ts';
import { infoText } from '../openapi/info.ts';
import { type Addresses, addressesOf } from '../site/index.ts';
import type { Document } from '../source/index.ts';

/** Where both versions are documented, as URLs; one of them where the other does not have it. */
export interface Documented {
  readonly old?: string;
  readonly new?: string;
}

/** Stands in an address for the version that is documented there. */
const VERSION = '{version}';

/**
 * Finds where the documentation of two versions tells of a change, as `zds docs` lays it out.
 *
 * @param address the folder that it stands in: a URL or a path, with `{version}` where several versions stand beside each
 *   other. Without it the documentation is that of the new version, and with one version for both that of the old
 * @throws UserError `usage` for an address that a page cannot link to
 */
export async function documentedAt(
  base: Document,
  head: Document,
  address: string,
): Promise<(change: Change) => Documented> {
  if (!/^(https?:\/\/|\.{0,2}\/)/.test(address)) throw refused(address);
  const [old, next] = await Promise.all([base, head].map(document => siteOf(document, address)));
  const isEach = address.includes(VERSION);
  return change => {
    const before = isEach && old ? urlIn(old, change) : undefined;
    const isOther = !isEach || old?.folder !== next?.folder;
    const after = isOther && next ? urlIn(next, change) : undefined;
    return { ...(before ? { old: before } : {}), ...(after ? { new: after } : {}) };
  };
}

interface DocumentedVersion {
  /** With a slash at the end. */
  readonly folder: string;
  readonly addresses: Addresses;
}

async function siteOf(document: Document, address: string): Promise<DocumentedVersion> {
  const { value } = await bundle(document, { force: true });
  const version = encodeURIComponent(infoText(value, 'version') ?? '');
  return { folder: address.replaceAll(VERSION, version).replace(/\/?$/, '/'), addresses: addressesOf(value) };
}

/** The attribute, where the page of its resource has it; else the first operation that the version has. */
function urlIn({ folder, addresses }: DocumentedVersion, change: Change): string | undefined {
  const [, attribute] = change.kind === 'attribute' ? change.subject.nl.split(' · ') : [];
  const name = attribute?.split('.')[0];
  const places = [
    ...(name === undefined ? [] : change.operations.map(label => addresses.attribute(label, name))),
    ...change.operations.map(addresses.operation),
  ];
  const found = places.find(place => place !== undefined);
  return found && folder + found;
}

const refused = (address: string): UserError =>
  new UserError(
    'usage',
    {
      nl: `de documentatie kan niet staan op '${address}'`,
      en: `the documentation cannot stand at '${address}'`,
    },
    {
      nl: 'Geef een URL met http of https, of een pad dat met / of ./ begint, zoals https://docs.example/{version}/.',
      en: 'Give a URL with http or https, or a path that begins with / or ./, such as https://docs.example/{version}/.',
    },
  );
