/** Signals in the middle of writing: nothing half written stays, and the process ends by the signal unless somebody listens. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { filesBelow } from '../sources';
import { folder } from '../cli/run-cli';
import { bundled, ran } from './bundled';

/** Sends itself a signal once the first bytes of a file are written, at a turn of the loop that it is told. */
const PROGRAM = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  import { join } from 'node:path';
  const [writer, signal, turn, listens, place] = process.argv.slice(2);
  const { writeFileSync } = fs;
  let sent = signal === 'none';
  const send = () => {
    if (!sent) process.kill(process.pid, signal);
    sent = true;
  };
  fs.writeFileSync = (...words) => {
    writeFileSync(...words);
    send();
  };
  syncBuiltinESMExports();
  const it = await import('./bundled.mjs');
  const act = {
    event: JSON.stringify({ type: 'statement.make', actor: 'US', on: '2026-11-30', voice: 'leader', tone: 'conciliatory', topic: 'extension', gist: 'So.' }),
    source: 'ustr-30',
    certainty: 'medium',
  };
  const whole = 'whole'.repeat(1000);
  const never = () => new Promise((done) => setTimeout(done, 600_000));
  const fill = async (path) => fs.writeFileSync(join(path, 'file'), whole);
  const WRITERS = {
    writeWhole: () => it.writeWhole(join(place, 'new/file'), whole),
    writeShardFile: () => it.writeShardFile(join(place, 'file'), { format: whole }),
    checkpointFile: () => it.checkpointFile(join(place, 'file')).note(() => ({ whole })),
    addAct: () => it.addAct(join(place, 'facts'), act),
    writeFolder: () => it.writeFolder(join(place, 'new/folder'), (path) => fill(path).then(never)),
    leaving: () => it.writeFolder(join(place, 'new/folder'), (path) => fill(path).then(() => process.exit(0))),
  };
  if (listens === 'once') process.once(signal, () => fs.writeSync(1, 'heard '));
  if (listens === 'always') process.on(signal, () => fs.writeSync(1, 'heard '));
  const TURNS = {
    first: (work) => work(),
    'a promise': (work) => Promise.resolve().then(work),
    'a timer': (work) => setTimeout(work, 0),
    'an immediate': (work) => setImmediate(work),
    'a file that is read': (work) => fs.readFile(import.meta.filename, work),
    'a tick': (work) => process.nextTick(work),
  };
  process.on('exit', () => fs.writeSync(1, 'ended ' + ['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => process.listenerCount(name)).join('')));
  TURNS[turn](WRITERS[writer]);
`;

const here = folder();
let program = '';
beforeAll(() => {
  program = bundled(
    here.path,
    ['whole-file', 'shard-files', 'checkpoint', 'add-act', 'export/whole-folder'],
    PROGRAM,
  );
});
afterAll(here.remove);

let numbered = 0;
async function written(writer: string, signal: string, turn = 'first', listens = 'no') {
  const place = join(here.path, `place-${(numbered += 1)}`);
  mkdirSync(place);
  const ended = await ran(program, writer, signal, turn, listens, place);
  return { ...ended, place, left: filesBelow(place).map((path) => path.slice(place.length + 1)) };
}

/** What each writer leaves where a signal comes in the middle: a whole file, or nothing at all where the work would go on. */
const LEFT: Readonly<Record<string, readonly string[]>> = {
  writeWhole: ['new/file'],
  writeShardFile: ['file'],
  checkpointFile: ['file'],
  addAct: ['facts/acts/2026+.json'],
  writeFolder: [],
};

describe.runIf(process.platform !== 'win32')(
  'a signal in the middle of writing',
  { concurrent: true },
  () => {
    it.for(Object.entries(LEFT))(
      'ends the process, and leaves nothing half written: %s',
      async ([writer, left], { expect }) => {
        const ended = await written(writer, 'SIGTERM');
        expect([ended.signal, ended.err, ended.left]).toEqual(['SIGTERM', '', left]);
        if (writer === 'writeFolder') expect(readdirSync(ended.place)).toEqual([]);
        if (writer === 'writeWhole')
          expect(readFileSync(join(ended.place, 'new/file'), 'utf8')).toBe('whole'.repeat(1000));
      },
    );

    it.for(['SIGINT', 'SIGTERM', 'SIGHUP'])(
      'is the one by which the process ends: %s',
      async (signal, { expect }) => {
        const ended = await written('writeWhole', signal);
        expect([ended.signal, ended.left]).toEqual([signal, ['new/file']]);
      },
    );

    it.for(['a promise', 'a timer', 'an immediate', 'a file that is read', 'a tick'])(
      'is not lost where the file is written from %s',
      async (turn, { expect }) => {
        const ended = await written('writeWhole', 'SIGINT', turn);
        expect([ended.signal, ended.left]).toEqual(['SIGINT', ['new/file']]);
      },
    );

    it.for(['once', 'always'])(
      'is left to who listens for it, who hears it once: %s',
      async (listens, { expect }) => {
        const { signal, exit, out, left } = await written('writeWhole', 'SIGTERM', 'a timer', listens);
        const still = listens === 'always' ? 'ended 010' : 'ended 000';
        expect([signal, exit, out, left]).toEqual([null, 0, `heard ${still}`, ['new/file']]);
      },
    );

    it('that does not come keeps no process alive, and leaves no listener', async ({ expect }) => {
      const { signal, exit, out, left } = await written('writeWhole', 'none');
      expect([signal, exit, out, left]).toEqual([null, 0, 'ended 000', ['new/file']]);
    });

    it('is not needed for a folder to be taken away: a program that ends in the middle leaves none', async ({
      expect,
    }) => {
      const { exit, place } = await written('leaving', 'none');
      expect([exit, readdirSync(place)]).toEqual([0, []]);
    });
  },
);
