import type { QueueResource, RuleResource, Stack } from '../../stack/model.ts';
import { type EventPattern, eventPattern, UnknownPattern } from '../patterns/event-pattern.ts';
import type { Queues } from '../queues/queues.ts';
import type { BusEvent } from './event.ts';
import { type InputTransformer, inputTransformer } from './input-transformer.ts';

export interface Rule {
  readonly name: string;
  readonly arn: string;
  readonly busName: string;
  readonly fits: EventPattern;
  readonly targets: readonly RuleTarget[];
}

export interface RuleTarget {
  readonly queue: QueueResource;
  readonly deadLetters: QueueResource | undefined;
  readonly transform: InputTransformer | undefined;
}

/** Reads every rule of the stack. Throws an Error with the rule's name where it cannot run here as it would on AWS. */
export function readRules(stack: Stack, queues: Queues): readonly Rule[] {
  return stack.rules.map((rule) => ({
    name: rule.name,
    arn: rule.arn,
    busName: rule.busName,
    fits: withName(rule, () => eventPattern(rule.pattern)),
    targets: rule.targets.map((target) => readTarget(rule, target, queues)),
  }));
}

function readTarget(rule: RuleResource, target: RuleResource['targets'][number], queues: Queues): RuleTarget {
  if (target.arn.startsWith('arn:aws:lambda:')) {
    throw new Error(
      `The rule ${rule.name} sends events straight to a function. EventBridge may drop those; put a queue with a dead-letter queue between them.`,
    );
  }
  const queue = queues.byArn(target.arn);
  if (queue === undefined) throw new Error(`The rule ${rule.name} has a target that does not run on one machine: ${target.arn}.`);
  const deadLetters = target.deadLetterArn === undefined ? undefined : queues.byArn(target.deadLetterArn);
  if (target.deadLetterArn !== undefined && deadLetters === undefined) {
    throw new Error(`The rule ${rule.name} names a dead-letter queue that is not in the stack: ${target.deadLetterArn}.`);
  }
  const settings = target.inputTransformer;
  return { queue, deadLetters, transform: settings && withName(rule, () => inputTransformer(settings)) };
}

function withName<T>(rule: RuleResource, read: () => T): T {
  try {
    return read();
  } catch (problem) {
    if (!(problem instanceof UnknownPattern)) throw problem;
    throw new Error(`The rule ${rule.name} cannot run on one machine: ${problem.message}.`, { cause: problem });
  }
}

/** Delivers to one target, or to its dead letters with AWS's own account of the failure. Throws where there is nowhere to put it. */
export function deliver(rule: Rule, target: RuleTarget, event: BusEvent, ingestedAt: string, queues: Queues): void {
  try {
    const body = target.transform?.({ event, ruleName: rule.name, ruleArn: rule.arn, ingestedAt }) ?? JSON.stringify(event);
    queues.send(target.queue, body);
  } catch (problem) {
    if (target.deadLetters === undefined) throw problem;
    const text = (value: string) => ({ DataType: 'String', StringValue: value });
    queues.send(target.deadLetters, JSON.stringify(event), {
      RULE_ARN: text(rule.arn),
      TARGET_ARN: text(target.queue.arn),
      ERROR_CODE: text(problem instanceof SyntaxError ? 'INVALID_JSON' : 'SDK_CLIENT_ERROR'),
      ERROR_MESSAGE: text(problem instanceof Error ? problem.message : String(problem)),
      RETRY_ATTEMPTS: text('0'),
    });
  }
}
