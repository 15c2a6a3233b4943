/**
 * What a letter is made of. Both of its parts, HTML and plain text, are rendered from the same blocks, so that they never disagree.
 * Texts are plain; a web address that stands in a text becomes a link in the HTML part.
 */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** The one thing to do. Its text says what happens, since some readers hear links out of their context. */
  | { readonly kind: 'button'; readonly text: string; readonly url: string }
  /** A thing that can be done as well. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'facts'; readonly items: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'small'; readonly text: string; readonly link?: { readonly text: string; readonly url: string } };

export interface LetterContent {
  /** BCP 47, for whoever reads it aloud. */
  readonly lang: string;
  readonly subject: string;
  readonly network: { readonly name: string; readonly colour: string };
  readonly blocks: readonly Block[];
  /** Under the line: who writes and why, how to stop. */
  readonly footer: readonly Block[];
}

export interface MailLook {
  readonly colour: string;
  /** Black or white, whichever can be read on `colour`. */
  readonly onColour: '#ffffff' | '#000000';
}

/** Where a network has chosen none. */
const houseColour = '#5d2e66';

/** The network's colour as far as it is one, and what can be read on it: whichever of black and white has the greater contrast. */
export function mailLook(colour: string): MailLook {
  const sound = /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : houseColour;
  const light = luminance(sound);
  return { colour: sound, onColour: 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? '#ffffff' : '#000000' };
}

/** Relative luminance as WCAG 2.2 defines it. */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export type TextPiece = { readonly kind: 'words'; readonly text: string } | { readonly kind: 'link'; readonly url: string };

/** A text in pieces: its words, and the web addresses that stand in it. What closes a sentence is not part of an address. */
export function pieces(text: string): readonly TextPiece[] {
  const found: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"']+/g)) {
    const url = match[0].replace(/[).,;:!?\]]+$/, '');
    if (match.index > from) found.push({ kind: 'words', text: text.slice(from, match.index) });
    found.push({ kind: 'link', url });
    from = match.index + url.length;
  }
  if (from < text.length) found.push({ kind: 'words', text: text.slice(from) });
  return found;
}
