import ts from 'typescript';
import { bundle } from '../../src/bundle/index.ts';
import { UserError } from '../../src/core/user-error.ts';
import { read } from '../../src/source/index.ts';
import { generateTypes } from '../../src/types/index.ts';
import { type RequiredNames, requiredNames } from './required-names.ts';

export interface TypedDocument extends RequiredNames {
  /** Why no types were made, with the place; the rest is empty then. */
  readonly refused?: string;
  /** What `tsc --strict` says of the types. */
  readonly errors: readonly string[];
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  types: [],
  lib: ['lib.es5.d.ts', 'lib.dom.d.ts'],
  skipDefaultLibCheck: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
};

const host = ts.createCompilerHost(OPTIONS);
const libraries = new Map<string, ts.SourceFile | undefined>();

/** A program of one text; what TypeScript brings is parsed once for all of them. */
export function programOf(text: string): { readonly program: ts.Program; readonly source: ts.SourceFile } {
  const source = ts.createSourceFile('types.ts', text, ts.ScriptTarget.ES2022, true);
  const getSourceFile: typeof host.getSourceFile = (name, version) => {
    if (name === 'types.ts') return source;
    if (!libraries.has(name)) libraries.set(name, host.getSourceFile(name, version));
    return libraries.get(name);
  };
  return { program: ts.createProgram(['types.ts'], OPTIONS, { ...host, getSourceFile }), source };
}

/** What the compiler says of a text, with all strict checks on. */
export const compilerErrors = (program: ts.Program): string[] =>
  ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));

/** The types of a file, or of one API of it, held against what it requires. */
export async function typedDocument(
  file: string,
  options: { readonly api?: string } = {},
): Promise<TypedDocument> {
  const nothing = { errors: [], checked: 0, lost: [], demanded: [] };
  try {
    const document = await read(file, { allowOutside: true });
    const [plain, flat] = [
      await bundle(document, options),
      await bundle(document, { ...options, flatten: true }),
    ];
    const { program, source } = programOf(await generateTypes(flat.value));
    return {
      errors: compilerErrors(program),
      ...requiredNames(plain.value, program.getTypeChecker(), source),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...nothing, refused: error.message };
  }
}
