import { componentsRules } from '../builtin/components.ts';
import { documentRules } from '../builtin/document.ts';
import { examplesRules } from '../builtin/examples.ts';
import { operationsRules } from '../builtin/operations.ts';
import { parametersRules } from '../builtin/parameters.ts';
import { pathsRules } from '../builtin/paths.ts';
import { referencesRules } from '../builtin/references.ts';
import { schemasRules } from '../builtin/schemas.ts';
import { serversRules } from '../builtin/servers.ts';
import { tagsRules } from '../builtin/tags.ts';
import type { BuiltinRule } from './builtin-rule.ts';

export type { BuiltinRule };

/** The rules of the specification, by what they look at. */
export const builtinRules: readonly BuiltinRule[] = [
  ...pathsRules,
  ...serversRules,
  ...documentRules,
  ...referencesRules,
  ...schemasRules,
  ...examplesRules,
  ...operationsRules,
  ...parametersRules,
  ...componentsRules,
  ...tagsRules,
];
