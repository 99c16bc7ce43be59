/**
 * The first day of a scenario as a screen: the meeting, what threatens, the truce, what is in force, the talks so far, who sits
 * there, what each wants and fears, what is supposed, and where the news that it starts from was wrong.
 */
import { checkState } from '../../engine/parse-state';
import { asGiven, checkAnswer } from '../../kit/answer-form';
import { formatDate } from '../../kit/calendar';
import { PARTY_IDS, type PartyId } from '../../model/actor';
import { allMeasures } from '../../model/measure';
import { isAhead, meetingOf, type Meeting } from '../../model/meeting';
import type { State } from '../../model/state';
import type { Round } from '../../model/talks';
import { eventsOf } from '../../facts/acts';
import type { Facts } from '../../facts/schema';
import type { Scenario } from '../../scenario/schema';
import { SCENARIO, checkPaint } from '../wording/answer-forms';
import { checkWordedFacts } from '../wording/view-checks';
import { controlLines, dutyLines, ledgerOf, truceLine, type Ledger } from './ledger';
import { factorWording } from '../wording/factor';
import { inWords } from '../wording/labels';
import { supposedText } from '../wording/supposed';
import { announcedAs, measureName } from '../wording/names';
import {
  capitalOf,
  columns,
  fixed,
  heading,
  partyName,
  screen,
  sentence,
  wrap,
  type Paint,
} from '../wording/text';
import { itemOf } from '../../kit/lists';
import { whoMeets } from '../../facts/who-meets';

function truceLines(state: State, facts: Facts, paint: Paint): string[] {
  const { conditions, breaches } = state.truce;
  return [
    ...heading(paint, 'The truce'),
    ...wrap(paint, truceLine(ledgerOf(state)), '  '),
    ...conditions.flatMap(({ party, text }) =>
      wrap(paint, `${capitalOf(facts, party)}: ${text}`, '  - ', '    '),
    ),
    ...breaches.flatMap(({ on, by, through }) =>
      wrap(paint, `breach by ${capitalOf(facts, by)} on ${formatDate(on)}: ${through}`, '  - ', '    '),
    ),
  ];
}

/** Days ahead on which a measure is due or a suspension ends, in order. */
function pendingLines({ meeting }: Scenario, state: State, facts: Facts, paint: Paint): string[] {
  const pending = allMeasures(state).flatMap(([, measure]) => {
    const { dueOn, suspendedUntil } = measure;
    const on = dueOn ?? suspendedUntil;
    return on === null ? [] : [{ on, what: announcedAs(measure) ?? 'snaps back', measure }];
  });
  if (pending.length === 0) return [];
  const asked = meetingOf(state, meeting);
  const hangsOver = asked !== undefined && isAhead(asked, state.today);
  pending.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return [
    ...heading(paint, hangsOver ? 'What hangs over the meeting' : 'What falls due'),
    ...columns(
      paint,
      pending.map(({ on, what, measure }) => [
        formatDate(on),
        capitalOf(facts, measure.imposer),
        what,
        measureName(state, measure.id),
      ]),
      { align: [], words: [3] },
    ),
  ];
}

/** Rounds of the truce at hand, in order: earlier ones are history. */
function roundsOfTruce(state: State, facts: Facts): Round[] {
  const agreed = eventsOf(facts).find(
    (event) => event.type === 'truce.conclude' && event.id === state.truce.id,
  );
  const since = agreed?.on ?? '';
  return Object.values(state.rounds)
    .filter((round) => round.closesOn >= since)
    .sort((a, b) => (a.opensOn < b.opensOn ? -1 : 1));
}

/** At which level a round is held. */
const LEVELS: Readonly<Record<Round['level'], string>> = {
  technical: 'experts',
  ministerial: 'ministers',
  leaders: 'leaders',
  'leaders-call': "leaders' call",
};

