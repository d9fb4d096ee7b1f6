/** A path, or the label of an operation, without the names of its parameters: those say nothing on the wire (OpenAPI 3.1.0, 4.8.8). */
export const pathShape = (path: string): string => path.replaceAll(/\{[^}]*\}/g, '{}');
