import { componentPointer, componentsOf } from '../../openapi/components.ts';
import { splitReference } from '../../source/references.ts';
import { COMPONENT_KINDS, type ComponentKind } from '../../vocabulary/openapi.ts';
import type { ApiCheck } from '../rule.ts';

/** openapi-core looks after the others. */
const OVERLOOKED: ReadonlySet<ComponentKind> = new Set<ComponentKind>([
  ...(['links', 'callbacks', 'pathItems', 'mediaTypes'] as const),
]);

/** A component of a kind that openapi-core overlooks, to which no reference of the document leads. */
export const checkUnusedComponents: ApiCheck = ({ api, document, report }) => {
  const { file: root } = api.root;
  const used = new Set(
    [...document.files.values()].flatMap(({ key, references }) =>
      references.flatMap(({ ref }) => {
        const { file, fragment } = splitReference(ref);
        return (file === '' ? key : document.locateFile(key, file)) === root ? [fragment] : [];
      }),
    ),
  );
  for (const kind of COMPONENT_KINDS.filter(kind => OVERLOOKED.has(kind)))
    for (const [name, entry] of componentsOf(api.root, kind))
      if (!used.has(componentPointer({ kind, name }))) report(entry, { name });
};
