import { Ajv2020 } from '@redocly/ajv/dist/2020.js';
import draft4 from '@redocly/ajv/dist/draft4.js';
import { compilePattern } from '../../regex/re2.ts';

/** Of a pattern that RE2 cannot express nothing is claimed: every text is let pass (docs/limits.md). */
const matcherOf = (source: string) => ({
  test: compilePattern(source)?.matches ?? (() => true),
  toString: () => source,
});

/**
 * The rules of openapi-core about examples make an ajv of their own, whose patterns are the platform's: `^(a+)+$` and
 * an example of forty letters keep it busy for years. They offer no option, so ajv itself gets RE2 here, in the method
 * that they call before each schema. `@redocly/ajv` is their copy of ajv; nothing else uses it.
 *
 * Each schema is compiled for a few examples: making its code shorter first takes longer than it saves.
 */
export function matchExamplesByRe2(): void {
  for (const { prototype } of [Ajv2020, draft4.default]) {
    const { setDefaultUnevaluatedProperties } = prototype;
    if (setDefaultUnevaluatedProperties.name === NAME) continue;
    const withRe2 = {
      [NAME](this: InstanceType<typeof Ajv2020>, value: boolean): void {
        this.opts.code.regExp = Object.assign(matcherOf, { code: 'new RegExp' });
        this.opts.code.optimize = 0;
        setDefaultUnevaluatedProperties.call(this, value);
      },
    };
    Object.assign(prototype, { setDefaultUnevaluatedProperties: withRe2[NAME] });
  }
}

const NAME = 'setDefaultUnevaluatedPropertiesWithRe2';
