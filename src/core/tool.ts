/** What reports say of who made them. The version is that of package.json; a test keeps the two equal. */
export const TOOL = { name: 'zds', version: '0.1.0' } as const;
