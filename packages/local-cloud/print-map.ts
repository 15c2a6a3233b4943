import type { LocalCloud } from './start/local-cloud.ts';

type Mapped = Pick<LocalCloud, 'baseUrl' | 'gatewayUrl' | 'dataFolder' | 'stack'>;

/** Where everything is, for the person who has just started it. */
export function printMap({ baseUrl, gatewayUrl, dataFolder, stack }: Mapped): string {
  const places = [
    ['site', `${baseUrl}/`],
    ['organisers', `${baseUrl}/sign-in`],
    ['mailbox', `${baseUrl}/_local/mailbox`],
    ['what runs', `${baseUrl}/_local/`],
    ['AWS calls', gatewayUrl],
    ['data', dataFolder],
  ] as const;
  const counts = [
    counted(stack.functions.length, 'function'),
    counted(stack.tables.length, 'table'),
    counted(stack.queues.length, 'queue'),
    counted(stack.rules.length, 'rule'),
    counted(stack.schedules.length, 'schedule'),
    counted(stack.routes.length, 'route'),
  ];
  return [
    'Convener on this machine',
    ...places.map(([name, where]) => `  ${name.padEnd(11)} ${where}`),
    `  ${'stack'.padEnd(11)} ${counts.join(', ')}; ${counted(stack.inert.length, 'resource')} with nothing to run here`,
  ].join('\n');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
