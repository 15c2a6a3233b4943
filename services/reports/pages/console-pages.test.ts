import { axeViolations, htmlProblems, launchBrowser, servePages } from '@convener/ui/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adviceOn } from '../domain/checks.ts';
import type { Publication, Report } from '../domain/report.ts';
import { network } from '../testing/report-service.ts';
import { sampleContent } from '../testing/sample-content.ts';
import { correctionMissing } from './forms.ts';
import { notDraftedPage, type OverviewView, overviewPage } from './overview-page.tsx';
import { type PartView, partPage } from './part-page.tsx';

const event = { id: 'evt_1', title: 'A sample event' };
const facts = { eventId: event.id, title: event.title };
const published: Publication = {
  kind: 'published',
  slug: 'a-sample',
  editions: [
    { number: 1, publishedAt: '2026-02-20T09:00:00.000Z', correction: '', themesVersion: 'v1' },
    { number: 2, publishedAt: '2026-02-21T09:00:00.000Z', correction: 'We corrected a name.', themesVersion: 'v2' },
  ],
};

function overview(changes: Partial<OverviewView> & { readonly publication?: Publication } = {}): string {
  const content = sampleContent({ introduction: 'SCN met. [here](https://example.org)', ending: '' });
  const { publication = { kind: 'never' }, ...rest } = changes;
  const report: Report = {
    ...{ id: 'rpt_1', eventId: event.id, revisions: {}, publication },
    draft: { introduction: content.introduction, context: content.context, sections: {}, ending: '', showSpread: false },
  };
  const view = { network, facts, report, content, advice: adviceOn(content), themes: { kind: 'complete' }, differs: undefined } as const;
  return overviewPage({ ...view, ...rest });
}

function part(changes: Partial<PartView> & Pick<PartView, 'part'>): string {
  return partPage({ network, event, state: { kept: {} }, seen: 0, ...changes });
}

const states: Readonly<Record<string, string>> = {
  'not begun': notDraftedPage({ network, facts }),
  'a draft with advice': overview(),
  'a draft without advice': overview({ advice: [] }),
  'reflections still open': overview({ themes: { kind: 'open', unthemed: 1 } }),
  'themes that cannot be checked': overview({ themes: { kind: 'unavailable' } }),
  'published, nothing to do': overview({ publication: published, differs: false }),
  'published, changed since': overview({ publication: published, differs: true }),
  'a correction without its note': overview({
    ...{ publication: published, differs: true },
    ...{ errors: [correctionMissing()], state: { kept: { correction: '' }, errors: [correctionMissing()] } },
  }),
  'the introduction': part({ part: { part: 'introduction' } }),
  'the context': part({ part: { part: 'context' } }),
  'a speaker': part({ part: { part: 'speaker', speakerId: 'spk_1' }, speaker: 'Sample Speaker' }),
  'the notes at the end': part({ part: { part: 'ending' } }),
  'the settings': part({ part: { part: 'settings' } }),
  'a part that is too long': part({
    part: { part: 'ending' },
    state: { kept: { ending: 'x' }, errors: [{ field: 'ending', id: 'ending', message: 'Shorten the notes' }] },
  }),
  'a part that somebody else saved': part({
    part: { part: 'context' },
    theirs: { part: 'context', heading: 'Theirs', prose: 'One.\n\nTwo.' },
  }),
  'a busy report': part({ part: { part: 'ending' }, warning: 'Several people are saving.' }),
};

let browser: Browser;
let page: Page;
const site = servePages();
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await site.attach(page);
}, 60_000);
afterAll(() => browser?.close());

describe.each(Object.entries(states))('%s', (_name, html) => {
  test('is valid, and breaks no rule of axe', async () => {
    expect(await htmlProblems(html)).toEqual([]);
    site.html = html;
    await page.goto(site.address);
    expect(await axeViolations(page)).toEqual([]);
  });
});
