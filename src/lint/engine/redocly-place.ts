import type { Source } from '@redocly/openapi-core';
import { join } from '../../core/pointer.ts';

type Token = string | number;

/** A place as the rules of openapi-core know it: `Location` there, which it does not export. */
export interface RedoclyPlace {
  readonly source: Source;
  /** As a fragment: `#/paths`, and `#/` for the whole file. */
  readonly pointer: string;
  readonly absolutePointer: string;
  readonly child: (tokens: Token | readonly Token[]) => RedoclyPlace;
  /** Its key; to us the place is the same. */
  readonly key: () => RedoclyPlace;
}

export function placeAt(source: Source, pointer: string): RedoclyPlace {
  const place: RedoclyPlace = {
    source,
    pointer,
    get absolutePointer() {
      return source.absoluteRef + (pointer === '#/' ? '' : pointer);
    },
    child: tokens => placeAt(source, pointerBelow(pointer, ...[tokens].flat())),
    key: () => place,
  };
  return place;
}

export const pointerBelow = (pointer: string, ...tokens: readonly Token[]): string =>
  join(pointer === '#/' || pointer === '' ? '#' : pointer, ...tokens);
