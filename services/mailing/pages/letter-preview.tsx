import type { Block, LetterContent } from '@convener/mail/content';
import { Details, Prose, SummaryList } from '@convener/ui';
import { Fragment } from 'preact';
import { mailingWords } from '../words.mailings.en.ts';

const words = mailingWords.one;

/**
 * A letter shown in the page's own clothes: its words, order and links are those of the letter, made from the same blocks. How a mail reader
 * shows it, a test letter tells. Links lead nowhere here, because they would be somebody's own.
 */
export function LetterPreview({ content, text }: { readonly content: LetterContent; readonly text: string }) {
  return (
    <>
      <SummaryList rows={[{ key: words.subject, value: content.subject }]} />
      <section aria-label={words.html} class="notice info">
        <Prose>
          {content.blocks.map((block, at) => (
            <View key={`${at}-${block.kind}`} block={block} />
          ))}
          <hr />
          {content.footer.map((block, at) => (
            <View key={`${at}-${block.kind}`} block={block} />
          ))}
        </Prose>
      </section>
      <Details summary={words.text}>
        <PlainText text={text} />
      </Details>
    </>
  );
}

/** Line by line, and wrapped as mail readers wrap it. */
function PlainText({ text }: { readonly text: string }) {
  return (
    <Prose>
      {text.split('\n\n').map((paragraph, at) => (
        <p key={`${at}-${paragraph}`}>
          {paragraph.split('\n').map((line, of) => (
            <Fragment key={`${of}-${line}`}>
              {of > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </p>
      ))}
    </Prose>
  );
}

function View({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'button':
      return (
        <p>
          <strong>{block.text}</strong>
        </p>
      );
    case 'link':
      return (
        <p>
          <u>{block.text}</u>
        </p>
      );
    case 'facts':
      return (
        <ul>
          {block.items.map(({ label, value }) => (
            <li key={label}>
              {label}: {value}
            </li>
          ))}
        </ul>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'small':
      return (
        <p>
          <small>
            {block.text} {block.link && <u>{block.link.text}</u>}
          </small>
        </p>
      );
  }
}
