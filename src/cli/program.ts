/**
 * The command line as a function: arguments in, exit code out, everything written through a {@link Terminal}.
 *
 * Exit codes: 0 done; 1 the answer is no; 2 bad input, one sentence on standard error; 70 a fault of this program; 130
 * and 143 stopped by Ctrl-C or SIGTERM, with the part of the answer that was done where there is one.
 */
import { Command, CommanderError } from 'commander';
import { VERSION } from '../kit/version';
import { addActions } from './actions';
import { addBacktest } from './backtest';
import { addCheck } from './check';
import { addCompare } from './compare';
import { addExplain } from './explain';
import { addExport } from './export';
import { addLedger } from './ledger';
import { addList } from './list';
import { addMerge } from './merge';
import { addProject } from './project';
import { addReplay } from './replay';
import { addReport } from './report';
import { addRun } from './run';
import { addSensitivity } from './sensitivity';
import { addShow } from './show';
import { BadInput, Stopped, type Answer, type Terminal } from './terminal';
import { addUncertainty } from './uncertainty';

/** Exit code of bad input. */
const BAD_INPUT = 2;
/** Exit code of a fault of this program, after the convention of sysexits. */
const FAULT = 70;
/** Longest line of a complaint, in characters: what was given may be long. */
const LONGEST_COMPLAINT = 1_000;

const EXAMPLES = `
Begin with:
  detente list
  detente show kuala-lumpur-2025
  detente project kuala-lumpur-2025
  detente run kuala-lumpur-2025 --episode 3
`;

const ADDERS = [
  addList,
  addShow,
  addRun,
  addProject,
  addMerge,
  addCompare,
  addSensitivity,
  addUncertainty,
  addReport,
  addExport,
  addExplain,
  addLedger,
  addBacktest,
  addCheck,
  addReplay,
  addActions,
] as const;

function complain(terminal: Terminal, message: string): void {
  for (const line of message.split('\n')) terminal.warn(`detente: ${line.slice(0, LONGEST_COMPLAINT)}\n`);
}

/** Commander's own complaints, as this program writes them: one sentence, what was meant on the same line. */
function commanderMessage(error: CommanderError): string {
  return error.message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '');
}

/** A command in the overview: its name and arguments; that there are options goes without saying. */
function subcommandTerm(command: Command): string {
  const given = command.registeredArguments.map((argument) =>
    argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
  );
  return [command.name(), ...given].join(' ');
}

function build(terminal: Terminal, answer: (answer: Answer) => void): Command {
  const program = new Command('detente')
    .description("A trade negotiation as a lawful state machine, and what a leaders' meeting will bring.")
    .version(VERSION, '-V, --version', 'print the version')
    .helpCommand(false)
    .addHelpText('after', EXAMPLES);
  for (const add of ADDERS) add(program, terminal, answer);
  // Settings are inherited only by what is added later, so every command gets its own.
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .configureHelp({ helpWidth: 80, minWidthToWrap: 20, subcommandTerm })
      .helpOption('-h, --help', 'print help')
      .configureOutput({
        writeOut: terminal.write,
        writeErr: () => undefined,
        outputError: () => undefined,
        getOutHelpWidth: () => 80,
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
  const program = build(terminal, (answer) => {
    said = answer;
  });
  try {
    if (argv.length === 0) {
      terminal.write(program.helpInformation() + EXAMPLES);
      return 0;
    }
    await program.parseAsync([...argv], { from: 'user' });
    terminal.write(said.text);
    return said.exit;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      complain(
        terminal,
        `${commanderMessage(error)}${/help/.test(error.message) ? '' : '; see detente --help'}`,
      );
      return BAD_INPUT;
    }
    if (error instanceof BadInput) {
      complain(terminal, error.message);
      if (error.answer !== undefined && argv.includes('--json')) terminal.write(error.answer);
      return BAD_INPUT;
    }
    if (error instanceof Stopped) {
      complain(terminal, error.message);
      return error.exit;
    }
    complain(
      terminal,
      `a fault of this program, not of your input: ${error instanceof Error ? error.message : String(error)}`,
    );
    return FAULT;
  }
}
