/** What swagger-parser validates by, without the reading and following of references around it. */
declare module '@apidevtools/swagger-parser/lib/validators/schema.js' {
  /** @throws SyntaxError with the errors of ajv as `details` where the document is not valid */
  const validate: (api: object) => void;
  export = validate;
}
