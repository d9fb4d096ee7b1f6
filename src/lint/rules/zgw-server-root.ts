import { document } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { serverUrls } from '../topics/servers.ts';

export const rule = {
  id: 'zgw-server-root',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De server '{url}' eindigt niet op /api/v en een hoofdversie, of /v en een hoofdversie; schrijf bijvoorbeeld /zaken/api/v2.",
    en: "The server '{url}' does not end in /api/v and a major version, or /v and a major version; write for instance /zaken/api/v2.",
  },
  why: {
    nl: 'Aan de URL moet te zien zijn welke hoofdversie antwoordt, zodat twee versies naast elkaar kunnen draaien.',
    en: 'The URL has to show which major version answers, so that two versions can run side by side.',
  },
  checkApi: ({ api, report }) => {
    for (const { node, url } of serverUrls(api, 'path'))
      if (!/\/(api\/)?v\d+$/.test(url)) report(node, { url: String(node.value) });
  },
  cases: {
    good: [
      document(
        'servers: [{url: "https://zds.example/zaken/api/v1"}, {url: /api/v1}, {url: "https://{host}/zaken/v2"}]',
      ),
    ],
    bad: [
      {
        document: document(
          'servers: [{url: "https://zds.example/zaken"}, {url: "https://zds.example/v1.2"}]',
        ),
        at: ['/servers/0/url', '/servers/1/url'],
      },
    ],
  },
} satisfies LintRule;
