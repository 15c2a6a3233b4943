import { expect, test } from 'vitest';
import { words } from './words.en.ts';

test.each([
  [{ rooms: 4, of: 6, elsewhere: false }, '4 of 6 rooms'],
  [{ rooms: 1, of: 1, elsewhere: false }, '1 of 1 room'],
  [{ rooms: 1, of: 6, elsewhere: true }, '1 of 6 rooms, and outside the rooms'],
  [{ rooms: 0, of: 6, elsewhere: true }, 'outside the rooms'],
  [{ rooms: 0, of: 6, elsewhere: false }, '0 of 6 rooms'],
  [{ rooms: 0, of: 0, elsewhere: false }, 'no room yet'],
])('%j reads %s', (spread, says) => expect(words.themes.spread(spread)).toBe(says));
