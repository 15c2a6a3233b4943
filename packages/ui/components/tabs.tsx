import { useContext } from 'preact/hooks';
import { WordsContext } from '../words.en.ts';

export interface NavigationItem {
  readonly href: string;
  readonly text: string;
  readonly current?: boolean | undefined;
}

/** The parts of one thing, each a page of its own: an event's people, rooms, themes. */
export function Tabs({ label, items }: { readonly label: string; readonly items: readonly NavigationItem[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map(({ href, text, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Where this page is; the last one is the page itself and no link. */
export function Breadcrumbs({ items }: { readonly items: readonly { readonly href?: string | undefined; readonly text: string }[] }) {
  const words = useContext(WordsContext);
  return (
    <nav class="crumbs" aria-label={words.breadcrumbs}>
      <ol>
        {items.map(({ href, text }) => (
          <li key={text}>{href ? <a href={href}>{text}</a> : <span aria-current="page">{text}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
