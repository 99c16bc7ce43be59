/** What an answer rests on: who is at the table, what is supposed, what is in force, which numbers, from which source. */
import { itemOf } from '../../kit/lists';
import { formatDate } from '../../kit/calendar';
import { PARTY_IDS, type PartyId } from '../../model/actor';
import { meetingOf } from '../../model/meeting';
import { directionOf, type TariffLayer } from '../../model/tariff';
import type { Facts } from '../../facts/schema';
import type { Scenario } from '../../scenario/schema';
import type { Subject } from '../charts/pictures';
import { daysAhead } from '../wording/days-ahead';
import { factorWording } from '../wording/factor';
import { inWords } from '../wording/labels';
import { actsOfPlay, isActOfPlay, supposedText } from '../wording/supposed';
import { fixed, listed, partyName, percent, sentence } from '../wording/text';
import { scrollingTable } from './figure';
import { drawn, joined, link, markup, quoted, type Markup } from './markup';
import { whoMeets } from '../../facts/who-meets';

/** A source of the register as a link, or what the value is where it has none. */
function sourceLink(facts: Facts, source: string | null, otherwise: string): Markup {
  const found = source === null ? undefined : facts.sources[source];
  return found === undefined ? markup`${source ?? otherwise}` : link(found.title, found.href);
}

interface Sitting {
  readonly place: string;
  readonly days: string;
  readonly status: string;
  readonly delegations: Readonly<Record<PartyId, readonly string[]>>;
}

const RECENT_ROUNDS = 4;

/** The rounds that are scheduled or under way, and the latest that are over. */
function sittings({ initial }: Subject): Sitting[] {
  const rounds = Object.values(initial.rounds).sort((a, b) => (a.opensOn < b.opensOn ? 1 : -1));
  const open = rounds.filter((round) => round.status !== 'concluded');
  const over = rounds.filter((round) => round.status === 'concluded').slice(0, RECENT_ROUNDS);
  return [...open, ...over].map(({ place, opensOn, closesOn, status, delegations }) => ({
    place,
    days: opensOn === closesOn ? formatDate(opensOn) : `${formatDate(opensOn)} to ${formatDate(closesOn)}`,
    status: inWords(status),
    delegations,
  }));
}

function peopleOf({ initial }: Subject, party: PartyId, seats: readonly Sitting[]): Markup {
  const ids = [...new Set(seats.flatMap((seat) => seat.delegations[party]))];
  const people = ids.flatMap((id) => (Object.hasOwn(initial.people, id) ? [itemOf(initial.people, id)] : []));
  const line = (person: (typeof people)[number]) => {
    const places = seats
      .filter((seat) => seat.delegations[party].includes(person.id))
      .map((seat) => seat.place);
    return markup`<li><b>${person.name}</b>, ${person.role} <span class="note">(${listed(places)})</span></li>`;
  };
  return markup`<div><h3>${sentence(initial.parties[party].label)}</h3><ul>${people.map(line)}</ul></div>`;
}

/** Who sits there, in which rounds, and what each side wants and fears. */
export function tableSection(subject: Subject): Markup {
  const { facts, scenario, initial } = subject;
  const seats = sittings(subject);
  const positions = scenario.agenda.flatMap((id) => {
    const issue = facts.issues.find((candidate) => candidate.id === id);
    if (issue === undefined) return [];
    const stance = (party: PartyId) =>
      `${issue.positions[party].wants}. Fears: ${issue.positions[party].fears.charAt(0).toLowerCase()}${issue.positions[party].fears.slice(1)}.`;
    return [[issue.label, partyName(facts, issue.giver), stance('US'), stance('CN')]];
  });
  const meeting = meetingOf(initial, scenario.meeting);
  const who = whoMeets(facts, scenario.meeting);
  return markup`<p>${meeting === undefined ? `No meeting of the ${who} is planned yet.` : markup`The ${who} are to meet on ${formatDate(meeting.on)} in ${quoted(meeting.place)}.`} At the rounds around it:</p>
<div class="people">${PARTY_IDS.map((party) => peopleOf(subject, party, seats))}</div>
${scrollingTable({ caption: 'Rounds', head: ['Place', 'Days', 'Status'], rows: seats.map((seat) => [seat.place, seat.days, seat.status]) })}
<details><summary>What each side wants and fears, issue by issue</summary>${scrollingTable({ caption: 'Positions', head: ['Issue', 'Who gives', sentence(partyName(facts, 'US')), sentence(partyName(facts, 'CN'))], rows: positions })}</details>`;
}

/** What is dated ahead, by name. */
export function calendarSection({ facts, scenario, initial }: Subject): Markup {
  const days = daysAhead(scenario, initial, facts);
  if (days.length === 0)
    return markup`<p>Nothing is dated between ${formatDate(scenario.asOf)} and ${formatDate(scenario.horizon)}.</p>`;
  return scrollingTable({
    caption: `What is dated ahead, seen from ${formatDate(initial.today)}: nothing has to come as it stands here`,
    head: ['Day', 'What'],
    rows: days.map(({ on, by, what }) => [
      formatDate(on),
      by === null ? what : `${sentence(partyName(facts, by))}: ${what}`,
    ]),
  });
}

/** What is taken as given of what a caller says has happened, above all that follows from it; nothing where there is none. */
export const takenAsGiven = ({ scenario, initial, facts }: Subject): Markup | null =>
  givenActs(actsOfPlay(scenario, initial, facts));

/** Acts that are taken as given, each as a sentence with its day; nothing where there is none. */
export const givenActs = (acts: readonly string[]): Markup | null =>
  acts.length === 0
    ? null
    : markup`<p>Taken as given:</p><ol>${acts.map((act) => markup`<li>${quoted(act)}</li>`)}</ol>`;

