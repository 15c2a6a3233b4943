import { slugFrom } from '@convener/forms';
import { Markdown } from '@convener/ui';
import { renderMarkdown } from '@convener/ui/markdown';
import { dayInWords } from '../domain/date-line.ts';
import type { Edition, ReportContent, SpeakerSection } from '../domain/report.ts';
import { words } from '../words.en.ts';
import { correctionsOf, hasContext, speakersWithSection, spreadOf, whenAndWhere } from './report-text.ts';

/** What a report says, in the order in which it is read. */
export function ReportArticle({ content, editions }: { readonly content: ReportContent; readonly editions: readonly Edition[] }) {
  return (
    <article class="report">
      <header>
        <h1>
          <span class="report-kind">
            {words.report.kind}
            <span class="visually-hidden">: </span>
          </span>
          <Unbroken text={content.title} />
        </h1>
        <p class="report-when">{whenAndWhere(content)}</p>
      </header>
      <Corrections editions={editions} timeZone={content.timeZone} />
      {content.introduction.trim() !== '' && (
        <div class="report-opening">
          <Markdown html={renderMarkdown(content.introduction, { topLevel: 2 })} />
        </div>
      )}
      {hasContext(content) && (
        <section>
          {content.context.heading !== '' && <h2 id="context">{content.context.heading}</h2>}
          <Markdown html={renderMarkdown(content.context.prose, { topLevel: content.context.heading === '' ? 2 : 3 })} />
        </section>
      )}
      <Speakers speakers={speakersWithSection(content)} />
      <Discussion content={content} />
      {content.ending.trim() !== '' && (
        <section class="report-ending">
          <Markdown html={renderMarkdown(content.ending, { topLevel: 2 })} />
        </section>
      )}
    </article>
  );
}

function Corrections({ editions, timeZone }: { readonly editions: readonly Edition[]; readonly timeZone: string }) {
  if (correctionsOf(editions).length === 0) return null;
  return (
    <section class="notice" aria-label={words.report.corrections}>
      <CorrectionNotes editions={editions} timeZone={timeZone} />
    </section>
  );
}

/** What was corrected and when, the latest first. */
export function CorrectionNotes({ editions, timeZone }: { readonly editions: readonly Edition[]; readonly timeZone: string }) {
  return (
    <>
      {correctionsOf(editions).map(({ number, publishedAt, correction }) => (
        <div key={number} class="correction">
          <p>
            <strong>{words.report.corrected(dayInWords(publishedAt, timeZone))}</strong>
          </p>
          <Markdown html={renderMarkdown(correction, { topLevel: 2 })} />
        </div>
      ))}
    </>
  );
}

function Speakers({ speakers }: { readonly speakers: readonly SpeakerSection[] }) {
  if (speakers.length === 0) return null;
  return (
    <section>
      <h2 id="speakers">{words.report.speakers}</h2>
      {speakers.map((speaker) => (
        <section key={speaker.id} class="speaker">
          <h3>
            <SpeakerName {...speaker} />
          </h3>
          <Markdown html={renderMarkdown(speaker.section, { topLevel: 4 })} />
        </section>
      ))}
    </section>
  );
}

/** One heading to hear, two lines to see. */
function SpeakerName({ name, role, organisation }: SpeakerSection) {
  const rest = [role, organisation].filter((part) => part !== '').join(', ');
  if (rest === '') return <>{name}</>;
  return (
    <>
      {name}
      <span class="visually-hidden">, </span>
      <span class="speaker-role">{rest}</span>
    </>
  );
}

function Discussion({ content }: { readonly content: ReportContent }) {
  const { question, themes } = content;
  if (question === '' && themes.length === 0) return null;
  return (
    <section>
      <h2 id="discussion">{words.report.discussion}</h2>
      {question !== '' && (
        <>
          <p>{words.report.questionLead}</p>
          <blockquote class="question">
            <p>
              <Unbroken text={question} />
            </p>
          </blockquote>
        </>
      )}
      {themes.length > 0 && <Themes {...content} />}
    </section>
  );
}

/**
 * A list, so that a screen reader says how many there are; a heading each, so that people can go from one to the next and link to it.
 */
function Themes({ themes, showSpread }: Pick<ReportContent, 'themes' | 'showSpread'>) {
  const anchors = anchorsOf(themes.map(({ label }) => label));
  return (
    <>
      <p>{words.report.themesLead}</p>
      <ul class="themes">
        {themes.map((theme, position) => (
          <li key={anchors[position]}>
            <h3 id={anchors[position]}>
              <Unbroken text={theme.label} />
              {theme.prose.trim() !== '' && <span class="visually-hidden">: </span>}
            </h3>
            <div>
              <Markdown html={renderMarkdown(theme.prose, { topLevel: 4 })} />
              {showSpread && spreadOf(theme) && <p class="spread">({spreadOf(theme)})</p>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** In large letters a break inside “co-production” trips readers. Very long words may break, lest they leave a small screen. */
function Unbroken({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/(\S+-\S+)/).map((piece, position) =>
        position % 2 === 1 && piece.length <= 14 ? (
          <span key={`${position} ${piece}`} class="unbroken">
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </>
  );
}

/** `theme-remuneration`: short, steady from edition to edition, and never twice on the page. */
function anchorsOf(labels: readonly string[]): readonly string[] {
  const names = labels.map((label) => `theme-${slugFrom(label)}`);
  return names.map((name, position) =>
    name === 'theme-' || names.indexOf(name) < position ? `${name.replace(/-$/, '')}-${position + 1}` : name,
  );
}
