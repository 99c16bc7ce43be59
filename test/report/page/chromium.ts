/** A real Chromium for the tests of pages, where one is installed. */
import { spawnSync } from 'node:child_process';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'] as const;

/** Path of the browser: `CHROMIUM_PATH`, else the first that the search path has; null where there is none. */
export function chromiumPath(): string | null {
  const told = process.env['CHROMIUM_PATH'];
  if (told !== undefined && told !== '') return told;
  for (const name of NAMES) {
    const { stdout, status } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0 && stdout.trim() !== '') return stdout.trim();
  }
  return null;
}

/** Starts it without anything that calls out. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    chromiumSandbox: false,
    // Signals are the tests' own: what else listens may end the process.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
