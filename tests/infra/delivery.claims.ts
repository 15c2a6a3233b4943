import { describe, expect, it } from 'vitest';
import { example, stacks } from './parts/services-under-test.ts';
import { asText, at, broken, listOf, type Named, referencesIn, resourcesOf, type Template, without } from './parts/template.ts';

const fourteenDays = 14 * 24 * 3600;

/** Everything that can fail to deliver, without a place for what failed or without an alarm. Empty is good. */
function undelivered(template: Template): readonly string[] {
  return [
    ...resourcesOf(template, 'AWS::SQS::Queue').filter((queue) => !queueIsWatched(template, queue)),
    ...resourcesOf(template, 'AWS::Events::Rule').filter(
      (rule) => !listOf(rule.properties.Targets).every((target) => endsInAQueue(template, at(target, 'DeadLetterConfig', 'Arn'))),
    ),
    ...streamMappings(template).filter(
      (mapping) =>
        !endsInAQueue(template, at(mapping.properties, 'DestinationConfig', 'OnFailure', 'Destination')) ||
        !hasAlarm(template, 'IteratorAge', asText(mapping.properties.FunctionName)),
    ),
    ...resourcesOf(template, 'AWS::Scheduler::Schedule').filter((schedule) => !scheduleIsWatched(template, schedule)),
  ].map(({ id }) => id);
}

/** A queue that is read sets aside what fails and rings when it is behind; a last stop rings at its first message. */
function queueIsWatched(template: Template, queue: Named): boolean {
  const { RedrivePolicy } = queue.properties;
  const name = `{${queue.id}.QueueName}`;
  if (RedrivePolicy === undefined) return hasAlarm(template, 'ApproximateNumberOfMessagesVisible', name);
  return endsInAQueue(template, at(RedrivePolicy, 'deadLetterTargetArn')) && hasAlarm(template, 'ApproximateAgeOfOldestMessage', name);
}

function scheduleIsWatched(template: Template, schedule: Named): boolean {
  const target = referencesIn(at(schedule.properties, 'Target', 'Arn'))[0] ?? '';
  return (
    endsInAQueue(template, at(schedule.properties, 'Target', 'DeadLetterConfig', 'Arn')) && hasAlarm(template, 'Invocations', `{${target}}`)
  );
}

function endsInAQueue(template: Template, arn: unknown): boolean {
  const [id = ''] = referencesIn(arn);
  const queue = template.Resources[id];
  return queue?.Type === 'AWS::SQS::Queue' && queue.Properties?.MessageRetentionPeriod === fourteenDays;
}

/** An alarm that tells somebody, on a metric of the thing whose name this is. */
function hasAlarm(template: Template, metric: string, dimension: string): boolean {
  return resourcesOf(template, 'AWS::CloudWatch::Alarm').some(
    ({ properties }) =>
      properties.MetricName === metric &&
      listOf(properties.AlarmActions).length > 0 &&
      listOf(properties.Dimensions).some((one) => asText(at(one, 'Value')) === dimension),
  );
}

function mappings(template: Template): readonly Named[] {
  return resourcesOf(template, 'AWS::Lambda::EventSourceMapping');
}

function isOfAStream({ properties }: Named): boolean {
  return asText(properties.EventSourceArn).endsWith('.StreamArn}');
}

function streamMappings(template: Template): readonly Named[] {
  return mappings(template).filter(isOfAStream);
}

function queueMappings(template: Template): readonly Named[] {
  return mappings(template).filter((mapping) => !isOfAStream(mapping));
}

/** Queues whose message comes back while its function may still work on it. */
function tooQuick(template: Template): readonly string[] {
  return queueMappings(template).flatMap(({ properties }) => {
    const [queueId = ''] = referencesIn(properties.EventSourceArn);
    const [functionId = ''] = referencesIn(properties.FunctionName);
    const visibility = Number(template.Resources[queueId]?.Properties?.VisibilityTimeout);
    const timeout = Number(template.Resources[functionId]?.Properties?.Timeout);
    return visibility >= 6 * timeout ? [] : [queueId];
  });
}

function shortLastStops(template: Template): readonly string[] {
  return resourcesOf(template, 'AWS::SQS::Queue')
    .filter(({ properties }) => properties.RedrivePolicy === undefined && properties.MessageRetentionPeriod !== fourteenDays)
    .map(({ id }) => id);
}

function rulesIntoFunctions(template: Template): readonly string[] {
  return resourcesOf(template, 'AWS::Events::Rule')
    .filter((rule) =>
      listOf(rule.properties.Targets).some(
        (target) => !referencesIn(at(target, 'Arn')).every((id) => template.Resources[id]?.Type === 'AWS::SQS::Queue'),
      ),
    )
    .map(({ id }) => id);
}

