/**
 * The linter: type-aware, and keeper of what makes the same input give the same bytes, quickly. The order of the layers
 * and what holds for each come from `tools/layers.mjs`. What a single file cannot show (circles, dead files, scenarios
 * without a record) is held by `test/tidy.test.ts`.
 */
import { readFileSync } from 'node:fs';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { closedTo, LAYERS, STILL_UPWARDS } from './tools/layers.mjs';

/** Maths whose last bit differs between engines; `kit/portable-math` has them all. */
const ENGINE_MATHS = [
  'exp',
  'expm1',
  'log',
  'log1p',
  'log2',
  'log10',
  'pow',
  'cbrt',
  'hypot',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'atan2',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'acosh',
  'atanh',
];

const portable = (property) => ({
  object: 'Math',
  property,
  message: 'Engines differ in its last bit: use kit/portable-math.',
});

const STARS = { selector: 'ExportAllDeclaration', message: 'Modules export explicit names.' };

const CLOCKS = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The day of the world is state.today.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'The day of the world is state.today.' },
  {
    selector: "BinaryExpression[operator='**']",
    message: 'Engines differ in its last bit: use kit/portable-math.',
  },
  {
    selector: "AssignmentExpression[operator='**=']",
    message: 'Engines differ in its last bit: use kit/portable-math.',
  },
];

const DETERMINISTIC = {
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Draws are keyed: use kit/keyed-draws.' },
    { object: 'Date', property: 'now', message: 'The day of the world is state.today.' },
    { object: 'performance', property: 'now', message: 'The rules know no clock.' },
    ...ENGINE_MATHS.map(portable),
  ],
  'no-restricted-globals': [
    'error',
    'process',
    'Buffer',
    'require',
    '__dirname',
    'setTimeout',
    'setInterval',
    'crypto',
  ],
};

/** A literal with something after a spread; within a node that a selector gives, or anywhere. */
const spreadFirst = (within = '') => ({
  selector: `${within} ObjectExpression > SpreadElement ~ :matches(Property, SpreadElement)`.trim(),
  message:
    'V8 makes each new field after a spread in half a microsecond, a whole literal with all its fields named in a hundredth of one: name them all, or put the spread last.',
});

/** The columns of a state that carry a roll while an episode runs: those that the copy of a state rolls. */
const ROLLED = [
  ...readFileSync(new URL('src/model/copy-state.ts', import.meta.url), 'utf8').matchAll(/(\w+): column\(/g),
].map(([, name]) => name);
const NAME = `/^(?:${ROLLED.join('|')})$/`;
/** A column as the rules write it: `state.tariff`, `draft[kind]`, or `tariff` taken out of a state. */
const column = (field) =>
  [
    `MemberExpression.${field}[computed=false][property.name=${NAME}]`,
    `MemberExpression.${field}[computed=true][object.name=/^(?:state|draft)$/]`,
    `Identifier.${field}[name=${NAME}]`,
  ].join(', ');

const COLUMNS = [
  {
    selector: `ForInStatement > :matches(${column('right')})`,
    message: 'A walk over a record that grows is many times slower than one over an array: use each.',
  },
  {
    selector: `CallExpression[callee.object.name='Object'][callee.property.name=/^(?:values|entries)$/] > :matches(${column('arguments')})`,
    message: 'A walk over a record that grows is many times slower than one over an array: use each.',
  },
  {
    selector: `AssignmentExpression > MemberExpression.left[computed=true] > :matches(${column('object')})`,
    message: 'The roll beside the column would miss the item: use put.',
  },
  {
    selector: `AssignmentExpression > MemberExpression.left > TSNonNullExpression.object > MemberExpression[computed=true] > :matches(${column('object')})`,
    message: 'The item may be lent by another state: ask for one to change by edit.',
  },
  {
    selector: `UnaryExpression[operator='delete'] > MemberExpression[computed=true] > :matches(${column('object')})`,
    message: 'The roll beside the column would keep the item: let it end by a status.',
  },
];

/** Import paths of the layers that are closed to a layer. */
function closedPaths(layer) {
  const still = STILL_UPWARDS.filter(({ from }) => from === `${layer.name}/`).map(({ to }) => to);
  const except = still.length === 0 ? '' : `(?!(?:${still.join('|')})$)`;
  return `^(?:\\.\\./)+${except}(?:${closedTo(layer).join('|')})/`;
}

/** What holds for the files of a layer, beside what holds for all. */
function rulesOf(layer) {
  const patterns = [
    ...(closedTo(layer).length === 0
      ? []
      : [
          { regex: closedPaths(layer), message: `${layer.name} imports only itself and what lies below it.` },
        ]),
    ...(layer.node === true
      ? []
      : [{ group: ['node:*'], message: 'Only the layers for Node and the command line touch Node.' }]),
  ];
  const syntax = [
    STARS,
    ...(layer.deterministic === true ? CLOCKS : []),
    ...(layer.hot === true ? [spreadFirst()] : []),
    ...(layer.name === 'actions' ? [spreadFirst("Property[key.name='effect']")] : []),
    ...(layer.columns === true ? COLUMNS : []),
  ];
  return {
    files: [`src/${layer.name}/**/*.ts`],
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      'no-restricted-syntax': ['error', ...syntax],
      ...(layer.deterministic === true ? DETERMINISTIC : {}),
    },
  };
}

export default defineConfig(
  globalIgnores([
    'dist',
    'coverage',
    '.tmp',
    'node_modules',
    'site/.pages',
    'site/.vitepress',
    'playground/dist',
  ]),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      // An interface that adds nothing gives a long type a name that help and reference show.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // The declaration of an untyped package has to be named, or consumers of the file alone do not see it.
      '@typescript-eslint/triple-slash-reference': [
        'error',
        { path: 'always', types: 'never', lib: 'never' },
      ],
      // Messages put what a stranger gave into words: `String` of an unknown is meant.
      '@typescript-eslint/no-base-to-string': 'off',
      // In loops that run in every episode, and over tables of numbers, `!` says that a line shows an index to be within.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  ...LAYERS.map(rulesOf),
  {
    // Elsewhere `kit/lists` finds what has to be there, and says so where it is not.
    files: ['facts', 'scenario', 'outcomes', 'analyses', 'report', 'testing', 'node', 'cli', 'entries'].map(
      (layer) => `src/${layer}/**/*.ts`,
    ),
    rules: { '@typescript-eslint/no-non-null-assertion': 'error' },
  },
  {
    // A function that needs more is a table, which the compiler of forms writes, or two functions.
    files: ['src/**/*.ts'],
    ignores: ['src/model/parameters.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Tests hand over what the types forbid, and read JSON as it comes.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  { files: ['tools/**', 'bench/**', 'examples/**', 'src/cli/**'], rules: { 'no-console': 'off' } },
);
