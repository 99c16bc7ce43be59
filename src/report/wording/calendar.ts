/** The wording of the calendar, of the day's accounts and of markets. */
import { formatDate } from '../../kit/calendar';
import { signed } from './text';
import { active, passive, type WordingOf } from './wording';

/** The rows of the calendar, of accruals and of markets. */
export const calendarWording: WordingOf<'calendar' | 'economy' | 'market'> = {
  'calendar.advance': {
    sentence: ({ to }) => ({
      who: { text: 'The calendar', many: false },
      verb: 'move',
      rest: `on to ${formatDate(to)}`,
    }),
    phrase: active('pass'),
  },
  'economy.accrue': {
    sentence: ({ on }) => ({
      who: { text: 'The calendar', many: false },
      verb: 'draw up',
      rest: `the account of ${formatDate(on)}`,
    }),
    phrase: passive('draw up'),
  },
  'market.move': {
    sentence: ({ equityPct, yieldBp }) => ({
      who: { text: 'Equities', many: true },
      verb: 'move',
      rest: `by ${signed(equityPct, 1)}%, the ten-year yield by ${signed(yieldBp, 0)} basis points`,
    }),
    phrase: active('move'),
  },
};
