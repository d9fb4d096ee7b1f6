import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { member } from '../core/json.ts';
import { TOOL } from '../core/tool.ts';

/**
 * The folder of this package, which holds the canonical document and its releases: the nearest one above this module
 * with our `package.json`; `undefined` where somebody has built the module into something else.
 */
export function packageRoot(from = path.dirname(fileURLToPath(import.meta.url))): string | undefined {
  const manifest = path.join(from, 'package.json');
  if (existsSync(manifest) && member(JSON.parse(readFileSync(manifest, 'utf8')), 'name') === PACKAGE)
    return from;
  const parent = path.dirname(from);
  return parent === from ? undefined : packageRoot(parent);
}

const PACKAGE = `${TOOL.name}-toolkit`;
