import { identity } from '../identity.ts';
import type { TemplateResource } from '../template-resource.ts';
import type { Types } from './types.ts';

/** Types that have nothing to run on one machine, each with the reason that the status page gives. */
export const reasons: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::Stage': 'The local front serves the API at the root.',
  'AWS::Budgets::Budget': 'Nothing costs money here.',
  'AWS::CDK::Metadata': 'Only tells AWS about the CDK.',
  'AWS::CloudFront::OriginAccessControl': 'The local front reads the bucket itself.',
  'AWS::CloudFront::OriginRequestPolicy': 'The local front passes on what AllViewerExceptHostHeader does.',
  'AWS::CloudWatch::Alarm': 'No alarm rings on one machine; the status page shows failures.',
  'AWS::CloudWatch::CompositeAlarm': 'No alarm rings on one machine; the status page shows failures.',
  'AWS::CloudWatch::Dashboard': 'The status page stands in for it.',
  'AWS::Cognito::LogDeliveryConfiguration': 'Replaced by the local sign-in.',
  'AWS::Cognito::ManagedLoginBranding': 'Replaced by the local sign-in.',
  'AWS::Cognito::UserPool': 'Replaced by the local sign-in.',
  'AWS::Cognito::UserPoolClient': 'Replaced by the local sign-in.',
  'AWS::Cognito::UserPoolDomain': 'Replaced by the local sign-in.',
  'AWS::Cognito::UserPoolGroup': 'Replaced by the local sign-in.',
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': 'Replaced by the local sign-in.',
  'AWS::Cognito::UserPoolResourceServer': 'Replaced by the local sign-in.',
  'AWS::Events::Archive': 'The local bus keeps its events in the data folder anyway.',
  'AWS::Events::EventBusPolicy': 'Nobody else reaches the local bus.',
  'AWS::Lambda::EventInvokeConfig': 'An asynchronous call is tried three times here, whatever it says.',
  'AWS::Logs::LogGroup': 'Logs go to the status page and the data folder.',
  'AWS::Logs::MetricFilter': 'Metrics are not collected on one machine.',
  'AWS::Logs::QueryDefinition': 'Logs go to the status page and the data folder.',
  'AWS::Logs::ResourcePolicy': 'Logs go to the status page and the data folder.',
  'AWS::S3::BucketPolicy': 'Buckets are reached through the front and the gateway only.',
  'AWS::SES::EmailIdentity': 'The local mail endpoint sends nothing out.',
  'AWS::SNS::Subscription': 'Alarms do not ring on one machine.',
  'AWS::SNS::Topic': 'Alarms do not ring on one machine.',
  'AWS::SNS::TopicPolicy': 'Alarms do not ring on one machine.',
  'AWS::WAFv2::WebACL': 'The local front is reached from this machine only.',
  'AWS::WAFv2::WebACLAssociation': 'The local front is reached from this machine only.',
};

export const inertTypes: Types = Object.fromEntries(Object.keys(reasons).map((type) => [type, identifyInert]));

export function isInert(resource: TemplateResource): boolean {
  return resource.type in reasons;
}

/** Nobody acts on it, so anything that is plainly not of AWS will do as its name. */
function identifyInert(resource: TemplateResource) {
  const plain = identity(resource.logicalId);
  return { ref: plain.ref, attribute: (name: string) => `local:${resource.logicalId}:${name}` };
}
