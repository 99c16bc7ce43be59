/**
 * What Stryker leaves alone: words for people. A rule reads differently with another wording, noun or citation, but it
 * refuses the same events. Codes, statuses, kinds, names of fields and every other text that a program compares have no
 * space in them and stay mutable, and so does every condition inside a text.
 */

const WORDS = 'Words for people: under another wording the rule stays the same.';
const CITATION = 'A citation: test/tables.test.ts holds it to the register of sources.';
const EXAMPLE = 'An example for the reader: test/tables.test.ts holds it to its schema.';

const PROPERTIES = new Map([
  ['doc', WORDS],
  ['rule', WORDS],
  ['noun', WORDS],
  ['source', CITATION],
  ['cites', CITATION],
  ['examples', EXAMPLE],
  ['example', EXAMPLE],
]);
/** Constants that only citations and examples read. */
const CONSTANTS = new Map([
  ['CITES', CITATION],
  ['DAY', EXAMPLE],
  ['day', EXAMPLE],
  ['sampled', EXAMPLE],
]);
/** Calls whose only text describes a field to people. */
const DESCRIBERS = new Set(['idOf', 'text', 'share', 'describe']);
/** The makers of shared verbs in `lifecycle.ts`: the last argument is the example. */
const VERB_MAKERS = new Set(['on', 'creation']);

const PLAIN = new Set(['Identifier', 'MemberExpression', 'CallExpression']);

function isText(node) {
  if (node.type === 'StringLiteral') return true;
  if (node.type === 'TemplateLiteral') return node.expressions.every(({ type }) => PLAIN.has(type));
  if (node.type === 'TSAsExpression') return isText(node.expression);
  return node.type === 'ArrayExpression' && node.elements.every(isText);
}

function isPhrase(node) {
  if (node.type === 'StringLiteral') return node.value.includes(' ');
  return (
    node.type === 'TemplateLiteral' &&
    isText(node) &&
    node.quasis.some(({ value }) => value.raw.includes(' '))
  );
}

function calleeName({ callee }) {
  if (callee.type === 'Identifier') return callee.name;
  return callee.property?.name ?? '';
}

function reasonFor(node, parent) {
  if (isPhrase(node)) return WORDS;
  if (parent?.type === 'ObjectProperty' && parent.value === node) {
    const reason = PROPERTIES.get(parent.key.name);
    return reason === EXAMPLE || (reason !== undefined && isText(node)) ? reason : undefined;
  }
  if (parent?.type === 'VariableDeclarator') return CONSTANTS.get(parent.id.name);
  if (parent?.type !== 'CallExpression') return undefined;
  if (DESCRIBERS.has(calleeName(parent)) && isText(node)) return WORDS;
  const isLast = parent.arguments.length > 5 && parent.arguments.at(-1) === node;
  return isLast && VERB_MAKERS.has(calleeName(parent)) ? EXAMPLE : undefined;
}

/** In the form that Stryker's `declareValuePlugin` makes. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'wording',
    value: { shouldIgnore: ({ node, parent }) => reasonFor(node, parent) },
  },
];
