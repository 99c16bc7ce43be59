/** The picture of the layers, of the one table of them. */
import { LAYERS } from '../layers.mjs';
import { picture, rectangle, text } from './drawing';

/** A row for each layer, the two branches side by side, from the top down. */
export function layersPicture(): string {
  const plain = LAYERS.filter(({ branch }) => branch === undefined);
  const branch = (name: string) => LAYERS.filter((layer) => layer.branch === name);
  const under = plain.slice(0, 2);
  const over = plain.slice(2);
  const pairs = branch('law').map((law, at) => [law, branch('theory')[at]] as const);
  const height = 26;
  const rows: string[] = [];
  let y = 10;
  const row = (x: number, width: number, name: string) => {
    rows.push(rectangle(x, y, width, height - 4, 'box', 4));
    rows.push(text(x + width / 2, y + 16, name, { anchor: 'middle' }));
  };
  for (const { name } of [...over].reverse()) {
    row(20, 360, name);
    y += height;
  }
  for (const [law, theory] of [...pairs].reverse()) {
    row(20, 176, law.name);
    row(204, 176, theory?.name ?? '');
    y += height;
  }
  rows.push(text(108, y + 12, 'law: what may happen', { look: 'small dim', anchor: 'middle' }));
  rows.push(text(292, y + 12, 'theory: what is chosen', { look: 'small dim', anchor: 'middle' }));
  y += 20;
  for (const { name } of [...under].reverse()) {
    row(20, 360, name);
    y += height;
  }
  return picture(
    'The layers of the source; each imports only from its own or a lower one, and law and theory do not know each other',
    y + 6,
    rows,
  );
}
