import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Happening, Journal, Surroundings } from '../../part.ts';
import type { FunctionResource, Stack } from '../../stack/model.ts';
import { emptyStack } from '../../stack/testing/empty-stack.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A function whose bundle is a few lines of JavaScript in a folder of its own. */
export async function functionOf(source: string, overrides: Partial<FunctionResource> = {}): Promise<FunctionResource> {
  const codeFolder = await mkdtemp(join(tmpdir(), 'convener-bundle-'));
  folders.push(codeFolder);
  await writeFile(join(codeFolder, 'index.mjs'), source);
  const name = overrides.name ?? 'probe';
  return {
    logicalId: name,
    name,
    arn: `arn:aws:lambda:eu-west-2:000000000000:function:${name}`,
    codeFolder,
    handler: 'index.handler',
    environment: {},
    roleArn: `arn:aws:iam::000000000000:role/${name}`,
    timeoutSeconds: 5,
    memoryMb: 128,
    ...overrides,
  };
}

export interface TestSurroundings extends Surroundings {
  readonly happenings: readonly Happening[];
  setTime(now: Date | undefined): void;
}

/** Surroundings whose journal is a list and whose clock tests may set. */
export function surroundingsOf(stack: Partial<Stack>): TestSurroundings {
  const happenings: Happening[] = [];
  let set: Date | undefined;
  const journal: Journal = {
    tell: (happening) => void happenings.push(happening),
    recent: (kind, limit) =>
      happenings
        .filter((one) => one.kind === kind)
        .toReversed()
        .slice(0, limit),
    callsMade: () => [],
    subscribe: () => () => undefined,
  };
  return {
    stack: { ...emptyStack, ...stack },
    dataFolder: tmpdir(),
    gatewayUrl: 'http://127.0.0.1:4566',
    baseUrl: 'http://127.0.0.1:3000',
    clock: { now: () => set ?? new Date() },
    journal,
    happenings,
    setTime: (now) => {
      set = now;
    },
  };
}
