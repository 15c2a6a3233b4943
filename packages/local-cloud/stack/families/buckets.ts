import { identity } from '../identity.ts';
import type { BucketResource } from '../model.ts';
import { region } from '../template.ts';
import type { TemplateResource } from '../template-resource.ts';
import type { Types } from './types.ts';

export const bucketTypes: Types = {
  'AWS::S3::Bucket': (resource) => {
    const name = bucketName(resource);
    return identity(name, {
      Arn: bucketArn(name),
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    });
  },
};

export function readBucket(resource: TemplateResource): BucketResource {
  const name = bucketName(resource);
  return { logicalId: resource.logicalId, name, arn: bucketArn(name) };
}

function bucketName(resource: TemplateResource): string {
  return resource.physicalName('BucketName', 63).toLowerCase();
}

function bucketArn(name: string): string {
  return `arn:aws:s3:::${name}`;
}
