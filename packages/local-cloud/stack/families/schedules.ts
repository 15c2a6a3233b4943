import { identity } from '../identity.ts';
import type { ScheduleResource } from '../model.ts';
import type { TemplateResource } from '../template-resource.ts';
import { arn } from './arn.ts';
import type { Types } from './types.ts';

export const scheduleTypes: Types = {
  'AWS::Scheduler::Schedule': (resource) => {
    const name = resource.physicalName('Name');
    const group = resource.property('GroupName');
    return identity(name, { Arn: arn('scheduler', `schedule/${typeof group === 'string' ? group : 'default'}/${name}`) });
  },
  'AWS::Scheduler::ScheduleGroup': (resource) => {
    const name = resource.physicalName('Name');
    return identity(name, { Arn: arn('scheduler', `schedule-group/${name}`) });
  },
};

export function readSchedule(resource: TemplateResource): ScheduleResource {
  const document = resource.document();
  const target = document.required('Target');
  return {
    name: resource.physicalName('Name'),
    expression: document.text('ScheduleExpression'),
    timeZone: document.optionalText('ScheduleExpressionTimezone'),
    targetArn: target.text('Arn'),
    roleArn: target.text('RoleArn'),
    input: target.optionalText('Input'),
    deadLetterArn: target.child('DeadLetterConfig')?.optionalText('Arn'),
    maximumRetryAttempts: target.child('RetryPolicy')?.number('MaximumRetryAttempts', 185) ?? 185,
  };
}
