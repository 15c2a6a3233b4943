import { type ComponentChildren, h } from 'preact';
import { reasons } from '../stack/families/inert.ts';
import { table, timeOf } from './layout.ts';
import type { Picture } from './picture.ts';

/** What stands at the margins of the page: schedules, refusals, what has nothing to run, and the log. */
export function scheduleSection({ schedules }: Picture): ComponentChildren {
  return h('details', { id: 'schedules' }, [
    h('summary', null, `Schedules (${schedules.length})`),
    table(
      'What wakes by the clock',
      [
        { head: 'Schedule', cell: (one) => one.name },
        { head: 'When', cell: (one) => h('code', null, one.expression) },
        { head: 'Wakes', cell: (one) => one.target },
      ],
      schedules,
      'Nothing wakes by the clock.',
    ),
  ]);
}

/** Every line here would be an AccessDenied in the account as well, so it is shown only when there is one, and loudly. */
export function refusedSection({ denied }: Picture): ComponentChildren {
  if (denied.length === 0) return null;
  return h('section', { 'aria-labelledby': 'refused-title', class: 'alarm' }, [
    h('h2', { id: 'refused-title' }, 'Refused by IAM'),
    h('p', null, 'The template does not grant these calls, so they would fail in an account too.'),
    table(
      'Calls that no policy allows',
      [
        { head: 'Function', cell: (one) => one.caller },
        { head: 'Wanted', cell: (one) => h('code', null, `${one.service}:${one.action}`) },
      ],
      denied,
      '',
    ),
  ]);
}

export function inertSection({ inert }: Picture): ComponentChildren {
  return h('details', { id: 'inert' }, [
    h('summary', null, `Accepted, with nothing to run here (${inert.reduce((sum, { count }) => sum + count, 0)})`),
    table(
      'Resources of the template with nothing to run on one machine',
      [
        { head: 'Type', cell: (one) => h('code', null, one.type) },
        { head: 'How many', number: true, cell: (one) => one.count },
        { head: 'Why that is fine', cell: (one) => reasons[one.type] ?? '–' },
      ],
      inert,
      'Every resource of the template runs.',
    ),
  ]);
}

export function logSection({ logs }: Picture): ComponentChildren {
  return h('details', { id: 'log' }, [
    h('summary', null, 'The newest log lines'),
    h(
      'div',
      { 'data-live': 'log-live' },
      table(
        'Log lines, newest first',
        [
          { head: 'At', cell: (one) => timeOf(one.at) },
          { head: 'Function', cell: (one) => one.functionName },
          { head: 'Line', cell: (one) => h('code', { class: 'line' }, one.line) },
        ],
        logs,
        'Nothing was logged.',
      ),
    ),
  ]);
}
