import { defineForm, integer, longText, markdown, oneOf, text, when } from '@convener/forms';
import { consentSteps } from '../domain/consent.ts';
import { longestPoint, mostPoints, readPoints } from '../domain/points.ts';
import { mostRooms } from '../domain/rooms.ts';
import { words } from '../words.en.ts';

/** The hidden id of one sending. */
const attempt = () => text({ what: 'the id of this form', max: 100, optional: true });

const consent = () => oneOf({ what: 'how we may use it', from: consentSteps, optional: true });
const nameToShow = () =>
  when(
    { field: 'consent', is: ['quote-named'] },
    text({ what: 'the name to show', max: 100, says: { missing: words.consent.nameMissing } }),
  );
const said = () => longText({ what: 'your reflection', max: 5000, says: { missing: words.reflect.wordsMissing } });

/** One reflection: by its owner on the room's page, or on their private page. */
export const reflectForm = defineForm({ fields: { words: said(), consent: consent(), name: nameToShow(), attempt: attempt() } });

/** What came on paper; `room` is a room's id, or nothing. */
export const byHandForm = defineForm({
  fields: {
    room: text({ what: 'the room', max: 40, optional: true }),
    words: longText({ what: 'the reflection', max: 5000 }),
    consent: consent(),
    name: nameToShow(),
    attempt: attempt(),
  },
});

/** A room's points, one a line. A note-taker cannot allow quotes by name for others. */
export const notesForm = defineForm({
  fields: {
    points: longText({ what: 'the points', max: 450_000, says: { missing: words.notes.missing } }),
    consent: oneOf({ what: 'how we may use them', from: ['analysis', 'paraphrase', 'quote-unnamed'], optional: true }),
    attempt: attempt(),
  },
  rules: [({ points }) => wrongPoints(points)],
});

function wrongPoints(points: string): { readonly field: 'points'; readonly message: string } | undefined {
  const reading = readPoints(points);
  switch (reading.kind) {
    case 'points':
      return undefined;
    case 'none':
      return { field: 'points', message: words.notes.missing };
    case 'too-many':
      return { field: 'points', message: words.notes.tooMany(reading.count, mostPoints) };
    case 'too-long':
      return { field: 'points', message: words.notes.tooLong(reading.line, longestPoint) };
  }
}

export const roomsForm = defineForm({ fields: { rooms: integer({ what: 'how many rooms there are', min: 1, max: mostRooms }) } });

export const moderateForm = defineForm({
  fields: {
    decision: oneOf({ what: 'what to do', from: ['set-aside', 'bring-back'] }),
    reason: when(
      { field: 'decision', is: ['set-aside'] },
      text({ what: 'the reason', max: 300, says: { missing: words.list.reasonMissing } }),
    ),
  },
});

export const themeForm = defineForm({
  fields: {
    label: text({ what: 'a label', max: 120 }),
    prose: markdown({ what: 'the text', max: 6000, optional: true }),
    /** As the page showed it; programs may leave it out and overwrite. */
    edition: integer({ what: 'the edition', min: 1, max: 1_000_000, optional: true }),
  },
});

export const mergeForm = defineForm({
  fields: { into: text({ what: 'the theme', max: 60, says: { missing: words.themes.mergeMissing } }) },
});
