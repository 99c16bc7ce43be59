// A move that the library does not have, held to the properties of all moves: first with a mistake in it, then mended.
import * as z from 'zod';
import { averageTariff, start, type State } from 'detente';
import { defineAction, numberFrom, withActionTypes, type Rule } from 'detente/own';
import { actionTypeProperties, checkProperties } from 'detente/testing';

const dutyInForce = (state: State, id: string) => {
  const layer = Object.hasOwn(state.tariff, id) ? state.tariff[id] : undefined;
  return layer?.status === 'in-force' ? layer : undefined;
};
const mustBeInForce: Rule = {
  code: 'tariff/not-in-force',
  rule: 'Only a duty in force has exclusions.',
  source: 'stylised',
  stops: true,
  violated: (state, _actor, id) => (dutyInForce(state, id) === undefined ? { given: id } : null),
};
const mustBeOwn: Rule = {
  code: 'tariff/not-the-imposer',
  rule: 'Only the party that imposed a duty excludes goods from it.',
  source: 'stylised',
  violated: (state, actor, id) => (dutyInForce(state, id)?.imposer === actor ? null : { actor }),
};

// Exclusions: goods are taken out of a duty, so that it covers a smaller share of trade at the same rate.
const exclusion = (rules: readonly Rule[]) =>
  defineAction({
    type: 'tariff.exempt',
    actors: ['US', 'CN'],
    doc: 'Exclude goods from a duty in force, so that it covers a smaller share of trade.',
    cites: ['stylised'],
    fields: { id: z.string().min(1).max(80), share: z.number().min(0).max(1) },
    subject: 'id',
    subjects: (state, actor) =>
      Object.keys(state.tariff).filter((id) => dutyInForce(state, id)?.imposer === actor),
    rules,
    domains: {
      share: {
        code: 'tariff/share-above',
        rule: 'An exclusion leaves at most the share that the duty covers now.',
        source: 'stylised',
        domain: (state, _actor, id) => numberFrom(0, dutyInForce(state, id)?.share ?? 0),
      },
    },
    effect: (draft, event) => {
      draft.tariff[event.id] = { ...draft.tariff[event.id]!, share: event.share };
    },
    examples: [{ type: 'tariff.exempt', actor: 'US', on: '2025-10-25', id: 'us/s301-list3', share: 0.2 }],
  });

// The first attempt offers each party its own duties and forgets to refuse the other's.
const look = { plays: 4, moves: 20 };
const attempt = await checkProperties(actionTypeProperties(exclusion([mustBeInForce]), look));
console.log(attempt.broken.map(({ property }) => property).join('\n'));
// => tariff.exempt is legal exactly where transition, refusals, explanation and templates all say so
console.log(attempt.broken[0]?.message.split('\n')[1]);

// Mended, it keeps them all.
const exclude = exclusion([mustBeInForce, mustBeOwn]);
const report = await checkProperties(actionTypeProperties(exclude, look));
console.log(report.text);
// => 25 of 25 properties hold.

// Rules with the new move beside the library's: it is parsed, refused, offered, applied and replayed like any other.
const rules = withActionTypes([exclude]);
const first = start('kuala-lumpur-2025');
const move = {
  type: 'tariff.exempt',
  actor: 'US',
  on: first.today,
  id: 'us/ieepa-fentanyl',
  share: 0.5,
} as const;
const next = rules.transition(first, move);
if (next.ok)
  console.log(
    `${averageTariff(first, 'usOnCn').toFixed(1)} %, and ${averageTariff(next.state, 'usOnCn').toFixed(1)} % after the exclusions`,
  );
// => 57.6 %, and 47.6 % after the exclusions
console.log(rules.explain(first, { ...move, actor: 'CN' }).refusals[0]?.code);
// => tariff/not-the-imposer
