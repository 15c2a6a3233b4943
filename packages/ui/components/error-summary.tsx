import { useContext } from 'preact/hooks';
import { WordsContext } from '../words.en.ts';

/** One error: `id` is the control that it goes to, or none when it is about the whole page. */
export interface ErrorItem {
  readonly id?: string | undefined;
  readonly message: string;
}

/** All that is to be put right, at the top of main, each a link to its control. `renderPage({ errors })` places it. */
export function ErrorSummary({ errors, heading }: { readonly errors: readonly ErrorItem[]; readonly heading?: string | undefined }) {
  const words = useContext(WordsContext);
  return (
    <div class="error-summary" data-error-summary tabindex={-1}>
      {/* The alert is inside the focused box, so that a screen reader does not say everything twice. */}
      <div role="alert">
        <h2>{heading ?? words.problemHeading}</h2>
        <ul>
          {errors.map(({ id, message }) => (
            <li key={`${id} ${message}`}>{id ? <a href={`#${id}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
