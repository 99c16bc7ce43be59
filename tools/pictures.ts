/** Draws the pictures of the documentation, `docs/pictures`: `npm run pictures`; `-- --check` compares only. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  episodePicture,
  eventPicture,
  intervalPicture,
  playPicture,
  projectionPicture,
  refusalPicture,
  scenarioPicture,
  statePicture,
} from './pictures/concepts';
import { layersPicture } from './pictures/layers';

/** Where the pictures lie. */
export const PICTURES_FOLDER = join(fileURLToPath(new URL('..', import.meta.url)), 'docs/pictures');

/** Each picture by its name, drawn when it is asked for. */
export const PICTURES: Readonly<Record<string, () => string>> = {
  state: statePicture,
  event: eventPicture,
  refusal: refusalPicture,
  play: playPicture,
  scenario: scenarioPicture,
  episode: episodePicture,
  projection: projectionPicture,
  interval: intervalPicture,
  layers: layersPicture,
};

/** The pictures that do not lie in the folder as they would be drawn now. */
export function stalePictures(): string[] {
  return Object.entries(PICTURES).flatMap(([name, drawn]) => {
    const path = join(PICTURES_FOLDER, `${name}.svg`);
    return existsSync(path) && readFileSync(path, 'utf8') === drawn() ? [] : [name];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    const stale = stalePictures();
    if (stale.length > 0) process.stderr.write(`npm run pictures: ${stale.join(', ')}\n`);
    process.exitCode = stale.length === 0 ? 0 : 1;
  } else {
    mkdirSync(PICTURES_FOLDER, { recursive: true });
    for (const [name, drawn] of Object.entries(PICTURES))
      writeFileSync(join(PICTURES_FOLDER, `${name}.svg`), drawn());
  }
}
