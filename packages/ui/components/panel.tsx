import type { ComponentChildren } from 'preact';

/** It is done: the heading of a confirmation page. */
export function Panel({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div class="panel">
      <h1>{title}</h1>
      {children && <div>{children}</div>}
    </div>
  );
}
