/** Where paths lead: step by step as the system walks them, through links, and to descriptors of this process. */
import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, resolve, sep } from 'node:path';
import process from 'node:process';

/** Most links on one way, as systems have it. */
const MOST_LINKS = 40;

const SEPARATOR = sep === '/' ? '/' : /[\\/]/;

/** A folder of a process, whose links tell a reader where they lead, and lead there by no path. */
const OF_A_PROCESS = /^\/proc\/\d+(?:\/|$)/;

/** A path that leads nowhere, with the code that the system has for it. */
class LostPath extends Error {
  constructor(
    message: string,
    readonly code: 'ELOOP' | 'ENOTDIR',
  ) {
    super(message);
  }
}

/** A name in a folder. Where the folder is told with steps up, they stay: they may come after a link. */
export function within(folder: string, name: string): string {
  if (!folder.split(/[\\/]/).includes('..')) return join(folder, name);
  return /[\\/]$/.test(folder) ? folder + name : folder + sep + name;
}

/** Whether there is a link at a path. */
export const isLink = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/** A path as a root and the steps from there. Windows takes a step up before it follows the link that comes first. */
function stepsOf(path: string): { readonly root: string; readonly steps: readonly string[] } {
  const from = isAbsolute(path) ? '' : process.cwd();
  const whole = sep === '/' ? `${from}/${path}` : resolve(from, path);
  const { root } = parse(whole);
  return { root, steps: whole.slice(root.length).split(SEPARATOR) };
}

/** The folder above a place. Above a link of a process only the system knows one. */
const above = (place: string) =>
  place.endsWith('/..') || (OF_A_PROCESS.test(dirname(place)) && isLink(place))
    ? `${place}/..`
    : dirname(place);

/** Whether a step can be taken from a place: a folder, a link of a process, or nothing as yet. */
function isPassable(place: string): boolean {
  const there = lstatSync(place, { throwIfNoEntry: false });
  return there === undefined || there.isDirectory() || there.isSymbolicLink();
}

/** Where a path leads, its last step followed where that is a link, or not. */
function walked(path: string, toTheEnd: boolean): string {
  const { root, steps } = stepsOf(path);
  let place = root;
  const waiting = [...steps];
  let links = 0;
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    if (!isPassable(place)) throw new LostPath(`${place} is a file, not a folder`, 'ENOTDIR');
    if (step === '..') place = above(place);
    if (step === '' || step === '.' || step === '..') continue;
    const next = within(place, step);
    const isFollowed = (toTheEnd || waiting.length > 0) && !OF_A_PROCESS.test(place) && isLink(next);
    if (!isFollowed) {
      place = next;
      continue;
    }
    links += 1;
    if (links > MOST_LINKS) throw new LostPath('its links turn in a circle', 'ELOOP');
    const target = readlinkSync(next);
    const on = isAbsolute(target) ? stepsOf(target) : { root: place, steps: target.split(SEPARATOR) };
    place = on.root;
    waiting.unshift(...on.steps);
  }
  return place;
}

/**
 * Where a path leads as the system walks it, also where there is nothing yet: a link is followed before the step up behind it, and to the
 * end. A descriptor stays the path of one. Throws where links turn in a circle, and for a way through a file.
 */
export const followed = (path: string): string => walked(path, true);

/** As {@link followed}, but for a link at the end, which stays. */
export const placed = (path: string): string => walked(path, false);

/** Whether a number is that of this process, or of one of its threads. */
const isOurs = (id: string | undefined) => id === undefined || existsSync(`/proc/self/task/${id}`);

/** The descriptor of this process that a path names, as `/dev/stdout` does; null where it names none, or one of another process. */
export function descriptorNamed(path: string): number | null {
  let place: string;
  try {
    place = followed(path);
  } catch {
    return null;
  }
  const [, id, number] =
    /^(?:\/proc\/(?:self|(\d+)(?:\/task\/\d+)?)|\/dev)\/fd\/(0|[1-9]\d*)$/.exec(place) ?? [];
  return number !== undefined && isOurs(id) ? Number(number) : null;
}
