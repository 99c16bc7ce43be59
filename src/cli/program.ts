/**
 * The command line as a function: arguments in, exit code out, everything written through a {@link Terminal}.
 *
 * Exit codes: 0 done; 1 the answer is no; 2 bad input, one sentence on standard error; 70 a fault of this program; 74 an
 * answer that cannot be written where it should go; 129, 130 and 143 stopped by SIGHUP, Ctrl-C or SIGTERM, with the part of the answer
 * that was done where there is one.
 */
import { Command as Parser, CommanderError, Option } from 'commander';
import { VERSION } from '../kit/version';
import { screen, wrap } from '../report/wording/text';
import { visible } from '../report/wording/visible';
import { COMMANDS } from './commands';
import { refusalOf } from './refusal';
import type { Raw } from './given';
import { longName, type Command, type OptionRow } from './row';
import { BadInput, quoted, screenWidth, type Answer, type Terminal } from './terminal';
import { misuse } from './misuse';

/** Longest line of a complaint, in characters: what was given may be long. */
const LONGEST_COMPLAINT = 1_000;

const EXAMPLES = `
Begin with:
  detente list
  detente show kuala-lumpur-2025
  detente project kuala-lumpur-2025
  detente run kuala-lumpur-2025 --episode 3
`;

const EXIT_CODES =
  'detente <command> --help has its options. Exit codes: 0 done; 1 the answer is no (check, explain, project, replay); 2 bad input; 70 a fault of this program; 74 the answer cannot be written; 129, 130 and 143 stopped by SIGHUP, Ctrl-C or SIGTERM.';

/** What stands under the overview of all commands. */
const beneath = (width: number): string => `${EXAMPLES}\n${screen({ width }, wrap({ width }, EXIT_CODES))}`;

function complain(terminal: Terminal, message: string): void {
  for (const line of message.split('\n'))
    terminal.warn(`detente: ${visible(line).slice(0, LONGEST_COMPLAINT)}\n`);
}

/** A command in the overview: its name and arguments; that there are options goes without saying. */
function subcommandTerm(command: Parser): string {
  const given = command.registeredArguments.map((argument) => {
    const term = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? `<${term}>` : `[${term}]`;
  });
  return [command.name(), ...given].join(' ');
}

/** Reads the value of an option that stands there once at most: of two values one would be passed over in silence. */
function once({ flags }: OptionRow): (given: string) => string {
  let first: string | undefined;
  return (given) => {
    if (first !== undefined)
      throw new BadInput(
        `${longName({ flags })} stands here twice, with ${quoted(first)} and with ${quoted(given)}; give it once.`,
      );
    return (first = given);
  };
}

function parserOption(row: OptionRow): Option {
  const { flags, about, usual, choices, repeated, required } = row;
  const option = new Option(flags, required === true ? `${about} (required)` : about);
  if (option.required) option.argParser(once(row));
  if (usual !== undefined) option.default(usual, usual);
  // Shown by help; the row itself refuses the others.
  if (choices !== undefined) option.argChoices = [...choices];
  if (repeated === true)
    option.argParser((given: string, before: string[] | undefined) => [...(before ?? []), given]);
  return option;
}

/** The names under which the parser keeps the values of an option: that of today, and a former one. */
function keysOf({ flags, formerly }: OptionRow): readonly string[] {
  const names = formerly === undefined ? [flags] : [flags, formerly];
  return names.map((name) => new Option(name).attributeName());
}

function addCommand(
  program: Parser,
  command: Command,
  answer: (work: Promise<Answer>) => Promise<void>,
  terminal: Terminal,
) {
  const width = screenWidth(terminal);
  const parser = program.command(command.name).description(command.about);
  if (command.alias !== undefined) parser.alias(command.alias);
  for (const { term, about } of command.arguments) parser.argument(term, about);
  if (command.no !== undefined)
    parser.addHelpText('after', `\n${wrap({ width }, `Exit code 1: ${command.no}.`).join('\n')}`);
  for (const row of command.options) {
    parser.addOption(parserOption(row));
    if (row.formerly !== undefined) parser.addOption(new Option(`${row.formerly} <value>`).hideHelp());
  }
  parser.action(async () => {
    const option = (row: OptionRow): Raw => {
      const [today, before] = keysOf(row).map((key) => parser.getOptionValue(key) as Raw);
      return before ?? today;
    };
    const isGiven = (row: OptionRow) => keysOf(row).some((key) => parser.getOptionValueSource(key) === 'cli');
    await answer(
      command.answer({ arguments: parser.processedArgs as readonly Raw[], option, isGiven }, terminal),
    );
  });
  return parser;
}

/** The parser of command lines over the table; `answer` takes what a command has to say. */
function parserOf(terminal: Terminal, answer: (work: Promise<Answer>) => Promise<void>): Parser {
  const width = screenWidth(terminal);
  const program = new Parser('detente')
    .description("A trade negotiation as a lawful state machine, and what a leaders' meeting will bring.")
    .version(VERSION, '-V, --version', 'print the version')
    .helpCommand(false)
    .addHelpText('after', beneath(width));
  const parsers = COMMANDS.map(
    (command) => [command, addCommand(program, command, answer, terminal)] as const,
  );
  // Settings are inherited only by what is added later, so every command gets its own.
  for (const [command, parser] of [[null, program] as const, ...parsers]) {
    parser
      .exitOverride((error) => {
        if (error.exitCode === 0) throw error;
        throw misuse(error, command, parser.args);
      })
      .configureHelp({ helpWidth: width, minWidthToWrap: 20, subcommandTerm })
      .helpOption('-h, --help', 'print help')
      .configureOutput({
        writeOut: terminal.write,
        writeErr: () => undefined,
        outputError: () => undefined,
        getOutHelpWidth: () => width,
      });
  }
  return program;
}

/**
 * Runs a command line and returns its exit code. Writes the whole answer at once, after the work is done; a refusal
 * writes nothing to standard output, unless JSON was asked for and the refusal has an answer in JSON.
 */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  let said: Answer = { text: '', exit: 0 };
  try {
    const program = parserOf(terminal, async (work) => {
      said = await work;
    });
    if (argv.length === 0) {
      terminal.write(program.helpInformation() + beneath(screenWidth(terminal)));
      return 0;
    }
    await program.parseAsync([...argv], { from: 'user' });
    terminal.write(said.text);
    return said.exit;
  } catch (error) {
    // Help and version were printed by the parser.
    if (error instanceof CommanderError) return error.exitCode;
    const { message, exit, answer } = refusalOf(error);
    complain(terminal, message);
    if (answer !== undefined && argv.includes('--json')) terminal.write(answer);
    return exit;
  }
}
