/** Recordings: an answer that moves is seen, whatever moved it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  projectionFile,
  projectionText,
  recordedScenarios,
  RECORDINGS_FOLDER,
  screenFile,
  SCREENS,
  screenText,
} from '../tools/recordings';
import { casesOf } from './extent';

describe('recorded answers', () => {
  // The base scenario goes first, so that the short way has it.
  const inOrder = [...recordedScenarios].sort(
    (a, b) => Number(b.id === 'kuala-lumpur-2025') - Number(a.id === 'kuala-lumpur-2025'),
  );

  it.each(
    casesOf(
      inOrder.map((scenario) => [scenario.id, scenario] as const),
      1,
    ),
  )('%s gives the projection, course and episodes that were recorded, to the byte', (_id, scenario) => {
    expect(existsSync(projectionFile(scenario)), 'nothing recorded: run "npm run golden"').toBe(true);
    expect(projectionText(scenario)).toBe(readFileSync(projectionFile(scenario), 'utf8'));
  });

  it.each(casesOf(Object.entries(SCREENS), 1))(
    'the screen %s reads as it was recorded',
    async (name, argv) => {
      expect(await screenText(argv)).toBe(readFileSync(screenFile(name), 'utf8'));
    },
  );

  it('are kept of every scenario and past meeting, and of nothing that is gone', () => {
    const wanted = [...recordedScenarios.map(projectionFile), ...Object.keys(SCREENS).map(screenFile)];
    const kept = readdirSync(RECORDINGS_FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(json|txt)$/.test(name),
    );
    expect(kept.map((name) => basename(name)).sort()).toEqual(wanted.map((name) => basename(name)).sort());
  });
});
