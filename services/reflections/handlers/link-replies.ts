import { answer, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import type { KeptEvent } from '../domain/event.ts';
import { plainPage } from '../pages/reflect-frame.tsx';
import { words } from '../words.en.ts';

/** What a link answers that leads nowhere any more. */
export function closed(
  followed: { readonly kind: 'useless' } | { readonly kind: 'cancelled'; readonly event: KeptEvent },
  { network }: Pick<PublicDependencies, 'network'>,
  acting: boolean,
): Reply {
  switch (followed.kind) {
    case 'useless':
      return problem(404, words.closed.uselessTitle, words.closed.uselessText);
    case 'cancelled': {
      const { cancelledTitle, cancelledText } = words.closed;
      if (acting) return problem(409, cancelledTitle, cancelledText);
      const page = () => plainPage({ network, title: cancelledTitle, text: [followed.event.title, cancelledText] });
      return answer(page, { state: 'cancelled', event: followed.event.title });
    }
  }
}
