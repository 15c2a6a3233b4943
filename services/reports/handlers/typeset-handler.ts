import type * as z from 'zod/mini';
import type { typesetCall } from '../calls.ts';
import { editionFiles } from '../pages/edition-files.ts';
import type { Site } from '../pages/published.ts';
import { reportPage } from '../pages/report-page.tsx';
import { reportStyle } from '../pages/report-style.ts';
import { reportText } from '../pages/report-text.ts';

type Asked = z.infer<typeof typesetCall.request>;
type Answer = z.infer<typeof typesetCall.answer>;

export async function typeset(asked: Asked, site: Site): Promise<Answer> {
  switch (asked.kind) {
    case 'edition':
      return { files: editionFiles(site, asked) };
    case 'preview': {
      const { content, slug, editions, stylesheet } = asked;
      const page = reportPage({ ...site, content, slug, editions, stylesheet, shownAs: 'preview' });
      return { page, text: reportText(content, editions) };
    }
    case 'style':
      return { css: reportStyle(site.network).css };
  }
}
