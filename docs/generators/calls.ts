import type { ServiceDefinition } from '@convener/contracts';
import { services } from '../../infra/services.ts';

interface Call {
  readonly service: ServiceDefinition;
  readonly name: string;
  readonly purpose: string;
  /** The functions that may invoke it. */
  readonly callers: readonly { readonly service: string; readonly lambda: string }[];
}

/** Every call that a service answers, with whom IAM lets make it. */
function calls(): readonly Call[] {
  return services.flatMap((service) =>
    Object.entries(service.lambdas).flatMap(([name, { kind, purpose }]) =>
      kind === 'call' ? [{ service, name, purpose, callers: callersOf(service, name) }] : [],
    ),
  );
}

function callersOf(answering: ServiceDefinition, call: string): Call['callers'] {
  return services.flatMap((service) =>
    Object.entries(service.lambdas)
      .filter(([, { grants }]) => grants.some((grant) => grant.to === 'call' && grant.service === answering.name && grant.call === call))
      .map(([lambda]) => ({ service: service.name, lambda })),
  );
}

/** The calls as edges of the diagram: from who asks to who answers. */
export function callEdges(): readonly string[] {
  const edges = calls().flatMap(({ service, name, callers }) =>
    callers.map((caller) => `  ${caller.service} -. ${name} .-> ${service.name}`),
  );
  return [...new Set(edges)];
}

/** The calls as a table. */
export function callTable(): readonly string[] {
  const rows = calls().map(({ service, name, purpose, callers }) => {
    const who = callers.map((caller) => `${caller.service}’s \`${caller.lambda}\``).join(', ');
    return `| \`${name}\` of ${service.name} | ${who || 'nobody of ours: who operates the stack'} | ${purpose} |`;
  });
  return ['| call | invoked by | what for |', '|---|---|---|', ...rows];
}
