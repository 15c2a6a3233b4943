import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { type Block, type LetterContent, luminance, mailLook } from './blocks.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

const letter: LetterContent = {
  lang: 'en',
  subject: 'Your place at "Test & learn"',
  network: { name: 'Example Network', colour: '#005ea5' },
  blocks: [
    { kind: 'heading', text: 'You have a place' },
    { kind: 'paragraph', text: 'See https://example.org/a?b=1&c=2. It is <not> a tag.' },
    { kind: 'facts', items: [{ label: 'When', value: '20 November 2024, 10am' }] },
    { kind: 'list', items: ['first', 'second'] },
    { kind: 'button', text: 'See or change your place', url: 'https://example.org/place/abc' },
  ],
  footer: [{ kind: 'small', text: 'You get this because you registered.', link: { text: 'Stop', url: 'https://example.org/stop' } }],
};

describe('both parts of a letter', () => {
  test('say the same, whatever the blocks', () => {
    const words = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ]{0,30}[A-Za-z0-9]$/);
    const url = words.map((text) => `https://example.org/${encodeURIComponent(text)}`);
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ kind: fc.constant('heading' as const), text: words }),
      fc.record({ kind: fc.constant('paragraph' as const), text: words }),
      fc.record({ kind: fc.constant('button' as const), text: words, url }),
      fc.record({ kind: fc.constant('link' as const), text: words, url }),
      fc.record({ kind: fc.constant('facts' as const), items: fc.array(fc.record({ label: words, value: words })) }),
      fc.record({ kind: fc.constant('list' as const), items: fc.array(words) }),
      fc.record({ kind: fc.constant('small' as const), text: words, link: fc.record({ text: words, url }) }),
    );
    fc.assert(
      fc.property(fc.array(block), fc.array(block), (blocks, footer) => {
        const content = { ...letter, blocks, footer };
        const [html, text] = [letterHtml(content), letterText(content)];
        for (const said of [...blocks, ...footer].flatMap(wordsOf)) {
          expect(html).toContain(said);
          expect(text).toContain(said);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('the HTML part is valid, has a language and a title, and needs no image', async () => {
    const html = letterHtml(letter);
    const report = await new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      rules: {
        'no-inline-style': 'off',
        'require-sri': 'off',
        'doctype-style': 'off',
        'void-style': 'off',
        'presentation-role-style': 'off',
      },
    }).validateString(html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
    expect(html).toContain('<html lang="en">');
    expect(html).not.toMatch(/<img|<script|url\(/);
    expect(html).toContain('prefers-color-scheme:dark');
  });

  test('what somebody typed is text; a web address in it is a link', () => {
    const html = letterHtml(letter);
    expect(html).toContain('It is &lt;not> a tag.');
    expect(html).toContain('href="https://example.org/a?b=1&amp;c=2"');
    expect(html).not.toContain('c=2."');
  });

  test('the plain part reads by itself', () => {
    expect(letterText(letter)).toMatchInlineSnapshot(`
      "Example Network

      You have a place
      ================

      See https://example.org/a?b=1&c=2. It is <not> a tag.

      When: 20 November 2024, 10am

      * first
      * second

      See or change your place:
      https://example.org/place/abc

      -- 
      You get this because you registered. Stop: https://example.org/stop
      "
    `);
  });
});

test('words on the button can be read on any colour; what is no colour is the house one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const look = mailLook(`#${value.toString(16).padStart(6, '0')}`);
      const [a, b] = [luminance(look.colour), luminance(look.onColour)].sort((x, y) => y - x);
      expect(((a ?? 0) + 0.05) / ((b ?? 0) + 0.05)).toBeGreaterThanOrEqual(4.5);
    }),
  );
  expect(mailLook('red;}body{display:none').colour).toBe('#5d2e66');
});

function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'button':
    case 'link':
      return [block.text, block.url];
    case 'facts':
      return block.items.flatMap(({ label, value }) => [label, value]);
    case 'list':
      return block.items;
    case 'small':
      return [block.text, ...(block.link ? [block.link.text, block.link.url] : [])];
  }
}
