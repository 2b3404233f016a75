// Finds a Chromium for the browser tests: the one named by CHROMIUM, one that is installed, Debian's package
// where it may be installed, else the one that ships in an npm package.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './steps.mjs';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @returns {Promise<{ path: string, libraries?: string }>} the program, and where it finds missing libraries */
export async function findBrowser() {
  if (process.env.CHROMIUM) return { path: process.env.CHROMIUM };
  const found = INSTALLED.find(existsSync) ?? installDebianPackage();
  if (found) return { path: found };
  say('taking Chromium from its npm package');
  const { default: chromium } = await import('@sparticuz/chromium');
  return { path: await chromium.executablePath(), libraries: '/tmp/al2023/lib' };
}

function installDebianPackage() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  say("installing Debian's Chromium");
  const options = { stdio: ['ignore', 'ignore', 'pipe'] };
  try {
    execFileSync('apt-get', ['update', '-q'], options);
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '-q', 'chromium'], options);
  } catch (error) {
    say(`Debian's Chromium could not be installed: ${String(error.stderr).trim().split('\n').at(-1)}`);
  }
  return INSTALLED.find(existsSync);
}
