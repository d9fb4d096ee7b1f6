import type { MigrationExample, Sent } from './data.ts';

const json = (value: unknown): string => JSON.stringify(value, undefined, 2);

/** A message as HTTP writes it: request line, headers, body; then the answer. */
function messageText(label: string, { headers = {}, request, response }: Sent): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const asked = [
    [label, ...lines].join('\n'),
    ...(request === undefined ? [] : [typeof request === 'string' ? request : json(request)]),
  ].join('\n\n');
  if (response === undefined) return asked;
  const answered = [`HTTP ${response.status}`, ...(response.body === undefined ? [] : [json(response.body)])];
  return `${asked}\n\n${answered.join('\n\n')}`;
}

/** The two sides under each other; what never existed is said. */
export function pairLines({ shows, before, after }: MigrationExample, label: string): string[] {
  const block = (sent: Sent): string => `\`\`\`http\n${messageText(label, sent)}\n\`\`\``;
  return [
    shows,
    before === undefined ? 'In 1.x bestond dit bericht niet.' : `Voor, in 1.x:\n\n${block(before)}`,
    `Na, in 2.0:\n\n${block(after)}`,
  ];
}
