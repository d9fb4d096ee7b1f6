import type { Node } from '../../core/node.ts';
import { componentPointer, componentsOf } from '../../openapi/components.ts';
import { splitReference } from '../../source/references.ts';
import { COMPONENT_KINDS } from '../../vocabulary/openapi.ts';
import { childNodes, isReference, keyword } from '../../vocabulary/tree.ts';
import type { Api } from '../api.ts';
import type { VisitorCheck } from '../rule.ts';

/** A component to which no reference of the document leads; of security schemes, that no requirement names. */
export const checkUnusedComponents: VisitorCheck = ({ api, document, report }) => {
  const required = new Set<string>();
  const referenced = new Set(
    [...document.files.values()].flatMap(({ key, references }) =>
      references.flatMap(({ ref }) => {
        const { file, fragment } = splitReference(ref);
        return (file === '' ? key : document.locateFile(key, file)) === api.root.file ? [fragment] : [];
      }),
    ),
  );
  return {
    SecurityRequirement(requirement) {
      for (const scheme of Object.keys(requirement)) required.add(scheme);
    },
    Root: {
      leave() {
        for (const kind of COMPONENT_KINDS)
          for (const [name, entry] of componentsOf(api.root, kind)) {
            const isUsed =
              kind === 'securitySchemes'
                ? required.has(name)
                : isReference(entry) ||
                  referenced.has(componentPointer({ kind, name })) ||
                  isChosen(api, entry);
            if (!isUsed) report(entry, { name });
          }
      },
    },
  };
};

/** A schema that is one of those that a discriminator tells apart need not be referred to. */
const isChosen = (api: Api, schema: Node): boolean =>
  childNodes(schema, 'allOf').some(part => {
    const target = isReference(part) && api.resolve(part);
    return target && keyword(target, 'discriminator') !== undefined;
  });
