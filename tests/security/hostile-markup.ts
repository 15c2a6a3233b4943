/** Pieces that open, close and break out of things: as HTML, as Markdown and as both. */
const pieces = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<math><mtext><style><img src=x onerror=alert(1)></style>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<object data=javascript:alert(1)>',
  '<body onpageshow=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<a href="java\tscript:alert(1)">press</a>',
  '</textarea></title></style><b id=broke>',
  '<!-- --!><b id=broke>',
  '<?xml version="1.0"?><b id=broke>',
  '<![CDATA[<b id=broke>]]>',
  '" onmouseover="alert(1)',
  "' onmouseover='alert(1)",
  '` onmouseover=alert(1) `',
  '&lt;img src=x onerror=alert(1)&gt;',
  '&#x3C;img src=x onerror=alert(1)&#x3E;',
  '&amp;lt;b id=broke&amp;gt;',
  '[press](javascript:alert(1))',
  '[press](&#106;avascript:alert(1))',
  '[press](data:text/html;base64,PHNjcmlwdD4=)',
  '[press](https://example.org "t\\" onclick=\\"alert(1)")',
  '[press](<https://example.org/" onclick=alert(1)>)',
  '![picture](https://example.org/a.png" onerror="alert(1))',
  '<https://example.org/"onclick=alert(1)>',
  '[a]: javascript:alert(1)\n\n[press][a]',
  '<base href=//example.net><meta http-equiv=refresh content="0;url=//example.net">',
] as const;

/** What stands before a piece decides how the rest is read. */
const openings = ['', '"', "'>", '> ', '- ', '## ', '**', '| a | b |\n|---|---|\n| ', '[x](', '1. `'] as const;

/** Single lines, for names and titles. */
export const hostileLines: readonly string[] = pieces.map((piece) => piece.replaceAll(/[\n\t]/g, ' ').slice(0, 110));

/** Whole texts, for what takes Markdown: one a piece, each with every opening. */
export const hostileTexts: readonly string[] = pieces.map((piece) => openings.map((opening) => `${opening}${piece}`).join('\n\n'));

/** The twin: everything that Markdown may make of a text, and nothing else. */
export const harmlessText = [
  '# One\n\n## Two\n\n### Three\n\n#### Four\n\n##### Five',
  'Plain, **strong**, *leaning*, ~~gone~~ and `code`.  \nAnother line.',
  '- one\n- two\n\n1. first\n2. second\n\n3) third',
  '> said',
  '| a | b |\n|---|---|\n| c | d |',
  '[a link](https://example.org/a "with a title") and ![a picture](https://example.org/a.png) and https://example.org',
  '---',
  '```\ncode\n```\n\n```html\ncode\n```\n\n    code',
].join('\n\n');
