import { account, region } from '../template.ts';

/** An ARN of this account and region. */
export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

/** An ARN of a service that has no regions: IAM, CloudFront. */
export function globalArn(service: string, resource: string): string {
  return `arn:aws:${service}::${account}:${resource}`;
}