function roundLines(state: State, facts: Facts, paint: Paint): string[] {
  const rounds = roundsOfTruce(state, facts);
  if (rounds.length === 0) return [];
  const rows = rounds.map(({ opensOn, level, place, status, readout }) => [
    formatDate(opensOn),
    LEVELS[level],
    place,
    inWords(readout ?? status),
  ]);
  return [...heading(paint, 'Talks so far'), ...columns(paint, rows, { align: [], words: [2, 3] })];
}

/** People who sat in a round of the truce, who sit in the next one first. */
function peopleLines(state: State, facts: Facts, paint: Paint): string[] {
  const rounds = roundsOfTruce(state, facts);
  const next = rounds.find((round) => round.status !== 'concluded');
  const lines = PARTY_IDS.flatMap((party) => {
    const sat = [...rounds].reverse().flatMap((round) => round.delegations[party]);
    const ids = [...new Set(sat)].filter((id) => Object.hasOwn(state.people, id));
    if (ids.length === 0) return [];
    const people = ids.flatMap((id) => {
      const { name, role } = itemOf(state.people, id);
      const here = next?.delegations[party].includes(id) === true ? `, in ${next.place}` : '';
      return wrap(paint, `${name}, ${role}${here}`, '    ', '      ');
    });
    return [`  ${sentence(partyName(facts, party))}`, ...people];
  });
  return [...heading(paint, 'The people', 'who sat in these rounds'), ...lines];
}

const meetingText = ({ on, place, status, agenda }: Meeting) =>
  `${formatDate(on)}, ${place}: ${inWords(status)}, ${agenda.length} issues on the agenda.`;

/** The meeting that the scenario is about, and others that are planned beside it. */
function meetingLines({ meeting }: Scenario, state: State, facts: Facts, paint: Paint): string[] {
  const asked = meetingOf(state, meeting);
  const others = Object.values(state.meetings).filter(
    (other) => other !== asked && isAhead(other, state.today),
  );
  return [
    ...heading(paint, `The ${whoMeets(facts, meeting)}' meeting`),
    ...wrap(paint, asked === undefined ? 'no day is set.' : meetingText(asked), '  '),
    ...others.flatMap((other) => wrap(paint, `Also: ${meetingText(other)}`, '  ')),
  ];
}

/** A text as a sentence: with its full stop, once. */
const ended = (text: string) => `${text.replace(/\.+$/, '')}.`;

function agendaLines(scenario: Scenario, state: State, facts: Facts, paint: Paint): string[] {
  const agenda = meetingOf(state, scenario.meeting)?.agenda ?? scenario.agenda;
  const lines = PARTY_IDS.flatMap((giver: PartyId) => {
    const asked = facts.issues.filter((issue) => issue.giver === giver && agenda.includes(issue.id));
    if (asked.length === 0) return [];
    const stances = asked.flatMap(({ id, label, indivisible, positions }) => [
      ...heading(paint, label, indivisible ? `${id}; whole or not at all` : id, '    '),
      ...PARTY_IDS.flatMap((party) => {
        const { wants, fears } = positions[party];
        return wrap(paint, `${party} wants: ${ended(wants)} Fears: ${ended(fears)}`, '      ', '        ');
      }),
    ]);
    return [`  ${sentence(partyName(facts, giver))} would give`, ...stances];
  });
  return [
    ...heading(paint, 'The agenda', 'what each side wants and fears; beside each issue its id'),
    ...lines,
  ];
}

const HYPOTHESES: readonly (readonly [key: keyof Scenario['hypotheses'], on: string, off: string])[] = [
  [
    'leverKept',
    'China will not give up rare earths as a lever.',
    'China may trade rare earths away: that it cannot is not supposed.',
  ],
  [
    'gambitValidated',
    'A deal validates coercion, and a failure worsens relations.',
    'What a deal or a failure teaches is left out.',
  ],
];

