import type { ComponentChildren } from 'preact';
import type { SafeHtml } from '../safe-html.ts';

/** Running text, at a width that reads well: a report, a notice, an event's description. */
export function Prose({ children }: { readonly children: ComponentChildren }) {
  return <div class="prose">{children}</div>;
}

/** Text that `renderMarkdown` made; nothing else can make its type. */
export function Markdown({ html }: { readonly html: SafeHtml }) {
  return <div class="prose" dangerouslySetInnerHTML={{ __html: html.safeHtml }} />;
}

/** Somebody's own words. */
export function Quote({ children, by }: { readonly children: ComponentChildren; readonly by?: string | undefined }) {
  return (
    <figure class="quote">
      <blockquote>{children}</blockquote>
      {by && <figcaption>{by}</figcaption>}
    </figure>
  );
}
