/**
 * Stands for `@smithy/core/event-streams` in every bundle: no call of ours streams events (S3 Select and InvokeWithResponseStream would),
 * and each client carries 15 KB for it. A call that does would say so here, at once.
 */
export class EventStreamSerde {
  constructor() {
    throw new Error('Event streams are left out of the bundles; see infra/bundling/no-event-streams.ts.');
  }
}

export function eventStreamSerdeProvider(): EventStreamSerde {
  return new EventStreamSerde();
}

export function resolveEventStreamSerdeConfig<Config>(config: Config): Config {
  return config;
}
