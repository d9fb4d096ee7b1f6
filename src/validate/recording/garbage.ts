import v8 from 'node:v8';
import vm from 'node:vm';

const MEBIBYTE = 1024 * 1024;

/** A collection gives pages back to the system since the V8 of Node 22; each takes longer. */
const GIVES_BACK = Number(process.versions.node.split('.')[0]) >= 22;

/** Bytes of a recording after which garbage is collected. */
const INTERVAL = (GIVES_BACK ? 24 : 4) * MEBIBYTE;

/** Sooner the first time: what was left over of reading the document goes then, where the recording is not short. */
const FIRST = MEBIBYTE;

/**
 * Collects garbage each time that so many bytes of a recording were read. V8 by itself lets garbage grow to a multiple
 * of what lives, more so on a busy machine; the promise is that a recording of any size takes the same memory.
 * Node has no other way to ask for it (`--expose-gc` of V8, set at run time).
 */
export function createCollector(): (bytes: number) => void {
  let [since, collect]: [number, (() => void) | undefined] = [INTERVAL - FIRST, undefined];
  return bytes => {
    since += bytes;
    if (since < INTERVAL) return;
    since = 0;
    if (!collect) v8.setFlagsFromString('--expose-gc');
    collect ??= vm.runInNewContext('gc') as () => void;
    collect();
  };
}
