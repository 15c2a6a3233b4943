import type { Role } from '@convener/contracts';
import { defineForm, type FormValues, fill, integer, longText, severalOf, text, ticked, viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, Checkboxes, Form, Notice, TextArea, TextInput, Tick } from '@convener/ui';
import type { Asking } from '../domain/asking.ts';
import type { EventOutline } from '../domain/event.ts';
import { kindsFor, needKinds } from '../domain/need.ts';
import { pryingIn } from '../domain/prying.ts';
import { askingWords } from '../words.asking.en.ts';
import { words as access } from '../words.en.ts';
import { accessConsole } from './access-frame.tsx';
import { versionSeen } from './version-seen.ts';

const words = askingWords.asking;

export const askingForm = defineForm({
  fields: {
    kinds: severalOf({ what: 'what people can tick', from: needKinds, min: 1, says: { missing: words.errors.nothing } }),
    introduction: longText({ what: 'the word before the questions', optional: true, max: 2000 }),
    keepWords: ticked({ what: 'that you have read the words again' }),
    contact: text({ what: 'whom to talk to', max: 300, optional: true }),
    version: integer({ what: 'the version that you changed', optional: true }),
  },
  // Organisers may have a reason that no list of words knows; they are asked to look again, not forbidden.
  rules: [
    ({ introduction = '', contact = '', keepWords }) => {
      const [found] = pryingIn(`${introduction}\n${contact}`);
      return found && !keepWords ? { field: 'introduction', message: words.errors.prying(found) } : undefined;
    },
  ],
});

export function askingOfForm({ kinds, introduction = '', contact = '', version = 0 }: FormValues<typeof askingForm>): Asking {
  return { kinds, introduction, contact, version };
}

export interface AskingPageView extends PageSetting {
  readonly event: EventOutline;
  readonly asking: Asking;
  readonly roles: readonly Role[];
  readonly state?: Parameters<typeof viewForm<(typeof askingForm)['fields']>>[1];
  readonly saved?: boolean;
}

/** What people are asked about access at this event; it is the same for everybody, and tells nothing of anybody. */
export function askingPage({ network, event, asking, roles, saved = false, state }: AskingPageView): string {
  const { kinds, introduction, contact } = asking;
  const view = viewForm(askingForm, state ?? { kept: fill(askingForm, { kinds, introduction, contact }) });
  const ticked = view.field('kinds');
  const keep = view.field('keepWords');
  const looksAgain = keep.value === 'yes' || view.errors.some(({ id }) => id === 'introduction');
  const fitting = kindsFor(event.mode);
  const offered = needKinds.filter((kind) => fitting.includes(kind) || ticked.values.includes(kind));
  return accessConsole({
    network,
    title: words.title,
    event,
    part: { current: 'asking', roles },
    errors: view.errors,
    main: (
      <>
        <h1>{words.title}</h1>
        {saved && <Notice kind="success">{words.saved}</Notice>}
        <p class="lead">{words.lead}</p>
        {asking.version === 0 && <p>{words.usual}</p>}
        <Form hidden={{ version: versionSeen(state, 'version', asking.version) }}>
          <TextArea {...view.field('introduction')} label={words.introduction} hint={words.introductionHint} rows={4} />
          {looksAgain && <Tick {...keep} label={words.keepWords} />}
          <Checkboxes
            {...ticked}
            label={words.kinds}
            hint={words.kindsHint}
            options={offered.map((value) => ({ value, label: access.kinds[value] }))}
          />
          <TextInput {...view.field('contact')} label={words.contact} hint={words.contactHint} />
          <Button>{words.save}</Button>
        </Form>
      </>
    ),
  });
}
