import semver from 'semver';
import { UserError } from '../core/user-error.ts';
import { infoText } from '../openapi/info.ts';
import { documentOf } from '../source/index.ts';

/** The note of a release, below its folder. */
export const NOTES = 'notes.md';

/** Contents by path below `spec/releases/<version>/`. */
export interface Frozen {
  readonly files: ReadonlyMap<string, string>;
}

/**
 * A version as it will stay: the bundle, the backlog as it was, and the notes.
 *
 * @param openapi text of the bundle, whose `info.version` is the version
 * @param backlog texts by path below `backlog/`
 * @param apis texts by path below `apis/`: the flat bundles of the parts
 * @param notes Markdown; what changed since the version before
 * @throws UserError `usage` for a version that is not semver 2.0.0, and for a text that is no such bundle
 */
export function freeze(
  openapi: string,
  version: string,
  backlog: ReadonlyMap<string, string>,
  notes: string,
  apis: ReadonlyMap<string, string> = new Map(),
): Frozen {
  if (semver.valid(version) !== version) {
    throw new UserError(
      'usage',
      { nl: `'${version}' is geen versie`, en: `'${version}' is no version` },
      { nl: 'Schrijf het zoals 2.0.0-alpha.1.', en: 'Write it as in 2.0.0-alpha.1.' },
    );
  }
  checkBundle(openapi, version);
  const kept = [...backlog].map(([path, text]) => [`backlog/${path}`, text] as const);
  const ofApis = [...apis].map(([path, text]) => [`apis/${path}`, text] as const);
  return {
    files: new Map([['openapi.yaml', openapi], ...ofApis.sort(byPath), ...kept.sort(byPath), [NOTES, notes]]),
  };
}

function checkBundle(openapi: string, version: string): void {
  const document = documentOf(version, { 'openapi.yaml': openapi });
  const root = document.files.get(document.root)?.value;
  const stated = infoText(root, 'version');
  if (stated !== version) {
    throw new UserError(
      'usage',
      {
        nl: `de bundel zegt versie ${String(stated)}, niet ${version}`,
        en: `the bundle says version ${String(stated)}, not ${version}`,
      },
      { nl: 'Zet eerst info.version.', en: 'Set info.version first.' },
    );
  }
  const [outside] = document.missing;
  if (outside)
    throw new UserError(
      'usage',
      {
        nl: `de bundel staat niet op zichzelf: ${outside.ref}`,
        en: `the bundle does not stand alone: ${outside.ref}`,
      },
      { nl: 'Maak er eerst een bundel van.', en: 'Bundle it first.' },
    );
}

const byPath = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1);
