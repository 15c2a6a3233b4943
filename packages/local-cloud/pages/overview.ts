import { type ComponentChildren, h } from 'preact';
import { wideDiagram } from './diagram.ts';
import { narrowDiagram } from './diagram-narrow.ts';
import { dayAndTimeOf, renderPage, table, timeOf } from './layout.ts';
import { became } from './mailbox-pages.ts';
import { inertSection, logSection, refusedSection, scheduleSection } from './overview-margins.ts';
import type { Picture, QueuePicture } from './picture.ts';

export interface OverviewOptions {
  /** The page holds still on request: what moves by itself must be stoppable. */
  readonly still: boolean;
  /** Said at the top after a redrive. */
  readonly notice: string | undefined;
}

const seconds = 3;

/** What runs, as a picture with its tables. */
export function overviewPage(picture: Picture, { still, notice }: OverviewOptions): string {
  return renderPage({
    title: 'What runs',
    current: 'overview',
    ...(still ? { kind: 'still' } : { refresh: seconds }),
    body: [
      h(
        'p',
        { class: 'lead' },
        'Everything here is read from the very template that would be deployed. Nothing on this page reaches the internet.',
      ),
      h('p', { class: 'pulse-line' }, [
        h('span', { 'data-live': 'at' }, ['As of ', dayAndTimeOf(picture.at), ' UTC. ']),
        still
          ? h('a', { href: '/_local/' }, 'Follow along')
          : [`Refreshes every ${seconds} seconds. `, h('a', { href: '/_local/?still=1' }, 'Hold still')],
      ]),
      notice === undefined ? null : h('p', { class: 'notice', role: 'status' }, notice),
      live('totals', totals(picture)),
      section('news', 'How news travels', [
        live('diagram', h('figure', null, [wideDiagram(picture), narrowDiagram(picture)])),
        live('wiring', wiringDetails(picture)),
      ]),
      section('domain-events', 'Domain events, newest first', live('domain-events-live', domainEvents(picture))),
      section('functions', 'Functions', live('functions-live', functions(picture))),
      h('div', { class: 'pair' }, [
        section('queues', 'Queues', live('queues-live', queues(picture))),
        section('tables', 'Tables', live('tables-live', tables(picture))),
      ]),
      section('mail', 'Mail', live('mail-live', mail(picture))),
      scheduleSection(picture),
      live('refused-live', refusedSection(picture)),
      inertSection(picture),
      logSection(picture),
    ],
  });
}

export function section(id: string, title: string, body: ComponentChildren): ComponentChildren {
  return h('section', { 'aria-labelledby': `${id}-title` }, [h('h2', { id: `${id}-title` }, title), body]);
}

/** A part that the small script replaces in place. */
export function live(name: string, body: ComponentChildren): ComponentChildren {
  return h('div', { 'data-live': name }, body);
}

function totals({ totals: all }: Picture): ComponentChildren {
  const one = (count: number, text: string, bad = false) =>
    h('div', { class: bad ? 'bad' : undefined }, [h('dt', null, text), h('dd', null, String(count))]);
  return h('dl', { class: 'totals' }, [
    one(all.functions, 'functions'),
    one(all.invocations, 'invocations'),
    one(all.domainEvents, 'domain events'),
    one(all.mails, 'mails'),
    one(all.setAside, 'set aside', all.setAside > 0),
  ]);
}

function wiringDetails({ consumers }: Picture): ComponentChildren {
  const rows = consumers.flatMap((consumer) => consumer.rules.map((rule) => ({ consumer, rule })));
  return h('details', { id: 'wiring' }, [
    h('summary', null, 'The same in words: who hears what'),
    table(
      'Who hears what',
      [
        { head: 'Listener', cell: ({ consumer }) => consumer.name },
        {
          head: 'Hears',
          cell: ({ rule }) =>
            h(
              'ul',
              { class: 'plain' },
              rule.hears.map((type) => h('li', null, h('code', null, type))),
            ),
        },
        { head: 'Over', cell: ({ rule }) => rule.busName },
        { head: 'Waiting', number: true, cell: ({ consumer }) => consumer.waiting ?? '–' },
        { head: 'Set aside', number: true, cell: ({ consumer }) => consumer.setAside ?? '–' },
      ],
      rows,
      'Nobody listens.',
    ),
  ]);
}

function domainEvents({ domainEvents: all }: Picture): ComponentChildren {
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

function functions({ functions: all }: Picture): ComponentChildren {
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

function queues({ queues: all }: Picture): ComponentChildren {
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

function tables({ tables: all }: Picture): ComponentChildren {
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

function mail({ mails }: Picture): ComponentChildren {
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