/** Mappings that fail a whole batch for one message, or that a busy consumer could take everything with. */
function careless(template: Template): readonly string[] {
  return mappings(template)
    .filter((mapping) => {
      const partial = listOf(mapping.properties.FunctionResponseTypes).includes('ReportBatchItemFailures');
      const bounded = isOfAStream(mapping)
        ? mapping.properties.BisectBatchOnFunctionError === true &&
          Number(mapping.properties.MaximumRetryAttempts) > 0 &&
          mapping.properties.StartingPosition === 'TRIM_HORIZON'
        : Number(at(mapping.properties, 'ScalingConfig', 'MaximumConcurrency')) > 0;
      return !partial || !bounded;
    })
    .map(({ id }) => id);
}

describe.each(stacks)('in %s', (_name, template) => {
  it('every queue, rule, stream and schedule has a place for what failed, and an alarm', () => {
    expect(undelivered(template)).toEqual([]);
  });

  it('a message stays hidden for six times its function’s timeout', () => {
    expect(tooQuick(template)).toEqual([]);
  });

  it('what was set aside is kept for 14 days', () => {
    expect(shortLastStops(template)).toEqual([]);
  });

  it('no rule hands a message to anything but a queue', () => {
    expect(rulesIntoFunctions(template)).toEqual([]);
  });

  it('batches fail message by message, streams bisect, queues have a bound', () => {
    expect(careless(template)).toEqual([]);
  });
});

describe('the claims notice', () => {
  const first = (found: readonly Named[]) => found[0]?.id ?? '';

  it.each([
    ['a rule without dead-letter queue', () => first(resourcesOf(example(), 'AWS::Events::Rule')), 'Targets', [{ Arn: 'x', Id: 'x' }]],
    ['a stream without failure destination', () => first(streamMappings(example())), 'DestinationConfig', undefined],
    ['a schedule without dead-letter queue', () => first(resourcesOf(example(), 'AWS::Scheduler::Schedule')), 'Target', { Arn: 'x' }],
    [
      'a queue without dead-letter queue',
      () => first(resourcesOf(example(), 'AWS::SQS::Queue').filter((queue) => queue.properties.RedrivePolicy)),
      'RedrivePolicy',
      undefined,
    ],
  ] as const)('%s', (_what, find, property, value) => {
    const id = find();
    const twin = broken(example(), id, (properties) => {
      properties[property] = value;
    });
    expect(undelivered(twin)).toContain(id);
  });

  it('anything at all without its alarm', () => {
    const alarms = resourcesOf(example(), 'AWS::CloudWatch::Alarm').map(({ id }) => id);
    const types = undelivered(without(example(), alarms)).map((id) => example().Resources[id]?.Type);
    expect(new Set(types)).toEqual(new Set(['AWS::SQS::Queue', 'AWS::Lambda::EventSourceMapping', 'AWS::Scheduler::Schedule']));
  });

  it('a message that comes back too soon', () => {
    const [queue = ''] = referencesIn(queueMappings(example())[0]?.properties.EventSourceArn);
    const twin = broken(example(), queue, (properties) => {
      properties.VisibilityTimeout = 30;
    });
    expect(tooQuick(twin)).toEqual([queue]);
  });

  it('a last stop that forgets after four days', () => {
    const queue = first(resourcesOf(example(), 'AWS::SQS::Queue').filter(({ properties }) => properties.RedrivePolicy === undefined));
    const twin = broken(example(), queue, (properties) => {
      properties.MessageRetentionPeriod = 345_600;
    });
    expect(shortLastStops(twin)).toEqual([queue]);
  });

  it('a rule that calls a function', () => {
    const rule = first(resourcesOf(example(), 'AWS::Events::Rule'));
    const lambda = first(resourcesOf(example(), 'AWS::Lambda::Function'));
    const twin = broken(example(), rule, (properties) => {
      properties.Targets = [{ Arn: { 'Fn::GetAtt': [lambda, 'Arn'] }, Id: 'x' }];
    });
    expect(rulesIntoFunctions(twin)).toEqual([rule]);
  });

  it.each(['FunctionResponseTypes', 'BisectBatchOnFunctionError'])('a stream mapping without %s', (property) => {
    const mapping = first(streamMappings(example()));
    const twin = broken(example(), mapping, (properties) => {
      delete properties[property];
    });
    expect(careless(twin)).toEqual([mapping]);
  });
});
