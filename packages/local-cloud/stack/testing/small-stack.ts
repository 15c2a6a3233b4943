import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRecord } from '../template.ts';

/** A cloud assembly made by hand: a little of everything that the local cloud reads. */
export const smallAssembly = join(import.meta.dirname, 'small-assembly');

/** A copy of it in which one resource has changed: `undefined` as properties takes the resource away. */
export function assemblyWith(logicalId: string, resource: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  cpSync(smallAssembly, folder, { recursive: true });
  const file = join(folder, 'Small.template.json');
  const template: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRecord(template) || !isRecord(template.Resources)) throw new Error('The small template has no resources.');
  const known = template.Resources[logicalId];
  const merged = isRecord(known) && isRecord(resource) ? { ...known, ...resource } : resource;
  writeFileSync(file, JSON.stringify({ ...template, Resources: { ...template.Resources, [logicalId]: merged } }));
  return folder;
}
