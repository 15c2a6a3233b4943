import { getDefaults, Lexer, type MarkedToken, Parser, Renderer, type Token, Tokenizer, type Tokens } from 'marked';

/** Addresses that a link may have: everything else (javascript:, data:, file:, …) stays text. */
const allowed = /^(?:https?:\/\/|mailto:)/i;

/** How deep quotes, lists and emphasis may lie in one another; what is typed deeper stays text, and nothing overflows the stack. */
const deepest = 40;

type Found<Kind> = Kind | undefined;

/** Markdown as marked reads it, less HTML, images and links to anything but http, https and mailto: they stay text, as they were typed. */
class CarefulTokenizer extends Tokenizer {
  #depth = 0;

  override html(): undefined {
    return undefined;
  }

  override tag(): undefined {
    return undefined;
  }

  override blockquote(source: string): Found<Tokens.Blockquote> {
    return this.#deeper(() => super.blockquote(source));
  }

  override list(source: string): Found<Tokens.List> {
    return this.#deeper(() => super.list(source));
  }

  override emStrong(source: string, masked: string, before?: string): Found<Tokens.Em | Tokens.Strong> {
    return this.#deeper(() => super.emStrong(source, masked, before));
  }

  override del(source: string, masked: string, before?: string): Found<Tokens.Del> {
    return this.#deeper(() => super.del(source, masked, before));
  }

  override link(source: string): Found<Tokens.Link> {
    return this.#sound(() => super.link(source));
  }

  override reflink(source: string, links: Parameters<Tokenizer['reflink']>[1]): Found<Tokens.Link | Tokens.Text> {
    return this.#sound(() => super.reflink(source, links));
  }

  override autolink(source: string): Found<Tokens.Link> {
    return this.#sound(() => super.autolink(source));
  }

  /** An address in the text becomes a link where it is written out: no `www.`, no bare mail address. */
  override url(source: string): Found<Tokens.Link> {
    return /^https?:/i.test(source) ? this.#sound(() => super.url(source)) : undefined;
  }

  #deeper<Kind>(read: () => Found<Kind>): Found<Kind> {
    if (this.#depth >= deepest) return undefined;
    this.#depth += 1;
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }

  /** What is refused leaves the lexer as it was: there is no link here that another could not be in. */
  #sound<Kind extends Tokens.Link | Tokens.Image | Tokens.Text>(read: () => Found<Kind>): Found<Exclude<Kind, Tokens.Image>> {
    const { linkEmitted } = this.lexer.state;
    const token = this.#deeper(read);
    const careful = token && withSoundAddress(token);
    if (!careful) this.lexer.state.linkEmitted = linkEmitted;
    return careful;
  }
}

function withSoundAddress<Kind extends Tokens.Link | Tokens.Image | Tokens.Text>(token: Kind): Found<Exclude<Kind, Tokens.Image>>;
function withSoundAddress(token: Tokens.Link | Tokens.Image | Tokens.Text): Found<Tokens.Link | Tokens.Text> {
  if (token.type === 'text') return token;
  if (token.type === 'image' || !allowed.test(token.href) || !token.href.isWellFormed()) return undefined;
  return { ...token, href: encodeURI(token.href).replace(/%25(?=[\da-f]{2})/gi, '%') };
}

class CarefulRenderer extends Renderer {
  // A wide table scrolls by itself; whoever reaches it by keyboard hears what its columns are.
  override table(token: Tokens.Table): string {
    const columns = token.header.map(({ text }) => text).join(', ');
    return `<section class="scroll" tabindex="0" aria-label="${escaped(columns)}">${super.table(token).trimEnd()}</section>\n`;
  }

  override tablecell({ header, align, tokens }: Tokens.TableCell): string {
    const name = header ? 'th' : 'td';
    // The site's content policy forbids styles in the page, so a column of figures has the class of one; nothing else is moved from the left.
    return `<${name}${align === 'right' ? ' class="number"' : ''}>${this.parser.parseInline(tokens)}</${name}>\n`;
  }

  override del({ tokens }: Tokens.Del): string {
    return `<s>${this.parser.parseInline(tokens)}</s>`;
  }

  /** The site has no boxes that nobody can tick. */
  override checkbox({ raw }: Tokens.Checkbox): string {
    return escaped(raw);
  }
}

/** The blocks of a text, in order. */
export function readMarkdown(source: string): readonly MarkedToken[] {
  return known(new Lexer({ ...getDefaults(), tokenizer: new CarefulTokenizer() }).lex(source));
}

/** With apostrophes as they are: every attribute stands in double quotes, and texts are full of them. */
export function htmlOf(blocks: readonly MarkedToken[]): string {
  return Parser.parse([...blocks], { ...getDefaults(), renderer: new CarefulRenderer() }).replaceAll('&#39;', "'");
}

/** All of them: other kinds come only from extensions, of which there are none. */
export function known(tokens: readonly Token[]): readonly MarkedToken[] {
  return tokens.filter((token): token is MarkedToken => token.type in kinds);
}

const kinds: Readonly<Record<MarkedToken['type'], true>> = {
  blockquote: true,
  br: true,
  checkbox: true,
  code: true,
  codespan: true,
  def: true,
  del: true,
  em: true,
  escape: true,
  heading: true,
  hr: true,
  html: true,
  image: true,
  link: true,
  list: true,
  list_item: true,
  paragraph: true,
  space: true,
  strong: true,
  table: true,
  text: true,
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
