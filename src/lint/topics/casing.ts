import type { Node } from '../../core/node.ts';
import { componentsOf } from '../../openapi/components.ts';
import { isReference } from '../../vocabulary/tree.ts';
import type { RuleContext, Visitor } from '../rule.ts';
import { componentNameAt, PASCAL_CASE } from './names.ts';
import { wordsOf } from './words.ts';

/** Finds components of a type whose names are not in UpperCamelCase, whatever file they stand in. */
export const namedInPascalCase =
  (type: 'Schema' | 'Response') =>
  ({ api, report }: RuleContext): Visitor => {
    const check = (node: Node): void => {
      const name = componentNameAt(node);
      if (name !== undefined && !PASCAL_CASE.test(name)) report(node, { name, better: inPascalCase(name) });
    };
    return {
      // A component that only refers to another has a name of its own.
      Root() {
        const components =
          type === 'Schema' ? componentsOf(api.root, 'schemas') : componentsOf(api.root, 'responses');
        for (const [, entry] of components) if (isReference(entry)) check(entry);
      },
      [type]: (value: object, { location }: { readonly location: Parameters<typeof api.nodeAt>[0] }) =>
        check(api.nodeAt(location, value)),
    };
  };

/** `zaak_type` as `ZaakType`. */
const inPascalCase = (name: string): string => wordsOf(name).map(capital).join('');

/** `zaak_type` as `zaakType`; what stands for a sign, such as `$`, is left out. */
export const inCamelCase = (name: string): string =>
  wordsOf(name)
    .map((word, index) => (index === 0 ? word : capital(word)))
    .join('');

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
