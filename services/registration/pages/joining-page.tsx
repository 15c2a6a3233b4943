import { type PageSetting, publicPage } from '@convener/http';
import { ButtonGroup, ButtonLink } from '@convener/ui';
import type { Joining } from '../domain/event.ts';
import { joinWords } from '../words.attendance.en.ts';

const words = joinWords;
const back = { href: '/my-place', text: words.back };

/**
 * The last step before the event. It is a link and not a redirect of the form: browsers hold every step of a form's redirects to our own
 * address, and rooms lead on to further ones of their own.
 */
export function joiningPage({ network, title, joining }: PageSetting & { readonly title: string; readonly joining: Joining }): string {
  return publicPage({
    network,
    title: words.title,
    backLink: back,
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead(title)}</p>
        <ButtonGroup>
          <ButtonLink href={joining.link}>{words.link}</ButtonLink>
        </ButtonGroup>
        <p class="hint">{words.outside(new URL(joining.link).host)}</p>
        {joining.instructions && <h2>{words.instructions}</h2>}
        {joining.instructions.split('\n\n').map((paragraph) => paragraph && <p key={paragraph}>{paragraph}</p>)}
      </>
    ),
  });
}

/** Too early, too late, or without a place. */
export function notJoiningPage({ network, joiningHours }: PageSetting & { readonly joiningHours: number }): string {
  return publicPage({
    network,
    title: words.closed.title,
    backLink: back,
    main: (
      <>
        <h1>{words.closed.title}</h1>
        <p>{words.closed.text(joiningHours)}</p>
      </>
    ),
  });
}
