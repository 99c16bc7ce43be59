/** The mechanisms through which acts bear on the projection, each in one sentence. */
export const MECHANISMS = {
  levels:
    'Duties, controls, fees and listings in force: averages, costs, pain and what an issue has left to give.',
  step: 'A coercive step with a day: it presses the sides to decide, and may be carried out.',
  threat: 'What each side expects without an agreement.',
  belief: 'Credibility, audience cost and, through them, firmness.',
  goodwill: 'The political price of conceding, whether the meeting is held, and new coercion after it.',
  held: 'Whether the meeting is held.',
  preparation: 'What rounds and calls have made ready, and how far the sides see a way out.',
  agenda: 'What is on the table.',
  worth: 'What is left of the worth of an issue.',
  text: 'The text of the truce: its life, its hazard, and what it covers.',
  promises: 'Belief that promises are delivered.',
  stocks: 'Farm pain, supplies and purchases.',
  markets: 'American hurt, and whether the meeting is held.',
  isolation: 'Firmness of a side against which third parties stand.',
  courts: 'Whether an authority stands, and what replaces it.',
} as const;

/** A mechanism of {@link MECHANISMS}. */
export type Mechanism = keyof typeof MECHANISMS;
