/** What a party observes of a run while it decides. */
import type { Event } from '../actions/index';
import { isLegal } from '../engine/legality';
import { joinedName } from '../kit/joined-name';
import type { PartyId } from '../model/actor';
import type { State } from '../model/state';
import type { DecisionNotes, Observation } from '../policies/policy';
import { drawToday, postureOf, type RunningEpisode } from './run';

/** Beginning of the names of a party's own draws. */
const OWN = { US: 'US/', CN: 'CN/' } as const;

/** What notes a party's reasons in the trace, its draws under their full names. */
function notesOf(run: RunningEpisode, party: PartyId): DecisionNotes | null {
  const { trace } = run;
  if (trace === null) return null;
  const named = (purpose: string) => joinedName(OWN[party], purpose);
  return {
    trial: (purpose, drawn, probability) =>
      trace.try(run.state.today, named(purpose), drawn, probability, drawn < probability),
    because: (event, rule, ...purposes) => trace.because(event, rule, purposes.map(named)),
  };
}

/** Whether the year after the meeting has begun. */
const isInYear = ({ day, weekly }: RunningEpisode): boolean => day >= weekly.from;

/** A party's observation; one object a party, its moving parts read through the run. */
class RunObservation implements Observation {
  readonly state: State;
  readonly party: PartyId;
  readonly parameters: Observation['parameters'];
  readonly indicators: Observation['indicators'];
  readonly memory: Observation['memory'];
  readonly draw: Observation['draw'];
  readonly posture: Observation['posture'];
  readonly lawful: Observation['lawful'];
  readonly notes: DecisionNotes | null;
  readonly #run: RunningEpisode;

  constructor(run: RunningEpisode, party: PartyId) {
    this.state = run.state;
    this.party = party;
    this.parameters = run.parameters;
    this.indicators = run.latent;
    this.memory = run.memory[party];
    this.draw = (purpose) => drawToday(run, joinedName(OWN[party], purpose));
    this.posture = (purpose) => postureOf(run, joinedName(OWN[party], purpose));
    this.lawful = (event) => isLegal(run.state, event, run.table);
    this.notes = notesOf(run, party);
    this.#run = run;
  }

  // On the class: a getter on each object would give each a layout of its own.
  get agreed(): boolean {
    return this.#run.agreed;
  }

  get inYear(): boolean {
    return isInYear(this.#run);
  }
}

/** A party's observation in which its draws are given, and which remembers and notes apart from the run. */
export function observedApart(
  run: RunningEpisode,
  party: PartyId,
  apart: Pick<Observation, 'draw' | 'posture' | 'memory' | 'notes'>,
): Observation {
  const { state, parameters, latent: indicators, agreed } = run;
  const inYear = isInYear(run);
  const lawful = (event: Event) => isLegal(run.state, event, run.table);
  return { state, party, parameters, indicators, agreed, inYear, lawful, ...apart };
}

/** Makes the observation of each party, whose moving parts are read through the run. */
export function observer(run: RunningEpisode): (party: PartyId) => Observation {
  const seen = { US: new RunObservation(run, 'US'), CN: new RunObservation(run, 'CN') };
  return (party) => seen[party];
}
