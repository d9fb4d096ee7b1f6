export { contentOf } from '../openapi/parts.ts';
export { itemsOf, membersOf } from '../vocabulary/tree.ts';
