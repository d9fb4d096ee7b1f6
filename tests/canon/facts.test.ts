import { describe, expect, it } from '@jest/globals';
import { compareFacts as compare, facts } from './compare-facts.ts';
import type { Comparison } from './comparison.ts';
import { type Deviation, explain, readDeviations } from './deviations.ts';
import type { ApiFacts } from './facts.ts';
import { readSpec, readSpecWith, readText } from './spec-reader.ts';

const keys = ({ mismatches }: Comparison): readonly string[] =>
  mismatches.map(({ key, was, is }) => `${key}: ${was || '-'} → ${is || '-'}`);

describe('the document carries the published facts', () => {
  const result = compare(readSpec());

  it('knows all of them', () => {
    const count = (of: (api: ApiFacts) => number): number => facts.reduce((sum, api) => sum + of(api), 0);
    expect({
      paths: count(api => new Set(Object.keys(api.operations).map(key => key.split(' ')[1])).size),
      operations: count(api => Object.keys(api.operations).length),
      parameters: count(
        api => Object.values(api.operations).flatMap(({ query }) => Object.keys(query ?? {})).length,
      ),
      schemas: count(api => Object.keys(api.schemas).length),
      attributes: count(
        api => Object.values(api.schemas).flatMap(({ attributes }) => Object.keys(attributes)).length,
      ),
    }).toEqual({ paths: 81, operations: 204, parameters: 246, schemas: 98, attributes: 952 });
  });

  it('tells them as published, or says why not', () => {
    const { unexplained, wrong } = explain(result.mismatches, readDeviations());
    const carried = result.compared - result.mismatches.length;
    process.stdout.write(
      `facts: ${result.compared} compared, ${carried} as published, ${result.mismatches.length} deviate with a reason\n`,
    );
    expect({ unexplained, wrong }).toEqual({ unexplained: [], wrong: [] });
  });
});

