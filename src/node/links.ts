/** Where paths lead: through links, and to descriptors of this process. */
import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Most links on one way, as systems have it. */
const MOST_LINKS = 40;

const isLink = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/**
 * Where a path leads, its links followed to the end, also where there is nothing yet. Throws where they turn in a circle.
 */
export function followed(path: string): string {
  let place = resolve(path);
  for (let links = 0; isLink(place); links += 1) {
    if (links === MOST_LINKS) throw new Error('its links turn in a circle');
    place = resolve(realpathSync(dirname(place)), readlinkSync(place));
  }
  return place;
}

/** The descriptor of this process that a path names, as `/dev/stdout` does; null where it names none. */
export function descriptorNamed(path: string): number | null {
  let place = resolve(path);
  for (let links = 0; links <= MOST_LINKS; links += 1) {
    const number = /^\/(?:proc\/(?:self|\d+)|dev)\/fd\/(\d+)$/.exec(place)?.[1];
    if (number !== undefined) return Number(number);
    if (!isLink(place)) return null;
    place = resolve(dirname(place), readlinkSync(place));
  }
  return null;
}
