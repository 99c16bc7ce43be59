/**
 * The gallery: reports of three scenarios, one comparison and one table of scenarios as pages, and a picture of each for the README.
 *
 * `npm run gallery` writes them anew. Pictures need a Chromium (`CHROMIUM_PATH`, or `chromium` on the search path);
 * without one the pages are written all the same.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { comparisonReport, projectionReport, scenariosReport } from '../src/entries/report';
import { chromiumPath, launch } from '../test/report/page/chromium';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../docs/gallery');
const HOW = { runs: 400, seed: 'gallery' } as const;
const BASE = 'kuala-lumpur-2025';
const OTHERS = [
  'leaders-call-first',
  'rare-earths-not-for-sale',
  'hundred-per-cent-executed',
  'hawks-on-both-sides',
];

interface Shown {
  readonly name: string;
  readonly make: () => Promise<string>;
  /** What the picture is of. */
  readonly of: string;
}

const SHOWN: readonly Shown[] = [
  { name: BASE, make: () => projectionReport(BASE, HOW), of: '#layers-usoncn' },
  {
    name: 'rare-earths-not-for-sale',
    make: () => projectionReport('rare-earths-not-for-sale', HOW),
    of: '#gives',
  },
  {
    name: 'hundred-per-cent-executed',
    make: () => projectionReport('hundred-per-cent-executed', HOW),
    of: '#fan',
  },
  {
    name: 'with-and-without-the-hundred',
    make: () =>
      comparisonReport(BASE, 'hundred-per-cent-executed', {
        ...HOW,
        command: `detente report --compare ${BASE} hundred-per-cent-executed --runs 400 --seed gallery -o with-and-without-the-hundred.html`,
      }),
    of: '#differences',
  },
  {
    name: 'side-by-side',
    make: () =>
      scenariosReport([BASE, ...OTHERS], {
        ...HOW,
        command: `detente report --compare ${[BASE, ...OTHERS].join(' ')} --runs 400 --seed gallery -o side-by-side.html`,
      }),
    of: '#by-deal',
  },
];

const WIDTH = 760;
const MARGIN = 12;

mkdirSync(FOLDER, { recursive: true });
for (const { name, make } of SHOWN) writeFileSync(join(FOLDER, `${name}.html`), await make());

const executable = chromiumPath();
if (executable === null) {
  process.stdout.write('Pages written; no pictures, since no Chromium was found.\n');
} else {
  const browser = await launch(executable);
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 1000 }, colorScheme: 'light' });
  for (const { name, of } of SHOWN) {
    await page.goto(pathToFileURL(join(FOLDER, `${name}.html`)).href);
    const box = await page.locator(`${of} .wide`).boundingBox();
    if (box === null) throw new Error(`${name} has no picture ${of}`);
    const clip = { x: 0, y: box.y - MARGIN, width: WIDTH, height: box.height + MARGIN + 4 };
    await page.screenshot({ path: join(FOLDER, `${name}.png`), clip, fullPage: true });
  }
  await page.goto(pathToFileURL(join(FOLDER, `${BASE}.html`)).href);
  const end = await page.locator('#outcomes .legend').boundingBox();
  const height = (end?.y ?? 1000) - MARGIN;
  await page.screenshot({
    path: join(FOLDER, 'answer.png'),
    clip: { x: 0, y: 0, width: WIDTH, height },
    fullPage: true,
  });
  await browser.close();
}
