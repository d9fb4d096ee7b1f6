// Shared by scripts/fuzz.mjs and its worker.

/** What is done with each mutant, in this order. */
export const STEPS = [
  'start',
  'read',
  'lint',
  'lint oas',
  'bundle',
  'bundle --openapi',
  'diff with itself',
  'diff from the original',
  'docs',
  'types',
  'validate',
];

/** Seconds of processor time of this process: while the worker is awaited, it alone does anything. */
export function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
