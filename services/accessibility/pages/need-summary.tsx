import { SummaryList } from '@convener/ui';
import { moment } from '../domain/dates.ts';
import type { Need, ReplyWish } from '../domain/need.ts';
import { words } from '../words.en.ts';
import { onTheirWordWords } from '../words.on-their-word.en.ts';
import { Lines } from './access-frame.tsx';

/** One answer, for its author and for the access coordinator alike. */
export function NeedSummary({ need, timeZone }: { readonly need: Need; readonly timeZone: string }) {
  const { kinds, ownWords, talkFirst } = need.answer;
  const { keys } = words.summary;
  return (
    <SummaryList
      rows={[
        ...(talkFirst
          ? [{ key: keys.talkFirst, value: [words.waysToTalk[talkFirst.how], talkFirst.when].filter(Boolean).join('. ') }]
          : []),
        ...(kinds.length > 0
          ? [
              {
                key: keys.kinds,
                value: (
                  <ul>
                    {kinds.map((kind) => (
                      <li key={kind}>{words.kinds[kind]}</li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
        ...(ownWords ? [{ key: keys.ownWords, value: <Lines text={ownWords} /> }] : []),
        ...replyRow(need),
        ...takenDownRow(need, timeZone),
        { key: keys.changedAt, value: moment(need.changedAt, timeZone) },
      ]}
    />
  );
}

/** Said only where they did not write it themselves. */
function takenDownRow({ consent: { takenDown, at } }: Need, timeZone: string) {
  if (!takenDown) return [];
  const { summary, ways } = onTheirWordWords;
  return [{ key: summary.key, value: summary.says(ways[takenDown.how], moment(at, timeZone)) }];
}

/** Said only where it is not as for everybody else. */
function replyRow({ answerFormat, answerPhone, answerByMail }: ReplyWish) {
  if (answerFormat === 'usual' && !answerByMail) return [];
  const { formats, inMail } = words.reply;
  return [
    { key: words.summary.keys.reply, value: [formats[answerFormat], answerPhone, answerByMail ? inMail : ''].filter(Boolean).join('. ') },
  ];
}
