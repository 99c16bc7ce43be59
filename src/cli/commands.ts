/** The commands, in the order of help: the one table that the command line, its help and its reference are made of. */
import { actions } from './actions';
import { advise } from './advise';
import { backtest } from './backtest';
import { check } from './check';
import { compare } from './compare';
import { explain } from './explain';
import { exportCommand } from './export';
import { flip } from './flip';
import { forecast } from './forecast';
import { ledger } from './ledger';
import { list } from './list';
import { merge } from './merge';
import { play } from './play';
import { project } from './project';
import { record } from './record';
import { replay } from './replay';
import { report } from './report';
import type { Command } from './row';
import { run } from './run';
import { sensitivity } from './sensitivity';
import { show } from './show';
import { tree } from './tree';
import { tournament } from './tournament';
import { uncertainty } from './uncertainty';
import { watch } from './watch';

/** Every command. */
export const COMMANDS: readonly Command[] = [
  list,
  show,
  run,
  play,
  project,
  merge,
  compare,
  tree,
  watch,
  flip,
  sensitivity,
  uncertainty,
  advise,
  tournament,
  report,
  exportCommand,
  explain,
  ledger,
  backtest,
  forecast,
  check,
  record,
  replay,
  actions,
];
