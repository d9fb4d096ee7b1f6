import { closeSync, existsSync, openSync, readSync } from 'node:fs';

/** As far into a file as its first keys are looked for. */
const HEAD_BYTES = 16 * 1024;

/** `openapi` as a key of the whole file: at the start of a line of YAML, or after the first brace of JSON. */
const SAYS_OPENAPI =
  /^(?:["']?openapi["']?\s*:|\uFEFF?\s*\{\s*(?:"[^"]*"\s*:\s*"[^"]*"\s*,\s*)*"openapi"\s*:)\s*["']?3\./m;

/** Whether the first lines of a file say that it is an OpenAPI 3 document. */
export function saysOpenApi(file: string): boolean {
  if (!/\.(ya?ml|json)$/.test(file) || !existsSync(file)) return false;
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(HEAD_BYTES);
    return SAYS_OPENAPI.test(bytes.toString('utf8', 0, readSync(handle, bytes, 0, HEAD_BYTES, 0)));
  } finally {
    closeSync(handle);
  }
}
