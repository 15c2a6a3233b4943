import type { MarkedToken, Token } from 'marked';
import { htmlOf, known, readMarkdown } from './careful-markdown.ts';
import type { SafeHtml } from './safe-html.ts';

export interface MarkdownOptions {
  /** The level that a `#` heading gets, so that it fits below the page's own headings; 2 unless said. */
  readonly topLevel?: 2 | 3 | 4;
}

/**
 * Markdown as HTML that can only hold paragraphs, headings, lists, quotes, tables, code, emphasis and links. HTML in the
 * text is shown as text, an image becomes a link to it, and links lead to http, https or mailto addresses alone.
 */
export function renderMarkdown(source: string, options: MarkdownOptions = {}): SafeHtml {
  const blocks = readMarkdown(source);
  fitHeadings(blocks, options.topLevel ?? 2);
  return { safeHtml: htmlOf(blocks) } as SafeHtml;
}

/** A level that the writer jumped over is closed up: screen readers tell it as a missing heading. */
function fitHeadings(blocks: readonly MarkedToken[], top: number): void {
  let last = top - 1;
  const fit = (token: MarkedToken) => {
    if (token.type === 'heading') {
      last = Math.min(token.depth + top - 1, last + 1, 6);
      token.depth = last;
    }
    const inside = token.type === 'list' ? token.items : token.type === 'blockquote' || token.type === 'list_item' ? token.tokens : [];
    for (const each of known(inside)) fit(each);
  };
  for (const block of blocks) fit(block);
}

/** The same text without marks, on one line, for descriptions and lists. */
export function markdownAsText(source: string): string {
  return [...pieces(readMarkdown(source))].map(wordsOf).join(' ').replace(/\s+/g, ' ').trim();
}

function wordsOf(piece: Piece): string {
  switch (piece.kind) {
    case 'words':
      return inlineText(piece.tokens, 'left-out');
    case 'row':
      return piece.cells.map((cell) => inlineText(cell, 'left-out')).join(' ');
    case 'code':
      return piece.text;
  }
}

/**
 * The same text as plain lines, for a text file: one a paragraph, heading, list item, quote or row of a table, without marks. Numbers of a
 * list and addresses of links are kept.
 */
export function markdownAsLines(source: string): readonly string[] {
  const lines = [...pieces(readMarkdown(source))].flatMap(linesOf);
  return lines.map((line) => line.trimEnd()).filter((line) => line !== '');
}

function linesOf(piece: Piece): readonly string[] {
  switch (piece.kind) {
    case 'words':
      return `${piece.number}${inlineText(piece.tokens, 'kept').trim()}`.split('\n');
    case 'row':
      return [piece.cells.map((cell) => inlineText(cell, 'kept').replaceAll('\n', ' ')).join(' | ')];
    case 'code':
      return piece.text.split('\n');
  }
}

type Piece =
  | { readonly kind: 'words'; readonly number: string; readonly tokens: readonly Token[] }
  | { readonly kind: 'row'; readonly cells: readonly (readonly Token[])[] }
  | { readonly kind: 'code'; readonly text: string };

/** What holds words, in the order of reading; `first` goes before the first of them. */
function* pieces(blocks: readonly MarkedToken[], first = ''): Generator<Piece> {
  let number = first;
  let box: readonly Token[] = [];
  for (const block of blocks) {
    switch (block.type) {
      case 'list':
        for (const [at, item] of block.items.entries()) {
          yield* pieces(known(item.tokens), block.ordered ? `${Number(block.start) + at}. ` : '');
        }
        break;
      case 'blockquote':
        yield* pieces(known(block.tokens), number);
        break;
      case 'table':
        for (const row of [block.header, ...block.rows]) yield { kind: 'row', cells: row.map(({ tokens }) => tokens) };
        break;
      case 'code':
        yield { kind: 'code', text: block.text };
        break;
      case 'checkbox':
        box = [block];
        break;
      case 'paragraph':
      case 'heading':
      case 'text':
        yield { kind: 'words', number, tokens: [...box, ...(block.tokens ?? [block])] };
        [number, box] = ['', []];
    }
  }
}

function inlineText(tokens: readonly Token[], addresses: 'kept' | 'left-out'): string {
  return known(tokens)
    .map((token) => {
      switch (token.type) {
        case 'text':
        case 'escape':
          return decoded(token.text).replace(/[ \t]*\n[ \t]*/g, ' ');
        case 'codespan':
          return token.text;
        case 'checkbox':
          return token.raw;
        case 'br':
          return '\n';
        case 'em':
        case 'strong':
        case 'del':
          return inlineText(token.tokens, addresses);
        case 'link': {
          const words = token.autolink ? token.text : inlineText(token.tokens, addresses);
          // An address that stands there itself is not said twice.
          return token.autolink || addresses === 'left-out' ? words : `${words} (${decoded(token.href).replace(/^mailto:/i, '')})`;
        }
        default:
          return '';
      }
    })
    .join('');
}

/** marked has resolved numbers and leaves names to the browser. Here are those that people type; others stay as they are. */
const named = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    shy: '\u00ad',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    bull: '•',
    middot: '·',
    copy: '©',
    reg: '®',
    trade: '™',
    pound: '£',
    euro: '€',
    times: '×',
    frac12: '½',
    deg: '°',
  }),
);

function decoded(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => named.get(name) ?? whole);
}
