import { parseForm } from '@convener/forms';
import { answer, done, type Handler, invalid, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { consentOf } from '../domain/consent.ts';
import { reflectForm } from '../pages/forms.ts';
import { ownPage, withdrawnPage } from '../pages/own-page.tsx';
import { changeOwn as change, findOwn, type Own } from '../use-cases/own-reflection.ts';
import { closed } from './link-replies.ts';

type PublicHandler = Handler<PublicDependencies>;

export const showOwn: PublicHandler = async ({ params, query }, ports) => {
  const own = await findOwn(params.token ?? '', ports);
  if (own.kind !== 'found') return ended(own, ports);
  const { event, reflection } = own;
  const view = { network: ports.network, event, reflection, saved: query.get('done') === 'saved' };
  return answer(() => ownPage(view), { state: 'kept', words: saidOf(own)?.words, consent: saidOf(own)?.consent });
};

export const changeOwn: PublicHandler = async ({ params, fields, now }, ports) => {
  const token = params.token ?? '';
  const here = `/reflect/own/${token}` as const;
  if (fields.action === 'withdraw') {
    const own = await change(token, { kind: 'withdraw' }, now, ports);
    return own.kind === 'useless' ? ended(own, ports) : done(here, { state: 'withdrawn' });
  }
  const reading = parseForm(reflectForm, fields);
  if (reading.kind === 'invalid') {
    const own = await findOwn(token, ports);
    if (own.kind !== 'found') return ended(own, ports);
    const view = { network: ports.network, event: own.event, reflection: own.reflection, state: reading };
    return invalid(() => ownPage(view), reading.errors);
  }
  const { words, consent, name } = reading.value;
  const own = await change(token, { kind: 'edit', said: { words, consent: consentOf(consent, name) } }, now, ports);
  return own.kind === 'found' ? done(`${here}?done=saved`, { state: 'kept' }) : ended(own, ports);
};

function ended(own: Exclude<Own, { kind: 'found' }>, ports: PublicDependencies): Reply {
  if (own.kind === 'useless') return closed(own, ports, false);
  return answer(() => withdrawnPage(ports), { state: 'withdrawn' });
}

function saidOf({ reflection: { standing } }: Extract<Own, { kind: 'found' }>) {
  return standing.kind === 'withdrawn' ? undefined : standing;
}
