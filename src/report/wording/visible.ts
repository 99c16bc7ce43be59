/** Texts of strangers as they may stand beside others: on pages, in charts, on a terminal. */

/**
 * Characters that show nothing and change how their neighbours are shown, or hide among them: controls, marks and overrides of direction
 * (Unicode Standard Annex 9), line separators, fillers, tags, what is no character, and halves of surrogate pairs. The joiners of
 * letters and pictures and the soft hyphen, which are of good use, stay.
 */
const INVISIBLE =
  /(?![\u00ad\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0]/gu;

const spelledOut = (character: string) =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Text with its invisible characters spelled out, `[U+202E]`, so that none reorders or hides what stands beside it. */
export function visible(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ').replace(INVISIBLE, spelledOut);
}

/** The colours that screens are painted with, and nothing else that a terminal obeys. */
const PAINT = /(\u001b\[(?:0|1|2|22|31|32|33|36|39)m)/;

/**
 * A screen with its invisible characters spelled out, so that a text of a stranger cannot move the cursor, rename the window
 * or turn a line round. Breaks of lines stay, and colours where the terminal takes them.
 */
export function visibleScreen(screen: string, colour: boolean): string {
  const lines = (text: string) => text.split('\n').map(visible).join('\n');
  return colour
    ? screen
        .split(PAINT)
        .map((part, at) => (at % 2 === 1 ? part : lines(part)))
        .join('')
    : lines(screen);
}
