/** Command lines that the table does not have: which word is wrong, what was given, what there is, what was meant. */
import type { CommanderError } from 'commander';
import { nearestText } from '../kit/nearest-text';
import { COMMANDS } from './commands';
import { longName, type Command } from './row';
import { BadInput, quoted } from './terminal';

/** The names of an option without its value: `-n`, `--runs`. */
function namesOf(flags: string): readonly string[] {
  return flags.match(/--?[a-z-]+/gi) ?? [];
}

/** The nearest name, or else all that there are. */
function meant(given: string, names: readonly string[], all: string): string {
  const near = nearestText(given, names) ?? names.find((name) => name.length > 3 && given.startsWith(name));
  return near === null || near === undefined ? `; ${all}` : `; did you mean ${quoted(near)}?`;
}

function unknownOption(given: string, command: Command | null): string {
  if (command === null) {
    return `detente has no option ${quoted(given)}; it takes a command, --help or --version.`;
  }
  const { name, options, renamed } = command;
  const successor = renamed[given];
  if (successor !== undefined) return `${name} has no option ${quoted(given)}; it is ${successor}.`;
  const names = [
    ...options.flatMap(({ flags }) => namesOf(flags).filter((one) => one.startsWith('--'))),
    '--help',
  ];
  return `${name} has no option ${quoted(given)}${meant(given, names, `it takes ${names.join(', ')}.`)}`;
}

function unknownCommand(given: string): string {
  const names = COMMANDS.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias]));
  const shown = COMMANDS.map(({ name }) => name).join(', ');
  return `there is no command ${quoted(given)}${meant(given, names, `there are ${shown}.`)}`;
}

/** How a command is called, without its options. */
const usage = ({ name, arguments: takes }: Command) => [name, ...takes.map(({ term }) => term)].join(' ');

function withoutValue(flags: string, command: Command): string {
  const row = command.options.find((option) => option.flags === flags);
  const value = /<[^>]+>/.exec(flags)?.[0] ?? 'a value';
  return `${longName({ flags })} takes ${value}${row === undefined ? '' : `: ${row.about}`}; given nothing.`;
}

function tooMany({ name, arguments: takes }: Command, given: readonly string[]): string {
  const all = takes.length === 0 ? 'no argument' : takes.map(({ term }) => term).join(' ');
  return `too many arguments: ${name} takes ${all}; given ${given.map(quoted).join(' ')}.`;
}

/** A complaint of the parser as this program tells it; `command` is null for the program itself. */
export function misuse(error: CommanderError, command: Command | null, given: readonly string[]): BadInput {
  // The parser tells what it met between quotes, in its sentence alone.
  const met = /'(.*)'/s.exec(error.message)?.[1] ?? '';
  if (error.code === 'commander.unknownOption') return new BadInput(unknownOption(met, command));
  if (error.code === 'commander.unknownCommand') return new BadInput(unknownCommand(met));
  if (command !== null) {
    if (error.code === 'commander.missingArgument')
      return new BadInput(`<${met}> is missing: detente ${usage(command)}.`);
    if (error.code === 'commander.optionMissingArgument') return new BadInput(withoutValue(met, command));
    if (error.code === 'commander.excessArguments') return new BadInput(tooMany(command, given));
  }
  return new BadInput(`${error.message.replace(/^error: /, '').replace(/\s+/g, ' ')}; see detente --help`);
}
