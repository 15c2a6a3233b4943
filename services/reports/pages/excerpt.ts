import { words } from '../words.en.ts';

const most = 220;

/**
 * The first words of a part, for its writer to know it by. Marks are left out as far as a few patterns can tell: the parser itself would be a
 * sixth of the function, and nobody but the writer sees this.
 */
export function excerpt(markdown: string): string {
  const text = markdown
    .slice(0, 4 * most)
    .replace(/^[ \t]*(?:(?:>|#{1,6}(?=[ \t])|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)+/gm, '')
    .replace(/\[([^\]\n]*)\]\([^()\n]*\)/g, '$1')
    .replace(/(?<!\\)(\*{1,3}|~~|`+)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return words.console.empty;
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;
}
