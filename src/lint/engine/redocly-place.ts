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

/** There are as many places as keys in a document: they share their functions. */
export const placeAt = (source: Source, pointer: string): RedoclyPlace => ({
  source,
  pointer,
  absolutePointer: pointer === '#/' ? source.absoluteRef : source.absoluteRef + pointer,
  child: childPlace,
  key: samePlace,
});

function childPlace(this: RedoclyPlace, tokens: Token | readonly Token[]): RedoclyPlace {
  const { source, pointer } = this;
  if (typeof tokens !== 'object') return placeAt(source, pointerBelow(pointer, tokens));
  return placeAt(source, tokens.reduce<string>(pointerBelow, pointer));
}

function samePlace(this: RedoclyPlace): RedoclyPlace {
  return this;
}

export const pointerBelow = (pointer: string, token: Token): string =>
  join(pointer === '#/' || pointer === '' ? '#' : pointer, token);
