import { useContext } from 'preact/hooks';
import { WordsContext } from '../words.en.ts';

export interface Step {
  readonly text: string;
  readonly state: 'done' | 'current' | 'to-do';
  readonly href?: string | undefined;
}

/** The way through something longer, and how far along it this is. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const words = useContext(WordsContext);
  const says = { done: words.done, current: words.current, 'to-do': words.toDo };
  return (
    <ol class="steps">
      {steps.map(({ text, state, href }) => (
        <li key={text} class={state} aria-current={state === 'current' ? 'step' : undefined}>
          <span>{href ? <a href={href}>{text}</a> : text}</span> <small>{says[state]}</small>
        </li>
      ))}
    </ol>
  );
}

/** "Step 2 of 4", above a page's heading. */
export function StepOf({ step, of }: { readonly step: number; readonly of: number }) {
  const words = useContext(WordsContext);
  return <p class="eyebrow">{words.stepOf(step, of)}</p>;
}
