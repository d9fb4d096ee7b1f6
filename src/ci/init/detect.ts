import { readdirSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { groupedBy } from '../../core/group.ts';
import { UserError } from '../../core/user-error.ts';
import { isAside, isUsual } from '../documents.ts';
import { names } from '../git.ts';
import { saysOpenApi } from '../openapi-key.ts';

/**
 * The documents below a folder by what is in them, those in folders of copies and tests left aside.
 *
 * @throws UserError `usage` where there is none
 */
export function detectDocuments(folder: string, isRepository: boolean): string[] {
  const files = isRepository
    ? names(folder, ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
    : filesBelow(folder);
  const documents = files.filter(file => !isAside(file) && saysOpenApi(path.join(folder, file))).sort();
  if (documents.length > 0) return globsOf(documents, files);
  const aside = files.filter(file => isUsual(file));
  throw new UserError(
    'usage',
    [
      {
        nl: 'hier is geen document van OpenAPI 3: geen YAML of JSON die met openapi: 3 begint',
        en: 'there is no document of OpenAPI 3 here: no YAML or JSON that begins with openapi: 3',
      },
      ...aside.slice(0, 5).map(file => ({ nl: `  niet bekeken: ${file}`, en: `  left aside: ${file}` })),
    ],
    {
      nl: 'Ga naar de map van uw documenten, of schrijf zds.config.yaml zelf: documents: [PAD].',
      en: 'Go to the folder of your documents, or write zds.config.yaml yourself: documents: [PATH].',
    },
  );
}

/** Folders that are not looked into outside a repository, where nothing says what is ignored. */
function filesBelow(folder: string, prefix = ''): string[] {
  return readdirSync(path.join(folder, prefix), { withFileTypes: true }).flatMap(entry => {
    const name = prefix + entry.name;
    if (!entry.isDirectory()) return entry.isFile() ? [name] : [];
    return isAside(`${name}/`) ? [] : filesBelow(folder, `${name}/`);
  });
}

/**
 * Documents as globs: those that differ in one folder become one with `*`, so that a document that comes later is one
 * of them. A glob that would fit anything else stays the list of its documents.
 */
function globsOf(documents: readonly string[], files: readonly string[]): string[] {
  const globs = groupedBy(documents, document => shapeOf(document, documents) ?? document);
  return [...globs].flatMap(([glob, same]) => {
    const fits = picomatch(glob, { dot: true });
    const isWhole = files.filter(file => fits(file)).every(file => same.includes(file));
    // What begins with `!` would leave out.
    return same.length > 1 && isWhole ? [glob] : same.map(file => file.replace(/^!/, './!'));
  });
}

/** The document with `*` for the one folder in which another document differs. */
function shapeOf(document: string, documents: readonly string[]): string | undefined {
  const parts = document.split('/');
  return parts
    .slice(0, -1)
    .map((_, index) => parts.map((part, at) => (at === index ? '*' : part)).join('/'))
    .find(glob => {
      const fits = picomatch(glob, { dot: true });
      return documents.filter(other => fits(other)).length > 1;
    });
}
