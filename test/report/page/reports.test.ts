import { parseHTML } from 'linkedom';
import { describe, expect, it, vi } from 'vitest';
import { comparisonReport, projectionReport, scenariosReport } from '../../../src/entries/report';
import { project } from '../../../src/entries/index';
import type { MissingPeerError } from '../../../src/report/charts/missing-peer';
import { FEW_RUNS, hostile, HOSTILE, scenario, variant } from './subjects';
import { itLong } from '../../long';

const options = { runs: FEW_RUNS, seed: 'pages' };
const html = await projectionReport(scenario, options);
const both = await comparisonReport(scenario, variant, options);
const forged = await projectionReport(hostile, options);
const many = await scenariosReport([scenario, variant, hostile], options);
const LARGEST_BYTES = 1_500_000;

/** The little of a document that these tests read. */
interface Node {
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Node>;
}
const all = (root: Node, selector: string): Node[] => [...root.querySelectorAll(selector)];
const read = (text: string): Node => parseHTML(text).document as unknown as Node;

describe.each([
  ['a projection', html],
  ['a comparison', both],
  ['several scenarios', many],
  ['a scenario of hostile texts', forged],
])('the page of %s', (_, text) => {
  const page = read(text);

  it('is one document under 1.5 MB that fetches nothing and runs no script', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(LARGEST_BYTES);
    expect(text.startsWith('<!doctype html>')).toBe(true);
    expect(all(page, 'script,iframe,object,embed,img,link[rel=stylesheet]')).toEqual([]);
    expect(text).not.toMatch(/@import|url\(\s*['"]?https?:/);
    const on = all(page, '*').filter((node) =>
      /\son[a-z]+=/.test(
        (node as unknown as { cloneNode(deep: boolean): { outerHTML: string } })
          .cloneNode(false)
          .outerHTML.replace(/="[^"]*"/g, '=""'),
      ),
    );
    expect(on.length).toBe(0);
  });

  it('gives every picture a name, a text and a table with a caption', () => {
    const figures = all(page, 'figure');
    expect(figures.length).toBeGreaterThan(2);
    for (const figure of figures) {
      const drawings = all(figure, 'svg');
      expect(drawings.length).toBe(2);
      for (const drawing of drawings) {
        expect(drawing.getAttribute('role')).toBe('img');
        for (const name of ['aria-labelledby', 'aria-describedby']) {
          expect(all(figure, `#${drawing.getAttribute(name)!}`)[0]!.textContent.length).toBeGreaterThan(10);
        }
      }
      expect(all(figure, 'table caption').length).toBe(1);
      expect(all(figure, 'tbody tr').length).toBeGreaterThan(1);
    }
  });

  it('has in every row of a table as many cells as its head', () => {
    for (const table of all(page, 'table')) {
      const width = all(table, 'thead th').length;
      for (const row of all(table, 'tbody tr')) expect(all(row, 'td,th').length).toBe(width);
    }
  });

  it('leaves one drawing of each picture where there are no styles', () => {
    expect(all(page, '.narrow').every((node) => node.getAttribute('hidden') !== null)).toBe(true);
  });

  it('uses each id once, and leads each link of its contents to one', () => {
    const ids = all(page, '[id]').map((node) => node.getAttribute('id')!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const anchor of all(page, 'nav a')) expect(ids).toContain(anchor.getAttribute('href')!.slice(1));
  });

  it('heads its parts in order, skipping no level', () => {
    const levels = all(page, 'h1,h2,h3,h4').map((node) =>
      Number((node as unknown as { tagName: string }).tagName.slice(1)),
    );
    expect(levels.filter((level) => level === 1).length).toBe(1);
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1));
  });
});

