import { slugFrom } from '@convener/forms';
import { type NetworkSettings, publicPage } from '@convener/http';
import { Markdown } from '@convener/ui';
import { markdownAsText, renderMarkdown } from '@convener/ui/markdown';
import { dayInWords } from '../domain/date-line.ts';
import type { Edition, ReportContent, SpeakerSection } from '../domain/report.ts';
import { words } from '../words.en.ts';
import { correctionsOf, hasContext, speakersWithSection, spreadOf, whenAndWhere } from './report-text.ts';

export interface ReportView {
  readonly network: NetworkSettings;
  /** Origin, without a slash at the end. */
  readonly baseUrl: string;
  readonly content: ReportContent;
  readonly slug: string;
  /** Editions up to the one that is shown; none in the preview of a first one. */
  readonly editions: readonly Edition[];
  readonly shownAs: 'current' | 'archived' | 'preview';
  /** Address of the stylesheet. */
  readonly stylesheet: string;
}

/** The page that readers get: a file that needs nothing but the stylesheet that lies beside it. */
export function reportPage(view: ReportView): string {
  const { network, baseUrl, content, slug, shownAs } = view;
  const canonical = `${baseUrl}/reports/${slug}`;
  return publicPage({
    title: words.report.title(content.title),
    network,
    keptWith: { stylesheet: view.stylesheet },
    robots: shownAs === 'current' ? 'index' : 'noindex',
    description: description(content),
    canonical,
    jsonLd: structuredData(view, canonical),
    main: (
      <>
        {shownAs === 'archived' && <Archived {...view} />}
        <ReportArticle content={content} editions={view.editions} />
        {shownAs !== 'preview' && <AboutReport {...view} />}
      </>
    ),
  });
}

function ReportArticle({ content, editions }: Pick<ReportView, 'content' | 'editions'>) {
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
  const corrections = correctionsOf(editions);
  if (corrections.length === 0) return null;
  return (
    <section class="notice" aria-label={words.report.corrections}>
      {corrections.map(({ number, publishedAt, correction }) => (
        <div key={number} class="correction">
          <p>
            <strong>{words.report.corrected(dayInWords(publishedAt, timeZone))}</strong>
          </p>
          <Markdown html={renderMarkdown(correction, { topLevel: 2 })} />
        </div>
      ))}
    </section>
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

function Archived({ slug, editions, content }: ReportView) {
  const edition = editions.at(-1);
  if (!edition) return null;
  return (
    <div class="notice">
      <p>{words.report.archived(edition.number, dayInWords(edition.publishedAt, content.timeZone))}</p>
      <p>
        <a href={`/reports/${slug}`}>{words.report.current}</a>
      </p>
    </div>
  );
}

function AboutReport({ slug, editions, content, shownAs }: ReportView) {
  const latest = editions.at(-1);
  const earlier = editions.slice(0, -1).reverse();
  const day = (edition: Edition) => dayInWords(edition.publishedAt, content.timeZone);
  if (!latest) return null;
  const text = shownAs === 'archived' ? `/reports/${slug}/editions/${latest.number}.txt` : `/reports/${slug}.txt`;
  return (
    <section class="report-about" aria-label={words.report.about}>
      <p>{latest.number === 1 ? words.report.published(day(latest)) : `${words.report.editionOf(latest.number, day(latest))}.`}</p>
      <p>
        <a href={text}>{words.report.asText}</a>
      </p>
      {earlier.length > 0 && (
        <>
          <h2>{words.report.earlier}</h2>
          <ul>
            {earlier.map((edition) => (
              <li key={edition.number}>
                <a href={`/reports/${slug}/editions/${edition.number}`}>{words.report.editionOf(edition.number, day(edition))}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The beginning of the introduction, cut between words: search engines show about so much. */
function description(content: ReportContent): string {
  const text = markdownAsText(content.introduction) || whenAndWhere(content);
  if (text.length <= 160) return text;
  return `${text.slice(0, 159).replace(/\s+\S*$/, '')}…`;
}

function structuredData({ content, network, editions }: ReportView, canonical: string): object {
  const [first, latest] = [editions[0], editions.at(-1)];
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    headline: words.report.title(content.title),
    url: canonical,
    inLanguage: 'en',
    ...(first && latest ? { datePublished: first.publishedAt, dateModified: latest.publishedAt } : {}),
    publisher: { '@type': 'Organization', name: network.name },
    about: { '@type': 'Event', name: content.title, startDate: content.startsAt, endDate: content.endsAt },
  };
}
