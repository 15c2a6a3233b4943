import { type ComponentChildren, h } from 'preact';
import { dayAndTimeOf, table, timeOf } from './layout.ts';
import { became } from './mailbox-pages.ts';
import type { Picture, QueuePicture } from './picture.ts';

/** The tables of the page of what runs, one a section. */
export function domainEvents({ domainEvents: all }: Picture): ComponentChildren {
  return table(
    'Domain events since the start, newest first',
    [
      { head: 'At', cell: (event) => timeOf(event.at) },
      { head: 'What happened', cell: (event) => h('code', { class: 'strong' }, event.detailType) },
      { head: 'Said by', cell: (event) => event.source.replace(/^convener\./, '') },
      {
        head: 'Heard by',
        cell: (event) =>
          event.reached.length === 0
            ? h('span', { class: 'soft' }, 'nobody')
            : event.reached.map((name) => h('span', { class: 'tag' }, name)),
      },
      { head: 'Rules that matched', cell: (event) => event.rules.join(', ') || '–' },
      { head: 'Id', cell: (event) => h('code', null, event.id) },
    ],
    all,
    'Nothing has happened yet. Register for an event, and its news shows here.',
  );
}

export function functions({ functions: all }: Picture): ComponentChildren {
  const idle = all.filter(({ runs }) => runs === 0);
  return [
    table(
      'Functions that have run, with their last run',
      [
        { head: 'Function', cell: (one) => h('code', { class: 'strong' }, one.shortName) },
        { head: 'Runs', number: true, cell: (one) => one.runs },
        { head: 'Cold starts', number: true, cell: (one) => one.cold },
        { head: 'Failed', number: true, cell: (one) => (one.failed > 0 ? h('strong', { class: 'bad' }, one.failed) : 0) },
        { head: 'Last run', cell: ({ last }) => (last === undefined ? '–' : timeOf(last.at)) },
        {
          head: 'Took',
          number: true,
          cell: ({ last }) => (last === undefined ? '–' : `${Math.round(last.milliseconds)} ms${last.cold ? ', cold' : ''}`),
        },
        { head: 'Woken by', cell: (one) => one.wokenBy },
      ],
      all.filter(({ runs }) => runs > 0),
      'No function has run yet.',
    ),
    idle.length === 0
      ? null
      : h('details', { id: 'idle', class: 'idle' }, [
          h('summary', null, `${idle.length} have not run yet`),
          idle.map((one) => [h('code', null, one.shortName), ' ']),
        ]),
  ];
}

export function queues({ queues: all }: Picture): ComponentChildren {
  return table(
    'Queues and what waits in them',
    [
      { head: 'Queue', cell: (queue) => queue.shortName },
      { head: 'Waiting', number: true, cell: (queue) => waiting(queue) },
      { head: 'At work', number: true, cell: (queue) => queue.depth?.inFlight ?? '–' },
      { head: 'Move back', cell: redriveButton },
    ],
    all,
    'The stack has no queues.',
  );
}

function waiting({ depth, role }: QueuePicture): ComponentChildren {
  if (depth === undefined) return '–';
  return role === 'last stop' && depth.visible > 0 ? h('strong', { class: 'bad' }, depth.visible) : depth.visible;
}

function redriveButton({ name, shortName, depth, redrivable }: QueuePicture): ComponentChildren {
  if (!redrivable || (depth?.visible ?? 0) === 0) return h('span', { class: 'soft' }, '–');
  return h('form', { method: 'post', action: `/_local/queues/${encodeURIComponent(name)}/redrive` }, [
    h('button', { type: 'submit', class: 'button small' }, ['Redrive', h('span', { class: 'hidden' }, ` ${shortName}`)]),
  ]);
}

export function tables({ tables: all }: Picture): ComponentChildren {
  return table(
    'Tables and how many items they hold',
    [
      { head: 'Table', cell: (one) => one.shortName },
      { head: 'Items', number: true, cell: (one) => one.items ?? '–' },
      { head: 'Stream', cell: (one) => (one.stream ? 'yes' : h('span', { class: 'tag' }, 'none')) },
      { head: 'Key', cell: (one) => (one.ownKey ? h('span', { class: 'tag' }, 'its own') : 'shared') },
    ],
    all,
    'The stack has no tables.',
  );
}

export function mail({ mails }: Picture): ComponentChildren {
  return [
    table(
      'The newest mails',
      [
        { head: 'Subject', cell: (one) => h('a', { href: `/_local/mailbox/${one.id}` }, one.subject || '(no subject)') },
        { head: 'To', cell: (one) => one.destinations.join(', ') },
        { head: 'At', cell: (one) => dayAndTimeOf(one.at) },
        { head: 'Became', cell: became },
      ],
      mails,
      'No mail has been sent.',
    ),
    mails.length === 0 ? null : h('p', null, h('a', { href: '/_local/mailbox' }, 'The whole mailbox')),
  ];
}
