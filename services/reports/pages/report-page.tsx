import { type NetworkSettings, publicPage } from '@convener/http';
import { markdownAsText } from '@convener/ui/markdown';
import { dayInWords } from '../domain/date-line.ts';
import type { Edition, ReportContent } from '../domain/report.ts';
import { words } from '../words.en.ts';
import { CorrectionNotes, ReportArticle } from './report-article.tsx';
import { whenAndWhere } from './report-text.ts';

export interface ReportView {
  readonly network: NetworkSettings;
  /** Origin, without a slash at the end. */
  readonly baseUrl: string;
  readonly content: ReportContent;
  readonly slug: string;
  /** Editions up to the one that is shown; none in the preview of a first one. */
  readonly editions: readonly Edition[];
  /** Of an earlier edition: those that came after it. */
  readonly later?: readonly Edition[];
  readonly shownAs: 'current' | 'archived' | 'preview';
  /** Address of the stylesheet. */
  readonly stylesheet: string;
}

/** The page that readers get: a file that needs nothing but the stylesheet that lies beside it. */
export function reportPage(view: ReportView): string {
  const { network, baseUrl, content, slug, shownAs } = view;
  const canonical = `${baseUrl}/reports/${slug}`;
  return publicPage({
    title: titleAs(view),
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

/** What is not the report as it stands says so in the browser's tabs and its history. */
function titleAs({ content, shownAs, editions }: ReportView): string {
  const title = words.report.title(content.title);
  if (shownAs === 'preview') return words.report.previewOf(title);
  const edition = editions.at(-1);
  return shownAs === 'archived' && edition ? words.report.titleOfEdition(edition.number, title) : title;
}

function Archived({ slug, editions, later = [], content }: ReportView) {
  const edition = editions.at(-1);
  if (!edition) return null;
  return (
    <div class="notice">
      <p>{words.report.archived(edition.number, dayInWords(edition.publishedAt, content.timeZone))}</p>
      <CorrectionNotes editions={later} timeZone={content.timeZone} />
      <p>
        <a href={`/reports/${slug}`}>{later.length > 0 ? words.report.newest : words.report.current}</a>
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
                {edition.takenDownAt === undefined ? (
                  <a href={`/reports/${slug}/editions/${edition.number}`}>{words.report.editionOf(edition.number, day(edition))}</a>
                ) : (
                  words.report.takenDown(edition.number, day(edition), dayInWords(edition.takenDownAt, content.timeZone))
                )}
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
