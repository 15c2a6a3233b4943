import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/**
 * Published reports as files: they outlive every service, so the bucket stays when the stack goes, and what was replaced or deleted by mistake
 * can be fetched back for a month. Then it is gone: an edition is taken down since something in it had to go.
 */
export class ReportsBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const closed = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    // Who wrote or withdrew a report. Readers are not in it: to the bucket they are all CloudFront.
    const accessLog = new Bucket(this, 'AccessLog', { ...closed, lifecycleRules: [{ expiration: Duration.days(90) }] });
    this.bucket = new Bucket(this, 'Bucket', {
      ...closed,
      versioned: true,
      serverAccessLogsBucket: asInterface(accessLog),
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1), noncurrentVersionExpiration: Duration.days(30) }],
    });
  }
}

/** CDK's interface says `isWebsite?: boolean` and its class `boolean | undefined`, which exactOptionalPropertyTypes holds apart. */
export function asInterface(bucket: Bucket): IBucket {
  return bucket as IBucket;
}
