import { type Pointer, parent } from '../../core/pointer.ts';
import type { Document } from '../../source/index.ts';
import type { RawFinding } from './raw-finding.ts';

/** Tells of a finding that it stands in what is written beside a reference; a path item keeps what stands there. */
export function besideReferences({ files }: Document): (found: RawFinding) => boolean {
  const written = new Map<string, ReadonlySet<Pointer>>();
  const referencesIn = (file: string): ReadonlySet<Pointer> => {
    const known = written.get(file) ?? new Set(files.get(file)?.references.map(({ pointer }) => pointer));
    written.set(file, known);
    return known;
  };
  return ({ rule, file, pointer }) => {
    if (rule === 'oas-ref-siblings') return false;
    for (let at = pointer; at !== ''; at = parent(at)) {
      const around = parent(at);
      if (around === '' || IS_PATH_ITEM.test(around)) return false;
      if (!at.endsWith('/$ref') && referencesIn(file).has(around)) return true;
    }
    return false;
  };
}

const IS_PATH_ITEM = /^\/paths\/[^/]+$|\/callbacks\/[^/]+\/[^/]+$/;
