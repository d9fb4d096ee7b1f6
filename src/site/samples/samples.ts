import { isString, type Json } from '../../core/json.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { isSuccess, type ShownOperation } from '../operation/operations.ts';
import { labelOf, type Page } from '../page.ts';
import { callOf, exampleOf } from './call.ts';
import { curlOf } from './curl.ts';
import { typescriptOf } from './typescript.ts';

/** What stands beside an operation: the call in code, and what comes back. One language is open at a time. */
export function renderSamples(
  page: Page,
  operation: ShownOperation,
  anchor: string,
  example?: string,
): Fragment {
  const answers = operation.responses.filter(isSuccess).flatMap(({ status, contents }) => {
    const value = contents[0] && exampleOf(page.site, contents[0], example);
    return value === undefined ? [] : [{ status, value }];
  });
  const [answer] = answers;
  const code = codeOf(page, operation, example);
  if (code.length === 0 && !answer) return undefined;
  const tabs = code.map(
    ({ title, text }, index) =>
      html`<details class="sample" name="code-${anchor}"${index === 0 && html` open`}><summary>${title}</summary>${block(text)}</details>`,
  );
  return html`<div class="samples">${tabs}${
    answer &&
    html`<p class="sample-title">${labelOf(page.site, 'response')} <span class="status ok">${answer.status}</span></p>${block(textOf(answer.value))}`
  }</div>`;
}

function codeOf(
  { site }: Page,
  operation: ShownOperation,
  example: string | undefined,
): { readonly title: string; readonly text: string }[] {
  const call = callOf(site, operation, example);
  if (operation.kind !== 'path')
    return call.body ? [{ title: call.body.type, text: textOf(call.body.value) }] : [];
  const typescript = typescriptOf(call);
  return [
    { title: 'curl', text: curlOf(call) },
    ...(typescript === undefined ? [] : [{ title: 'TypeScript', text: typescript }]),
  ];
}

const textOf = (value: Json): string => (isString(value) ? value : JSON.stringify(value, undefined, 2));

const block = (text: string): Html =>
  html`<div class="code"><pre tabindex="0" data-copy><code>${text}</code></pre></div>`;
