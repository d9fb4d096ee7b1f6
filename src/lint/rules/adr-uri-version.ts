import { member } from '../../core/json.ts';
import { document } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { hasVersion, segmentsOf, serverUrls } from '../topics/servers.ts';

export const rule = {
  id: 'adr-uri-version',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /core/uri-version',
  asks: {
    nl: 'Een server-url heeft precies één deel met de hoofdversie, zoals /v1, en het is die van info.version.',
    en: 'A server url has exactly one part with the major version, such as /v1, and it is that of info.version.',
  },
  message: {
    nl: "De server-url '{url}' {wat}.",
    en: "The server url '{url}' {what}.",
  },
  why: {
    nl: 'De hoofdversie in het adres laat oude en nieuwe afnemers naast elkaar werken.',
    en: 'The major version in the address lets old and new consumers work side by side.',
  },
  check: ({ api, report }) => ({
    Root(root) {
      // The address has it all the same where every path has it: the base path goes on into the paths.
      if (api.paths.length > 0 && api.paths.every(({ segments }) => hasVersion(segments))) return;
      const major = /^(\d+)\.\d/.exec(String(member(root.info, 'version')))?.[1];
      for (const { node, url } of serverUrls(api, 'path')) {
        const versions = segmentsOf(url).filter(segment => /^v\.?\d/i.test(segment));
        const [version] = versions;
        if (versions.length !== 1 || !version || !/^v(0|[1-9]\d*)$/.test(version))
          report(node, {
            url,
            wat: 'hoort precies één deel met de hoofdversie te hebben, zoals /v1',
            what: 'should have exactly one segment with the major version, such as /v1',
          });
        else if (major !== undefined && major !== '0' && version !== `v${major}`)
          report(
            node,
            {
              url,
              wat: `noemt ${version} terwijl info.version hoofdversie ${major} heeft; maak ze gelijk`,
              what: `says ${version} while info.version has major ${major}; make them equal`,
            },
            'warning',
          );
      }
    },
  }),
  cases: {
    good: [
      document('servers: [{url: https://api.example.nl/zaken/v1}]'),
      document('servers: [{url: /api/v1}]'),
      document("{servers: [{url: 'https://api.example.nl/{versie}', variables: {versie: {default: v1}}}]}"),
    ],
    bad: [
      { document: document('servers: [{url: https://api.example.nl/zaken}]'), at: ['/servers/0/url'] },
      { document: document('servers: [{url: https://api.example.nl/v1.2}]'), at: ['/servers/0/url'] },
      { document: document('servers: [{url: https://api.example.nl/v+}]'), at: ['/servers/0/url'] },
      { document: document('servers: [{url: https://api.example.nl/v2}]'), at: ['/servers/0/url'] },
    ],
  },
} satisfies LintRule;
