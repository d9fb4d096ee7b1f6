import { nameAt } from '../engine/place.ts';
import type { VisitorCheck } from '../rule.ts';
import { saysNothing } from './described.ts';

/** A licence, and where the terms are to be read: by its url, or since 3.1 by its SPDX identifier (OpenAPI 3.0.3 and 3.1.0, 4.8.4). */
export const checkLicence: VisitorCheck = ({ document, report }) => ({
  Info({ license }, { location }) {
    if (!license) report(location, nameAt(location));
  },
  License({ url, identifier }, { location }) {
    const ways = document.version.startsWith('3.0') ? [url] : [url, identifier];
    if (ways.every(saysNothing)) report(location);
  },
});
