import { services } from '@convener/infra/services';
import { expect, test } from 'vitest';
import { aboutNobody, lifetimeLines } from '../../services/events/words.lifetimes.en.ts';

/** Classes of data that the manifests declare, as `registration: unconfirmed registration`. */
const declared = services.flatMap(({ name, tables }) =>
  Object.values(tables).flatMap(({ lifetimes }) => Object.keys(lifetimes).map((what) => `${name}: ${what}`)),
);
const named = [...lifetimeLines.flatMap(({ of }) => of), ...Object.keys(aboutNobody)];

/** What is held of people and the notice does not tell. */
const untold = (held: readonly string[], told: readonly string[]) => held.filter((each) => !told.includes(each));

test('the privacy notice tells of everything that is held; what is new needs a line in services/events/words.lifetimes.en.ts', () => {
  expect(untold(declared, named)).toEqual([]);
});

test('the privacy notice speaks of nothing that is not there', () => {
  expect(untold(named, declared)).toEqual([]);
});

test('a class of data that nobody wrote a line for is noticed', () => {
  expect(untold([...declared, 'registration: shoe size'], named)).toEqual(['registration: shoe size']);
});
