/**
 * The same bytes in every engine: V8 in several versions of Node and in Chromium, JavaScriptCore and SpiderMonkey.
 *
 * One bundle without modules is run in each engine that the machine has; an engine that it lacks is skipped by name.
 * Debian's packages `chromium`, `libjavascriptcoregtk-4.0-bin` and `gjs` bring three; newer versions of Node are
 * installed by `npm ci --prefix test/engines`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../tools/freshness.mjs';
import { chromiumPath, launch } from './report/page/chromium';
import { casesOf } from './extent';
import { itLong } from './long';

const away = mkdtempSync(join(tmpdir(), 'detente-engines-'));
afterAll(() => rmSync(away, { recursive: true, force: true }));

/** A text encoder for shells that are a language and nothing else; UTF-8 as the Encoding Standard has it. */
const ENCODER = `
if (typeof globalThis.TextEncoder === 'undefined') globalThis.TextEncoder = class {
  encode(text) {
    const escaped = unescape(encodeURIComponent(text));
    const bytes = new Uint8Array(escaped.length);
    for (let at = 0; at < escaped.length; at++) bytes[at] = escaped.charCodeAt(at);
    return bytes;
  }
};
`;

let script = '';
let here: unknown;

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): unknown {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 24,
  });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${error?.message ?? stderr}`);
  return JSON.parse(stdout);
}

/** Writes the bundle with a last line that prints the answers as an engine prints. */
function scriptFor(engine: string, print: string): string {
  const path = join(away, `${engine}.js`);
  writeFileSync(path, `${ENCODER}${script}\n${print}(globalThis.answers);\n`);
  return path;
}

const onPath = (command: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, command))
    .find((path) => existsSync(path));

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'test/engines/answers.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    // As every bundler for browsers does it; immer asks.
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  script = outputFiles[0]!.text;
  here = run(process.execPath, [scriptFor('node-here', 'console.log')]);
});

describe('the answers of this version of Node', () => {
  it('are digests, each of its own thing, and do not depend on the size of the blocks', () => {
    const { blocksOf7, blocksOf60, ...others } = here as Record<string, string>;
    expect(blocksOf7).toBe(blocksOf60);
    const digests = [blocksOf60, ...Object.values(others)];
    expect(new Set(digests).size).toBe(digests.length);
    for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the same bytes as in this version of Node come from', () => {
  for (const major of [22, 24, 26]) {
    const node = join(root, `test/engines/node_modules/node-${major}/bin/node`);
    const title = `V8 in Node ${major}`;
    if (existsSync(node))
      itLong(title, () => expect(run(node, [scriptFor(`node-${major}`, 'console.log')])).toEqual(here));
    else it.skip(`${title}: skipped, not installed (npm ci --prefix test/engines)`);
  }

  const jsc = onPath('jsc');
  if (jsc === undefined) it.skip('JavaScriptCore: skipped, no jsc (libjavascriptcoregtk-4.0-bin)');
  else itLong('JavaScriptCore', () => expect(run(jsc, [scriptFor('jsc', 'print')])).toEqual(here));

  const gjs = onPath('gjs');
  if (gjs === undefined) it.skip('SpiderMonkey: skipped, no gjs');
  else itLong('SpiderMonkey', () => expect(run(gjs, [scriptFor('gjs', 'print')])).toEqual(here));

  const chromium = chromiumPath();
  if (chromium === null) it.skip('Chromium: skipped, no browser');
  else
    itLong('Chromium', async () => {
      const browser = await launch(chromium);
      try {
        const page = await browser.newPage();
        await page.addScriptTag({ path: scriptFor('chromium', 'void') });
        const answers = await page.evaluate(() => (globalThis as { answers?: string }).answers);
        expect(JSON.parse(String(answers))).toEqual(here);
      } finally {
        await browser.close();
      }
    });
});

describe('the same bytes come from this version of Node', () => {
  const script = () => scriptFor('node-otherwise', 'console.log');

  it.each(
    casesOf(
      ['--no-opt', '--jitless', '--always-sparkplug', '--max-lazy', '--single-threaded', '--stack-size=600'],
      1,
    ),
  )('with the flag %s', (flag) => expect(run(process.execPath, [flag, script()])).toEqual(here));

  it.each(
    casesOf(
      [
        ['tr_TR.UTF-8', 'Asia/Kathmandu'],
        ['de_DE.UTF-8', 'Pacific/Kiritimati'],
        ['zh_CN.GB18030', 'America/St_Johns'],
        ['C', 'Pacific/Pago_Pago'],
        ['ar_EG.UTF-8', ':not/a/zone'],
      ] as const,
      1,
    ),
  )('in the locale %s and the time zone %s', (locale, zone) =>
    expect(run(process.execPath, [script()], { LANG: locale, LC_ALL: locale, TZ: zone })).toEqual(here),
  );
});
