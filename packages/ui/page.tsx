import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { assetPath, stylesheetPath } from './assets/paths.ts';
import { BackLink } from './components/back-link.tsx';
import { type ErrorItem, ErrorSummary } from './components/error-summary.tsx';
import { icon, PageFooter, PageHeader } from './components/page-frame.tsx';
import type { NavigationItem } from './components/tabs.tsx';
import type { Network } from './network.ts';
import { houseTheme } from './theme.ts';
import { englishWords, type UiWords, WordsContext } from './words.en.ts';

export interface PageProps {
  /** What this page is, as in its h1. The network's name is added. */
  readonly title: string;
  readonly network: Network;
  /** Organisers' pages are wider, say so in the header, and are never indexed. */
  readonly audience: 'public' | 'organiser';
  readonly main: ComponentChildren;
  /** 'en' unless said. */
  readonly lang?: string | undefined;
  readonly navigation?: readonly NavigationItem[] | undefined;
  /** The signed-in person's links, such as signing out. */
  readonly account?: readonly NavigationItem[] | undefined;
  /** Makes the error summary and the "Error:" of the title. */
  readonly errors?: readonly ErrorItem[] | undefined;
  readonly backLink?: { readonly href: string; readonly text?: string } | undefined;
  /** Above main, for example breadcrumbs or tabs. */
  readonly before?: ComponentChildren;
  /** Structured data about the page, for search engines. */
  readonly jsonLd?: object | undefined;
  /** 'noindex' unless said: most pages are about somebody's own place. */
  readonly robots?: 'index' | 'noindex' | undefined;
  readonly description?: string | undefined;
  /** The page's own address, in full. */
  readonly canonical?: string | undefined;
  readonly words?: UiWords | undefined;
  /** Loads the page again by itself after so many seconds. Only where somebody asked for it and can stop it (WCAG 2.2.1). */
  readonly refreshSeconds?: number | undefined;
  /** A plain page for reading and printing, such as a report. */
  readonly width?: 'reading' | 'wide' | undefined;
  /** For a page kept as a file, which outlives the functions that serve the assets: the address of its own stylesheet. It has no script. */
  readonly keptWith?: { readonly stylesheet: string } | undefined;
}

/** The whole page as HTML. It needs no script: the one that it names only makes some things kinder. */
export function renderPage(page: PageProps): string {
  const words = page.words ?? englishWords;
  const html = render(
    <WordsContext.Provider value={words}>
      <Page {...page} words={words} />
    </WordsContext.Provider>,
  );
  return `<!doctype html>${html}`;
}

function Page(page: PageProps & { readonly words: UiWords }) {
  const { network, audience, words, errors = [] } = page;
  return (
    <html lang={page.lang ?? 'en'}>
      <Head {...page} />
      <body class={audience}>
        <a class="skip" href="#main">
          {words.skipToMain}
        </a>
        <PageHeader network={network} audience={audience} navigation={page.navigation ?? []} account={page.account ?? []} words={words} />
        <div class={(page.width ?? (audience === 'organiser' ? 'wide' : 'reading')) === 'wide' ? 'page wide' : 'page'}>
          {page.backLink && (
            <nav aria-label={words.back}>
              <BackLink {...page.backLink} />
            </nav>
          )}
          {page.before}
          <main id="main" tabindex={-1}>
            {errors.length > 0 && <ErrorSummary errors={errors} />}
            {page.main}
          </main>
        </div>
        <PageFooter network={network} words={words} />
      </body>
    </html>
  );
}

function Head(page: PageProps & { readonly words: UiWords }) {
  const { network, words, jsonLd } = page;
  const colours = network.theme ?? houseTheme;
  const title = `${page.errors && page.errors.length > 0 ? words.errorInTitle : ''}${page.title} – ${network.name}`;
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={colours.accent} />
      {(page.audience === 'organiser' || page.robots !== 'index') && <meta name="robots" content="noindex" />}
      {page.refreshSeconds && <meta http-equiv="refresh" content={String(page.refreshSeconds)} />}
      {page.description && <meta name="description" content={page.description} />}
      {page.canonical && <link rel="canonical" href={page.canonical} />}
      <link rel="icon" href={icon(colours)} />
      <link rel="stylesheet" href={page.keptWith?.stylesheet ?? stylesheetPath(network.theme)} />
      {!page.keptWith && <script src={assetPath('main.js')} defer />}
      {jsonLd && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: dataBlock(jsonLd) }} />}
    </head>
  );
}

/** JSON that cannot end its own script element, nor open a comment in it; browsers read it as data, never run it. */
export function dataBlock(data: object): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
