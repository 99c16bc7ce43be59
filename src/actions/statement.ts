/** Public statements and the positions of third countries: what audiences, markets and allies hear. */
import { PARTY_IDS, type PartyId } from '../model/actor';
import { defineAction } from './action-type';
import { oneOf } from './domain';
import { text } from './fields';
import { always, FREE_TEXT } from './rules';

const VOICES = ['officials', 'spokesperson', 'leader'] as const;
const TONES = ['conciliatory', 'neutral', 'hostile'] as const;

/** The action types of statements and alignments. */
export const statementActions = [
  defineAction({
    type: 'statement.make',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Say something in public, in a voice that audiences weigh.',
    cites: ['stylised'],
    fields: (z) => ({
      voice: z.enum(VOICES).describe('Who says it'),
      tone: z.enum(TONES).describe('How it sounds'),
      topic: text(z, 'What it is about'),
      gist: text(z, 'What was said'),
    }),
    subject: null,
    subjects: () => [''],
    rules: [],
    domains: {
      voice: always(
        'voice/unknown',
        'A statement is made by officials, a spokesperson or the leader.',
        oneOf(...VOICES),
      ),
      tone: always(
        'statement/unknown-tone',
        'A statement is conciliatory, neutral or hostile.',
        oneOf(...TONES),
      ),
      topic: FREE_TEXT,
      gist: FREE_TEXT,
    },
    effect: (draft, event) => {
      const { voice, tone, topic, gist } = event;
      draft.statements[event.actor as PartyId] = { on: draft.today, voice, tone, topic, gist };
    },
    examples: [
      {
        type: 'statement.make',
        actor: 'US',
        on: '2025-10-24',
        voice: 'leader',
        tone: 'neutral',
        topic: 'agenda',
        gist: 'Farmers, Taiwan and Jimmy Lai will come up',
      },
    ],
  }),
  defineAction({
    type: 'third-country.align',
    actors: ['third-country'],
    touches: [],
    doc: 'A third country sides with a party, or with neither, over rules that reach it.',
    cites: ['stylised'],
    fields: (z) => ({
      country: text(z, 'The country or group'),
      side: z.enum(['US', 'CN', 'neither']).describe('With whom'),
    }),
    subject: null,
    subjects: () => [''],
    rules: [],
    domains: {
      country: FREE_TEXT,
      side: always(
        'third-country/unknown-side',
        'A third country sides with a party or with neither.',
        oneOf('US', 'CN', 'neither'),
      ),
    },
    effect: (draft, event) => {
      const { country, side } = event;
      const at = draft.alignments.findIndex((alignment) => alignment.country === country);
      const alignment = { country, side, since: draft.today };
      if (at >= 0) draft.alignments[at] = alignment;
      else draft.alignments.push(alignment);
    },
    examples: [
      { type: 'third-country.align', actor: 'third-country', on: '2025-10-22', country: 'G7', side: 'US' },
    ],
  }),
];
