import type { ComponentChildren } from 'preact';

/** More for those who want it. */
export function Details({
  summary,
  children,
  open,
}: {
  readonly summary: string;
  readonly children: ComponentChildren;
  readonly open?: boolean;
}) {
  return (
    <details class="details" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
