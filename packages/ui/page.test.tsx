import { describe, expect, it } from 'vitest';
import { renderPage, TextInput } from './index.ts';
import { dataBlock } from './page.tsx';

const network = { name: 'Made-up Network' };

describe('a page', () => {
  it('says its title, its network, and that there is something to put right', () => {
    const html = renderPage({
      title: 'Your name',
      network,
      audience: 'public',
      errors: [{ id: 'name', message: 'Enter your name' }],
      main: <TextInput name="name" label="Your name" error="Enter your name" value={'"><script>'} />,
    });
    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(html).toContain('<title>Error: Your name – Made-up Network</title>');
    expect(html).toContain('<a href="#name">Enter your name</a>');
    expect(html).toContain('aria-describedby="name-error" aria-invalid="true"');
    expect(html).toContain('value="&quot;>&lt;script>"');
  });

  it('carries structured data that cannot end its own element', () => {
    expect(dataBlock({ a: '</script><!--\u2028&' })).toBe('{"a":"\\u003c/script\\u003e\\u003c!--\\u2028\\u0026"}');
  });
});
