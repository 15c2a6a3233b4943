import { type PageSetting, publicPage } from '@convener/http';
import { Button, ButtonGroup, Form } from '@convener/ui';
import { momentForAll } from '../domain/dates.ts';
import type { Promised } from '../domain/decide-confirm.ts';
import type { EventOutline } from '../domain/event.ts';
import { linkWords } from '../words.links.en.ts';
import { EventFacts } from './event-facts.tsx';

interface LinkView extends PageSetting {
  readonly outline: EventOutline;
  /** This very page's address: the button posts there. */
  readonly path: string;
}

/** Behind the confirm link. Opening it does nothing: programs that scan mail open links too. */
export function confirmPage({ network, outline, path, promised }: LinkView & { readonly promised: Promised }): string {
  return publicPage({
    network,
    title: linkWords.confirm.title,
    main: (
      <Form action={path}>
        <h1>{linkWords.confirm.title}</h1>
        <p class="lead">{linkWords.confirm.forEvent(outline.title)}</p>
        <EventFacts outline={outline} />
        <p>{promised.kind === 'held' ? linkWords.confirm.held(momentForAll(promised.until, outline)) : linkWords.confirm[promised.kind]}</p>
        <ButtonGroup>
          <Button>{linkWords.confirm.submit}</Button>
        </ButtonGroup>
        <p>{linkWords.confirm.notYou}</p>
      </Form>
    ),
  });
}

/** Behind the manage link. */
export function managePage({ network, outline, path }: LinkView): string {
  return publicPage({
    network,
    title: linkWords.manage.title,
    main: (
      <Form action={path}>
        <h1>{linkWords.manage.title}</h1>
        <p class="lead">{linkWords.manage.forEvent(outline.title)}</p>
        <Button>{linkWords.manage.submit}</Button>
      </Form>
    ),
  });
}
