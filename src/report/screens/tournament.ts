/** The screen of a tournament: what each pair of policies is worth to both sides, and where neither would change. */
import type { PolicyEquilibrium, Tournament } from '../../analyses/tournament/tournament';
import type { BareFacts } from '../../facts/bare';
import { formatDate } from '../../kit/calendar';
import { itemAt } from '../../kit/lists';
import { PARTY_IDS, type PartyId } from '../../model/actor';
import {
  columns,
  fixed,
  heading,
  listed,
  partyName,
  percent,
  screen,
  signatureLines,
  signed,
  thousands,
  wrap,
  type Paint,
} from '../wording/text';

/** What is needed to show a tournament. */
export interface TournamentView {
  readonly facts: BareFacts;
  readonly paint: Paint;
  /** The command that plays it again. */
  readonly command: string;
}

/** The table of one side's utilities; a star marks the best that it can do against the column. */
function tableOf({ policies, utility, bestResponses }: Tournament, party: PartyId, paint: Paint): string[] {
  const head = ['', ...policies.map((_, at) => String(at + 1))];
  const rows = policies.map((id, us) => [
    `${us + 1} ${id}`,
    ...policies.map((_, cn) => {
      const value = itemAt(itemAt(utility, us), cn)[party];
      const best =
        party === 'US'
          ? itemAt(bestResponses.US, cn) === id
          : itemAt(bestResponses.CN, us) === itemAt(policies, cn);
      return `${signed(value, 2)}${best ? '*' : ' '}`;
    }),
  ]);
  return columns(paint, [head, ...rows], { align: ['left', ...policies.map(() => 'right' as const)] });
}

const mixture = (shares: Readonly<Record<string, number>>): string =>
  listed(Object.entries(shares).map(([id, share]) => (share === 1 ? id : `${id} ${percent(share, 0)}`)));

/** An equilibrium in a sentence: what each side chooses, and what that is worth to both. */
export function equilibriumText({ US, CN, utility }: PolicyEquilibrium, facts: BareFacts): string {
  const worth = PARTY_IDS.map((party) => `${signed(utility[party], 2)} to ${partyName(facts, party)}`);
  return `${mixture(US)} against ${mixture(CN)}: worth ${listed(worth)}.`;
}

function equilibriumLines(equilibrium: PolicyEquilibrium, { facts, paint }: TournamentView): string[] {
  return wrap(paint, equilibriumText(equilibrium, facts), '  - ', '    ');
}

/** A tournament as a screen of the width of its paint (the last line, a command, is never broken). Pure. */
export function tournamentText(found: Tournament, view: TournamentView): string {
  const { facts, paint, command } = view;
  const { policies, errors, equilibria, exploitability, runs, seed, partial, today } = found;
  const largest = Math.max(...errors.flat().flatMap(({ US, CN }) => [US, CN]));
  const least = Math.min(...exploitability.flat());
  const us = exploitability.findIndex((row) => row.includes(least));
  const cn = itemAt(exploitability, us).indexOf(least);
  return screen(paint, [
    ...heading(paint, `Policies against one another, from ${formatDate(today)}`),
    ...wrap(
      paint,
      'Utility in points of 1% of GDP for a year. Rows: the policy of the United States; columns: that of China, by the same numbers. A star marks the best answer to the other side.',
    ),
    ...(partial === undefined
      ? []
      : wrap(
          paint,
          `A partial answer: ${thousands(runs)} of ${thousands(partial.asked)} runs of each pair.`,
        ).map(paint.bold)),
    '',
    ...heading(paint, 'Where neither would change', 'in the game of choosing a policy once'),
    ...(equilibria.length === 0
      ? ['  none was found.']
      : equilibria.flatMap((equilibrium) => equilibriumLines(equilibrium, view))),
    ...wrap(
      paint,
      `Nearest to it in pure policies: ${itemAt(policies, us)} against ${itemAt(policies, cn)}, where both together would gain ${fixed(least, 2)} at most by changing alone.`,
      '  ',
    ).map(paint.dim),
    ...PARTY_IDS.flatMap((party) => [
      '',
      ...heading(paint, `Worth to ${partyName(facts, party)}`),
      ...tableOf(found, party, paint),
    ]),
    ...wrap(paint, `Standard errors are at most ${fixed(largest, 2)}.`, '  ').map(paint.dim),
    '',
    ...signatureLines(paint, {
      version: found.version,
      made: `${thousands(runs)} runs of each pair, seed ${JSON.stringify(seed)}`,
      digest: found.digest,
      command,
    }),
  ]);
}
