import { join, lastToken, type Pointer } from '../../core/pointer.ts';

type Token = string | number;

/** A place in a file, as visitors get it. */
export class PlaceInFile {
  readonly file: string;
  readonly pointer: Pointer;

  constructor(file: string, pointer: Pointer) {
    this.file = file;
    this.pointer = pointer;
  }

  /** The place below it, by the names and numbers that lead there. */
  child(tokens: Token | readonly Token[]): PlaceInFile {
    const path = typeof tokens === 'object' ? tokens : [tokens];
    return new PlaceInFile(this.file, join(this.pointer, ...path));
  }
}

/** What a message calls a place: its last key, or the file. */
export const nameAt = ({
  file,
  pointer,
}: Pick<PlaceInFile, 'file' | 'pointer'>): { readonly name: string } => ({
  name: lastToken(pointer) || file,
});