function suppositionLines(scenario: Scenario, state: State, facts: Facts, paint: Paint): string[] {
  const { policies, hypotheses, events, withoutAuthorities, issues, parameters, assumptions } = scenario;
  const changes = [
    ...Object.entries(events).map(
      ([name, event]) => `${formatDate(event.on)} (${name}): ${supposedText(event, state, facts)}`,
    ),
    ...withoutAuthorities.map(
      (id) => `Without the law “${facts.authorities.find((law) => law.id === id)?.label ?? id}”.`,
    ),
    ...Object.keys(issues).map((id) => `Changed weights: “${state.issues[id]?.label ?? id}”.`),
    ...Object.entries(parameters).map(
      ([name, value]) =>
        `${factorWording(facts, name)}: ${typeof value === 'number' ? value : `${value.low} to ${value.high}`}.`,
    ),
  ];
  return [
    ...heading(paint, 'What is supposed'),
    ...wrap(
      paint,
      `Policies: ${PARTY_IDS.map((party) => `${partyName(facts, party)} ${policies[party]}`).join(', ')}.`,
      '  - ',
      '    ',
    ),
    ...HYPOTHESES.flatMap(([key, on, off]) => wrap(paint, hypotheses[key] ? on : off, '  - ', '    ')),
    ...[...changes, ...assumptions].flatMap((text) => wrap(paint, text, '  - ', '    ')),
  ];
}

function claimLines(facts: Facts, paint: Paint): string[] {
  const corrected = facts.claims.filter((claim) => claim.verdict === 'corrected');
  if (corrected.length === 0) return [];
  return [
    ...heading(
      paint,
      'Where the news was put right',
      `${corrected.length} of ${facts.claims.length} claims of a press article of 25 October 2025`,
    ),
    ...corrected.flatMap(({ claim, correction }) => [
      ...wrap(paint, claim, '  - ', '    ').map(paint.dim),
      ...wrap(paint, correction ?? '', '    '),
    ]),
  ];
}

/** Where one stands, in a sentence: both averages, and the truce. */
function inShort(ledger: Ledger): string {
  const { usOnCn, cnOnUs } = ledger.averageTariffPct;
  return `American duties on Chinese goods average ${fixed(usOnCn, 1)}%, Chinese duties on American goods ${fixed(cnOnUs, 1)}%. ${truceLine(ledger)}`;
}

/**
 * The first day as a screen of the width of its paint. Pure.
 * @param scenario - Scenario whose agenda, question and assumptions are told.
 * @param state - Its first state, as `start` gives it.
 * @param facts - Facts for labels of laws and issues.
 * @param paint - Colours and width of the screen; `PLAIN` for 80 characters without colours.
 * @throws InputError when scenario, state, facts or paint are none.
 *
 * @example stateText(loadScenario('kuala-lumpur-2025'), start('kuala-lumpur-2025'), facts, PLAIN)
 */
export function stateText(scenario: Scenario, state: State, facts: Facts, paint: Paint): string {
  checkAnswer('scenario', scenario, SCENARIO);
  checkState('state', state);
  checkWordedFacts('facts', facts);
  checkPaint('paint', paint);
  return asGiven('state', [state, scenario, facts], () => {
    const ledger = ledgerOf(state);
    const sections = [
      meetingLines(scenario, state, facts, paint),
      pendingLines(scenario, state, facts, paint),
      truceLines(state, facts, paint),
      dutyLines(ledger, 'US', facts, paint),
      dutyLines(ledger, 'CN', facts, paint),
      controlLines(ledger, paint),
      roundLines(state, facts, paint),
      peopleLines(state, facts, paint),
      agendaLines(scenario, state, facts, paint),
      suppositionLines(scenario, state, facts, paint),
      claimLines(facts, paint),
    ].filter((lines) => lines.length > 0);
    return screen(paint, [
      ...heading(paint, scenario.title, formatDate(state.today)),
      ...wrap(paint, scenario.question),
      ...wrap(paint, scenario.about).map(paint.dim),
      '',
      ...wrap(paint, inShort(ledger)),
      ...sections.flatMap((lines) => ['', ...lines]),
    ]);
  });
}
