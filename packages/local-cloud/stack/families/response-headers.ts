import type { Document } from '../document.ts';
import { StackProblem } from '../template.ts';
import type { TemplateResource } from '../template-resource.ts';

/** The headers that a response headers policy adds to what the origin answers, names in lower case. */
export function readResponseHeaders(
  policyId: string | undefined,
  resources: readonly TemplateResource[],
): Readonly<Record<string, string>> {
  if (policyId === undefined) return {};
  const policy = resources.find(({ type, logicalId }) => type === 'AWS::CloudFront::ResponseHeadersPolicy' && logicalId === policyId);
  if (!policy)
    throw new StackProblem(
      `The response headers policy ${policyId} is not in the template; write the headers there rather than use AWS's own policy.`,
    );
  const config = policy.document().required('ResponseHeadersPolicyConfig');
  const custom = config.child('CustomHeadersConfig')?.children('Items') ?? [];
  return {
    ...securityHeaders(config.child('SecurityHeadersConfig')),
    ...Object.fromEntries(custom.map((header) => [header.text('Header').toLowerCase(), header.text('Value')])),
  };
}

function securityHeaders(config: Document | undefined): Readonly<Record<string, string>> {
  if (!config) return {};
  const transport = config.child('StrictTransportSecurity');
  const headers: Readonly<Record<string, string | undefined>> = {
    'content-security-policy': config.child('ContentSecurityPolicy')?.text('ContentSecurityPolicy'),
    'x-content-type-options': config.has('ContentTypeOptions') ? 'nosniff' : undefined,
    'x-frame-options': config.child('FrameOptions')?.text('FrameOption'),
    'referrer-policy': config.child('ReferrerPolicy')?.text('ReferrerPolicy'),
    'strict-transport-security': transport && transportSecurity(transport),
  };
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function transportSecurity(config: Document): string {
  const subdomains = config.flag('IncludeSubdomains', false) ? '; includeSubDomains' : '';
  const preload = config.flag('Preload', false) ? '; preload' : '';
  return `max-age=${config.number('AccessControlMaxAgeSec')}${subdomains}${preload}`;
}
