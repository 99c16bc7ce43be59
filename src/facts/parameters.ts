/** The parameters of the data, a file for each component. */
import answers from '../data/parameters/answers.json';
import audience from '../data/parameters/audience.json';
import bargaining from '../data/parameters/bargaining.json';
import chance from '../data/parameters/chance.json';
import chokepoint from '../data/parameters/chokepoint.json';
import credibility from '../data/parameters/credibility.json';
import crisis from '../data/parameters/crisis.json';
import levers from '../data/parameters/levers.json';
import markets from '../data/parameters/markets.json';
import meeting from '../data/parameters/meeting.json';
import pain from '../data/parameters/pain.json';
import pool from '../data/parameters/pool.json';
import promises from '../data/parameters/promises.json';
import readiness from '../data/parameters/readiness.json';
import reversal from '../data/parameters/reversal.json';
import settlement from '../data/parameters/settlement.json';
import soybeans from '../data/parameters/soybeans.json';
import talks from '../data/parameters/talks.json';
import threats from '../data/parameters/threats.json';
import trade from '../data/parameters/trade.json';
import truce from '../data/parameters/truce.json';
import year from '../data/parameters/year.json';

/** Rows of all parameters, as JSON has them. */
export const parameters = [
  ...answers,
  ...audience,
  ...bargaining,
  ...chance,
  ...chokepoint,
  ...credibility,
  ...crisis,
  ...levers,
  ...markets,
  ...meeting,
  ...pain,
  ...pool,
  ...promises,
  ...readiness,
  ...reversal,
  ...settlement,
  ...soybeans,
  ...talks,
  ...threats,
  ...trade,
  ...truce,
  ...year,
];
