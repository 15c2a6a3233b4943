import { Duration } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, CfnFunction, type Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

export interface ServiceFunctionProps {
  readonly functionName: string;
  readonly purpose: string;
  readonly code: Code;
  readonly logGroup: ILogGroup;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
  /** Where a failed asynchronous invocation goes; only what a schedule wakes has any. */
  readonly undelivered?: IQueue;
}

/** One Lambda function with a role of its own that may do what its manifest grants and write its service's log, no more. */
export class ServiceFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly timeout: Duration;
  readonly #permissions: PolicyDocument;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    this.timeout = Duration.seconds(props.timeoutSeconds);
    this.#permissions = new PolicyDocument({ statements: [...props.statements, writeTo(props.logGroup)], minimize: false });
    if (props.undelivered) this.allow(['sqs:SendMessage'], [props.undelivered.queueArn]);
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: inLatin(props.purpose),
      inlinePolicies: { exactly: this.#permissions },
    });
    // The role is complete as it stands; CDK's own parts must not widen it.
    const role = this.role.withoutPolicyUpdates();
    this.function = new LambdaFunction(this, 'Function', {
      functionName: props.functionName,
      description: inLatin(props.purpose),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: props.code,
      role,
      logGroup: props.logGroup,
      memorySize: props.memoryMb,
      timeout: this.timeout,
      environment: { ...props.environment },
      ...(props.undelivered ? { deadLetterQueue: props.undelivered } : {}),
    });
    acknowledge(this.function, 'noTracing', ...(props.undelivered ? [] : (['notAsynchronous'] as const)));
  }

  allow(actions: readonly string[], resources: readonly string[], conditions?: Readonly<Record<string, Record<string, string>>>): void {
    this.#permissions.addStatements(
      new PolicyStatement({ actions: [...actions], resources: [...resources], ...(conditions ? { conditions } : {}) }),
    );
  }

  setVariable(name: string, value: string): void {
    this.function.addEnvironment(name, value);
  }

  /** Name of the metric dimension under which Lambda counts this function. */
  get functionName(): string {
    const resource = this.function.node.defaultChild;
    if (!(resource instanceof CfnFunction) || !resource.functionName) throw new Error(`${this.node.path} has no name.`);
    return resource.functionName;
  }
}

function writeTo(logGroup: ILogGroup): PolicyStatement {
  // CloudFormation's Arn of a log group already ends in ":*", which means the streams of this one group.
  return new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] });
}

/** IAM takes Latin-1 alone in a description, and our sentences have typographic apostrophes and dashes. */
function inLatin(text: string): string {
  return text
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[–—]/g, '-')
    .replaceAll('…', '...')
    .replaceAll(/[^\t\n\r -~¡-ÿ]/g, '?');
}
