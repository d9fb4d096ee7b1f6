/** Text made safe for element content and attribute values, in HTML and XML alike. */
export const escapeMarkup = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** XML 1.0 allows few control characters, not even escaped (section 2.2). */
export const withoutControls = (text: string): string =>
  [...text].filter(character => character >= ' ' || '\t\n\r'.includes(character)).join('');
