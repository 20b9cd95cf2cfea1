// The layer order of docs/ARCHITECTURE.md, checked on every import of the tree; also the doors for time and chance.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const MAY_IMPORT: Record<string, readonly string[]> = {
  standard: [],
  core: ['standard'],
  contract: ['core', 'standard'],
  server: ['contract', 'core', 'standard'],
  cli: ['server', 'contract', 'core', 'standard'],
  web: ['contract', 'core', 'standard'],
  verifier: [],
};
/** Layers without input, output, clock or chance. Tests beside the code may read files. */
const PURE = new Set(['standard', 'core', 'contract']);
const FORBIDDEN_IN_PURE = /^(node:(?!test)|pg$|kysely|fastify|react)/;
/** Files that are the one door to the clock or to chance. */
const DOORS = new Set([
  'packages/server/src/time/clocks.ts',
  'packages/server/src/security/random.ts',
  'packages/web/src/shared/device.ts',
]);
const CLOCK_OR_CHANCE = /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bperformance\.now\(/;

const root = join(import.meta.dirname, '..');
const problems: string[] = [];

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(ts|tsx|mts)$/.test(entry.name)) yield path;
  }
}

for (const layer of Object.keys(MAY_IMPORT)) {
  for (const path of sources(join(root, 'packages', layer, 'src'))) {
    const name = relative(root, path);
    const text = readFileSync(path, 'utf8');
    const isTest = /\.test\.tsx?$/.test(name) || name.includes('/testing/');
    for (const [, specifier = ''] of text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      const target = /^@zhiping\/([a-z]+)/.exec(specifier)?.[1];
      if (target && target !== layer && !MAY_IMPORT[layer]?.includes(target)) {
        if (!(isTest && layer === 'verifier')) problems.push(`${name}: ${layer} 不得引用 ${target}`);
      }
      if (
        specifier.startsWith('.') &&
        relative(join(root, 'packages', layer), join(path, '..', specifier)).startsWith('..')
      ) {
        problems.push(`${name}: 跨包的相对引用 ${specifier}`);
      }
      if (PURE.has(layer) && !isTest && FORBIDDEN_IN_PURE.test(specifier)) {
        problems.push(`${name}: ${layer} 是纯的，不得引用 ${specifier}`);
      }
      if (layer === 'web' && /^@zhiping\/standard\/(compile|decision|simulate\/simulation)/.test(specifier)) {
        problems.push(`${name}: 生成的代码只在服务器上运行，网页不得引用 ${specifier}`);
      }
      const ownModule = /^packages\/server\/src\/modules\/([a-z-]+)\//.exec(name)?.[1];
      const otherModule = /^\.\.\/(?:\.\.\/)*([a-z-]+)\/(.+)$/.exec(specifier);
      if (ownModule && otherModule && !isTest) {
        const resolved = relative(join(root, 'packages/server/src/modules'), join(path, '..', specifier));
        const [neighbour = '', ...rest] = resolved.split('/');
        if (!resolved.startsWith('..') && neighbour !== ownModule && rest.join('/') !== 'index.ts') {
          problems.push(`${name}: 引用其他模块只能经过它的 index.ts（${specifier}）`);
        }
      }
    }
    if (!isTest && !DOORS.has(name) && CLOCK_OR_CHANCE.test(text)) {
      problems.push(`${name}: 时间与随机数只能经过它们的门（${[...DOORS].join('、')}）`);
    }
  }
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log('层次与门：没有问题');
