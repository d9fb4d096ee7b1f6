/** Every format that findings can be written in. */
export const FORMATS = [
  'text',
  'json',
  'markdown',
  'html',
  'sarif',
  'junit',
  'github',
  'codequality',
] as const;

export type Format = (typeof FORMATS)[number];

/** Every format that a timeline can be written in. */
export const HISTORY_FORMATS = ['text', 'markdown', 'html', 'json'] as const;
