// How the parts of the command line take from each other.

const LEADING_IMPORTS = /^(?:import(?:\{[^}]*\}from)?"\.\/[^"]+";)*/;
/** Only the address of licences may come after it. */
const LAST_EXPORT = /\bexport\{([^}]*)\};(?=\s*(?:\/\*.*\*\/\s*)?$)/;

/**
 * A part that esbuild wrote, with what it takes of other parts as constants: in CommonJS as esbuild writes it each is
 * read through two getters at every use, a million times in one comparison. Nothing that a part exports is assigned
 * anew, so there is no need to.
 *
 * @throws where a part is of another form than esbuild gives one
 */
export function withConstants(part) {
  const linked = part.replace(LEADING_IMPORTS, imports =>
    imports
      .replace(/import\{([^}]*)\}from("[^"]+");/g, (_, list, from) => {
        const names = pairsOf(list).map(([theirs, own = theirs]) => `${theirs}:${own}`);
        return `const{${names}}=require(${from});`;
      })
      .replace(/import("[^"]+");/g, 'require($1);'),
  );
  const bound = linked.replace(LAST_EXPORT, (_, list) => {
    const names = pairsOf(list).map(([own, name = own]) => `${name}:${own}`);
    return `module.exports={${names}};`;
  });
  if (/\bexport\{|\bfrom"\.\//.test(bound))
    throw new Error(`esbuild wrote a part in another form: ${bound.slice(0, 200)}`);
  return bound;
}

const pairsOf = list =>
  list
    .split(',')
    .filter(Boolean)
    .map(pair => pair.split(' as '));
