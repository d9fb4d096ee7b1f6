/** How a package manager installs what a project asks for, and runs a command of it. */
export interface Manager {
  readonly install: readonly string[];
  readonly run: string;
}

/** By the file that a package manager writes. */
export const MANAGERS: Readonly<Record<string, Manager>> = {
  'package-lock.json': { install: ['npm ci'], run: 'npx zds' },
  'pnpm-lock.yaml': { install: ['corepack enable', 'pnpm install --frozen-lockfile'], run: 'pnpm exec zds' },
  'yarn.lock': { install: ['corepack enable', 'yarn install --immutable'], run: 'yarn zds' },
};

/** Actions by the commit of a released version: a tag can be moved, a commit cannot. */
const ACTIONS = {
  checkout: 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2',
  setupNode: 'actions/setup-node@53b83947a5a98c8d113130e565377fae1a50d02f # v6.3.0',
  uploadArtifact: 'actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1',
} as const;

/**
 * A workflow of GitHub.
 *
 * @param folder path from the top folder of the repository, empty for that folder itself
 */
export function gitHubWorkflow({ install, run }: Manager, folder: string): string {
  const inFolder =
    folder === '' ? '' : `    defaults:\n      run:\n        working-directory: ${JSON.stringify(folder)}\n`;
  return `# What a pull request does to the API documents: annotations, a summary and one comment.
# pull_request, never pull_request_target: the code of a fork runs without secrets, and then without the comment.
name: zds

on:
  pull_request:
  merge_group:

permissions:
  contents: read
  pull-requests: write

jobs:
  zds:
    runs-on: ubuntu-latest
${inFolder}    steps:
      - uses: ${ACTIONS.checkout}
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: ${ACTIONS.setupNode}
        with:
          node-version: 24
${install.map(line => `      - run: ${line}\n`).join('')}      - run: ${run} ci --comment --format text --format html=zds.html
        env:
          GITHUB_TOKEN: \${{ github.token }}
      - uses: ${ACTIONS.uploadArtifact}
        if: always()
        with:
          name: zds
          path: ${folder === '' ? 'zds.html' : JSON.stringify(`${folder}/zds.html`)}
          if-no-files-found: ignore
`;
}

/** A job of GitLab, that shows what it finds beside the lines of a merge request and among the tests. */
export function gitLabJob({ install, run }: Manager, folder: string): string {
  const at = folder === '' ? '' : `${folder}/`;
  const into = folder === '' ? [] : [`cd ${JSON.stringify(folder)}`];
  const formats = ['text', 'junit=zds.xml', 'codequality=zds-codequality.json', 'html=zds.html'];
  const lines = [...into, ...install, `${run} ci ${formats.map(format => `--format ${format}`).join(' ')}`];
  return `# What a merge request does to the API documents: code quality, test report, and a page among the artefacts.
zds:
  image: node:24
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    GIT_DEPTH: 0
  script:
${lines.map(line => `    - ${line}\n`).join('')}  artifacts:
    when: always
    paths: [${JSON.stringify(`${at}zds.html`)}]
    reports:
      junit: ${JSON.stringify(`${at}zds.xml`)}
      codequality: ${JSON.stringify(`${at}zds-codequality.json`)}
`;
}
