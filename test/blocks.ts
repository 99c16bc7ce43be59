/** The blocks of code of a page, as the tests try them. */

/** A block of code. */
export interface Block {
  /** The page and the line on which it begins. */
  readonly name: string;
  readonly page: string;
  readonly language: string;
  /** What stands in the block. */
  readonly text: string;
  /** The block with what it takes for granted before it. */
  readonly program: string;
}

/** A fence with its language, and before it perhaps a comment of the page with what the block takes for granted. */
const BLOCK =
  /(?:^<!-- setup\n([\s\S]*?)^-->\n\s*)?(?:^<!-- prettier-ignore -->\n)?^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm;

/** The blocks of a page, in their order. */
export function blocksOf(page: string, content: string): Block[] {
  return [...content.matchAll(BLOCK)].map((found) => {
    const [whole, setup = '', language = '', text = ''] = found;
    const at = found.index + whole.indexOf(`\`\`\`${language}`);
    const line = content.slice(0, at).split('\n').length;
    return { name: `${page}:${line}`, page, language, text, program: setup + text };
  });
}

const PROMISE = /^\s*\/\/ => ?(.*)$/;

/** The lines that a program promises in its comments. */
export function promisedLines(program: string): string[] {
  return program.split('\n').flatMap((line) => {
    const promised = PROMISE.exec(line)?.[1];
    return promised === undefined ? [] : [promised.trimEnd()];
  });
}

/** The promised lines that the output lacks, or has in another order only. */
export function missingLines(program: string, printed: readonly string[]): string[] {
  let at = 0;
  return promisedLines(program).filter((line) => {
    const found = printed.indexOf(line, at);
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}

/** The commands of detente in a block of a shell, each as its words. */
export function commandsIn(text: string): string[][] {
  return text.split('\n').flatMap((line) => {
    const found = /^(?:npx )?detente (.*?)\s*(?:\s#.*)?$/.exec(line);
    if (found === null) return [];
    const words = (found[1] ?? '').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g);
    return [[...words].map(([, single, double, plain]) => single ?? double ?? plain ?? '')];
  });
}
