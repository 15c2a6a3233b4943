import MarkdownIt from 'markdown-it';
import type { SafeHtml } from './safe-html.ts';

export interface MarkdownOptions {
  /** The level that a `#` heading gets, so that it fits below the page's own headings; 2 unless said. */
  readonly topLevel?: 2 | 3 | 4;
}

/** Addresses that a link may have: everything else (javascript:, data:, file:, …) stays text. */
const allowed = /^(?:https?:\/\/|mailto:)/i;

const parser = new MarkdownIt('default', { html: false, linkify: true, typographer: false, breaks: false });
parser.disable(['image']);
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
parser.validateLink = (address) => allowed.test(address.trim());

parser.core.ruler.push('fit_headings', (state) => {
  const top = Number(state.env.topLevel ?? 2);
  let last = top - 1;
  for (const token of state.tokens) {
    // A level that the writer jumped over is closed up: screen readers tell it as a missing heading.
    if (token.type === 'heading_open') last = Math.min(Number(token.tag.slice(1)) + top - 1, last + 1, 6);
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = `h${last}`;
  }
});

// A wide table scrolls by itself; whoever reaches it by keyboard hears what its columns are.
parser.renderer.rules.table_open = (tokens, index) => {
  const head = tokens.slice(
    index,
    tokens.findIndex((token, at) => at > index && token.type === 'thead_close'),
  );
  const columns = head.filter((token) => token.type === 'inline').map((token) => token.content);
  return `<section class="scroll" tabindex="0" aria-label="${parser.utils.escapeHtml(columns.join(', '))}"><table>`;
};
parser.renderer.rules.table_close = () => '</table></section>';

/**
 * Markdown as HTML that can only hold paragraphs, headings, lists, quotes, tables, code, emphasis and links. HTML in the
 * text is shown as text, an image becomes a link to it, and links lead to http, https or mailto addresses alone.
 */
export function renderMarkdown(source: string, options: MarkdownOptions = {}): SafeHtml {
  return { safeHtml: parser.render(source, { topLevel: options.topLevel }) } as SafeHtml;
}

/** The same text without marks, on one line, for descriptions and lists. */
export function markdownAsText(source: string): string {
  const words = parser.parse(source, {}).flatMap((token) => {
    const inner = token.children?.map((child) => (child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : child.content)) ?? [];
    return token.type === 'inline' ? [inner.join('')] : token.type === 'fence' || token.type === 'code_block' ? [token.content] : [];
  });
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

/**
 * The same text as plain lines, for a text file: one a paragraph, heading, list item, quote or row of a table, without marks. Numbers of a
 * list and addresses of links are kept.
 */
export function markdownAsLines(source: string): readonly string[] {
  const lines: string[] = [];
  let cells: string[] | undefined;
  let number = '';
  for (const token of parser.parse(source, {})) {
    switch (token.type) {
      case 'list_item_open':
        number = /^\d+$/.test(token.info) ? `${token.info}. ` : '';
        break;
      case 'tr_open':
        cells = [];
        break;
      case 'tr_close':
        lines.push((cells ?? []).join(' | '));
        cells = undefined;
        break;
      case 'fence':
      case 'code_block':
        lines.push(...token.content.split('\n'));
        break;
      case 'inline': {
        const words = `${number}${inlineText(token.children ?? [])}`;
        if (cells) cells.push(words.replaceAll('\n', ' '));
        else lines.push(...words.split('\n'));
        number = '';
      }
    }
  }
  return lines.map((line) => line.trimEnd()).filter((line) => line !== '');
}

function inlineText(children: ReturnType<typeof parser.parse>): string {
  let text = '';
  let address = '';
  for (const child of children) {
    if (child.type === 'softbreak') text += ' ';
    else if (child.type === 'hardbreak') text += '\n';
    // An address that stands there itself is not said twice.
    else if (child.type === 'link_open')
      address = child.markup === '' ? ` (${String(child.attrGet('href')).replace(/^mailto:/i, '')})` : '';
    else if (child.type === 'link_close') text += address;
    else text += child.content;
  }
  return text;
}
