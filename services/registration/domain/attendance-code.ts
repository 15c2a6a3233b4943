/** Six figures: read out, written on a board, and typed on a phone’s number keys. */
const figures = 6;

/** The code of an event, out of bytes that only this service can make. */
export function codeFrom(bytes: Uint8Array): string {
  const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) % 10 ** figures;
  return String(number).padStart(figures, '0');
}

/** In two halves, as people read numbers out. */
export function spacedCode(code: string): string {
  return `${code.slice(0, figures / 2)} ${code.slice(figures / 2)}`;
}

/** However it was typed: with spaces, dashes or dots. Its duration does not tell how much of it was right. */
export function isCode(typed: string, code: string): boolean {
  const given = typed.normalize('NFKC').replace(/[\s.\-–]/g, '');
  if (given.length !== code.length) return false;
  let different = 0;
  for (let at = 0; at < code.length; at += 1) different |= given.charCodeAt(at) ^ code.charCodeAt(at);
  return different === 0;
}

/**
 * Wrong codes in ten minutes before nobody of that network, or nobody at all, may try more: a code of a million is found by chance at less
 * than one event in fifty by somebody who tries all day, and what they have then is the tick of a person whose address they know.
 */
export const guessLimits = { network: 100, event: 500 } as const;
