/** The pen of the pictures in `docs/pictures`: small SVG files that are read in light and dark, and at the width of a telephone. */

/** Width of all pictures in their own units; they are shown at a fifth more. */
export const WIDTH = 400;

const STYLE = `<style>
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .small { font-size: 11.5px; }
  .dim { fill: #57606a; }
  .bold { font-weight: 600; }
  .us { fill: #0b62b5; } .cn { fill: #a8450a; } .both { fill: #5b5f66; } .calendar { fill: #8a8f96; }
  .us-line { stroke: #0b62b5; } .cn-line { stroke: #a8450a; }
  .pale { fill: #dde6ef; } .band { fill: #9dbad6; }
  .box { fill: #f6f8fa; stroke: #8a919a; }
  .line { stroke: #57606a; stroke-width: 1.2; fill: none; }
  .faint { stroke: #c6ccd3; stroke-width: 1; }
  .bad { fill: #a40e26; } .good { fill: #11632a; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .dim { fill: #a8b1bb; }
    .us { fill: #79b8ff; } .cn { fill: #ffa657; } .both { fill: #b1bac4; } .calendar { fill: #8b949e; }
    .us-line { stroke: #79b8ff; } .cn-line { stroke: #ffa657; }
    .pale { fill: #24384d; } .band { fill: #3f6a94; }
    .box { fill: #22272e; stroke: #768390; }
    .line { stroke: #a8b1bb; }
    .faint { stroke: #444c56; }
    .bad { fill: #ff938a; } .good { fill: #7ee2a8; }
  }
</style>`;

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A number as short as a picture needs it. */
export const short = (value: number) => String(Math.round(value * 100) / 100);

/** How a text stands. */
export interface TextOptions {
  readonly look?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A line of text. */
export function text(x: number, y: number, words: string, { look = '', anchor = 'start' }: TextOptions = {}) {
  const looks = look === '' ? '' : ` class="${look}"`;
  const anchored = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${short(x)}" y="${short(y)}"${looks}${anchored}>${escaped(words)}</text>`;
}

/** A rectangle. */
export function rectangle(x: number, y: number, width: number, height: number, look: string, round = 0) {
  const corners = round === 0 ? '' : ` rx="${round}"`;
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" class="${look}"${corners}/>`;
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, look = 'line') {
  return `<line x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}" class="${look}"/>`;
}

/** A line through points. */
export function path(points: readonly (readonly [number, number])[], look: string) {
  const through = points.map(([x, y]) => `${short(x)} ${short(y)}`).join(' L');
  return `<path d="M${through}" fill="none" stroke-width="2" class="${look}"/>`;
}

/** A dot. */
export function dot(x: number, y: number, radius: number, look: string) {
  return `<circle cx="${short(x)}" cy="${short(y)}" r="${radius}" class="${look}"/>`;
}

/** An arrow to the right or down. */
export function arrow(x1: number, y1: number, x2: number, y2: number) {
  const head =
    x1 === x2
      ? `M${short(x2 - 4)} ${short(y2 - 6)} L${short(x2)} ${short(y2)} L${short(x2 + 4)} ${short(y2 - 6)}`
      : `M${short(x2 - 6)} ${short(y2 - 4)} L${short(x2)} ${short(y2)} L${short(x2 - 6)} ${short(y2 + 4)}`;
  return `${line(x1, y1, x2, y2)}<path d="${head}" class="line"/>`;
}

/** A box with lines of text, the first of them bold. */
export function box(x: number, y: number, width: number, height: number, words: readonly string[]) {
  return [
    rectangle(x, y, width, height, 'box', 5),
    ...words.map((word, at) => text(x + 9, y + 19 + 16 * at, word, { look: at === 0 ? 'bold' : 'small' })),
  ].join('\n');
}

/** A whole picture: what it shows in words, and its parts. */
export function picture(title: string, height: number, parts: readonly string[]): string {
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH * 1.2}" height="${height * 1.2}" role="img">`,
    `<title>${escaped(title)}</title>`,
    STYLE,
    ...parts,
    '</svg>',
  ].join('\n')}\n`;
}
