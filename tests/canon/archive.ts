import { isMapping } from './examples.ts';
import type { Mapping } from './spec-reader.ts';

/*
 * Rule zrc-021, written from the published rule and not from the examples: what closing a ZAAK does to its archive
 * attributes. A date that cannot be derived is null, and then nothing is filled in.
 */

/** `P1Y2M3W4D`; archive periods have no part of a day. */
const durationForm = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/**
 * A calendar day plus an ISO 8601 duration of years, months, weeks and days.
 * A day that its month lacks becomes the last day of that month.
 *
 * @throws if the duration has another form
 */
export const plus = (day: string, duration: string): string => {
  const parts = durationForm.exec(duration);
  if (!parts) throw new Error(`no duration of days: ${duration}`);
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.slice(1).map(part => Number(part ?? 0));
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const length = new Date(Date.UTC(year + years, month + months, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year + years, month - 1 + months, Math.min(date, length)));
  moved.setUTCDate(moved.getUTCDate() + 7 * weeks + days);
  return moved.toISOString().slice(0, 10);
};

/** What the registers hold at the moment of closing. */
export interface Registers {
  readonly zaken: readonly Mapping[];
  readonly besluiten: readonly Mapping[];
  readonly zaakeigenschappen: readonly Mapping[];
  readonly zaakobjecten: readonly Mapping[];
}

/** A day in any of the forms of the registers: `2026-06-01`, a moment, or the `20260601` of a ZAAKEIGENSCHAP. */
const dayOf = (value: unknown): string | null => {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(String(value ?? '')) ?? [];
  return year && month && day ? `${year}-${month}-${day}` : null;
};

type Candidates = (zaak: Mapping, procedure: Mapping, registers: Registers) => readonly unknown[];

const ofZaak = (resources: readonly Mapping[], zaak: Mapping): readonly Mapping[] =>
  resources.filter(resource => resource.zaak === zaak.url);

const relatedTo = (zaak: Mapping): ReadonlySet<unknown> => {
  const related = Array.isArray(zaak.relevanteAndereZaken) ? zaak.relevanteAndereZaken : [];
  return new Set(related.filter(isMapping).map(({ url }) => url));
};

/** Where the day comes from, for each `afleidingswijze`. More than one day: the last counts. */
export const derivations: Readonly<Record<string, Candidates>> = {
  afgehandeld: zaak => [zaak.einddatum],
  hoofdzaak: (zaak, _, { zaken }) => zaken.filter(({ url }) => url === zaak.hoofdzaak).map(z => z.einddatum),
  eigenschap: (zaak, { datumkenmerk }, { zaakeigenschappen }) =>
    ofZaak(zaakeigenschappen, zaak)
      .filter(({ naam }) => naam === datumkenmerk)
      .map(({ waarde }) => waarde),
  // Filled in by hand, so closing derives nothing.
  ander_datumkenmerk: () => [],
  zaakobject: (zaak, { objecttype, datumkenmerk }, { zaakobjecten }) =>
    ofZaak(zaakobjecten, zaak)
      .filter(({ objectType }) => objectType === objecttype)
      .map(({ objectIdentificatie: object }) => (isMapping(object) ? object[String(datumkenmerk)] : null)),
  termijn: ({ einddatum }, { procestermijn }) =>
    typeof einddatum === 'string' && typeof procestermijn === 'string'
      ? [plus(einddatum, procestermijn)]
      : [],
  gerelateerde_zaak: (zaak, _, { zaken }) =>
    zaken.filter(({ url }) => relatedTo(zaak).has(url)).map(({ einddatum }) => einddatum),
  ingangsdatum_besluit: (zaak, _, { besluiten }) => ofZaak(besluiten, zaak).map(b => b.ingangsdatum),
  vervaldatum_besluit: (zaak, _, { besluiten }) => ofZaak(besluiten, zaak).map(b => b.vervaldatum),
};

/** First day of the retention period; null while one of the days that it depends on is unknown. */
export const sourceDate = (zaak: Mapping, procedure: Mapping, registers: Registers): string | null => {
  const candidates = derivations[String(procedure.afleidingswijze)];
  if (!candidates) throw new Error(`no afleidingswijze ${String(procedure.afleidingswijze)}`);
  const days = candidates(zaak, procedure, registers).map(dayOf);
  const last = days.toSorted((a, b) => String(a).localeCompare(String(b))).at(-1);
  return last === undefined || days.includes(null) ? null : last;
};

/** Archive attributes of a closed ZAAK. */
export interface Archived {
  readonly archiefnominatie: unknown;
  readonly startdatumBewaartermijn: string | null;
  readonly archiefactiedatum: string | null;
}

export const archived = (zaak: Mapping, resultaattype: Mapping, registers: Registers): Archived => {
  const { archiefnominatie, archiefactietermijn, brondatumArchiefprocedure: procedure } = resultaattype;
  const period = typeof archiefactietermijn === 'string' ? archiefactietermijn : undefined;
  const source = period && isMapping(procedure) ? sourceDate(zaak, procedure, registers) : null;
  return {
    archiefnominatie,
    startdatumBewaartermijn: source,
    archiefactiedatum: source && period ? plus(source, period) : null,
  };
};
