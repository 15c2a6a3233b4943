import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import pack, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/**
 * Chromium for tests. The browser comes with the repository's packages, unpacked once into the temporary folder; where
 * the system lacks its libraries (libnss3 and others), those that the package brings are unpacked and used.
 * The package's own `args` are for Lambda: they switch off web security, which tests must not.
 * Only one process at a time unpacks; others wait for it.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await unpacked();
  const launch = (variables: Record<string, string>): Promise<Browser> =>
    chromium.launch({
      executablePath,
      headless: true,
      args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
      env: variables,
    });
  const inherited = Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  // A system without fonts would show empty boxes; the package brings some.
  if (!existsSync('/etc/fonts')) inherited.FONTCONFIG_PATH ??= join(tmpdir(), 'fonts');
  try {
    return await launch(inherited);
  } catch (cause) {
    if (!/shared libraries|cannot open shared object/.test(String(cause))) throw cause;
    const libraries = join(await inflate(join(packFolder(), 'al2023.tar.br')), 'lib');
    const path = [libraries, inherited.LD_LIBRARY_PATH].filter((each) => each !== undefined && each !== '').join(':');
    return await launch({ ...inherited, LD_LIBRARY_PATH: path });
  }
}

let unpacking: Promise<string> | undefined;

function unpacked(): Promise<string> {
  unpacking ??= unpack();
  return unpacking;
}

/** The package writes straight to the final name, so a second process could start half a browser: hence the lock. */
async function unpack(): Promise<string> {
  const done = join(tmpdir(), 'chromium-unpacked');
  const { mkdir, rmdir, writeFile } = await import('node:fs/promises');
  const lock = join(tmpdir(), 'chromium-unpacking');
  for (let tries = 0; !existsSync(done) && tries < 600; tries += 1) {
    const mine = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (mine) {
      try {
        const path = await pack.executablePath();
        await writeFile(done, path);
        return path;
      } finally {
        await rmdir(lock);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return await pack.executablePath();
}

function packFolder(): string {
  return join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
}
