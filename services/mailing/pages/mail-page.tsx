import { viewForm } from '@convener/forms';
import { consolePage, type PageSetting } from '@convener/http';
import { Button, ButtonGroup, Form, Notice, StatusCounts, Table, TextInput } from '@convener/ui';
import { moment } from '../domain/dates.ts';
import { doubtHours, type RecipientKind } from '../domain/letter.ts';
import type { LetterTemplate } from '../domain/letter-templates.ts';
import { organiseWords } from '../words.organise.en.ts';
import { addressForm } from './member-forms.ts';

const words = organiseWords.mail;

export interface ListedLetterView {
  readonly id: string;
  readonly template: LetterTemplate;
  readonly recipientKind: RecipientKind;
  readonly since: string;
  readonly mayBeSentAgain: boolean;
}

export interface MailView extends PageSetting {
  readonly doubt: readonly ListedLetterView[];
  readonly failed: readonly ListedLetterView[];
  readonly more: boolean;
  readonly suppressed: number;
  readonly said?: 'lifted' | 'notSuppressed' | 'queued' | 'settled' | undefined;
  readonly state?: NonNullable<Parameters<typeof viewForm>[1]>;
}

/** What needs a human being. */
export function mailPage(view: MailView): string {
  const { network, doubt, failed, suppressed, said, state = {} } = view;
  const { errors, field } = viewForm(addressForm, state);
  return consolePage({
    network,
    title: words.title,
    section: 'mail',
    errors,
    main: (
      <>
        {said && (
          <Notice kind="success" title={words[said].title}>
            <p>{words[said].text}</p>
          </Notice>
        )}
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <StatusCounts
          counts={[
            { count: doubt.length, label: words.doubt.toLowerCase(), tone: doubt.length > 0 ? 'attention' : 'good' },
            { count: failed.length, label: words.failed.toLowerCase(), tone: failed.length > 0 ? 'bad' : 'good' },
            { count: suppressed, label: words.suppressed },
          ]}
        />
        {view.more && <p>{words.more}</p>}
        <h2>{words.doubt}</h2>
        <p>{words.doubtText(doubtHours)}</p>
        <Letters id="doubt" caption={words.doubt} letters={doubt} network={network} />
        <h2>{words.failed}</h2>
        <p>{words.failedText}</p>
        <Letters id="failed" caption={words.failed} letters={failed} network={network} />
        <h2>{words.suppressedTitle}</h2>
        <p>{words.suppressedText}</p>
        <Form action="/organise/mail/suppression" label={words.suppressedTitle}>
          <TextInput {...field('email')} label={words.email} type="email" />
          <ButtonGroup>
            <Button kind="quiet">{words.lift}</Button>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}

function Letters({
  id,
  caption,
  letters,
  network,
}: PageSetting & { readonly id: string; readonly caption: string; readonly letters: readonly ListedLetterView[] }) {
  const { columns } = words;
  if (letters.length === 0) return <p>{words.none}</p>;
  return (
    <Table
      id={id}
      caption={caption}
      captionHidden
      columns={[columns.letter, columns.to, columns.since, columns.action].map((heading) => ({ heading }))}
      rows={letters.map((letter) => [
        organiseWords.templates[letter.template],
        words.recipients[letter.recipientKind],
        moment(letter.since, network.timeZone),
        letter.mayBeSentAgain ? (
          <Form action={`/organise/mail/letters/${letter.id}/send-again`}>
            <Button kind="quiet">{words.sendAgain}</Button>
          </Form>
        ) : (
          words.wait
        ),
      ])}
    />
  );
}