/** What a scenario supposes beyond its sentences: events, missing authorities, changed numbers, policies. */
function suppositions(scenario: Scenario, { initial, facts }: Subject): Markup[] {
  const { events, withoutAuthorities, parameters, issues, policies, hypotheses } = scenario;
  const said = (value: unknown) => JSON.stringify(value);
  return [
    ...Object.entries(events)
      .filter(([name]) => !isActOfPlay(name))
      .map(
        ([name, event]) =>
          markup`Supposed for ${formatDate(event.on)}, <bdi>${name}</bdi>: ${quoted(supposedText(event, initial, facts))}`,
      ),
    ...(withoutAuthorities.length === 0
      ? []
      : [
          markup`Done without: ${listed(withoutAuthorities.map((id) => facts.authorities.find((law) => law.id === id)?.label ?? id))}`,
        ]),
    ...Object.entries(parameters).map(
      ([name, value]) => markup`${factorWording(facts, name)}: <code>${said(value)}</code>`,
    ),
    ...Object.entries(issues).map(
      ([id, change]) =>
        markup`Issue ${quoted(initial.issues[id]?.label ?? id)} changed: <code>${said(change)}</code>`,
    ),
    markup`Decision rules: United States <code>${policies.US}</code>, China <code>${policies.CN}</code>`,
    markup`China keeps rare earths as a lever: ${hypotheses.leverKept ? 'yes' : 'no'}; a deal validates coercion and a failure worsens relations: ${hypotheses.gambitValidated ? 'yes' : 'no'}`,
  ];
}

interface Row {
  readonly cells: readonly Markup[];
}

function linkedTable(caption: string, head: readonly string[], rows: readonly Row[]): Markup {
  const body = rows.map(
    ({ cells }) =>
      markup`<tr>${cells.map((cell, at) => (at === 0 ? markup`<th scope="row">${cell}</th>` : markup`<td class="text">${cell}</td>`))}</tr>`,
  );
  return markup`<div class="scroll" role="group" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${head.map((cell) => markup`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function layerRows({ facts, initial }: Subject): Row[] {
  return Object.values<TariffLayer>(initial.tariff)
    .filter((layer) => ['in-force', 'suspended', 'threatened', 'scheduled'].includes(layer.status))
    .sort((a, b) =>
      a.imposer === b.imposer ? b.ratePct * b.share - a.ratePct * a.share : a.imposer < b.imposer ? 1 : -1,
    )
    .map((layer) => ({
      cells: [
        quoted(layer.label),
        markup`${directionOf(layer.imposer) === 'usOnCn' ? 'US on China' : 'China on US'}`,
        quoted(initial.authorities[layer.authority]?.label ?? layer.authority),
        markup`${fixed(layer.ratePct, 1)}% of ${percent(layer.share)}`,
        markup`${inWords(layer.status)}, since ${formatDate(layer.since)}`,
        sourceLink(facts, layer.source, 'assumption'),
      ],
    }));
}

function controlRows({ facts, initial }: Subject): Row[] {
  return Object.values(initial.control)
    .filter((control) => ['in-force', 'suspended', 'threatened', 'scheduled'].includes(control.status))
    .map((control) => ({
      cells: [
        quoted(control.label),
        quoted(initial.parties[control.imposer].label),
        markup`${percent(control.severity, 0)}`,
        markup`${inWords(control.status)}, since ${formatDate(control.since)}`,
        sourceLink(facts, control.source, 'assumption'),
      ],
    }));
}

function parameterRows({ facts, scenario }: Subject): Row[] {
  return facts.parameters.map(({ name, meaning, low, central, high, unit, basis, source, note }) => ({
    cells: [
      markup`<code>${name}</code>`,
      markup`${sentence(meaning)}${name in scenario.parameters ? markup` <b>(changed here)</b>` : null}`,
      markup`${low === null || high === null ? String(central) : `${central} (${low} to ${high})`} ${unit === 'none' ? '' : unit}`,
      markup`${basis}`,
      source === null ? markup`Assumption. ${note ?? ''}` : sourceLink(facts, source, 'assumption'),
    ],
  }));
}

/** The assumptions: the scenario's own, and every number that the model reads, with links to the sources. */
export function assumptionsSection(subject: Subject): Markup {
  const { scenario } = subject;
  const list = (items: readonly Markup[]) =>
    markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
  return markup`<p>${quoted(scenario.about)}</p>
${list(scenario.assumptions.map(quoted))}
<h3>What this scenario supposes</h3>
${list(suppositions(scenario, subject))}
<h3>The record on the first day, and the parameters</h3>
<details><summary>Duties on ${formatDate(scenario.asOf)}, with sources</summary>${linkedTable('Duties', ['Duty', 'Direction', 'Authority', 'Rate and share of trade', 'Status', 'Source'], layerRows(subject))}</details>
<details><summary>Export controls on ${formatDate(scenario.asOf)}, with sources</summary>${linkedTable('Export controls', ['Control', 'By', 'Trade denied', 'Status', 'Source'], controlRows(subject))}</details>
<details><summary>Parameters of the model, with sources</summary>${linkedTable('Parameters', ['Parameter', 'Meaning', 'Central (low to high)', 'Basis', 'Source'], parameterRows(subject))}</details>`;
}

/** A pair of a list of properties. */
export type Property = readonly [name: string, value: Markup];

/** Seed, runs, digest, version and the command: enough to make the page again. */
export function madeSection(properties: readonly Property[], command: string): Markup {
  const terms = joined(
    properties.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`),
    '',
  );
  return markup`<dl class="made">${terms}</dl><p>The same input gives the same bytes. Again with:</p>${drawn('<pre><code>')}${command}${drawn('</code></pre>')}`;
}
