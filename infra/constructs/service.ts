import { grantsOf, type LambdaDefinition, type ServiceDefinition } from '@convener/contracts/manifest';
import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { whatPeopleLose } from '../services/what-people-lose.ts';
import { Consumer } from './consumer.ts';
import { acknowledgeWildcards, statementsFor } from './grants.ts';
import { functionName, pascal, tableName } from './names.ts';
import { Publisher } from './publisher.ts';
import { allowRules, lastStopQueue } from './queues.ts';
import { watchService } from './service-alarms.ts';
import { ServiceFunction } from './service-function.ts';
import { ServiceTable } from './service-table.ts';
import { environmentOf } from './settings.ts';
import { StreamReader } from './stream-reader.ts';
import type { Surroundings } from './surroundings.ts';

/** What a function gets that does not say otherwise. Memory is also processor: pages get more than what nobody waits for. */
const defaults: Readonly<Record<LambdaDefinition['kind'], { readonly memoryMb: number; readonly timeoutSeconds: number }>> = {
  http: { memoryMb: 512, timeoutSeconds: 15 },
  call: { memoryMb: 512, timeoutSeconds: 15 },
  consumer: { memoryMb: 256, timeoutSeconds: 60 },
  publisher: { memoryMb: 256, timeoutSeconds: 60 },
  sweep: { memoryMb: 256, timeoutSeconds: 120 },
  stream: { memoryMb: 256, timeoutSeconds: 120 },
};

/** One service as its manifest describes it: tables, functions and how each is woken. */
export class Service extends Construct {
  readonly functions: ReadonlyMap<string, ServiceFunction>;
  readonly tables: ReadonlyMap<string, ServiceTable>;
  readonly consumer: Consumer | undefined;
  readonly #manifest: ServiceDefinition;
  readonly #around: Surroundings;
  readonly #logGroup: LogGroup;
  #undelivered: Queue | undefined;

  constructor(scope: Construct, id: string, manifest: ServiceDefinition, around: Surroundings) {
    super(scope, id);
    this.#manifest = manifest;
    this.#around = around;
    this.#logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/convener/${around.stage.name}/${manifest.name}`,
      retention: around.stage.logRetentionDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.tables = new Map(Object.entries(manifest.tables).map(([key, definition]) => [key, this.#table(key, definition)]));
    this.functions = new Map(Object.entries(manifest.lambdas).map(([name, lambda]) => [name, this.#function(name, lambda)]));
    this.#openTables();
    for (const [name, lambda] of Object.entries(manifest.lambdas)) this.#wake(name, lambda);
    this.consumer = this.#consumer();
    watchService({
      manifest,
      functions: [...this.functions.values()],
      tables: [...this.tables.values()],
      logGroup: this.#logGroup,
      undelivered: this.#undelivered,
      around,
    });
  }

  #table(key: string, definition: ServiceDefinition['tables'][string]): ServiceTable {
    const name = tableName(this.#around.stage.name, this.#manifest.name, key);
    return new ServiceTable(this, pascal(key, 'table'), { tableName: name, definition });
  }

  #function(name: string, lambda: LambdaDefinition): ServiceFunction {
    const { stage, codeOf, edge, mail } = this.#around;
    const context = { scope: this, stage: stage.name, service: this.#manifest, reports: edge.reports.bucket, mail };
    const made = new ServiceFunction(this, pascal(name), {
      functionName: functionName(stage.name, this.#manifest.name, name),
      purpose: lambda.purpose,
      code: codeOf(this.#manifest.name, name),
      logGroup: this.#logGroup,
      memoryMb: lambda.memoryMb ?? defaults[lambda.kind].memoryMb,
      timeoutSeconds: lambda.timeoutSeconds ?? defaults[lambda.kind].timeoutSeconds,
      environment: environmentOf(this.#manifest, lambda, this.#around),
      statements: grantsOf(this.#manifest, name).flatMap((grant) => statementsFor(grant, context)),
      ...(everyOf(lambda) ? { undelivered: this.#undeliveredQueue() } : {}),
    });
    acknowledgeWildcards(made, lambda.grants, edge.reports.bucket);
    return made;
  }

  /** The key of a table under its own encryption opens to the functions whose grants name the table. */
  #openTables(): void {
    for (const [key, table] of this.tables) {
      const touching = Object.entries(this.#manifest.lambdas).filter(([, lambda]) =>
        lambda.grants.some((grant) => grant.to === 'table' && (grant.on ?? 'main') === key),
      );
      table.openTo(touching.map(([name]) => this.#called(name).role));
    }
  }

  #wake(name: string, lambda: LambdaDefinition): void {
    const target = this.#called(name);
    const every = everyOf(lambda);
    if (every) this.#around.schedules.wake(target, every, this.#undeliveredQueue());
    switch (lambda.kind) {
      case 'http':
        this.#around.api.routes.serve(
          target,
          `${this.#manifest.name}-${name}`,
          this.#manifest.routes.filter((route) => route.lambda === name),
        );
        return;
      case 'publisher':
        new Publisher(this, pascal(name, 'stream'), {
          stage: this.#around.stage.name,
          service: this.#manifest.name,
          whatPeopleLose: whatPeopleLose[this.#manifest.name].published,
          target,
          table: this.#mainTable().table,
          bus: this.#around.bus,
          undelivered: this.#undeliveredQueue(),
          alarms: this.#around.alarms,
        });
        return;
      case 'stream':
        new StreamReader(this, pascal(name, 'stream'), {
          table: this.#mainTable().table,
          target,
          undelivered: this.#undeliveredQueue(),
          filter: lambda.filter,
          alarms: this.#around.alarms,
          about: `${this.#manifest.name}-${name}`,
          whatPeopleLose: whatPeopleLose[this.#manifest.name].sweeps,
        });
        return;
      case 'consumer':
      case 'sweep':
      case 'call':
        return;
    }
  }

  #consumer(): Consumer | undefined {
    const [name] = Object.entries(this.#manifest.lambdas).find(([, lambda]) => lambda.kind === 'consumer') ?? [];
    if (!name) {
      if (this.#manifest.reactsTo) throw new Error(`${this.#manifest.name} reacts to domain events but has no consumer lambda.`);
      return undefined;
    }
    const consumer = new Consumer(this, 'Consumer', {
      stage: this.#around.stage.name,
      service: this.#manifest,
      whatPeopleLose: whatPeopleLose[this.#manifest.name].news,
      target: this.#called(name),
      bus: this.#around.bus,
      sourceOf: this.#around.sourceOf,
      mail: this.#around.mail,
      undelivered: this.#undeliveredQueue(),
      alarms: this.#around.alarms,
    });
    allowRules(this.#undeliveredQueue(), consumer.ruleArns);
    return consumer;
  }

  /** What a rule, a schedule or a stream could not deliver to this service; made where there is any. */
  #undeliveredQueue(): Queue {
    this.#undelivered ??= lastStopQueue(this, 'Undelivered', `convener-${this.#around.stage.name}-${this.#manifest.name}-undelivered`);
    return this.#undelivered;
  }

  #called(name: string): ServiceFunction {
    const found = this.functions.get(name);
    if (!found) throw new Error(`${this.#manifest.name} has no lambda "${name}".`);
    return found;
  }

  #mainTable(): ServiceTable {
    const found = this.tables.get('main');
    if (!found) throw new Error(`${this.#manifest.name} has no main table.`);
    return found;
  }
}

function everyOf(lambda: LambdaDefinition): string | undefined {
  return lambda.kind === 'sweep' || lambda.kind === 'stream' ? lambda.every : undefined;
}
