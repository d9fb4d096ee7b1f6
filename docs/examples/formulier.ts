/**
 * A form application: it registers a ZAAK with its initiator, status and attachment, and follows it. On the types of
 * `zds types --api zaken -o zaken.ts` and `zds types --api documenten -o documenten.ts`, with openapi-fetch, whose calls
 * exact-client.ts holds against the standard to the letter.
 */
import type { Middleware } from 'openapi-fetch';
import type { paths as DocumentenPaths, EnkelvoudiginformatieobjectCreate } from './documenten.ts';
import { createExactClient } from './exact-client.ts';
import type {
  paths,
  RolCreate,
  StatusCreate,
  Zaak,
  ZaakCreate,
  ZaakListQuery,
  ZaakPatch,
  ZaakZoek,
} from './zaken.ts';

/** The coordinate system of geometry in what is sent and in what comes back; both headers are required. */
const CRS = { 'Accept-Crs': 'EPSG:4326', 'Content-Crs': 'EPSG:4326' } as const;

export interface Register {
  readonly zaken: string;
  readonly documenten: string;
  readonly rsin: string;
  readonly token: () => Promise<string>;
}

/** What a register answers when it does not do what was asked (RFC 9457). */
export class Geweigerd extends Error {
  readonly status: number;

  constructor(status: number, fout: { readonly title: string; readonly detail: string }) {
    super(`${status} ${fout.title}: ${fout.detail}`);
    this.status = status;
  }
}

export function maakFormulier(register: Register) {
  const withToken: Middleware = {
    onRequest: async ({ request }) => {
      request.headers.set('Authorization', `Bearer ${await register.token()}`);
      return request;
    },
  };
  const zrc = createExactClient<paths>({ baseUrl: register.zaken });
  const drc = createExactClient<DocumentenPaths>({ baseUrl: register.documenten });
  zrc.use(withToken);
  drc.use(withToken);
  const own = { bronorganisatie: register.rsin, verantwoordelijkeOrganisatie: register.rsin };

  return {
    /** Create: what the register fills in (`url`, `uuid`) is no part of the form. */
    async registreer(zaaktype: string, omschrijving: string, plek?: [number, number]): Promise<Zaak> {
      const body: ZaakCreate = {
        ...own,
        zaaktype,
        omschrijving,
        startdatum: new Date().toISOString().slice(0, 10),
        ...(plek ? { zaakgeometrie: { type: 'Point', coordinates: plek } } : {}),
      };
      const { data, error, response } = await zrc.POST('/zaken', { params: { header: CRS }, body });
      if (error) throw new Geweigerd(response.status, error);
      return data;
    },

    async zetStatus(zaak: string, statustype: string): Promise<string> {
      const body: StatusCreate = { zaak, statustype, datumStatusGezet: new Date().toISOString() };
      const { data, error, response } = await zrc.POST('/statussen', { body });
      if (error) throw new Geweigerd(response.status, error);
      return data.url;
    },

    async zetInitiator(zaak: string, roltype: string, inpBsn: string): Promise<string> {
      const body: RolCreate = {
        zaak,
        roltype,
        roltoelichting: 'Indiener',
        betrokkeneType: 'natuurlijk_persoon',
        betrokkeneIdentificatie: { inpBsn },
      };
      const { data, error, response } = await zrc.POST('/rollen', { body });
      if (error) throw new Geweigerd(response.status, error);
      return data.url;
    },

    /** Merge-patch: only what changes, and the media type has to be said, for openapi-fetch sends plain JSON. */
    async hernoem(uuid: string, omschrijving: string): Promise<Zaak> {
      const body: ZaakPatch = { omschrijving };
      const { data, error, response } = await zrc.PATCH('/zaken/{uuid}', {
        params: { path: { uuid }, header: CRS },
        headers: { 'Content-Type': 'application/merge-patch+json' },
        body,
      });
      if (error) throw new Geweigerd(response.status, error);
      return data;
    },

    /** List with filters, page after page. */
    async *alle(filters: ZaakListQuery): AsyncGenerator<Zaak> {
      for (let page = 1; ; page += 1) {
        const query: ZaakListQuery = { ...filters, page };
        const { data, error, response } = await zrc.GET('/zaken', { params: { query, header: CRS } });
        if (error) throw new Geweigerd(response.status, error);
        yield* data.results;
        if (data.next === null || data.next === undefined) return;
      }
    },

    /** Expand: the ZAAKTYPE and the STATUS come along in `_expand`. */
    async metStatus(uuid: string) {
      const { data, error, response } = await zrc.GET('/zaken/{uuid}', {
        params: { path: { uuid }, query: { expand: 'status,zaaktype' }, header: CRS },
      });
      if (error) throw new Geweigerd(response.status, error);
      return data;
    },

    /** Search with geometry. */
    async binnen(ring: [number, number][]): Promise<readonly Zaak[]> {
      const body: ZaakZoek = { zaakgeometrie: { within: { type: 'Polygon', coordinates: [ring] } } };
      const { data, error, response } = await zrc.POST('/zaken/_zoek', { params: { header: CRS }, body });
      if (error) throw new Geweigerd(response.status, error);
      return data.results;
    },

    /** Upload in parts: the register answers where each part goes, and the lock opens when all are there. */
    async bewaar(informatieobjecttype: string, naam: string, inhoud: Blob): Promise<string> {
      const body: EnkelvoudiginformatieobjectCreate = {
        bronorganisatie: register.rsin,
        creatiedatum: new Date().toISOString().slice(0, 10),
        titel: naam,
        auteur: 'Formulier',
        taal: 'nld',
        bestandsnaam: naam,
        bestandsomvang: inhoud.size,
        informatieobjecttype,
      };
      const { data, error, response } = await drc.POST('/enkelvoudiginformatieobjecten', { body });
      if (error) throw new Geweigerd(response.status, error);
      const { lock, url } = data;
      const uuid = url.slice(url.lastIndexOf('/') + 1);
      let start = 0;
      for (const deel of data.bestandsdelen ?? []) {
        const end = start + (deel.omvang ?? 0);
        const part = { inhoud: inhoud.slice(start, end), lock };
        const sent = await drc.PUT('/bestandsdelen/{uuid}', {
          params: { path: { uuid: deel.url.slice(deel.url.lastIndexOf('/') + 1) } },
          body: part,
          bodySerializer: () => {
            const form = new FormData();
            form.append('inhoud', part.inhoud);
            form.append('lock', part.lock);
            return form;
          },
        });
        if (sent.error) throw new Geweigerd(sent.response.status, sent.error);
        start = end;
      }
      const opened = await drc.POST('/enkelvoudiginformatieobjecten/{uuid}/unlock', {
        params: { path: { uuid } },
        body: { lock },
      });
      if (opened.error) throw new Geweigerd(opened.response.status, opened.error);
      return data.url;
    },
  };
}
