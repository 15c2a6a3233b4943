import { identity } from '../identity.ts';
import type { FunctionResource, ResourceStatement } from '../model.ts';
import { StackProblem } from '../template.ts';
import type { TemplateResource } from '../template-resource.ts';
import { arn } from './arn.ts';
import type { Types } from './types.ts';

export const functionTypes: Types = {
  'AWS::Lambda::Function': (resource) => {
    const name = resource.physicalName('FunctionName');
    return identity(name, { Arn: functionArn(name) });
  },
  'AWS::Lambda::Permission': (resource) => identity(resource.logicalId),
};

export function functionArn(name: string): string {
  return arn('lambda', `function:${name}`);
}

/** The function's name in a name, an ARN or an ARN with an alias or version behind it. */
export function functionNameOf(nameOrArn: string): string {
  return nameOrArn.startsWith('arn:') ? (nameOrArn.split(':')[6] ?? nameOrArn) : nameOrArn;
}

/** `assets` says in which folder the code of an asset lies. */
export function readFunction(
  resource: TemplateResource,
  assets: { asset(key: string): string },
  resources: readonly TemplateResource[],
): FunctionResource {
  const document = resource.document();
  const code = document.required('Code');
  if (!code.has('S3Key'))
    throw new StackProblem(`${resource.where}: only code from an asset runs on one machine, not inline code or an image.`);
  if (document.texts('Layers').length > 0)
    throw new StackProblem(`${resource.where}: layers do not run on one machine; bundle what the function needs.`);
  const name = resource.physicalName('FunctionName');
  const variables = document.child('Environment')?.child('Variables')?.values ?? {};
  return {
    logicalId: resource.logicalId,
    name,
    arn: functionArn(name),
    codeFolder: assets.asset(code.text('S3Key')),
    handler: document.text('Handler'),
    environment: Object.fromEntries(Object.entries(variables).map(([key, value]) => [key, String(value)])),
    roleArn: document.text('Role'),
    timeoutSeconds: document.number('Timeout', 3),
    memoryMb: document.number('MemorySize', 128),
    permissions: readPermissions(name, resources),
  };
}

/** What `AWS::Lambda::Permission` resources say of this function. */
export function readPermissions(functionName: string, resources: readonly TemplateResource[]): readonly ResourceStatement[] {
  return resources
    .filter(({ type }) => type === 'AWS::Lambda::Permission')
    .map((resource) => resource.document())
    .filter((permission) => functionNameOf(permission.text('FunctionName')) === functionName)
    .map((permission) => {
      const source = permission.optionalText('SourceArn');
      return {
        effect: 'Allow',
        actions: [permission.text('Action')],
        resources: [functionArn(functionName)],
        conditions: source === undefined ? {} : { ArnLike: { 'aws:SourceArn': [source] } },
        principals: [permission.text('Principal')],
      };
    });
}
