import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { WordsContext } from '../words.en.ts';

export interface NoticeProps {
  readonly kind?: 'info' | 'warning' | 'success' | undefined;
  readonly title?: string | undefined;
  /** The heading's level; 2 unless said. */
  readonly level?: 2 | 3 | 4 | undefined;
  readonly children: ComponentChildren;
}

/** Something to know before going on. A success is said aloud when the page opens; the others are read in their place. */
export function Notice({ kind = 'info', title, level = 2, children }: NoticeProps) {
  const words = useContext(WordsContext);
  const Heading = `h${level}` as const;
  return (
    <div class={`notice ${kind}`} role={kind === 'success' ? 'status' : undefined}>
      {kind === 'warning' && <span class="visually-hidden">{words.warning}</span>}
      {title && <Heading>{title}</Heading>}
      {children}
    </div>
  );
}
