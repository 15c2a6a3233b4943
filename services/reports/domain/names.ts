/**
 * Words in a text that look like a part of somebody's name and are not it: Annie-Marie where Anne-Marie speaks. Each once. Letters are
 * compared without case and accents; a name of three letters or fewer is too short to tell a slip from another word.
 */
export function namesLike(name: string, text: string): readonly string[] {
  const own = wordsOf(name);
  const known = new Set(own.map(plain));
  const found = wordsOf(text).filter((word) => !known.has(plain(word)) && own.some((part) => isSlipOf(plain(word), plain(part))));
  return [...new Set(found)];
}

/** Words that begin with a capital, without the ’s of possession. */
function wordsOf(text: string): readonly string[] {
  return (text.match(/\p{Lu}[\p{L}\p{M}’'-]*[\p{L}\p{M}]/gu) ?? []).map((word) => word.replace(/[’']s$/, ''));
}

function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}’'-]/gu, '')
    .toLowerCase();
}

function isSlipOf(word: string, part: string): boolean {
  if (part.length < 4 || word[0] !== part[0]) return false;
  return distance(word, part) <= (part.length < 7 ? 1 : 2);
}

/** How many letters must be put in, taken out or exchanged (Levenshtein). */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const exchanged = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
