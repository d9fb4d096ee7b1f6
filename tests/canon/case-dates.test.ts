import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { archived, derivations, plus, type Registers, sourceDate } from './archive.ts';
import { termRows, termTable } from './case-terms.ts';
import { readResources } from './end-state.ts';
import { isMapping } from './examples.ts';
import { type Mapping, readSpec, readSpecWith, readText, type Spec, specFolder } from './spec-reader.ts';
import { easter, holidays, inDutch, lastDay, plusWorkdays } from './terms.ts';

const casus = readFileSync(join(specFolder, '../docs/casus.md'), 'utf8');

const registersOf = (spec: Spec): Registers & { readonly byUrl: ReadonlyMap<unknown, Mapping> } => {
  const resources = readResources(spec);
  const of = (name: string): readonly Mapping[] =>
    resources.filter(({ operation }) => operation === name).map(({ value }) => value);
  return {
    zaken: of('zaak_retrieve'),
    besluiten: of('besluit_read'),
    zaakeigenschappen: of('zaakeigenschap_retrieve'),
    zaakobjecten: of('zaakobject_retrieve'),
    byUrl: new Map(resources.map(({ value }) => [value.url, value])),
  };
};

/** Archive attributes of the closed ZAKEN of the case: as the examples show them, and as zrc-021 derives them. */
const archives = (spec: Spec): readonly { readonly shown: object; readonly derived: object }[] => {
  const registers = registersOf(spec);
  return registers.zaken.map(zaak => {
    const resultaat = registers.byUrl.get(zaak.resultaat);
    const resultaattype = registers.byUrl.get(resultaat?.resultaattype);
    if (!resultaattype) throw new Error(`no RESULTAATTYPE of ${String(zaak.identificatie)}`);
    const { archiefnominatie, startdatumBewaartermijn, archiefactiedatum, selectielijstklasse } = zaak;
    return {
      shown: { archiefnominatie, startdatumBewaartermijn, archiefactiedatum, selectielijstklasse },
      derived: {
        ...archived(zaak, resultaattype, registers),
        selectielijstklasse: resultaattype.selectielijstklasse,
      },
    };
  });
};

describe('the dates of the case', () => {
  it('of archiving follow from zrc-021', () => {
    const found = archives(readSpec());
    expect(found.map(({ shown }) => shown)).toEqual(found.map(({ derived }) => derived));
    expect(found.length).toBe(3);
  });

  it('would be other ones if a BESLUIT took effect later', () => {
    const file = 'apis/besluiten/examples/Besluit-steigerontheffing.yaml';
    const text = readText(file).replace("ingangsdatum: '2026-06-01'", "ingangsdatum: '2026-06-02'");
    const late = archives(readSpecWith(file, text)).filter(
      ({ shown, derived }) => JSON.stringify(shown) !== JSON.stringify(derived),
    );
    expect(late.map(({ derived }) => derived)).toEqual([
      expect.objectContaining({
        startdatumBewaartermijn: '2026-06-02',
        archiefactiedatum: '2036-06-02',
      }),
    ]);
  });

  it('names as process object the BESLUIT whose date counts', () => {
    const { zaken, besluiten } = registersOf(readSpec());
    const [zaak] = zaken.filter(({ processobject }) => isMapping(processobject));
    const [last] = besluiten
      .filter(besluit => besluit.zaak === zaak?.url)
      .toSorted((a, b) => String(b.ingangsdatum).localeCompare(String(a.ingangsdatum)));
    expect(zaak?.processobject).toEqual(
      expect.objectContaining({ identificatie: last?.identificatie, datumkenmerk: 'ingangsdatum' }),
    );
    expect(zaak?.startdatumBewaartermijn).toBe(last?.ingangsdatum);
  });

  it('are those of the law, of the types and of the rules', () => {
    const rows = termRows(readSpec());
    expect(rows.map(({ what, shown }) => `${what} ${shown}`)).toEqual(
      rows.map(({ what, day }) => `${what} ${day}`),
    );
    expect(rows.length).toBe(15);
  });

  it('stand in docs/casus.md, each with its article or rule', () => {
    const [, section = ''] = casus.split('## Termijnen en data\n');
    const table = section.split('\n').filter(line => line.startsWith('|'));
    expect(table).toEqual(termTable(readSpec()));
  });

  it('are wrong in the table when an example changes', () => {
    const file = 'apis/besluiten/examples/Besluit-vergunningbesluit.yaml';
    const changed = readSpecWith(
      file,
      readText(file).replace("verzenddatum: '2026-04-17'", "verzenddatum: '2026-04-20'"),
    );
    const rows = termRows(changed).filter(({ day, shown }) => day !== shown);
    expect(rows.map(({ what, day }) => [what, day])).toEqual([
      [
        '`ingangsdatum` van de [vergunning](../spec/apis/besluiten/examples/Besluit-vergunningbesluit.yaml)',
        '2026-04-21',
      ],
      ['`uiterlijkeReactiedatum` van de vergunning', '2026-06-01'],
      [
        '`uiterlijkeEinddatumAfdoening` van de [bezwaarzaak](../spec/apis/zaken/examples/Zaak-bezwaarzaak.yaml)',
        '2026-08-24',
      ],
    ]);
  });
});

