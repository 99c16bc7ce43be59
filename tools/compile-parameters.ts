/**
 * Compiles the parameters of the data into their types by component and name. It fails on a file of another component, on a
 * place that two share, and on a component without words.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { facts } from '../src/facts/packaged';
import type { Facts } from '../src/facts/schema';

type Parameter = Facts['parameters'][number];

const FOLDER = join(fileURLToPath(new URL('.', import.meta.url)), '../src/data/parameters');

/** What each component is about. */
const ABOUT: Readonly<Record<string, string>> = {
  answers: 'Answers in kind: whether, how hard, how soon, and with what.',
  audience: 'What it costs a leader to back down from public words.',
  bargaining: 'Weights of the agenda, the exchange over it, and the private price of conceding.',
  chance: 'What neither side decides.',
  chokepoint: 'Rare earths: the stock of the users and what a shortage costs.',
  credibility: 'What one side believes about the threats of the other.',
  crisis:
    'The crisis game of Lewis and Schultz: base payoffs, and the payoff lost for each unit of a condition.',
  levers: 'Channels by which acts bear on the meeting: their sizes, and how much an act weighs.',
  markets: 'Equities: what moves them and how long a fall is remembered.',
  meeting: 'Whether the meeting is held, whether the sides decide there, and what is ready to be settled.',
  pain: 'What measures in force cost, and how long it is felt.',
  pool: 'The logarithmic pool of the model and the base rate.',
  promises: 'What is delivered of what was promised, and by when.',
  readiness: 'Optimism and motivation, which make a conflict ripe.',
  reversal: 'Logit of a reversal under pressure, as of markets.',
  settlement: 'What the terms of a text mean in dated acts.',
  soybeans: 'Prices of soybeans under a duty, the season, and the farm vote.',
  talks: 'Talks after the meeting.',
  threats: "What becomes of a side's own threats on their last day.",
  trade: 'Trade in the long run, and prices in the shops.',
  truce: 'The hazard of a breach, expiry and prolongation.',
  year: 'What the year after a meeting brings, at rates of the record.',
};

/** Parameters by component, in the order of the files. */
function components(): Map<string, Parameter[]> {
  const found = new Map<string, Parameter[]>();
  const places = new Map<number, string>();
  for (const parameter of facts.parameters) {
    const other = places.get(parameter.place);
    if (other !== undefined)
      throw new Error(`${parameter.name} and ${other} share the place ${parameter.place}`);
    places.set(parameter.place, parameter.name);
    const component = parameter.name.split('.')[0]!;
    found.set(component, [...(found.get(component) ?? []), parameter]);
  }
  const files = readdirSync(FOLDER).map((file) => file.replace('.json', ''));
  const known = [...found.keys()];
  if (files.sort().join() !== known.sort().join())
    throw new Error(`the files are of ${files.join(', ')}; the parameters are of ${known.join(', ')}`);
  return found;
}

const shortOf = ({ name }: Parameter): string => name.split('.')[1]!;

function fieldText(parameter: Parameter): string {
  const { meaning, unit } = parameter;
  return `    /** ${meaning}; ${unit === 'none' ? 'a pure number' : unit}. */\n    readonly ${shortOf(parameter)}: number;`;
}

function componentText(component: string, parameters: readonly Parameter[]): string {
  const about = ABOUT[component];
  if (about === undefined) throw new Error(`nothing says what the component ${component} is about`);
  return `  /** ${about} */\n  readonly ${component}: {\n${parameters.map(fieldText).join('\n')}\n  };`;
}

/** The text of the typed module: the values of one parameter draw by component, their names, and how to make one. */
export function parametersText(): string {
  const found = [...components()];
  const ordered = [...facts.parameters].sort((a, b) => a.place - b.place);
  const filled = found.map(
    ([component, parameters]) =>
      `    ${component}: {\n${parameters.map((parameter) => `      ${shortOf(parameter)}: valueOf('${parameter.name}'),`).join('\n')}\n    },`,
  );
  return `/**
 * The parameters of the model by component and name, compiled from \`src/data/parameters/*.json\`, which give each its unit,
 * domain, range, source and basis. Do not edit: run \`npm run forms\`.
 *
 * A parameter draw keeps what we do not know apart from what chance does within it.
 */

/** Values of all parameters in one parameter draw. */
export interface Parameters {
${found.map(([component, parameters]) => componentText(component, parameters)).join('\n')}
}

/** Dotted names of all parameters, in the order of their places: the columns of what studies draw. */
export const PARAMETER_NAMES = [
${ordered.map(({ name }) => `  '${name}',`).join('\n')}
] as const;

/** Dotted name of a parameter. */
export type ParameterName = (typeof PARAMETER_NAMES)[number];

/** Parameters made of a value for each name. */
export function parametersFrom(valueOf: (name: ParameterName) => number): Parameters {
  return {
${filled.join('\n')}
  };
}
`;
}
