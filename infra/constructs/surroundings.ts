import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Stage } from '../stages.ts';
import type { Alarms } from './alarms.ts';
import type { Edge } from './edge.ts';
import type { HouseHttpApi } from './http-api.ts';
import type { MailEvents } from './mail-events.ts';
import type { NetworkParameters } from './parameters.ts';
import type { Schedules } from './schedules.ts';
import type { SignIn } from './sign-in.ts';

/** Where the code of each lambda comes from. */
export type CodeOf = (service: string, lambda: string) => Code;

/** What all services share; the stack makes each once. */
export interface Surroundings {
  readonly stage: Stage;
  readonly codeOf: CodeOf;
  readonly parameters: NetworkParameters;
  readonly alarms: Alarms;
  readonly bus: EventBus;
  /** EventBridge source of a domain event type. */
  readonly sourceOf: (type: string) => string;
  readonly api: HouseHttpApi;
  readonly edge: Edge;
  readonly signIn: SignIn;
  readonly mail: MailEvents;
  readonly schedules: Schedules;
}
