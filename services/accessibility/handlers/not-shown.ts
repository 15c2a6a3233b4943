import { problem, type Reply } from '@convener/http';
import { notNowWords } from '../words.not-now.en.ts';

/** Instead of a page that only shows something: nobody has sent anything that could have been lost. */
export async function notShown(): Promise<Reply> {
  return problem(503, notNowWords.notShown.title, notNowWords.notShown.text);
}
