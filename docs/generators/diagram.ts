import { services } from '../../infra/services.ts';
import { callEdges } from './calls.ts';

/** What runs, as one diagram: every service and call from the manifests. */
export function diagram(): readonly string[] {
  const names = services.map((service) => service.name);
  const publishing = services.filter((service) => service.emits.length > 0).map((service) => service.name);
  const hearing = services.filter((service) => service.reactsTo !== undefined).map((service) => service.name);
  const writing = services.filter((service) => grants(service.name, 'bucket')).map((service) => service.name);
  const sending = services.filter((service) => grants(service.name, 'mail')).map((service) => service.name);
  return [
    '```mermaid',
    'flowchart TB',
    '  people([People]) --> edge[CloudFront]',
    '  edge -->|pages and endpoints| api[HTTP API]',
    '  edge -->|/reports/*| files[(S3: published reports)]',
    `  api --> ${names.join(' & ')}`,
    `  ${publishing.join(' & ')} -->|table stream, own publisher| bus{{EventBridge bus}}`,
    `  bus -->|a rule and a queue each| ${hearing.join(' & ')}`,
    ...callEdges(),
    `  ${writing.join(' & ')} --> files`,
    `  ${sending.join(' & ')} -->|one lease-holder| ses[SES] --> inbox([Inboxes])`,
    `  ses -->|sent, delivered, bounced| ${sending.join(' & ')}`,
    '  organisers --- idp[OpenID provider]',
    '```',
  ];
}

function grants(name: string, to: 'bucket' | 'mail'): boolean {
  const lambdas = services.find((service) => service.name === name)?.lambdas ?? {};
  return Object.values(lambdas).some((lambda) => lambda.grants.some((grant) => grant.to === to));
}