describe('every difference is seen', () => {
  it.each<[string, string, string, string, readonly string[]]>([
    [
      'a length',
      'apis/zaken/schemas/ZaakKern.yaml',
      'maxLength: 40\n',
      'maxLength: 41\n',
      ['zaken/Zaak.identificatie/maxLength: 40 → 41'],
    ],
    [
      'a bound',
      'apis/catalogi/schemas/StatusTypeKern.yaml',
      'maximum: 9999',
      'maximum: 999',
      ['catalogi/StatusType.volgnummer/maximum: 9999 → 999'],
    ],
    [
      'a pattern',
      'apis/zaken/schemas/RolNatuurlijkPersoon.yaml',
      '^[1-9]',
      '^[0-9]',
      [
        'zaken/RolNatuurlijkPersoon.inpA_nummer/pattern: ^[1-9][0-9]{9}$ → ^[0-9][0-9]{9}$',
        'zaken/ObjectZakelijkRecht.heeftAlsGerechtigde.natuurlijkPersoon.inpA_nummer/pattern: ^[1-9][0-9]{9}$ → ^[0-9][0-9]{9}$',
      ],
    ],
    [
      'a format',
      'apis/zaken/schemas/Verlenging.yaml',
      'format: duration',
      'format: date',
      ['R', 'C', 'U', 'P'].map(
        form => `zaken/Zaak.verlenging.duur/type ${form}: string:duration → string:date`,
      ),
    ],
    [
      'a name',
      'apis/zaken/schemas/ZaakBesluitKern.yaml',
      '\n  besluit:',
      '\n  besluiten:',
      [
        'zaken/ZaakBesluit.besluit/in R: yes → -',
        'zaken/ZaakBesluit.besluit/always R: yes → -',
        'zaken/ZaakBesluit.besluit/in C: yes → -',
        'zaken/ZaakBesluit.besluit/required C: yes → -',
      ],
    ],
    [
      'what is always there',
      'apis/zaken/schemas/Zaak.yaml',
      '  - startdatum\n',
      '',
      ['zaken/Zaak.startdatum/always R: yes → -'],
    ],
    [
      'what is required',
      'apis/zaken/schemas/ZaakRequest.yaml',
      '  - startdatum\n',
      '',
      ['zaken/Zaak.startdatum/required C: yes → -', 'zaken/Zaak.startdatum/required U: yes → -'],
    ],
    [
      'what is required in a patch',
      'apis/zaken/schemas/ResultaatKern.yaml',
      'properties:',
      'required: [toelichting]\nproperties:',
      ['R', 'C', 'U', 'P'].map(
        form => `zaken/Resultaat.toelichting/${form === 'R' ? 'always' : 'required'} ${form}: - → yes`,
      ),
    ],
    [
      'null',
      'apis/documenten/schemas/GebruiksrechtenKern.yaml',
      "[string, 'null']",
      'string',
      ['documenten/Gebruiksrechten.einddatum/nullable: yes → -'],
    ],
    [
      'read only',
      'apis/zaken/schemas/ZaakBesluitKern.yaml',
      '    readOnly: true\n',
      '',
      ['zaken/ZaakBesluit.url/readOnly: yes → -', 'zaken/ZaakBesluit.url/in C: - → yes'],
    ],
    [
      'a code',
      'apis/catalogi/schemas/RichtingEnum.yaml',
      '  - intern\n',
      '',
      [
        'catalogi/GET /zaaktype-informatieobjecttypen/query/richting/enum: inkomend|intern|uitgaand → inkomend|uitgaand',
        'catalogi/ZaakTypeInformatieObjectType.richting/enum: inkomend|intern|uitgaand → inkomend|uitgaand',
      ],
    ],
    [
      'the empty string',
      'apis/zaken/schemas/RolKern.yaml',
      '      - $ref: ../../../shared/schemas/BlankEnum.yaml\n',
      '',
      ['zaken/Rol.indicatieMachtiging/blank: yes → -'],
    ],
    [
      'unique items',
      'apis/catalogi/schemas/CatalogusKern.yaml',
      'uniqueItems: true',
      'uniqueItems: false',
      ['catalogi/Catalogus.zaaktypen/uniqueItems: yes → -'],
    ],
    [
      'a default',
      'apis/zaken/schemas/ReserveZaakIdentificatieRequest.yaml',
      'default: 1',
      'default: 2',
      ['zaken/ReserveZaakIdentificatieRequest.aantal/default: 1 → 2'],
    ],
    [
      'deprecation',
      'apis/zaken/schemas/ZaakZoek.yaml',
      '    deprecated: true\n',
      '',
      ['zaken/ZaakZoek.expand/deprecated: yes → -'],
    ],
    [
      'what can be expanded',
      'apis/zaken/schemas/ZaakBesluitExpand.yaml',
      '\n  besluit:',
      '\n  zaak:',
      ['zaken/ZaakBesluit/expandable/besluit: yes → -', 'zaken/ZaakBesluit/expandable/zaak: - → yes'],
    ],
    [
      'a variant',
      'apis/zaken/schemas/ZaakObjectMetOverige.yaml',
      './ObjectOverige.yaml',
      './ObjectPand.yaml',
      [
        ...['R', 'C', 'U'].map(
          form => `zaken/ZaakObject.objectIdentificatie/case overige ${form}: ObjectOverige → ObjectPand`,
        ),
        'zaken/ObjectOverige/name: ObjectOverige → ObjectPand',
        'zaken/ObjectOverige.overigeData/in R: yes → -',
        'zaken/ObjectOverige.overigeData/always R: yes → -',
      ],
    ],
    [
      'a parameter',
      'apis/catalogi/paths/catalogussen.yaml',
      'name: rsin__in',
      'name: rsin__gt',
      [
        'catalogi/GET /catalogussen/query/rsin__in: yes → -',
        'catalogi/GET /catalogussen/query/rsin__gt: - → yes',
      ],
    ],
    [
      'a request header',
      'shared/parameters/AuditToelichting.yaml',
      'schema:',
      'required: true\nschema:',
      [
        'POST /besluiten',
        'PUT /besluiten/{uuid}',
        'PATCH /besluiten/{uuid}',
        'DELETE /besluiten/{uuid}',
        'POST /besluitinformatieobjecten',
        'DELETE /besluitinformatieobjecten/{uuid}',
      ].map(operation => `besluiten/${operation}/header/X-Audit-Toelichting/required: - → yes`),
    ],
    [
      'an answer header',
      'apis/besluiten/paths/besluitinformatieobjecten.yaml',
      '        Location:\n',
      '        Link:\n',
      [
        'besluiten/POST /besluitinformatieobjecten/answer-header/Location: yes → -',
        'besluiten/POST /besluitinformatieobjecten/answer-header/Link: - → yes',
      ],
    ],
    [
      'a status',
      'apis/autorisaties/paths/applicaties_consumer.yaml',
      "'410':",
      "'411':",
      [
        'autorisaties/GET /applicaties/consumer/status/410: yes → -',
        'autorisaties/GET /applicaties/consumer/status/411: - → yes',
      ],
    ],
    [
      'a scope',
      'apis/autorisaties/paths/applicaties_consumer.yaml',
      '[autorisaties.lezen]',
      '[autorisaties.lezen, zaken.lezen]',
      [
        'autorisaties/GET /applicaties/consumer/scope/autorisaties.lezen: yes → -',
        'autorisaties/GET /applicaties/consumer/scope/autorisaties.lezen and zaken.lezen: - → yes',
      ],
    ],
    [
      'an operationId',
      'apis/notificaties/paths/notificaties.yaml',
      'operationId: notificaties_create',
      'operationId: notificatie_create',
      ['notificaties/POST /notificaties/operationId: notificaties_create → notificatie_create'],
    ],
    [
      'a media type',
      'apis/notificaties/paths/kanaal_uuid.yaml',
      'application/json',
      'application/xml',
      [
        'notificaties/GET /kanaal/{uuid}/answer-type/application/json: yes → -',
        'notificaties/GET /kanaal/{uuid}/answer-type/application/xml: - → yes',
      ],
    ],
    [
      'a kenmerk',
      'openapi.yaml',
      '[verantwoordelijke_organisatie, besluittype]',
      '[besluittype]',
      ['besluiten/channel besluiten/kenmerk/verantwoordelijke_organisatie: yes → -'],
    ],
    [
      'a path',
      'openapi.yaml',
      '  /kanaal/{uuid}:\n',
      '  /kanalen/{uuid}:\n',
      ['notificaties/GET /kanaal/{uuid}/present: yes → -'],
    ],
  ])('%s', (_, file, from, to, expected) => {
    const text = readText(file);
    expect(text).toContain(from);
    const api = /^apis\/([a-z]+)\//.exec(file)?.[1] ?? expected[0]?.split('/')[0];
    const apis = facts.filter(({ name }) => name === api);
    const before = new Set(keys(compare(readSpec(), apis)));
    const after = keys(compare(readSpecWith(file, text.replace(from, to)), apis));
    expect(after.filter(key => !before.has(key))).toEqual(expected);
  });
});

