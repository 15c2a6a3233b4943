import { h } from 'preact';
import { renderPage } from '../../pages/layout.ts';
import { people } from './people.ts';

/** One click a person: which of the made-up people signs in. */
export function peoplePage(action: string): string {
  return renderPage({
    title: 'Who is signing in?',
    kind: 'narrow',
    body: [
      h('p', { class: 'lead' }, 'On this machine anybody can be anybody. All of them are made up.'),
      h(
        'form',
        { method: 'post', action, class: 'people' },
        people.map((person) =>
          h('button', { type: 'submit', name: 'person', value: person.sub, class: 'person' }, [
            h('strong', null, person.name),
            h('span', null, person.says),
          ]),
        ),
      ),
    ],
  });
}

export function refusalPage(title: string, explanation: string): string {
  return renderPage({
    title,
    kind: 'narrow',
    body: [h('p', { class: 'lead' }, explanation), h('p', null, h('a', { href: '/' }, 'Go to the start page'))],
  });
}

/** The provider hands over its own form, which holds nothing but a hidden token: its buttons join it by id. */
export function signOutPage(form: string): string {
  return renderPage({
    title: 'Sign out?',
    kind: 'narrow',
    body: [
      h('div', { dangerouslySetInnerHTML: { __html: form } }),
      h('p', null, [
        h('button', { type: 'submit', form: 'op.logoutForm', name: 'logout', value: 'yes', class: 'button' }, 'Sign out'),
        ' ',
        h('button', { type: 'submit', form: 'op.logoutForm', class: 'button quiet' }, 'Stay signed in'),
      ]),
    ],
  });
}
