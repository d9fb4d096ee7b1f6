// The browser that the browser tests use: Debian's Chromium, installed where that is harmless, else said how.
import { existsSync, readFileSync } from 'node:fs';
import { run } from './prepare.mjs';

export const CHROMIUM = '/usr/bin/chromium';

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));

const isRoot = () => process.getuid?.() === 0;

/** Installs Chromium on a fresh machine or container; elsewhere the browser tests are skipped with the line to have them. */
export function prepareChromium() {
  if (existsSync(CHROMIUM)) return;
  if (isDebian() && (process.env.CI || isRoot())) {
    const sudo = isRoot() ? [] : ['sudo', '-n'];
    console.log('Installing Chromium from Debian packages for the browser tests ...');
    const apt = args => {
      const [command, ...rest] = [...sudo, 'apt-get', ...args];
      run(command, rest, { DEBIAN_FRONTEND: 'noninteractive' });
    };
    apt(['update', '-qq']);
    apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    return;
  }
  console.log(`No ${CHROMIUM}: browser tests are skipped. To have them: sudo apt-get install chromium`);
}
