import { describe, expect, it } from 'vitest';
import { DARK, LIGHT } from '../../../src/report/page/style';

/** Relative luminance after the Web Content Accessibility Guidelines 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('the %s colours', (_, palette) => {
  const colours = Object.fromEntries(
    [...palette.matchAll(/--([a-z0-9-]+):(#[0-9a-f]{6})/g)].map((found) => [found[1]!, found[2]!]),
  );
  const against = (name: string, ground: string) => contrast(colours[name]!, colours[ground]!);

  it.each(['ink', 'soft', 'faint', 'link'])('keep %s legible as text on the page', (name) => {
    expect(against(name, 'paper')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['ink', 'soft'])('keep %s legible on a panel', (name) => {
    expect(against(name, 'panel')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['accent', 'second', 'band-1', 'band-2', 'band-3', 'band-4', 'band-5', 'band-6'])(
    'keep the mark %s apart from the page',
    (name) => {
      expect(against(name, 'paper')).toBeGreaterThanOrEqual(3);
    },
  );
});
