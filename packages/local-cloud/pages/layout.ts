import { type ComponentChildren, h } from 'preact';
import { renderToString } from 'preact-render-to-string';

export interface PageParts {
  readonly title: string;
  readonly body: ComponentChildren;
  /** Which entry of the navigation this page is; none on pages of sign-in, which stand alone. */
  readonly current?: 'overview' | 'mailbox';
  /** Seconds between refreshes; none where the page does not change by itself. */
  readonly refresh?: number;
  /** `narrow` is a page with one question; `still` is one that must not move. */
  readonly kind?: 'narrow' | 'still';
  /** Shown small above the title, with a way back. */
  readonly back?: { readonly href: string; readonly text: string };
}

/** A whole page of the local cloud. Preact escapes every text and attribute. */
export function renderPage(parts: PageParts): string {
  const { title, refresh } = parts;
  const head = h('head', null, [
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', null, `${title} – this machine`),
    h('link', { rel: 'icon', href: '/_local/icon.svg', type: 'image/svg+xml' }),
    h('link', { rel: 'stylesheet', href: '/_local/style.css' }),
    refresh === undefined
      ? null
      : [
          h('script', { src: '/_local/refresh.js', defer: true, 'data-seconds': String(refresh) }),
          h('noscript', null, h('meta', { 'http-equiv': 'refresh', content: String(refresh * 3) })),
        ],
  ]);
  const body = h('body', null, [
    h('a', { class: 'skip', href: '#main' }, 'Skip to the content'),
    parts.current === undefined ? null : masthead(parts.current),
    h('main', { id: 'main', class: parts.kind }, [
      parts.current === undefined ? brand() : null,
      parts.back === undefined ? null : h('p', { class: 'back' }, h('a', { href: parts.back.href }, parts.back.text)),
      h('h1', null, title),
      parts.body,
    ]),
  ]);
  return `<!doctype html>${renderToString(h('html', { lang: 'en-GB' }, [head, body]))}`;
}

function brand(): ComponentChildren {
  return h('p', { class: 'brand' }, [h('span', { class: 'dot', 'aria-hidden': 'true' }), 'Convener on this machine']);
}

function masthead(current: 'overview' | 'mailbox'): ComponentChildren {
  const entry = (name: 'overview' | 'mailbox', href: string, text: string) =>
    h('li', null, h('a', { href, 'aria-current': current === name ? 'page' : undefined }, text));
  return h('header', { class: 'masthead' }, [
    brand(),
    h(
      'nav',
      { 'aria-label': 'This machine' },
      h('ul', null, [
        entry('overview', '/_local/', 'What runs'),
        entry('mailbox', '/_local/mailbox', 'Mailbox'),
        h('li', null, h('a', { href: '/' }, 'The site')),
      ]),
    ),
  ]);
}

/** Clock time to the second for the eye, the whole instant for machines. */
export function timeOf(at: string): ComponentChildren {
  return h('time', { dateTime: at, title: at }, at.slice(11, 19));
}

export function dayAndTimeOf(at: string): ComponentChildren {
  return h('time', { dateTime: at, title: at }, `${at.slice(0, 10)} ${at.slice(11, 19)}`);
}

export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => ComponentChildren;
  readonly number?: true;
}

/** A table that scrolls in its own frame where the window is narrow. */
export function table<T>(caption: string, columns: readonly Column<T>[], rows: readonly T[], empty: string): ComponentChildren {
  if (rows.length === 0) return h('p', { class: 'empty' }, empty);
  return h(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': caption, tabIndex: 0 },
    h('table', null, [
      h('caption', null, caption),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          columns.map((column) => h('th', { scope: 'col', class: column.number && 'number' }, column.head)),
        ),
      ),
      h(
        'tbody',
        null,
        rows.map((row) =>
          h(
            'tr',
            null,
            columns.map((column, at) =>
              h(at === 0 ? 'th' : 'td', { scope: at === 0 ? 'row' : undefined, class: column.number && 'number' }, column.cell(row)),
            ),
          ),
        ),
      ),
    ]),
  );
}
