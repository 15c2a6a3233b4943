import { useContext } from 'preact/hooks';
import { WordsContext } from '../words.en.ts';

export interface BackLinkProps {
  readonly href: string;
  readonly text?: string | undefined;
}

export function BackLink({ href, text }: BackLinkProps) {
  const words = useContext(WordsContext);
  return (
    <a class="back" href={href}>
      {text ?? words.back}
    </a>
  );
}
