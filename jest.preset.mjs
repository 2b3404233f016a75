/** Shared Jest settings: TypeScript as native ES modules through SWC. */
export default {
  testEnvironment: 'node',
  testTimeout: 30_000, // a machine that does other work too
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        module: { type: 'es6' },
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
          keepClassNames: true,
          // The texts are JSON modules, which Node imports only with their attribute.
          experimental: { keepImportAttributes: true },
        },
      },
    ],
  },
  testEnvironmentOptions: { customExportConditions: ['@iter/source', 'node', 'node-addons'] },
  testMatch: ['**/*spec.ts', '**/*spec.tsx'],
  testPathIgnorePatterns: ['/dist/', '/out-tsc/', '/node_modules/'],
  modulePathIgnorePatterns: ['/dist/', '/out-tsc/'],
};
