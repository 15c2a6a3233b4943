import { type ComponentChildren, h } from 'preact';
import { wideDiagram } from './diagram.ts';
import { narrowDiagram } from './diagram-narrow.ts';
import { dayAndTimeOf, renderPage, table } from './layout.ts';
import { inertSection, logSection, refusedSection, scheduleSection } from './overview-margins.ts';
import { domainEvents, functions, mail, queues, tables } from './overview-tables.ts';
import type { Picture } from './picture.ts';

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

function section(id: string, title: string, body: ComponentChildren): ComponentChildren {
  return h('section', { 'aria-labelledby': `${id}-title` }, [h('h2', { id: `${id}-title` }, title), body]);
}

/** A part that the small script replaces in place. */
function live(name: string, body: ComponentChildren): ComponentChildren {
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
