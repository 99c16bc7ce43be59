/** Descriptors that a path names: which of them this program was given, and what they are open for. */
import { fstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Standard input, standard output and standard error: every program is given them. */
const LAST_STANDARD = 2;

/** What a descriptor is open for, by the last two bits of its flags. */
const OPEN_FOR = ['read', 'write', 'both'] as const;

const isOpen = (descriptor: number) => {
  try {
    fstatSync(descriptor);
    return true;
  } catch {
    return false;
  }
};

/** What the system says of a descriptor: `pipe:[4711]`, `anon_inode:[eventpoll]` or a path; null where it says nothing. */
function nameOf(descriptor: number): string | null {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return null;
  }
}

/** What a descriptor is open for; null where the system does not say. */
function useOf(descriptor: number): (typeof OPEN_FOR)[number] | null {
  try {
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8'))?.[1];
    return flags === undefined ? null : (OPEN_FOR[parseInt(flags, 8) & 3] ?? null);
  } catch {
    return null;
  }
}

/** Whether both ends of a pipe without a path are in this process, which then made it for itself. */
function isClosedIn(pipe: string): boolean {
  const uses = readdirSync('/proc/self/fd')
    .map(Number)
    .filter((other) => nameOf(other) === pipe)
    .map(useOf);
  return ['read', 'write'].every((use) => uses.some((one) => one === use || one === 'both'));
}

/** Whether Node opened a descriptor for itself. */
function isOfNode(descriptor: number): boolean {
  if (descriptor <= LAST_STANDARD) return false;
  const name = nameOf(descriptor);
  if (name === null) return false;
  return name.startsWith('anon_inode:') || (name.startsWith('pipe:') && isClosedIn(name));
}

/**
 * Why a descriptor cannot be read from, or written into: it is not open, not for that, or none that this program was given. Null where
 * nothing speaks against it.
 */
export function descriptorFault(descriptor: number, use: 'read' | 'write'): string | null {
  if (!isOpen(descriptor)) return `descriptor ${descriptor} is not open`;
  if (isOfNode(descriptor)) return `descriptor ${descriptor} was not given to this program`;
  const open = useOf(descriptor);
  if (open === null || open === 'both' || open === use) return null;
  return `descriptor ${descriptor} is open for ${open === 'read' ? 'reading' : 'writing'} only`;
}
