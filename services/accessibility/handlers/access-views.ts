import { answer, type HttpRequest, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import type { Telling } from '../domain/arrangement.ts';
import { canSayHowItWas } from '../domain/feedback.ts';
import type { Need } from '../domain/need.ts';
import type { Remembered } from '../domain/remembered.ts';
import { keptOf } from '../pages/access-form.ts';
import { type AccessView, accessPage } from '../pages/access-page.tsx';
import type { ReplyState } from '../pages/answer-page.tsx';
import type { FeedbackState } from '../pages/feedback.tsx';
import type { RememberState } from '../pages/remember.tsx';
import { closedPage } from '../pages/small-pages.tsx';
import type { MyAccess } from '../use-cases/my-access.ts';
import { words } from '../words.en.ts';

export type Here = Extract<MyAccess, { kind: 'here' }>;
type Given = Pick<HttpRequest, 'now'>;
type Setting = Pick<PublicDependencies, 'network'>;

/** What a page comes back with where something is to be put right, or left out. */
export interface Again {
  readonly state?: AccessView['state'];
  readonly replying?: ReplyState;
  readonly remembering?: RememberState;
  readonly saying?: FeedbackState;
  /** What they wrote when it was too late. */
  readonly written?: string;
  /** Nothing of what is remembered in the form. */
  readonly empty?: boolean;
}

/** Somebody's own page in whichever state it is. */
export function show(access: MyAccess, request: Given, setting: Setting, again: Again = {}): Reply {
  switch (access.kind) {
    case 'not-yet':
      return problem(503, words.notYet.title, words.notYet.text);
    case 'gone':
      return answer(() => closedPage({ network: setting.network, event: access.event, because: access.because, need: undefined }), {
        status: access.because,
      });
    case 'here':
      return answer(() => herePage(access, request, setting, again), dataOfHere(access, request.now));
  }
}

export function herePage(access: Here, { now }: Given, { network }: Setting, again: Again = {}): string {
  const { event, need, phase, asking } = access;
  const memory = access.canRemember
    ? { remembered: access.remembered, ...(again.remembering ? { state: again.remembering } : {}) }
    : undefined;
  if (phase !== 'open') {
    const errors = [...(again.saying?.errors ?? []), ...(again.remembering?.errors ?? [])];
    const after = { event, need, now, ...(again.saying ? { saying: again.saying } : {}), ...(memory ? { memory } : {}) };
    return closedPage({ network, event, because: phase, need, errors, after, ...(again.written ? { written: again.written } : {}) });
  }
  const filledIn = !need && !again.state && !again.empty && access.remembered !== undefined;
  const state = again.state ?? { kept: keptOf(need ?? (filledIn ? access.remembered : undefined)) };
  return accessPage({
    network,
    event,
    need,
    now,
    asking,
    state,
    ...toldIn(access, again),
    ...(memory ? { memory: { ...memory, filledIn } } : {}),
  });
}

function toldIn({ need, arrangement, holding }: Here, { replying }: Again): Pick<AccessView, 'told'> {
  return need && arrangement ? { told: { arrangement, holding, ...(replying ? { state: replying } : {}) } } : {};
}

function dataOfHere({ phase, event, need, arrangement, holding, asking, remembered }: Here, now: Date): object {
  const { kinds, introduction, contact } = asking;
  return {
    status: phase,
    provided: event.provisions,
    asked: { kinds, introduction, contact },
    answer: need ? dataOf(need) : null,
    ourAnswer: arrangement?.telling ? { ...dataOfTelling(arrangement.telling), holding } : null,
    reply: arrangement?.reply ?? null,
    remembered: remembered ? dataOfRemembered(remembered) : null,
    howWasIt: canSayHowItWas(event, now) ? 'open' : 'closed',
  };
}

function dataOfTelling({ provided, cannot, contact, at, version }: Telling): object {
  return { provided, cannot: cannot ?? null, contact, at, version };
}

export function dataOf(need: Need): object {
  const { answer, answerFormat, answerPhone, answerByMail, consent, changedAt, version } = need;
  const { kinds, ownWords, talkFirst } = answer;
  return { kinds, ownWords, talkFirst: talkFirst ?? null, answerFormat, answerPhone, answerByMail, consent, changedAt, version };
}

export function dataOfRemembered({ answer, until, consent, changedAt, ...reply }: Remembered): object {
  return { ...answer, talkFirst: answer.talkFirst ?? null, ...reply, until, consent, changedAt };
}
