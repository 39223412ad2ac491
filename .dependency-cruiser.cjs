/** Imports flow one way (docs/decisions/002). No rule names a feature, so a new one is guarded the day it is born. */
const FEATURE_FILE = '^server/([^/]+)/'

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'schemas-know-zod-alone',
      severity: 'error',
      from: { path: '\\.schemas\\.ts$' },
      to: { pathNot: ['\\.schemas\\.ts$', 'node_modules/(zod|@hono/zod-openapi)/'] },
    },
    {
      name: 'tables-know-vocabularies',
      severity: 'error',
      from: { path: '\\.table\\.ts$' },
      to: { pathNot: ['\\.(schemas|table)\\.ts$', 'node_modules/drizzle-orm/'] },
    },
    {
      name: 'rules-do-no-io',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        path: [
          '\\.(queries|usecases|public|admin|chat|jobs|seed)\\.ts$',
          '^server/db/',
          '^node:(fs|net|http|child_process)',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'queries-do-not-call-back',
      severity: 'error',
      from: { path: '\\.queries\\.ts$' },
      to: { path: '\\.(usecases|public|admin|chat|jobs|seed)\\.ts$' },
    },
    {
      name: 'use-cases-do-not-know-their-doors',
      severity: 'error',
      from: { path: '\\.usecases\\.ts$' },
      to: { path: '\\.(public|admin|chat|jobs)\\.ts$' },
    },
    {
      name: 'a-use-case-never-calls-another-features-use-case',
      severity: 'error',
      from: { path: `${FEATURE_FILE}.+\\.usecases\\.ts$` },
      to: { path: '\\.usecases\\.ts$', pathNot: '^server/$1/' },
    },
    {
      name: 'machinery-knows-no-feature',
      severity: 'error',
      from: {
        path: '^server/(attachments|db|http|scheduler|sealing|webhook|working-time|zalo)/',
        pathNot: '^server/db/schema\\.ts$',
      },
      to: { path: '\\.(queries|usecases|rules|public|admin|chat|jobs|seed)\\.ts$', pathNot: '^server/$1/' },
    },
    {
      name: 'the-app-does-not-import-the-server',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(server|test|scripts|bench|admin)/' },
    },
    {
      name: 'the-staff-web-does-not-import-the-server',
      severity: 'error',
      from: { path: '^admin/' },
      to: { path: '^(server|src|test|scripts|bench)/' },
    },
    {
      name: 'the-server-does-not-import-faces',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(src|admin|test|scripts|bench|simulator)/' },
    },
    {
      name: 'the-simulator-knows-nothing-of-the-service',
      severity: 'error',
      from: { path: '^simulator/' },
      to: { path: '^(server|src|admin|test|scripts|bench)/' },
    },
    {
      name: 'zmp-sdk-only-in-its-corner',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/zalo/' },
      to: { path: 'node_modules/zmp-sdk' },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.css', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
