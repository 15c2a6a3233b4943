import { createHash } from 'node:crypto';
import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the synthesised stack and its bundles are made of. */
const sources = ['infra', 'services', 'packages', 'cdk.json', 'package-lock.json', 'tsconfig.json'];

/** Never part of a bundle. */
const apart = new Set(['node_modules', 'local-cloud', 'testing']);

/** A fingerprint of everything that synthesis reads, by content, so that a touched file alone changes nothing. */
export function sourceHash(repository: string): string {
  const hash = createHash('sha256');
  for (const source of sources) addTo(hash, repository, source);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, repository: string, path: string): void {
  const whole = join(repository, path);
  if (!existsSync(whole)) return;
  if (/\.[a-z]+$/.test(path)) {
    hash.update(path).update('\0').update(readFileSync(whole)).update('\0');
    return;
  }
  for (const entry of readdirSync(whole, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.isDirectory() ? !apart.has(entry.name) : belongs(entry)) addTo(hash, repository, join(path, entry.name));
  }
}

function belongs({ name }: Dirent): boolean {
  return !/\.(test\.tsx?|md)$/.test(name) && /\.[a-z]+$/.test(name);
}
