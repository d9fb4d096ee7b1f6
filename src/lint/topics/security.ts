import type { Operation } from '../api.ts';

/** Some requirement names a scheme. */
export const isSecured = ({ security }: Operation): boolean =>
  security.some(requirement => Object.keys(requirement).length > 0);

/** Anyone may call it: no requirement at all, or an empty one to choose (OpenAPI 3.1, section 4.8.30). */
export const isOpen = ({ security }: Operation): boolean =>
  security.length === 0 || security.some(requirement => Object.keys(requirement).length === 0);

/** A status counts as listed by itself, by its range or by `default` (OpenAPI 3.1, section 4.8.16). */
export const listsStatus = ({ responses }: Operation, wanted: string): boolean =>
  responses.some(({ status }) => [wanted, `${wanted[0]}XX`, 'DEFAULT'].includes(status.toUpperCase()));

/** The document itself: the API Design Rules want it to be readable by anyone (ADR /core/publish-openapi). */
export const isDocumentPath = ({ path }: Pick<Operation, 'path'>): boolean =>
  /\/openapi\.(json|ya?ml)$/.test(path);
