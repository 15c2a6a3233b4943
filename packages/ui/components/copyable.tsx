import { useContext } from 'preact/hooks';
import { WordsContext } from '../words.en.ts';

/** Text to take elsewhere, such as a room's link. It can be selected; the script adds a button that copies it. */
export function Copyable({ text, label }: { readonly text: string; readonly label: string }) {
  const words = useContext(WordsContext);
  return (
    <p class="copyable">
      <code>{text}</code>{' '}
      <button type="button" class="button quiet" hidden data-copy={text} data-copied={words.copied}>
        {words.copy} <span class="visually-hidden">{label}</span>
      </button>
    </p>
  );
}
