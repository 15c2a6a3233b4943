import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Block, type LetterContent, luminance, type MailLook, mailLook, pieces } from './blocks.ts';

const font = "font-family: -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/**
 * The HTML part. It needs no image; one table is there for the mail readers that centre nothing else. Styles are inline, because several
 * readers throw away what is in the head; the head only adds what dark mode changes.
 */
export function letterHtml(letter: LetterContent): string {
  const look = mailLook(letter.network.colour);
  return `<!doctype html>\n${renderToString(
    <html lang={letter.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
        {/* Our own rules, with a colour that was checked to be one. */}
        <style dangerouslySetInnerHTML={{ __html: darkMode(look) }} />
      </head>
      <body class="ground" style={`margin: 0; padding: 0; background: #f4f2ee; color: #1c1c1a; ${font}; font-size: 18px; line-height: 1.5`}>
        <Centred>
          <div class="sheet" style="background: #ffffff; padding: 28px 24px; border-radius: 8px">
            <p class="name" style={`margin: 0 0 20px; font-size: 16px; font-weight: 700; color: ${readableOnWhite(look)}`}>
              {letter.network.name}
            </p>
            {letter.blocks.map((block) => (
              <View block={block} look={look} />
            ))}
          </div>
          <div class="foot" style="padding: 20px 24px 32px; color: #55534e; font-size: 15px">
            {letter.footer.map((block) => (
              <View block={block} look={look} />
            ))}
          </div>
        </Centred>
      </body>
    </html>,
  )}`;
}

function Centred({ children }: { readonly children: ComponentChildren }) {
  return (
    <table role="presentation" style="width: 100%; border-collapse: collapse">
      <tbody>
        <tr>
          <td style="padding: 16px 8px">
            <div style="max-width: 600px; margin: 0 auto">{children}</div>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function View({ block, look }: { readonly block: Block; readonly look: MailLook }) {
  switch (block.kind) {
    case 'heading':
      return <h1 style="margin: 0 0 16px; font-size: 26px; line-height: 1.25; overflow-wrap: anywhere">{block.text}</h1>;
    case 'paragraph':
      return (
        <p style="margin: 0 0 16px; white-space: pre-line; overflow-wrap: anywhere">
          <Words text={block.text} />
        </p>
      );
    case 'button':
      return (
        <p style="margin: 24px 0">
          <a
            class="button"
            href={block.url}
            style={`display: inline-block; padding: 13px 22px; border-radius: 6px; background: ${look.colour}; color: ${look.onColour}; font-weight: 700; text-decoration: none`}
          >
            {block.text}
          </a>
        </p>
      );
    case 'link':
      return (
        <p style="margin: 0 0 16px">
          <a class="link" href={block.url} style="color: inherit; text-decoration: underline">
            {block.text}
          </a>
        </p>
      );
    case 'facts':
      return (
        <dl style="margin: 0 0 16px">
          {block.items.map(({ label, value }) => (
            <div style="margin: 0 0 8px">
              <dt style="font-weight: 700">{label}</dt>
              <dd style="margin: 0; overflow-wrap: anywhere">
                <Words text={value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'list':
      return (
        <ul style="margin: 0 0 16px; padding-left: 22px">
          {block.items.map((item) => (
            <li style="margin: 0 0 6px">
              <Words text={item} />
            </li>
          ))}
        </ul>
      );
    case 'small':
      return (
        <p style="margin: 0 0 10px; font-size: 15px; overflow-wrap: anywhere">
          <Words text={block.text} />
          {block.link && (
            <>
              {' '}
              <a class="link" href={block.link.url} style="color: inherit; text-decoration: underline">
                {block.link.text}
              </a>
            </>
          )}
        </p>
      );
  }
}

function Words({ text }: { readonly text: string }) {
  return (
    <>
      {pieces(text).map((piece) =>
        piece.kind === 'words' ? (
          piece.text
        ) : (
          <a class="link" href={piece.url} style="color: inherit; text-decoration: underline">
            {piece.url}
          </a>
        ),
      )}
    </>
  );
}

/** A pale colour of the network's cannot carry its name on white. 4.5:1 is the least for text. */
function readableOnWhite(look: MailLook): string {
  return 1.05 / (luminance(look.colour) + 0.05) >= 4.5 ? look.colour : '#1c1c1a';
}

function darkMode(look: MailLook): string {
  return [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    '@media (prefers-color-scheme:dark){',
    '.ground{background:#161614!important;color:#f2f0ea!important}',
    '.sheet{background:#232320!important}',
    '.name{color:#f2f0ea!important}',
    '.foot{color:#c4c1b8!important}',
    `.button{background:${look.colour}!important;color:${look.onColour}!important;border:1px solid #f2f0ea!important}`,
    '}',
  ].join('');
}
