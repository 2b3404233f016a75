// Architecture only: directions between rooms, and what the pure ones must not touch. Everything else that a
// linter can find is oxlint's, which is a hundred times faster.
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const FRAMEWORKS = ['node:*', '@nestjs/*', 'typeorm', 'pg', 'bullmq', 'ioredis', 'react', 'react-*'];

const IMPURE = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'No clock: take the time as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'No clock: take the time as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'No chance: take it as an argument.',
  },
  {
    selector: 'CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate|queueMicrotask)$/]',
    message: 'No timers in a pure library.',
  },
];
const SYNCHRONOUS = [
  { selector: 'AwaitExpression', message: 'The core and its compiler are synchronous.' },
  { selector: ':function[async=true]', message: 'The core and its compiler are synchronous.' },
];

const PURE = ['bpmn', 'layout', 'feel', 'dmn', 'calendar', 'engine/core', 'engine/compile'].map(
  (room) => `libs/${room}/src/**/*.ts`,
);
const TESTS = ['**/*spec.ts', '**/*spec.tsx', '**/test/**/*.ts'];

export default tseslint.config(
  { ignores: ['**/dist', '**/out-tsc', 'tmp', 'node_modules', '.nx', '.iter'] },
  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          // the dictionary's texts are loaded on demand, its schemas are not
          checkDynamicDependenciesExceptions: ['@iter/contract'],
          depConstraints: [
            { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['type:contract'] },
            { sourceTag: 'type:pure', onlyDependOnLibsWithTags: ['type:pure'] },
            { sourceTag: 'type:runtime', onlyDependOnLibsWithTags: ['type:pure', 'type:contract'] },
            {
              sourceTag: 'type:adapter',
              onlyDependOnLibsWithTags: ['type:runtime', 'type:pure', 'type:contract', 'type:adapter'],
            },
            {
              sourceTag: 'type:app',
              onlyDependOnLibsWithTags: ['type:adapter', 'type:runtime', 'type:pure', 'type:contract'],
            },
            { sourceTag: 'type:web', onlyDependOnLibsWithTags: ['type:web', 'type:pure', 'type:contract'] },
            { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['*'] },
            { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['scope:web', 'scope:shared'] },
            { sourceTag: 'scope:server', onlyDependOnLibsWithTags: ['scope:server', 'scope:shared'] },
            { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'String literals, no enum.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
    },
  },
  {
    files: PURE,
    ignores: TESTS,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: FRAMEWORKS, message: 'This library is pure.' }] },
      ],
      'no-restricted-syntax': ['error', ...IMPURE],
    },
  },
  {
    files: ['libs/engine/{core,compile}/src/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ...IMPURE, ...SYNCHRONOUS] },
  },
  // the specs may use what no production code may
  { files: TESTS, rules: { '@nx/enforce-module-boundaries': 'off' } },
);
