/** Who may import whom. A failure says what to do about it. */
export interface Violation {
  readonly file: string;
  readonly target: string;
  readonly mend: string;
}

interface Rule {
  /** Files that the rule is about. */
  readonly from: RegExp;
  /** What they must not import. `$service` stands for the file's own service. */
  readonly never: (target: string, service: string) => boolean;
  readonly mend: string;
}

const outside = (target: string) => !target.startsWith('services/');
const room = (target: string, service: string) => new RegExp(`^services/${service}/([a-z-]+)`).exec(target)?.[1];
const inRoom = (target: string, service: string, rooms: readonly string[]) => {
  const found = room(target, service);
  return found !== undefined && rooms.includes(found);
};

const rules: readonly Rule[] = [
  {
    from: /^services\/[a-z]+\/(?!testing\/)/,
    never: (target, service) => inRoom(target, service, ['testing']) || target.startsWith('@convener/testing'),
    mend: 'only tests start from testing/. Move what runs to the room that it belongs to.',
  },
  {
    from: /^services\/[a-z]+\/domain\//,
    never: (target, service) =>
      outside(target)
        ? !/^@convener\/(contracts|writing)/.test(target) && !target.startsWith('zod') && target !== 'vitest' && target !== 'fast-check'
        : !inRoom(target, service, ['domain']),
    mend: 'the domain is pure. Pass what it needs as a parameter, or move the code to a use case.',
  },
  {
    from: /^services\/[a-z]+\/use-cases\//,
    never: (target, service) =>
      outside(target)
        ? /^@aws-sdk|^@convener\/(dynamodb|http|ui|forms)/.test(target)
        : !inRoom(target, service, ['domain', 'use-cases', 'service']),
    mend: 'a use case sees the domain and its own ports. Name what it needs in use-cases/ports.ts, and choose the real part in dependencies.ts.',
  },
  {
    from: /^services\/[a-z]+\/store\//,
    never: (target, service) =>
      outside(target) ? /^@convener\/(http|ui|forms)/.test(target) : !inRoom(target, service, ['domain', 'use-cases', 'store', 'service']),
    mend: 'a store turns items into the domain and back; it knows no pages and no requests.',
  },
  {
    from: /^services\/[a-z]+\/pages\//,
    never: (target, service) =>
      outside(target)
        ? /^@aws-sdk|^@convener\/(dynamodb|events|signing)/.test(target)
        : !inRoom(target, service, ['domain', 'pages', 'words', 'service']),
    mend: 'a page is given everything that it shows. Load it in the use case, and hand it over in the handler.',
  },
  {
    from: /^services\/[a-z]+\/handlers\//,
    never: (target, service) =>
      outside(target) ? /^@aws-sdk|^@convener\/dynamodb/.test(target) : inRoom(target, service, ['store', 'lambda']),
    mend: 'a handler translates. What it needs arrives in its dependencies, chosen in dependencies.ts.',
  },
  {
    from: /^services\//,
    never: (target, service) =>
      /^@convener\/(service-|infra|local-cloud)/.test(target) ||
      /^(infra|packages)\//.test(target) ||
      (target.startsWith('services/') && room(target, service) === undefined),
    mend: 'services never import each other, infra or the local cloud. Use a domain event, one of the calls, or a package.',
  },
  {
    from: /^packages\//,
    never: (target) => target.startsWith('services/') || target.startsWith('@convener/service-'),
    mend: 'a package knows no service. Pass it what it needs, or move the code to the service.',
  },
  {
    from: /^infra\//,
    never: (target) => /^services\/[a-z]+\/(?!service\.ts$)/.test(target),
    mend: 'infra reads manifests (service.ts), never code that runs.',
  },
];

/** The rules that a file breaks with its imports, each target told once. */
export function violations(file: string, targets: readonly string[]): readonly Violation[] {
  const service = /^services\/([a-z]+)\//.exec(file)?.[1] ?? '';
  return targets.flatMap((target) => {
    const broken = rules.find((rule) => rule.from.test(file) && rule.never(target, service));
    return broken ? [{ file, target, mend: broken.mend }] : [];
  });
}
