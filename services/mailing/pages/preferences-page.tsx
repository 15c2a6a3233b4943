import { fill, viewForm } from '@convener/forms';
import { type PageSetting, publicPage } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Checkboxes, Form, Notice } from '@convener/ui';
import type { Member } from '../domain/member.ts';
import { streams } from '../domain/streams.ts';
import { words } from '../words.en.ts';
import { AboutMember } from './join-page.tsx';
import { preferencesForm } from './member-forms.ts';

export interface PreferencesView extends PageSetting {
  readonly member: Member;
  readonly said?: 'joined' | 'saved' | undefined;
  readonly state?: NonNullable<Parameters<typeof viewForm>[1]>;
}

/** What a member receives, and how. */
export function preferencesPage({ network, member, said, state = { kept: keptOf(member) } }: PreferencesView): string {
  const { errors, field } = viewForm(preferencesForm, state);
  const texts = words.preferences;
  return publicPage({
    network,
    title: texts.title,
    errors,
    main: (
      <>
        <h1>{texts.title}</h1>
        {said && (
          <Notice kind="success" title={texts[said].title}>
            <p>{texts[said].text}</p>
          </Notice>
        )}
        <Form action="/my-preferences">
          <Checkboxes
            {...field('streams')}
            label={texts.streams}
            hint={texts.streamsHint}
            options={streams.map((value) => ({ value, ...words.streams[value] }))}
          />
          <AboutMember field={field} />
          <Button>{texts.submit}</Button>
        </Form>
        <h2>{texts.leaveTitle}</h2>
        <p>{texts.leaveText}</p>
        <ButtonLink href="/my-preferences/leave" kind="quiet">
          {texts.leave}
        </ButtonLink>
      </>
    ),
  });
}

function keptOf({ details, membership }: Member) {
  return fill(preferencesForm, { ...details, streams: membership.kind === 'joined' ? membership.streams : [] });
}

export function leavePage({ network }: PageSetting): string {
  return publicPage({
    network,
    title: words.leave.title,
    main: (
      <Form action="/my-preferences/leave">
        <h1>{words.leave.title}</h1>
        <p class="lead">{words.leave.text}</p>
        <ButtonGroup>
          <Button kind="danger">{words.leave.submit}</Button>
          <ButtonLink href="/my-preferences" kind="quiet">
            {words.leave.stay}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    ),
  });
}

export function leftPage({ network }: PageSetting): string {
  return publicPage({
    network,
    title: words.left.title,
    main: (
      <>
        <h1>{words.left.title}</h1>
        <p class="lead">{words.left.text}</p>
        <p>
          <a href="/events">{words.left.home}</a>
        </p>
      </>
    ),
  });
}