const zaak = 'https://zaken.example/1';
const registers: Registers = {
  zaken: [
    { url: zaak, einddatum: '2026-01-31' },
    { url: 'https://zaken.example/2', einddatum: '2026-03-01' },
    { url: 'https://zaken.example/3', einddatum: '2026-02-01' },
    { url: 'https://zaken.example/4', einddatum: null },
  ],
  besluiten: [
    { zaak, ingangsdatum: '2026-02-10', vervaldatum: '2027-02-10' },
    { zaak, ingangsdatum: '2026-02-03', vervaldatum: '2028-02-03' },
    { zaak: 'https://zaken.example/2', ingangsdatum: '2030-01-01', vervaldatum: '2031-01-01' },
  ],
  zaakeigenschappen: [
    { zaak, naam: 'sloopdatum', waarde: '20290630' },
    { zaak, naam: 'anders', waarde: '20300630' },
  ],
  zaakobjecten: [
    { zaak, objectType: 'overige', objectIdentificatie: { einde: '2031-05-05' } },
    { zaak, objectType: 'overige', objectIdentificatie: { einde: '2031-04-04' } },
    { zaak, objectType: 'pand', objectIdentificatie: { einde: '2040-01-01' } },
  ],
};

describe('zrc-021', () => {
  const closed = { url: zaak, einddatum: '2026-01-31' };
  it.each<[string, Mapping, Mapping, string | null]>([
    ['afgehandeld', closed, {}, '2026-01-31'],
    ['hoofdzaak', { ...closed, hoofdzaak: 'https://zaken.example/2' }, {}, '2026-03-01'],
    ['hoofdzaak', { ...closed, hoofdzaak: 'https://zaken.example/4' }, {}, null],
    ['eigenschap', closed, { datumkenmerk: 'sloopdatum' }, '2029-06-30'],
    ['eigenschap', closed, { datumkenmerk: 'onbekend' }, null],
    ['ander_datumkenmerk', closed, { datumkenmerk: 'x', objecttype: 'pand', registratie: 'y' }, null],
    ['zaakobject', closed, { objecttype: 'overige', datumkenmerk: 'einde' }, '2031-05-05'],
    ['termijn', closed, { procestermijn: 'P1M' }, '2026-02-28'],
    [
      'gerelateerde_zaak',
      {
        ...closed,
        relevanteAndereZaken: [{ url: 'https://zaken.example/2' }, { url: 'https://zaken.example/3' }],
      },
      {},
      '2026-03-01',
    ],
    [
      'gerelateerde_zaak',
      {
        ...closed,
        relevanteAndereZaken: [{ url: 'https://zaken.example/2' }, { url: 'https://zaken.example/4' }],
      },
      {},
      null,
    ],
    ['ingangsdatum_besluit', closed, {}, '2026-02-10'],
    ['vervaldatum_besluit', closed, {}, '2028-02-03'],
    ['vervaldatum_besluit', { url: 'https://zaken.example/3' }, {}, null],
  ])('%s of %j with %j: %s', (afleidingswijze, of, procedure, expected) => {
    expect(sourceDate(of, { afleidingswijze, ...procedure }, registers)).toBe(expected);
  });

  it('knows every afleidingswijze of the standard', () => {
    const known = readSpec().open('apis/catalogi/schemas/AfleidingswijzeEnum.yaml').value.enum;
    expect(Object.keys(derivations).toSorted()).toEqual(known);
  });

  it('fills in no date when the RESULTAATTYPE has no period', () => {
    const procedure = { afleidingswijze: 'afgehandeld' };
    const type = { archiefnominatie: 'blijvend_bewaren', brondatumArchiefprocedure: procedure };
    expect(archived(closed, { ...type, archiefactietermijn: null }, registers)).toEqual({
      archiefnominatie: 'blijvend_bewaren',
      startdatumBewaartermijn: null,
      archiefactiedatum: null,
    });
  });
});

describe('calendar', () => {
  it.each([
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2026-12-31', 'P1D', '2027-01-01'],
    ['2026-03-02', 'P8W', '2026-04-27'],
    ['2026-03-02', 'P1Y2M1W3D', '2027-05-12'],
  ])('%s plus %s is %s', (day, duration, expected) => {
    expect(plus(day, duration)).toBe(expected);
  });

  it('knows the holidays of 2026', () => {
    expect(easter(2026)).toBe('2026-04-05');
    expect([...holidays(2026)].toSorted()).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-04-27',
      '2026-05-05',
      '2026-05-14',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('moves the last day of a term past weekends and holidays', () => {
    expect(lastDay('2026-03-02', 8)).toBe('2026-04-28');
    expect(lastDay('2026-04-17', 6)).toBe('2026-05-29');
    expect(lastDay('2026-04-04', 1)).toBe('2026-04-13');
    expect(plusWorkdays('2026-04-28', 10)).toBe('2026-05-13');
    expect(inDutch('2026-05-03')).toBe('3 mei 2026');
  });
});
