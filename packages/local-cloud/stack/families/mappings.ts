import { parsed } from '../document.ts';
import { identity } from '../identity.ts';
import type { MappingResource } from '../model.ts';
import { StackProblem } from '../template.ts';
import type { TemplateResource } from '../template-resource.ts';
import { arn } from './arn.ts';
import { functionNameOf } from './functions.ts';
import type { Types } from './types.ts';

export const mappingTypes: Types = {
  'AWS::Lambda::EventSourceMapping': (resource) =>
    identity(resource.logicalId, {
      Id: resource.logicalId,
      EventSourceMappingArn: arn('lambda', `event-source-mapping:${resource.logicalId}`),
    }),
};

export function readMapping(resource: TemplateResource): MappingResource {
  const document = resource.document();
  if (document.number('TumblingWindowInSeconds', 0) > 0)
    throw new StackProblem(`${resource.where}: tumbling windows do not run on one machine.`);
  const sourceArn = document.text('EventSourceArn');
  const filters = document.child('FilterCriteria')?.children('Filters') ?? [];
  return {
    logicalId: resource.logicalId,
    functionName: functionNameOf(document.text('FunctionName')),
    sourceArn,
    batchSize: document.number('BatchSize', sourceArn.includes(':sqs:') ? 10 : 100),
    windowSeconds: document.number('MaximumBatchingWindowInSeconds', 0),
    filters: filters.map((filter) => parsed(filter.values.Pattern, `${filter.where}.Pattern`)),
    bisectOnError: document.flag('BisectBatchOnFunctionError', false),
    maximumRetryAttempts: document.number('MaximumRetryAttempts', -1),
    reportBatchItemFailures: document.texts('FunctionResponseTypes').includes('ReportBatchItemFailures'),
    onFailureArn: document.child('DestinationConfig')?.child('OnFailure')?.optionalText('Destination'),
  };
}