describe('deviations', () => {
  const row = (id: string, fact: string | readonly string[], places: number): Deviation => ({
    id,
    fact,
    places,
    was: '',
    is: '',
    why: '',
    vendor: '',
  });
  const mismatches = ['a/X.y/maxLength', 'a/X.z/maxLength', 'b/X.y/type R'].map(key => ({
    key,
    was: '1',
    is: '2',
  }));
  const explained = (...rows: readonly Deviation[]) => {
    const { unexplained, wrong } = explain(mismatches, rows);
    return { unexplained: unexplained.map(({ key }) => key), wrong };
  };

  it.each<[string, readonly Deviation[], readonly string[], readonly string[]]>([
    ['all explained', [row('r', ['a/*/maxLength', 'b/X.y/type R'], 3)], [], []],
    ['one left over', [row('r', 'a/*', 2)], ['b/X.y/type R'], []],
    [
      'a row that no longer applies',
      [row('r', '*', 3), row('old', 'c/*', 1)],
      [],
      ['old: explains 0 places, says 1'],
    ],
    ['another number', [row('r', '*', 4)], [], ['r: explains 3 places, says 4']],
    ['the first row that fits', [row('one', 'a/X.y/*', 1), row('rest', '*', 2)], [], []],
    ['a pattern fits the whole key', [row('r', 'a/X.y', 0)], mismatches.map(({ key }) => key), []],
    ['another value', [{ ...row('r', '*', 0), value: '3' }], mismatches.map(({ key }) => key), []],
    ['parts may not overlap', [row('r', 'a/X.y/max*xLength', 0)], mismatches.map(({ key }) => key), []],
  ])('%s', (_, rows, unexplained, wrong) => {
    expect(explained(...rows)).toEqual({ unexplained, wrong });
  });
});
