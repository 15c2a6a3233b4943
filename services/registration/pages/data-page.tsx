import { type PageSetting, publicPage } from '@convener/http';
import { ButtonGroup, ButtonLink, SummaryList } from '@convener/ui';
import { longDate } from '@convener/writing/dates';
import type { MyPlace } from '../domain/my-place.ts';
import { groupCalled } from '../domain/pools.ts';
import { heldUntil, type Retention } from '../domain/retention.ts';
import { words } from '../words.data.en.ts';

/** The promise of the consent to access needs, which accessibility keeps; a test holds the two against each other. */
export const accessKeptDays = 30;

export interface DataView extends PageSetting {
  readonly place: MyPlace;
  readonly retention: Retention;
}

/** What is held of somebody, why, and until when, in plain words; the same whatever they told us would help them. */
export function dataPage({ network, place: { registration, event }, retention }: DataView): string {
  const { outline } = event;
  const { details, place, answers, access, letters } = words.rows;
  const { wantsReport } = registration.details;
  const group = groupCalled(event.places, registration.group)?.name;
  const until = longDate(heldUntil(wantsReport, outline.endsAt, retention), outline.timeZone);
  const accessUntil = longDate(new Date(Date.parse(outline.endsAt) + accessKeptDays * 24 * 60 * 60 * 1000).toISOString(), outline.timeZone);
  return publicPage({
    network,
    title: words.title,
    backLink: { href: '/my-place', text: words.back },
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead(outline.title)}</p>
        <SummaryList
          rows={[
            held(details.what, wantsReport ? `${details.why} ${details.forReport}` : details.why, details.until(until)),
            ...(group ? [held(words.rows.group.what(group), words.rows.group.why, words.sameAsDetails)] : []),
            held(place.what, place.why, words.sameAsDetails),
            held(answers.what, answers.why, answers.until),
            held(access.what, access.why, access.until(accessUntil)),
            held(letters.what, letters.why, words.sameAsDetails),
          ]}
        />
        <ButtonGroup>
          <ButtonLink href="/my-place/everything.json">{words.download}</ButtonLink>
        </ButtonGroup>
        <p>{words.downloadHint}</p>
        <ButtonGroup>
          <ButtonLink href="/my-place/delete" kind="danger">
            {words.delete}
          </ButtonLink>
        </ButtonGroup>
        <p>{words.deleteHint}</p>
        <h2>{words.stays.title}</h2>
        <ul>
          {words.stays.list.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </>
    ),
  });
}

function held(key: string, why: string, until: string) {
  return {
    key,
    value: (
      <>
        <p>{why}</p>
        <p>
          <b>{words.until}</b> {until}
        </p>
      </>
    ),
  };
}
