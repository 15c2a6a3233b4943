import { useContext } from 'preact/hooks';
import { WordsContext } from '../words.en.ts';

/** A way off the page at once, for those who may be watched. `href` is an everyday site, such as a weather forecast. */
export function QuickExit({ href, text }: { readonly href: string; readonly text?: string | undefined }) {
  const words = useContext(WordsContext);
  return (
    <a class="button danger quick-exit" href={href} rel="nofollow noreferrer" data-quick-exit>
      {text ?? words.leaveQuickly}
    </a>
  );
}
