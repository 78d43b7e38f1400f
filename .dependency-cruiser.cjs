// Imports flow one way: pure code imports pure code, effects import pure code, composition imports all.
// No list of domains, so a new slice is covered from its first file.
const test = '\\.(test|story)\\.tsx?$'
const pure = '^src/(shared|rules|matching/(engine|meetings))/|\\.core\\.ts$|\\.schema\\.ts$'
const browser = '(^|/)web/'
/** Libraries that only compute: no clock, no input, no output. */
const pureLibraries = '(^|/)node_modules/(zod|@navikt/fnrvalidator)/'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule('resolvable', 'What is imported exists.', {}, { couldNotResolve: true }),
    rule('no-circular', 'No file leads back to itself.', {}, { circular: true }),
    rule('pure-stays-pure', 'Words, rules, shapes and decisions know only one another.',
      { path: pure, pathNot: test }, { pathNot: `${pure}|${pureLibraries}` }),
    rule('shared-knows-only-shared', 'Words for everybody know nobody.',
      { path: '^src/shared/', pathNot: test }, { path: '^src/', pathNot: '^src/shared/' }),
    rule('rules-know-only-shared', 'Statutory rules know no domain.',
      { path: '^src/rules/', pathNot: test }, { path: '^src/', pathNot: '^src/(rules|shared)/' }),
    rule('platform-knows-no-domain', 'What every operation needs knows none of them.',
      { path: '^src/(platform|integrations)/', pathNot: test }, { path: '^src/(domains|portals|server|web)/' }),
    rule('domains-know-no-composition', 'Domains are put together by portals and server, never the other way; screens may name their types.',
      { path: '^src/domains/', pathNot: test }, { path: '^src/(portals|server)/', dependencyTypesNot: ['type-only'] }),
    rule('domains-meet-at-the-door', 'A domain meets another at its index.ts or its shapes.',
      { path: '^src/domains/([^/]+)/', pathNot: test },
      { path: '^src/domains/', pathNot: '^src/domains/$1/|^src/domains/[^/]+/(index\\.ts|.*\\.schema\\.ts)$' }),
    rule('portals-enter-by-the-door', 'Portals and server use a domain through its index.ts, its shapes, or the operations, jobs and routes they register.',
      { path: '^src/(portals|server)/', pathNot: `${test}|${browser}` },
      { path: '^src/domains/', pathNot: '^src/domains/[^/]+/(index\\.ts|[^/]+/index\\.ts|.*\\.(schema|operations|jobs|core)\\.ts|messages/.*\\.json)$' }),
    rule('browser-never-imports-server', 'Of the server the browser knows only types.',
      { path: browser, pathNot: `${test}|^(test|e2e)/` },
      { path: '^src/(platform|server|integrations)/|^(db|tools|test)/|\\.(operations|jobs)\\.ts$|^src/domains/[^/]+/index\\.ts$', dependencyTypesNot: ['type-only'] }),
    rule('browser-has-no-node', 'A browser has no node: modules.',
      { path: browser, pathNot: `${test}|^(test|e2e)/` }, { dependencyTypes: ['core'] }),
    rule('server-never-imports-browser', 'Screens are built, not imported.',
      { path: '^src/', pathNot: `${browser}|${test}` }, { path: browser }),
    rule('source-never-imports-tests', 'What runs at a municipality needs no test.',
      { path: '^src/', pathNot: test }, { path: `^(test|e2e|bench)/|${test}` }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.json', '.css'] },
  },
}
