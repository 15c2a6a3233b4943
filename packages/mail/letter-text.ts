import type { Block, LetterContent } from './blocks.ts';

/** The plain part: for whoever prefers it, and for every reader that shows no HTML. */
export function letterText(letter: LetterContent): string {
  const body = letter.blocks.map(blockText).join('\n\n');
  const footer = letter.footer.map(blockText).join('\n\n');
  return `${letter.network.name}\n\n${body}\n\n-- \n${footer}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.text}\n${'='.repeat(Math.min(block.text.length, 60))}`;
    case 'paragraph':
      return block.text;
    case 'button':
    case 'link':
      return `${block.text}:\n${block.url}`;
    case 'facts':
      return block.items.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'list':
      return block.items.map((item) => `* ${item}`).join('\n');
    case 'small':
      return block.link ? `${block.text} ${block.link.text}: ${block.link.url}` : block.text;
  }
}
