/**
 * The synthesised stack as plain data, every intrinsic resolved: what `readStack` gives and every part starts from.
 * ARNs, names and URLs are final strings. Nothing here is hand-listed; a resource type that nobody reads stops the start.
 */
export interface Stack {
  readonly account: string;
  readonly region: string;
  readonly functions: readonly FunctionResource[];
  readonly tables: readonly TableResource[];
  readonly queues: readonly QueueResource[];
  readonly buses: readonly BusResource[];
  readonly rules: readonly RuleResource[];
  readonly schedules: readonly ScheduleResource[];
  readonly mappings: readonly MappingResource[];
  readonly routes: readonly RouteResource[];
  readonly behaviours: readonly BehaviourResource[];
  readonly buckets: readonly BucketResource[];
  readonly configurationSets: readonly ConfigurationSetResource[];
  readonly keys: readonly KeyResource[];
  readonly roles: readonly RoleResource[];
  readonly secrets: readonly SecretResource[];
  /** SSM parameters that the template itself writes. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  readonly outputs: Readonly<Record<string, string>>;
  /** Accepted and listed, but with nothing to run on one machine: alarms, dashboards, log groups, … */
  readonly inert: readonly { readonly logicalId: string; readonly type: string }[];
}

export interface FunctionResource {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** Absolute folder of the deployable bundle (the CDK asset). */
  readonly codeFolder: string;
  /** As in Lambda: `file.export`, for example `index.handler`. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly roleArn: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** Which services of AWS may invoke it; absent where nobody read the template's permissions. */
  readonly permissions?: readonly ResourceStatement[];
}

export interface TableResource {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly streamArn: string | undefined;
  readonly ttlAttribute: string | undefined;
  readonly kmsKeyArn: string | undefined;
  /** The CreateTable request for the engine (keys, attributes, indexes, stream specification). */
  readonly createTable: Readonly<Record<string, unknown>>;
}

export interface QueueResource {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly visibilityTimeoutSeconds: number;
  readonly retentionSeconds: number;
  readonly deadLetter: { readonly arn: string; readonly maxReceiveCount: number } | undefined;
  /** Who may use it beside the roles that are granted to. */
  readonly policy?: readonly ResourceStatement[];
}

export interface BusResource {
  readonly name: string;
  readonly arn: string;
}

export interface RuleResource {
  readonly name: string;
  readonly arn: string;
  /** `default` is the account's own bus, where SES events arrive. */
  readonly busName: string;
  readonly pattern: Readonly<Record<string, unknown>>;
  readonly targets: readonly {
    readonly id: string;
    readonly arn: string;
    readonly deadLetterArn: string | undefined;
    readonly inputTransformer: { readonly inputPathsMap: Readonly<Record<string, string>>; readonly inputTemplate: string } | undefined;
  }[];
}

export interface ScheduleResource {
  readonly name: string;
  /** `rate(5 minutes)` or `cron(…)`, as Scheduler writes them. */
  readonly expression: string;
  readonly timeZone: string | undefined;
  readonly targetArn: string;
  readonly input: string | undefined;
  readonly deadLetterArn: string | undefined;
  readonly maximumRetryAttempts: number;
  /** The role under which Scheduler invokes the target. */
  readonly roleArn?: string;
}

export interface MappingResource {
  readonly logicalId: string;
  readonly functionName: string;
  readonly sourceArn: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  /** Filter patterns, each a parsed JSON document; none means every record. */
  readonly filters: readonly Readonly<Record<string, unknown>>[];
  readonly bisectOnError: boolean;
  /** -1 is without end, as in Lambda. */
  readonly maximumRetryAttempts: number;
  readonly reportBatchItemFailures: boolean;
  readonly onFailureArn: string | undefined;
}

export interface RouteResource {
  readonly method: string;
  /** As in API Gateway: `/events/{slug}`. */
  readonly path: string;
  readonly functionName: string;
}

/** Where the edge gets an answer. */
export type OriginResource =
  | { readonly kind: 'api'; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'bucket'; readonly bucketName: string; readonly originPath: string };

export interface BehaviourResource {
  /** CloudFront's pattern, for example `/reports/*`; `*` is the default behaviour. */
  readonly pathPattern: string;
  readonly origin: OriginResource;
  /** Whom the edge asks instead, where the origin answers with one of these. */
  readonly failover?: { readonly statuses: readonly number[]; readonly origin: OriginResource };
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Source of the CloudFront Function at viewer request, if there is one. */
  readonly viewerRequestCode: string | undefined;
  /** How long CloudFront may keep an answer; undefined where it keeps none. */
  readonly cache: CacheResource | undefined;
}

/** A cache policy: the bounds of what `Cache-Control` may ask for, and what besides the path tells two answers apart. */
export interface CacheResource {
  readonly minimumSeconds: number;
  readonly defaultSeconds: number;
  readonly maximumSeconds: number;
  /** Names in lower case. */
  readonly headers: readonly string[];
  readonly query: boolean;
}

export interface BucketResource {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
}

export interface ConfigurationSetResource {
  readonly name: string;
  /** SES event types that are sent to the default bus: SEND, DELIVERY, BOUNCE, COMPLAINT, REJECT, … */
  readonly eventTypes: readonly string[];
}

export interface KeyResource {
  readonly logicalId: string;
  readonly arn: string;
  readonly aliases: readonly string[];
  /** The key's own policy: who may use it beside or instead of what roles are granted. */
  readonly policy: readonly ResourceStatement[];
}

export interface SecretResource {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** Made once a data folder, then kept. */
  readonly value: string;
}

export interface RoleResource {
  readonly arn: string;
  readonly name: string;
  readonly statements: readonly PolicyStatement[];
}

/** One statement of an IAM policy, all values as lists of resolved strings. */
export interface PolicyStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** A statement of a policy that belongs to a resource; principals are ARNs, account ids, service names or `*`. */
export interface ResourceStatement extends PolicyStatement {
  readonly principals: readonly string[];
}
