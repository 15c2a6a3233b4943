import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import settings from '../cdk.json' with { type: 'json' };
import { bundleLambdas } from './bundling/bundle-lambdas.ts';
import { NetworkEventsStack } from './network-events-stack.ts';
import { services } from './services.ts';
import { stageCalled } from './stages.ts';

// `cdk` runs this file and hands over its folder and context by environment; `node infra/app.ts --outdir cdk.out` does the same without it.
// `--unchecked` gives the same template without looking for faults in it, in half the time: for starts on one machine.
const { values } = parseArgs({
  options: { outdir: { type: 'string' }, stage: { type: 'string' }, unchecked: { type: 'boolean', default: false } },
});
const outdir = values.outdir ?? process.env.CDK_OUTDIR ?? 'cdk.out';
const checked = !values.unchecked && process.env.CDK_VALIDATION !== 'false';

const app = new App({
  outdir,
  context: settings.context,
  analyticsReporting: false,
  treeMetadata: false,
  builtinCloudFormationValidation: checked,
});
if (checked) Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));

const stage = stageCalled(values.stage ?? String(app.node.tryGetContext('stage') ?? 'dev'));
const bundles = await bundleLambdas(services, join(outdir, 'bundles'));

new NetworkEventsStack(app, `convener-${stage.name}`, {
  stage,
  services,
  codeOf: (service, lambda) => Code.fromAsset(bundles.folderOf(service, lambda)),
});
app.synth();
