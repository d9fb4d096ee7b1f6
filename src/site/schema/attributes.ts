import { equalJson, type Json } from '../../core/json.ts';
import { type AnyForm, FORMS, type Forms } from '../collections.ts';
import type { Site } from '../site.ts';
import type { Shape } from './shape.ts';

type Presence = 'required' | 'optional' | 'absent';

/** A property of a thing, over all the forms of that thing. */
export interface Attribute {
  readonly name: string;
  /** Its schema in the first form that has it. */
  readonly schema: Json;
  /** Its schema in each form that has it. */
  readonly forms: Forms;
  readonly presence: Readonly<Partial<Record<AnyForm, Presence>>>;
}

export interface VariantAttributes {
  readonly code: string;
  readonly name: string | undefined;
  readonly forms: Forms;
  /** What it adds to what all have. */
  readonly attributes: () => readonly Attribute[];
}

const ORDER: readonly AnyForm[] = [...FORMS, 'value', 'sent'];

export const formsIn = (forms: Forms): AnyForm[] => ORDER.filter(form => forms[form] !== undefined);

/**
 * The attributes of a thing. `readOnly` leaves the requests and `writeOnly` the answers (OpenAPI 3.1, section 4.8.24,
 * Schema Object, and the validation vocabulary of JSON Schema, section 9.4), also where they are required.
 */
export function attributesOf(site: Site, forms: Forms, without?: ReadonlySet<string>): Attribute[] {
  const present = formsIn(forms);
  const shapes = present.map(form => ({ form, shape: site.shapeOf(forms[form] ?? {}) }));
  const names = new Set(shapes.flatMap(({ shape }) => [...shape.properties.keys()]));
  return [...names].filter(name => !without?.has(name)).map(name => attributeOf(site, name, shapes));
}

function attributeOf(
  site: Site,
  name: string,
  shapes: readonly { readonly form: AnyForm; readonly shape: Shape }[],
): Attribute {
  const forms: Partial<Record<AnyForm, Json>> = {};
  const presence: Partial<Record<AnyForm, Presence>> = {};
  for (const { form, shape } of shapes) {
    const schema = shape.properties.get(name);
    if (schema === undefined || isHidden(site.shapeOf(schema), form)) presence[form] = 'absent';
    else {
      forms[form] = schema;
      presence[form] = shape.required.has(name) ? 'required' : 'optional';
    }
  }
  const [first] = formsIn(forms);
  // What no form shows is described all the same: a flag takes it out of every message that there is.
  const written = shapes.map(({ shape }) => shape.properties.get(name)).find(schema => schema !== undefined);
  return { name, schema: (first && forms[first]) ?? written ?? {}, forms, presence };
}

const isHidden = ({ keywords }: Shape, form: AnyForm): boolean => {
  if (form === 'value') return false;
  return form === 'read' ? keywords.writeOnly === true : keywords.readOnly === true;
};

/** The same attribute one level down: the group itself, or one item of a list of groups. */
export function innerForms(site: Site, forms: Forms): Forms {
  const inner = formsIn(forms).map(form => {
    const shape = site.shapeOf(forms[form] ?? {});
    return [form, shape.items ?? forms[form]] as const;
  });
  return Object.fromEntries(inner);
}

/** What each variant adds to the attributes that all of them have. */
export function variantsOf(site: Site, forms: Forms): { shared: Forms; variants: VariantAttributes[] } {
  const present = formsIn(forms).map(form => ({ form, shape: site.shapeOf(forms[form] ?? {}) }));
  const codes = new Set(
    present.flatMap(({ shape }) => shape.variants.map((variant, index) => variant.code ?? `${index + 1}`)),
  );
  const base = new Set(present.flatMap(({ shape }) => [...shape.properties.keys()]));
  const all = [...codes].map(code => {
    const entries = present.flatMap(({ form, shape }) => {
      const variant = shape.variants.find((one, index) => (one.code ?? `${index + 1}`) === code);
      return variant ? [[form, variant.schema] as const] : [];
    });
    return { code, forms: Object.fromEntries(entries) as Forms };
  });
  const shared =
    base.size === 0
      ? sharedBy(
          site,
          all.map(variant => variant.forms),
        )
      : {};
  for (const name of sharedNames(site, shared)) base.add(name);
  const variants = all.map(variant => {
    const [first] = formsIn(variant.forms);
    const shape = site.shapeOf((first && variant.forms[first]) ?? {});
    return {
      ...variant,
      name: shape.name,
      attributes: () => attributesOf(site, variant.forms, base),
    };
  });
  return { shared, variants };
}

const sharedNames = (site: Site, shared: Forms): string[] =>
  formsIn(shared).flatMap(form => [...site.shapeOf(shared[form] ?? {}).properties.keys()]);

/** For variants that each spell out everything: the attributes that are equal in all of them, as a schema per form. */
function sharedBy(site: Site, variants: readonly Forms[]): Forms {
  const [first, ...others] = variants;
  if (!first || others.length === 0) return {};
  const entries = formsIn(first).map(form => {
    const shape = site.shapeOf(first[form] ?? {});
    const same = [...shape.properties].filter(([name, schema]) =>
      others.every(other => equalJson(site.shapeOf(other[form] ?? {}).properties.get(name), schema)),
    );
    const required = same.map(([name]) => name).filter(name => shape.required.has(name));
    return [form, { properties: Object.fromEntries(same), required }] as const;
  });
  return Object.fromEntries(entries.filter(([, { properties }]) => Object.keys(properties).length > 0));
}
