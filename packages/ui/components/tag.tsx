import type { ComponentChildren } from 'preact';

export type Tone = 'plain' | 'good' | 'attention' | 'bad';

/** A state in one or two words; the colour only repeats what the word says. */
export function Tag({ children, tone = 'plain' }: { readonly children: ComponentChildren; readonly tone?: Tone | undefined }) {
  return <strong class={`tag ${tone}`}>{children}</strong>;
}
