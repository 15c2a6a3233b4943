import { CallFailed } from '@convener/events';
import { answer, file, type Handler, problem } from '@convener/http';
import type { DataDependencies } from '../dependencies.ts';
import { signedOutPage } from '../pages/small-pages.tsx';
import { type OwnData, ownData } from '../use-cases/own-data.ts';
import { words as dataWords } from '../words.data.en.ts';
import { words } from '../words.en.ts';

/** The whole file; with the session of one's own place, whatever was said or not said. */
export const downloadEverything: Handler<DataDependencies> = async ({ cookies, now, wants }, ports) => {
  const place = await ports.placeOf(cookies.place ?? '', now);
  const held = place ? await ownData(place, now, ports).catch(notNow) : ({ kind: 'gone' } as const);
  switch (held.kind) {
    case 'held':
      return file('application/json', JSON.stringify(held.file, null, 2), { fileName: 'what-we-hold-of-you.json' });
    case 'not-now':
      return problem(503, dataWords.notNow.title, dataWords.notNow.text);
    case 'gone':
      if (wants === 'json') return problem(401, words.signedOut.title, words.signedOut.text);
      return answer(() => signedOutPage(ports, ''), {}, { status: 401 });
  }
};

function notNow(error: unknown): OwnData | { readonly kind: 'not-now' } {
  if (error instanceof CallFailed) return { kind: 'not-now' };
  throw error;
}
