import { useContext } from 'preact/hooks';
import { WordsContext } from '../words.en.ts';

export interface PaginationProps {
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** Such as "51 to 100 of 230". */
  readonly summary?: string | undefined;
}

/** Back and forth through a long list. */
export function Pagination({ previous, next, summary }: PaginationProps) {
  const words = useContext(WordsContext);
  if (!previous && !next) return null;
  return (
    <nav class="pagination" aria-label={words.pages}>
      {previous && (
        <a rel="prev" href={previous}>
          {words.previousPage}
        </a>
      )}
      {summary && <span>{summary}</span>}
      {next && (
        <a rel="next" href={next}>
          {words.nextPage}
        </a>
      )}
    </nav>
  );
}
