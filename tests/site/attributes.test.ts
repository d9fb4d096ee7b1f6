import { describe, expect, it } from '@jest/globals';
import { attributesOf, variantsOf } from '../../src/site/schema/attributes.ts';
import { planSite } from '../../src/site/site.ts';
import { EXAMPLE } from './example-document.ts';

const site = planSite(EXAMPLE, {});
const [dossiers, meldingen] = site.resources;

describe('the forms of a resource', () => {
  it('groups the operations by collection, an action with the collection it works on', () => {
    const groups = site.resources.map(({ tag, collections }) => [
      tag,
      collections.map(({ path, name, forms, operations }) => [
        path,
        name,
        Object.keys(forms),
        operations.map(({ id }) => id),
      ]),
    ]);
    expect(groups).toEqual([
      [
        'dossiers',
        [
          [
            '/dossiers',
            'Dossier',
            ['read', 'create', 'patch'],
            ['dossier_list', 'dossier_create', 'dossier__zoek', 'dossier_retrieve', 'dossier_partial_update'],
          ],
        ],
      ],
      ['meldingen', [['melding', undefined, [], ['melding_ontvangen']]]],
      ['Overig', [['/los', undefined, [], ['get-/los']]]],
    ]);
    expect(meldingen?.operations[0]?.kind).toBe('webhook');
  });

  it('says where an attribute occurs and where it is required', () => {
    const forms = dossiers?.collections[0]?.forms ?? {};
    const rows = attributesOf(site, forms).map(({ name, presence }) => [
      name,
      presence.read,
      presence.create,
      presence.patch,
    ]);
    const everywhere = [
      'soort',
      'begin',
      'vreemde "naam" <x>',
      'kenmerken',
      'dossier',
      'deelVan',
      'betrokkene',
      'knoop',
    ];
    expect(rows).toEqual([
      ['url', 'required', 'absent', 'absent'],
      ['geheim', 'absent', 'required', 'optional'],
      ['omschrijving', 'required', 'required', 'optional'],
      ...everywhere.map(name => [name, 'optional', 'optional', 'optional']),
    ]);
  });
});

describe('variants', () => {
  it('lists what each adds to what all have, by the code of the discriminator', () => {
    const { shared, variants } = variantsOf(site, { value: { $ref: '#/components/schemas/Betrokkene' } });
    expect({
      shared: attributesOf(site, shared).map(({ name }) => name),
      variants: variants.map(({ code, name, attributes }) => [code, name, attributes().map(one => one.name)]),
    }).toEqual({
      shared: ['soort'],
      variants: [
        ['mens', 'Persoon', ['naam']],
        ['Bedrijf', 'Bedrijf', ['nummer']],
      ],
    });
  });

  it('finds the variants that point back at their base', () => {
    const root = {
      ...EXAMPLE,
      components: {
        schemas: {
          Dier: {
            type: 'object',
            properties: { soort: { type: 'string' } },
            discriminator: { propertyName: 'soort', mapping: { hond: '#/components/schemas/Hond' } },
          },
          Hond: {
            allOf: [{ $ref: '#/components/schemas/Dier' }, { properties: { blaft: { type: 'boolean' } } }],
          },
        },
      },
    };
    const own = planSite(root, {});
    const { variants } = variantsOf(own, { value: { $ref: '#/components/schemas/Dier' } });
    expect(variants.map(({ code, attributes }) => [code, attributes().map(({ name }) => name)])).toEqual([
      ['hond', ['blaft']],
    ]);
    expect(variantsOf(own, { value: { $ref: '#/components/schemas/Hond' } }).variants).toEqual([]);
  });
});
