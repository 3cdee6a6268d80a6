/**
 * Import directions (STYLE.md, layout): miniprogram → shared ← cloudfunctions, and between modules only upwards
 * in this list. Towards a later row a module speaks through an event or an id.
 */
const modules = [
  'region',
  'user',
  'file',
  'organization',
  'credit',
  'filing',
  'project',
  'matching',
  'pairing',
  'volunteer',
  'supervision',
  'party',
  'support',
  'notification',
  'statistics',
];

const moduleFolder = (names) => `^(?:shared|cloudfunctions|miniprogram/src)/modules/(?:${names.join('|')})/`;

const order = modules.slice(0, -1).map((name, index) => ({
  name: `module-order-${name}`,
  comment: `${name} may import only from the rows above it; towards a later module use an event or an id`,
  severity: 'error',
  from: { path: moduleFolder([name]) },
  to: { path: moduleFolder(modules.slice(index + 1)) },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared/ knows neither WeChat nor the database, neither clock nor network',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(?:cloudfunctions|miniprogram|tests|scripts)/' },
    },
    {
      name: 'shared-has-no-node',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-packages',
      comment: 'what runs on the phone and on the server alike; add here on purpose',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(?:zod|dayjs|uqr)/' },
    },
    {
      name: 'client-not-server',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: '^(?:cloudfunctions|tests|scripts)/' },
    },
    {
      name: 'client-has-no-node',
      severity: 'error',
      from: { path: '^miniprogram/src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-not-client',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: '^(?:miniprogram|tests|scripts)/' },
    },
    {
      name: 'database-and-platform-behind-ports',
      comment:
        'only platform/ talks to the driver and to the platform; the local host and scripts stand outside the functions',
      severity: 'error',
      from: { path: '^(?:cloudfunctions|shared|miniprogram)/', pathNot: '^cloudfunctions/(?:platform|localHost)/' },
      to: { path: 'node_modules/(?:pg|@types/pg|@cloudbase/node-sdk|@electric-sql)/' },
    },
    {
      name: 'functions-without-host',
      comment: 'what is deployed does not know the machine it is tried on',
      severity: 'error',
      from: { path: '^cloudfunctions/(?!localHost/)' },
      to: { path: '^cloudfunctions/localHost/' },
    },
    {
      name: 'modules-not-entries',
      severity: 'error',
      from: { path: '^cloudfunctions/(?:modules|platform)/' },
      to: { path: '^cloudfunctions/(?:api|jobs)/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...order,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    cache: { folder: '.cache/dependency-cruiser', strategy: 'content' },
  },
};
