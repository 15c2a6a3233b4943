import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceDefinition } from '@convener/contracts/manifest';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import settings from '../../../cdk.json' with { type: 'json' };
import { NetworkEventsStack } from '../../../infra/network-events-stack.ts';
import { stageCalled } from '../../../infra/stages.ts';
import type { Template } from './template.ts';

export interface Synthesised {
  readonly template: Template;
  /** What cdk-nag found and nobody acknowledged, one line each. */
  readonly findings: readonly string[];
}

/** The stack with these services; code is a stand-in, since claims are about everything but code. */
export function synthesise(services: readonly ServiceDefinition[], stage = 'dev'): Synthesised {
  const folder = mkdtempSync(join(tmpdir(), 'convener-code-'));
  writeFileSync(join(folder, 'index.mjs'), 'export const handler = async () => ({});\n');
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'convener-synth-')), context: settings.context, analyticsReporting: false });
  const packs = [new AwsSolutionsChecks(app), new ServerlessChecks(app)];
  const stack = new NetworkEventsStack(app, `convener-${stage}`, {
    stage: stageCalled(stage),
    services,
    codeOf: () => Code.fromAsset(folder),
  });
  const template = app.synth().getStackByName(stack.stackName).template;
  const findings = packs.flatMap((pack) =>
    pack
      .validateScope(app)
      .violations.flatMap((violation) =>
        violation.violatingResources.map((resource) => `${violation.ruleName} at ${resource.resourceLogicalId}: ${violation.description}`),
      ),
  );
  return { template, findings };
}
