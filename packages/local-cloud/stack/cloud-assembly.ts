import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isRecord, StackProblem, type StackTemplate, type Template } from './template.ts';

/** Reads `cdk.out`: every stack in its manifest, with the assets that the stack's asset manifest names. Nested stacks follow later. */
export function readCloudAssembly(folder: string): readonly StackTemplate[] {
  const artifacts = readArtifacts(folder);
  const ofType = (type: string) => artifacts.filter((artifact) => artifact.type === type);
  const assets = new Map(ofType('cdk:asset-manifest').flatMap(({ properties }) => assetFiles(folder, String(properties.file))));
  const stacks = ofType('aws:cloudformation:stack').map(({ id, properties }) => ({
    stackName: typeof properties.stackName === 'string' ? properties.stackName : id,
    template: readTemplate(join(folder, String(properties.templateFile))),
    assets,
  }));
  const stages = ofType('cdk:cloud-assembly').flatMap(({ properties }) =>
    readCloudAssembly(join(folder, String(properties.directoryName))),
  );
  return [...stacks, ...stages];
}

interface Artifact {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

function readArtifacts(folder: string): readonly Artifact[] {
  const manifest = readJson(join(folder, 'manifest.json'));
  if (!isRecord(manifest) || !isRecord(manifest.artifacts))
    throw new StackProblem(`${folder} holds no cloud assembly; run \`npm run synth\` first.`);
  return Object.entries(manifest.artifacts).flatMap(([id, artifact]) =>
    isRecord(artifact) && isRecord(artifact.properties) ? [{ id, type: String(artifact.type), properties: artifact.properties }] : [],
  );
}

/** The template at `path`, which an AWS::CloudFormation::Stack resource or the manifest names. */
export function readTemplate(path: string): Template {
  const template = readJson(path);
  if (!isTemplate(template)) throw new StackProblem(`${path} is not a CloudFormation template.`);
  return template;
}

function isTemplate(value: unknown): value is Template {
  return isRecord(value) && (value.Resources === undefined || isRecord(value.Resources));
}

function assetFiles(folder: string, manifestFile: string): [string, string][] {
  const manifest = readJson(join(folder, manifestFile));
  const files = isRecord(manifest) && isRecord(manifest.files) ? Object.values(manifest.files) : [];
  return files.flatMap((file): [string, string][] => {
    if (!isRecord(file) || !isRecord(file.source) || !isRecord(file.destinations)) return [];
    const path = resolve(folder, String(file.source.path));
    return Object.values(file.destinations).flatMap((destination) =>
      isRecord(destination) ? [[String(destination.objectKey), path]] : [],
    );
  });
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new StackProblem(`${path} cannot be read as JSON; run \`npm run synth\` again.`, { cause });
  }
}
