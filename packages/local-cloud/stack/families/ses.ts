import { identity } from '../identity.ts';
import type { ConfigurationSetResource } from '../model.ts';
import { StackProblem } from '../template.ts';
import type { TemplateResource } from '../template-resource.ts';
import type { Types } from './types.ts';

export const sesTypes: Types = {
  'AWS::SES::ConfigurationSet': (resource) => identity(resource.physicalName('Name')),
  'AWS::SES::ConfigurationSetEventDestination': (resource) => identity(resource.logicalId, { Id: resource.logicalId }),
};

/** Configuration sets with the kinds of event that they send to the account's default bus. */
export function readConfigurationSets(resources: readonly TemplateResource[]): readonly ConfigurationSetResource[] {
  const destinations = resources
    .filter(({ type }) => type === 'AWS::SES::ConfigurationSetEventDestination')
    .map((resource) => resource.document());
  return resources
    .filter(({ type }) => type === 'AWS::SES::ConfigurationSet')
    .map((resource) => {
      const name = resource.physicalName('Name');
      const own = destinations.filter((destination) => destination.text('ConfigurationSetName') === name);
      return { name, eventTypes: [...new Set(own.flatMap((destination) => eventTypesOf(destination.required('EventDestination'))))] };
    });
}

function eventTypesOf(destination: ReturnType<TemplateResource['document']>): readonly string[] {
  if (!destination.flag('Enabled', true)) return [];
  if (!destination.has('EventBridgeDestination'))
    throw new StackProblem(`${destination.where}: SES events go to EventBridge only on one machine.`);
  return destination.texts('MatchingEventTypes').map((kind) => kind.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase());
}
