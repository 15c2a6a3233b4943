import { expect, test } from 'vitest';
import { readSeed, seedText } from './read-seed.ts';

test('every line of the seed is somewhere in what organisers enter', () => {
  const entered = JSON.stringify(readSeed());
  const fixed = [
    'Event report: ',
    'Our speakers',
    'Breakout discussions',
    'In our breakout groups',
    'Reflections from the discussion included:',
  ];
  const lost = seedText()
    .split('\n')
    .filter((line) => line !== '' && !fixed.some((start) => line.startsWith(start)))
    .filter((line) => {
      const [start = '', ...rest] = line.split(': ');
      const parts =
        rest.length > 0 && !entered.includes(JSON.stringify(line).slice(1, -1)) ? [start, rest.join(': ')] : line.split(/(?<!\d), /);
      return !parts.every((part) => entered.includes(JSON.stringify(part).slice(1, -1)));
    });
  expect(lost).toEqual([]);
});

test('the seed has two speakers, one question and sixteen themes', () => {
  const seed = readSeed();
  expect(seed.speakers.map((speaker) => speaker.organisation)).toEqual(['Scottish Government', 'CHSS']);
  expect(seed.speakers[1]?.section.match(/^- /gm)).toHaveLength(3);
  expect(seed.speakers[1]?.section).toContain('> Annie-Marie concluded: “');
  expect(seed.question).toMatch(/^What are the challenges and opportunities .*\?$/);
  expect(seed.themes).toHaveLength(16);
});
