import { services } from '../../../infra/services.ts';
import { exampleServices } from './example-services.ts';
import { type Synthesised, synthesise } from './stack-under-test.ts';
import type { Template } from './template.ts';

const synthesised: readonly (readonly [string, Synthesised])[] = [
  ['the system', synthesise(services)],
  ['the example', synthesise(exampleServices)],
];

/** Claims are made of the real system and of a small one that uses everything a manifest can say, so that a claim is never empty. */
export const stacks: readonly (readonly [string, Template])[] = synthesised.map(([name, { template }]) => [name, template]);

/** The templates as CloudFormation gets them, each to be measured. */
export const templates: readonly (readonly [string, readonly Template[]])[] = synthesised.map(([name, made]) => [name, made.templates]);

/** What cdk-nag found in each, and nobody acknowledged. */
export const findings: readonly (readonly [string, readonly string[]])[] = synthesised.map(([name, found]) => [name, found.findings]);

/** The example, for negative controls: it has one of everything to break. */
export function example(): Template {
  const [, template] = stacks[1] ?? [];
  if (!template) throw new Error('No example stack.');
  return template;
}
