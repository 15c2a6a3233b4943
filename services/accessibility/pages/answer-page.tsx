import type { viewForm } from '@convener/forms';
import { viewForm as view } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, ButtonGroup, Details, Form, Notice, Radios, TextArea } from '@convener/ui';
import type { Arrangement, Telling } from '../domain/arrangement.ts';
import type { EventOutline } from '../domain/event.ts';
import type { Holding } from '../domain/holding.ts';
import type { AnswerFormat, Need } from '../domain/need.ts';
import { answerWords } from '../words.answer.en.ts';
import { words as accessWords } from '../words.en.ts';
import { movedWords } from '../words.moved.en.ts';
import { accessFrame } from './access-frame.tsx';
import { easyPartsOf, type Part, partsOf } from './answer-text.ts';
import { replyForm } from './reply-form.ts';

const words = answerWords;

export type ReplyState = Parameters<typeof viewForm<(typeof replyForm)['fields']>>[1];

export interface AnswerProps {
  readonly event: EventOutline;
  readonly need: Need;
  readonly arrangement: Arrangement;
  readonly holding: Holding;
  readonly state?: ReplyState;
}

/** What we answered, in the format that somebody prefers, and their reply. Nothing where there is no answer yet. */
export function OurAnswer({ event, need, arrangement, holding, state = {} }: AnswerProps) {
  const { telling } = arrangement;
  if (!telling) return null;
  if (holding !== 'holds') return <LookedAtAgain telling={telling} need={need} because={holding} />;
  return (
    <section aria-labelledby="our-answer" class={need.answerFormat === 'large-print' ? 'large-print' : undefined}>
      <h2 id="our-answer">{words.title}</h2>
      <Parts parts={need.answerFormat === 'easy-read' ? easyPartsOf(telling, event) : partsOf(telling)} level={3} />
      {telling.needVersion !== need.version && <Notice>{words.since}</Notice>}
      <Reply arrangement={arrangement} telling={telling} state={state} />
      <OtherWays format={need.answerFormat} />
    </section>
  );
}

interface LookedAtAgainProps {
  readonly telling: Telling;
  readonly need: Need;
  readonly because: Exclude<Holding, 'holds'>;
}

/** What is no longer so is not said as if it were; whom to talk to still is. */
function LookedAtAgain({ telling, need, because }: LookedAtAgainProps) {
  const { title, text, earlier } = because === 'moved' ? movedWords.mine : words.again;
  return (
    <section aria-labelledby="our-answer" class={need.answerFormat === 'large-print' ? 'large-print' : undefined}>
      <h2 id="our-answer">{words.title}</h2>
      <Notice title={title} level={3}>
        <p>{text}</p>
        <p>
          {words.contact}: {telling.contact}
        </p>
      </Notice>
      <Details summary={earlier}>
        <Parts parts={partsOf(telling)} level={3} />
      </Details>
    </section>
  );
}

function Parts({ parts, level }: { readonly parts: readonly Part[]; readonly level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <>
      {parts.map((part, position) =>
        part.kind === 'heading' ? (
          <Heading key={position}>{part.text}</Heading>
        ) : (
          part.lines.map((line, at) => <p key={`${position}-${at}`}>{line}</p>)
        ),
      )}
    </>
  );
}

interface ReplyProps {
  readonly arrangement: Arrangement;
  readonly telling: Telling;
  readonly state: NonNullable<ReplyState>;
}

function Reply({ arrangement: { reply }, telling, state }: ReplyProps) {
  const { field } = view(replyForm, state);
  const current = reply?.to === telling.version ? reply : undefined;
  const said = current?.kind === 'works' ? 'yes' : current ? 'no' : '';
  return (
    <Form hidden={{ action: 'reply', answerVersion: String(telling.version) }} label={words.does}>
      {current && (
        <Notice kind={current.kind === 'works' ? 'success' : 'info'}>
          {current.kind === 'works' ? words.saidWorks : words.saidNot} {words.change}
        </Notice>
      )}
      <Radios
        {...field('works')}
        value={field('works').value || said}
        label={words.does}
        options={[
          { value: 'yes', label: words.yes },
          {
            value: 'no',
            label: words.no,
            reveal: (
              <TextArea
                {...field('replyWords')}
                value={field('replyWords').value || (current?.kind === 'does-not-work' ? current.ownWords : '')}
                label={words.ownWords}
                rows={4}
              />
            ),
          },
        ]}
      />
      <Button>{words.send}</Button>
    </Form>
  );
}

const otherWays = ['large-print', 'easy-read', 'plain-text'] as const;
export type OtherWay = (typeof otherWays)[number];

export function isOtherWay(format: unknown): format is OtherWay {
  return otherWays.some((each) => each === format);
}

/** Sent to the same address, so that no address tells what was read. */
function OtherWays({ format }: { readonly format: AnswerFormat }) {
  return (
    <Form hidden={{ action: 'read-answer' }} label={words.otherwise}>
      <p>{words.otherwise}:</p>
      <ButtonGroup>
        {otherWays
          .filter((way) => way !== format)
          .map((way) => (
            <Button key={way} kind="quiet" name="format" value={way}>
              {words.formats[way]}
            </Button>
          ))}
      </ButtonGroup>
    </Form>
  );
}

/** The answer by itself, in large print or in easy-to-read words. */
export function answerPage({
  network,
  event,
  telling,
  way,
}: PageSetting & { readonly event: EventOutline; readonly telling: Telling; readonly way: OtherWay }): string {
  return accessFrame({
    network,
    main: (
      <div class={way === 'large-print' ? 'large-print' : undefined}>
        <p class="eyebrow">{event.title}</p>
        <h1>{words.title}</h1>
        <Parts parts={way === 'easy-read' ? easyPartsOf(telling, event) : partsOf(telling)} level={2} />
        <p>
          <a href="/my-place/access">{accessWords.title}</a>
        </p>
      </div>
    ),
  });
}
