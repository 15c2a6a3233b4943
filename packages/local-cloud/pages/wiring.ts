import type { FunctionResource, RuleResource, Stack } from '../stack/model.ts';

/** Who speaks on a bus and who listens, read from the stack: from roles, rules, queues and mappings, never from a list. */
export interface Wiring {
  readonly busNames: readonly string[];
  readonly emitters: readonly Emitter[];
  readonly consumers: readonly Consumer[];
}

export interface Emitter {
  readonly name: string;
  /** As events carry it: `convener.registration`, `aws.ses`. */
  readonly source: string;
  readonly busName: string;
}

export interface Consumer {
  readonly name: string;
  readonly functionName: string | undefined;
  readonly queueName: string | undefined;
  readonly deadLetterQueueName: string | undefined;
  readonly rules: readonly { readonly name: string; readonly busName: string; readonly hears: readonly string[] }[];
}

export function readWiring(stack: Stack): Wiring {
  const emitters = [...serviceEmitters(stack), ...mailEmitter(stack)];
  return {
    emitters,
    consumers: consumersOf(stack),
    busNames: [...new Set([...stack.rules.map(({ busName }) => busName), ...emitters.map(({ busName }) => busName)])].sort((a, b) =>
      // The house's own bus before the account's.
      a === 'default' ? 1 : b === 'default' ? -1 : a.localeCompare(b),
    ),
  };
}

/** Which service a function belongs to, by the environment that it is deployed with. */
export function serviceOf({ environment, name }: FunctionResource): string {
  return environment.SERVICE ?? name;
}

/** `convener-local-events-public` → `events-public`. */
export function shortName(stack: Stack, name: string): string {
  const stage = stack.functions[0]?.environment.STAGE ?? '';
  const prefix = `convener-${stage}-`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

/** A service speaks if one of its roles may put events; the policy's own condition names the source. */
function serviceEmitters(stack: Stack): Emitter[] {
  const found = new Map<string, Emitter>();
  for (const one of stack.functions) {
    const role = stack.roles.find(({ arn }) => arn === one.roleArn);
    for (const statement of role?.statements ?? []) {
      if (statement.effect !== 'Allow' || !statement.actions.includes('events:PutEvents')) continue;
      const name = serviceOf(one);
      const source = Object.values(statement.conditions).flatMap((keys) => keys['events:source'] ?? [])[0] ?? `convener.${name}`;
      const bus = stack.buses.find(({ arn }) => statement.resources.includes(arn));
      found.set(name, { name, source, busName: bus?.name ?? 'default' });
    }
  }
  return [...found.values()];
}

function mailEmitter(stack: Stack): Emitter[] {
  const heard = stack.rules.some(({ busName }) => busName === 'default');
  return heard && stack.configurationSets.length > 0 ? [{ name: 'mail (SES)', source: 'aws.ses', busName: 'default' }] : [];
}

function consumersOf(stack: Stack): Consumer[] {
  const byTarget = new Map<string, RuleResource[]>();
  for (const rule of stack.rules) {
    for (const { arn } of rule.targets) byTarget.set(arn, [...(byTarget.get(arn) ?? []), rule]);
  }
  return [...byTarget].map(([arn, rules]) => {
    const queue = stack.queues.find((one) => one.arn === arn);
    const mapping = stack.mappings.find(({ sourceArn }) => sourceArn === arn);
    const target = stack.functions.find((one) => one.name === mapping?.functionName || one.arn === arn);
    const dead = stack.queues.find((one) => one.arn === queue?.deadLetter?.arn);
    return {
      name: target === undefined ? shortName(stack, queue?.name ?? arn) : serviceOf(target),
      functionName: target?.name,
      queueName: queue?.name,
      deadLetterQueueName: dead?.name,
      rules: rules.map(({ name, busName, pattern }) => ({ name, busName, hears: heardBy(pattern) })),
    };
  });
}

/** What a pattern lets through, in a few words for people. */
function heardBy(pattern: Readonly<Record<string, unknown>>): string[] {
  const types = texts(pattern['detail-type']);
  if (types.length > 0) return types;
  const sources = texts(pattern.source);
  if (JSON.stringify(pattern).includes('"organiser"')) return ['whatever an organiser does'];
  return sources.includes('aws.ses') ? ['what becomes of each mail'] : sources;
}

function texts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => (typeof one === 'string' ? [one] : []));
}
