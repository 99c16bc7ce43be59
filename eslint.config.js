/**
 * The linter: type-aware, and keeper of what makes the same input give the same bytes. What a single file cannot show
 * (dead files, scenarios without a record) is held by `test/tidy.test.ts`.
 */
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

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

const deterministic = {
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Draws are keyed: use kit/keyed-draws.' },
    { object: 'Date', property: 'now', message: 'The day of the world is state.today.' },
    { object: 'performance', property: 'now', message: 'The rules know no clock.' },
    ...ENGINE_MATHS.map(portable),
  ],
  'no-restricted-syntax': [
    'error',
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
    { selector: 'ExportAllDeclaration', message: 'Doors export explicit names.' },
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

const FLOORS = [
  'kit',
  'model',
  'actions',
  'engine',
  'economy',
  'bargaining',
  'policies',
  'scenario',
  'outcomes',
  'simulation',
  'ensemble',
  'analyses',
  'report',
  'testing',
  'node',
  'cli',
];

/** What the files of a folder may not import: the floors above their own, and across to the other wing. */
function roof(folder, ...alsoClosed) {
  const above = FLOORS.slice(FLOORS.indexOf(folder) + 1);
  const closed = [...new Set([...above, ...alsoClosed])].flatMap((name) => [`**/${name}`, `**/${name}/*`]);
  const patterns = [
    ...(closed.length === 0
      ? []
      : [
          {
            group: closed,
            message: `${folder} may not look up to a higher floor or across to the other wing.`,
          },
        ]),
    ...(folder === 'cli' || folder === 'node'
      ? []
      : [{ group: ['node:*'], message: 'Only node/ and cli/ touch Node.' }]),
  ];
  return { files: [`src/${folder}/**/*.ts`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

export default defineConfig(
  globalIgnores(['dist', 'coverage', '.tmp', 'node_modules']),
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
      // The compiler's noUncheckedIndexedAccess makes every index doubtful; where a line shows that it is not, `!` says so.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: [
      'src/{kit,model,actions,engine,economy,bargaining,policies,scenario,outcomes,simulation,ensemble,analyses}/**/*.ts',
    ],
    rules: deterministic,
  },
  ...FLOORS.filter((name) => name !== 'economy' && name !== 'bargaining').map((name) =>
    roof(name, ...(name === 'engine' || name === 'actions' ? ['economy', 'bargaining'] : [])),
  ),
  roof('economy', 'actions', 'engine', 'bargaining'),
  roof('bargaining', 'actions', 'engine'),
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
