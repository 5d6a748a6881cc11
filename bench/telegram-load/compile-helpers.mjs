import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '../..');

/** The test server and the crowd of the tests, compiled into the scratch folder, as modules. */
export async function loadHelpers(scratch) {
  const built = join(scratch, 'helpers');
  mkdirSync(built, { recursive: true });
  writeFileSync(join(built, 'package.json'), '{"type":"module"}');
  const project = {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: { outDir: built, rootDir: ROOT, typeRoots: [join(ROOT, 'node_modules/@types')] },
    include: [join(ROOT, 'test/helpers/telegram-load')],
  };
  writeFileSync(join(built, 'tsconfig.json'), JSON.stringify(project));
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', built]);
  const load = (name) => import(pathToFileURL(join(built, 'test/helpers', `${name}.js`)).href);
  const names = ['bot-process', 'chaos', 'crowd', 'draw', 'send-rate'];
  const modules = [
    load('telegram-server'),
    load('telegram-protocol'),
    ...names.map((name) => load(`telegram-load/${name}`)),
  ];
  return Object.assign({}, ...(await Promise.all(modules)));
}
