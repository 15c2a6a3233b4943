import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceDefinition } from '@convener/contracts/manifest';
import { App, NestedStack } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import settings from '../../../cdk.json' with { type: 'json' };
import { NetworkEventsStack } from '../../../infra/network-events-stack.ts';
import { stageCalled } from '../../../infra/stages.ts';
import { at, isValues, type Template } from './template.ts';

export interface Synthesised {
  /** Everything, nested stacks included, as if it were one template. */
  readonly template: Template;
  /** The templates as CloudFormation gets them. */
  readonly templates: readonly Template[];
  /** What cdk-nag found and nobody acknowledged, one line each. */
  readonly findings: readonly string[];
}

/** The stack with these services; code is a stand-in, since claims are about everything but code. */
export function synthesise(services: readonly ServiceDefinition[], stage = 'dev'): Synthesised {
  const folder = mkdtempSync(join(tmpdir(), 'convener-code-'));
  writeFileSync(join(folder, 'index.mjs'), 'export const handler = async () => ({});\n');
  const outdir = mkdtempSync(join(tmpdir(), 'convener-synth-'));
  const app = new App({ outdir, context: settings.context, analyticsReporting: false });
  const packs = [new AwsSolutionsChecks(app), new ServerlessChecks(app)];
  const stack = new NetworkEventsStack(app, `convener-${stage}`, {
    stage: stageCalled(stage),
    services,
    codeOf: () => Code.fromAsset(folder),
  });
  const root: Template = app.synth().getStackByName(stack.stackName).template;
  const nested = nestedIn(stack, root, outdir);
  for (const made of [folder, outdir]) rmSync(made, { recursive: true });
  const findings = packs.flatMap((pack) =>
    pack
      .validateScope(app)
      .violations.flatMap((violation) =>
        violation.violatingResources.map((resource) => `${violation.ruleName} at ${resource.resourceLogicalId}: ${violation.description}`),
      ),
  );
  return {
    template: { ...root, Resources: Object.assign({}, root.Resources, ...nested.map(({ flat }) => flat)) },
    templates: [root, ...nested.map(({ template }) => template)],
    findings,
  };
}

interface Nested {
  readonly template: Template;
  /** Its resources, with its parameters replaced by what the outer template passes. */
  readonly flat: Template['Resources'];
}

function nestedIn(stack: NetworkEventsStack, root: Template, outdir: string): readonly Nested[] {
  return stack.node
    .findAll()
    .filter((child) => child instanceof NestedStack)
    .map((nested) => {
      const template: Template = JSON.parse(readFileSync(join(outdir, nested.templateFile), 'utf8'));
      const given = at(root.Resources[String(stack.resolve(nested.nestedStackResource?.ref).Ref)], 'Properties', 'Parameters');
      const flat = JSON.parse(JSON.stringify(template.Resources), (_key, value: unknown) => {
        const passed = isValues(value) && typeof value.Ref === 'string' ? at(given, value.Ref) : undefined;
        return passed ?? value;
      });
      return { template, flat };
    });
}
