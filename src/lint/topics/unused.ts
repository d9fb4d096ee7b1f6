import { isObject, isString } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { componentAt, componentPointer, componentsOf, mappedReference } from '../../openapi/components.ts';
import { splitReference } from '../../source/references.ts';
import { COMPONENT_KINDS } from '../../vocabulary/openapi.ts';
import { childNodes, isReference, keyword } from '../../vocabulary/tree.ts';
import type { Api } from '../api.ts';
import type { VisitorCheck, Where } from '../rule.ts';

/**
 * A component to which no reference outside it leads, or to a part of it; of security schemes, that no requirement names.
 */
export const checkUnusedComponents: VisitorCheck = ({ api, document, report }) => {
  const used = new Set<string>();
  const use = ({ kind, name }: { readonly kind: string; readonly name: string }): void =>
    void used.add(componentPointer({ kind, name }));
  const refer = (from: Where, ref: string): void => {
    const { file, fragment } = splitReference(ref);
    const component = componentAt(fragment);
    const target = file === '' ? from.file : document.locateFile(from.file, file);
    if (!component || target !== api.root.file) return;
    const isInside = from.file === target && `${from.pointer}/`.startsWith(`${componentPointer(component)}/`);
    if (!isInside) use(component);
  };
  for (const { key, references } of document.files.values())
    for (const { ref, pointer } of references) refer({ file: key, pointer }, ref);
  return {
    SecurityRequirement(requirement, { location }) {
      // Since 3.2 it may name a scheme by a URI too (OpenAPI 3.2.0, section 4.30).
      for (const name of Object.keys(requirement)) {
        use({ kind: 'securitySchemes', name });
        refer(location, name);
      }
    },
    Discriminator({ mapping, defaultMapping }, { location }) {
      const targets = [...Object.values(isObject(mapping) ? mapping : {}), defaultMapping].filter(isString);
      for (const target of targets) {
        const ref = mappedReference(target);
        // A name is that of a component of the root (OpenAPI 3.1.1, section 4.3.2), in whatever file it is given.
        refer(ref === target ? location : { ...location, file: api.root.file }, ref);
      }
    },
    Root: {
      leave() {
        for (const kind of COMPONENT_KINDS)
          for (const [name, entry] of componentsOf(api.root, kind)) {
            const isUsed =
              used.has(componentPointer({ kind, name })) ||
              (kind !== 'securitySchemes' && (isReference(entry) || isChosen(api, entry))) ||
              !isPart(entry);
            if (!isUsed) report(entry, { name });
          }
      },
    },
  };
};

/** What stands in the place of a component and is none is told by the structure of the document. */
const isPart = ({ value }: Node): boolean => isObject(value) || value === true || value === false;

/** A schema that is one of those that a discriminator tells apart need not be referred to. */
const isChosen = (api: Api, schema: Node): boolean =>
  childNodes(schema, 'allOf').some(part => {
    const target = isReference(part) && api.resolve(part);
    return target && keyword(target, 'discriminator') !== undefined;
  });
