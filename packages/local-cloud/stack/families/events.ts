import { type Document, parsed } from '../document.ts';
import { identity } from '../identity.ts';
import type { BusResource, RuleResource } from '../model.ts';
import { StackProblem } from '../template.ts';
import type { TemplateResource } from '../template-resource.ts';
import { arn } from './arn.ts';
import type { Types } from './types.ts';

/** The account's own bus, where AWS services put their events. */
export const defaultBus: BusResource = { name: 'default', arn: arn('events', 'event-bus/default') };

export const eventTypes: Types = {
  'AWS::Events::EventBus': (resource) => {
    const name = resource.physicalName('Name', 256);
    return identity(name, { Arn: busArn(name), Name: name });
  },
  'AWS::Events::Rule': (resource) => {
    const bus = busNameOf(resource.property('EventBusName'));
    const name = resource.physicalName('Name');
    return identity(name, { Arn: ruleArn(bus, name) });
  },
};

export function readBus(resource: TemplateResource): BusResource {
  const name = resource.physicalName('Name', 256);
  return { name, arn: busArn(name) };
}

export function readRule(resource: TemplateResource): RuleResource {
  const document = resource.document();
  const busName = busNameOf(document.values.EventBusName);
  const name = resource.physicalName('Name');
  if (document.has('ScheduleExpression'))
    throw new StackProblem(`${resource.where}: a rule with a schedule does not run here; use AWS::Scheduler::Schedule.`);
  return {
    name,
    arn: ruleArn(busName, name),
    busName,
    pattern: parsed(document.values.EventPattern, `${resource.where}.EventPattern`),
    targets: document.children('Targets').map(readTarget),
  };
}

/** A rule that is switched off exists, but nothing leaves it. */
export function isEnabled(resource: TemplateResource): boolean {
  return resource.property('State') !== 'DISABLED';
}

function readTarget(target: Document): RuleResource['targets'][number] {
  for (const unread of ['Input', 'InputPath', 'EcsParameters', 'SqsParameters', 'HttpParameters']) {
    if (target.has(unread)) throw new StackProblem(`${target.where}: the local cloud does not know \`${unread}\` of a rule's target.`);
  }
  const transformer = target.child('InputTransformer');
  return {
    id: target.text('Id'),
    arn: target.text('Arn'),
    deadLetterArn: target.child('DeadLetterConfig')?.optionalText('Arn'),
    inputTransformer: transformer && {
      inputPathsMap: texts(transformer.child('InputPathsMap')?.values ?? {}),
      inputTemplate: transformer.text('InputTemplate'),
    },
  };
}

function busNameOf(nameOrArn: unknown): string {
  return typeof nameOrArn === 'string' ? nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1) : defaultBus.name;
}

function busArn(name: string): string {
  return arn('events', `event-bus/${name}`);
}

function ruleArn(bus: string, name: string): string {
  return arn('events', bus === defaultBus.name ? `rule/${name}` : `rule/${bus}/${name}`);
}

function texts(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
}
