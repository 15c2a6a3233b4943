import type { ComponentChildren } from 'preact';

export interface SummaryRow {
  readonly key: string;
  readonly value: ComponentChildren;
  /** `about` is read out after the text: "Change" + "your name". */
  readonly action?: { readonly href: string; readonly text: string; readonly about?: string } | undefined;
}

/** What was answered, with a way to change each answer. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl class="summary">
      {rows.map(({ key, value, action }) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{value}</dd>
          {action && (
            <dd class="action">
              <a href={action.href}>
                {action.text}
                <span class="visually-hidden"> {action.about ?? key.toLowerCase()}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