describe('a report', () => {
  itLong('is the same, byte for byte, for the same input, however many were drawn before', async () => {
    expect(await projectionReport(scenario, options)).toBe(html);
  });

  it('shows the projection of the same runs and seed, by its digest', () => {
    const { digest, outcomes } = project(scenario, options);
    expect(html).toContain(digest);
    expect(html).toContain(`${(100 * outcomes![3]!.p).toFixed(1)}%`);
  });

  it('says of every quantity of interest which interval is the widest and what would narrow it, each sentence once', () => {
    const page = read(html);
    const advice = all(page, '#widths ~ ul li').map((node) => node.textContent);
    const titles = all(page, '#widths tbody th').map((node) => node.textContent);
    expect(titles).toHaveLength(scenario.outcomes.length + 7);
    for (const title of titles)
      expect(advice.filter((text) => text.split(': ')[0]!.split('; ').includes(title))).toHaveLength(1);
    const sentences = advice.map((text) => text.slice(text.indexOf(': ')));
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const text of sentences) {
      expect(text).toMatch(
        /sampling counts most|(assumptions|decision rules) count most|which interval is the widest/,
      );
      expect(text).toMatch(/What would (narrow it|tell):/);
    }
  });

  it('says with which command it is made again', () => {
    expect(html).toContain(
      'detente report kuala-lumpur-2025 --runs 40 --seed pages -o kuala-lumpur-2025.html',
    );
    expect(both).toContain('detente report --compare kuala-lumpur-2025 hundred-per-cent-executed --runs 40');
  });

  it('links its assumptions to their sources', () => {
    const links = all(read(html), '#assumptions ~ * a, section a').filter((node) =>
      /^https:/.test(node.getAttribute('href') ?? ''),
    );
    expect(links.length).toBeGreaterThan(20);
  });

  it('tells where two histories part', () => {
    expect(both).toMatch(/of the runs \([\d.]+% to [\d.]+%\) end in another class/);
    expect(both).toMatch(/In every changed run it starts with the duty “.+?” that was carried out/);
    expect(both).toContain('With what it starts');
    expect(both).toContain('From the first step that mattered to the outcome');
    expect(all(read(both), '.story li').length).toBeGreaterThan(1);
  });

  it('sets scenarios side by side: a row for each in the table, a dot for each in every picture', () => {
    const page = read(many);
    expect(all(page, '#all ~ .scroll tbody tr')).toHaveLength(3);
    const pictures = all(page, 'figure');
    expect(pictures.length).toBeGreaterThan(4);
    for (const picture of pictures)
      for (const drawing of all(picture, 'svg')) expect(all(drawing, 'circle')).toHaveLength(3);
    expect(many).toContain(
      'detente report --compare kuala-lumpur-2025 hundred-per-cent-executed hostile --runs 40',
    );
  });

  it('begins with a deal of some kind, says how far to trust it, and names the days ahead', () => {
    const page = read(html);
    expect(all(page, '.answer p')[0]!.textContent).toMatch(/^A deal of some kind: /);
    expect(html).toContain('base rate of the other meetings');
    expect(all(page, '#calendar ~ .scroll tbody tr').length).toBeGreaterThan(5);
  });

  it('says of two equal scenarios that nothing parts', async () => {
    const same = await comparisonReport(scenario, scenario, { ...options, runs: 5 });
    expect(same).toContain('No run of the sample ends in another class.');
    expect(same).toContain('all take the same course');
  });
});

describe('text of a scenario', () => {
  it('never becomes markup, in a heading, a title, a picture or a table', () => {
    const page = read(forged);
    expect(all(page, 'h1').length).toBe(1);
    expect(all(page, 'h1')[0]!.textContent).toContain(HOSTILE.script);
    expect(all(page, 'title')[0]!.textContent).toContain('<script>');
    expect(all(page, 'svg text').some((node) => node.textContent.includes('<script>'))).toBe(true);
    expect(forged).not.toContain('<script');
    expect(forged).not.toContain('<img');
    expect(forged).not.toContain('</style></svg>');
  });

  it('turns no reading direction: marks and overrides are spelled out', () => {
    expect(forged).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    expect(forged).toContain('[U+202E]esrever');
  });
});

describe('without the chart library', () => {
  it('is refused with the line that installs it', async () => {
    vi.resetModules();
    vi.doMock('@observablehq/plot', () => {
      throw new Error('Cannot find package');
    });
    const { projectionReport: fresh } = await import('../../../src/entries/report');
    const failure: unknown = await fresh(scenario, { runs: 1 }).catch((error: unknown) => error);
    vi.doUnmock('@observablehq/plot');
    expect((failure as Error).name).toBe('MissingPeerError');
    expect((failure as MissingPeerError).message).toMatch(/npm install @observablehq\/plot\S+ linkedom/);
  });
});
