import { defineForm, type FieldError, fill, longText, markdown, parseForm, text, ticked } from '@convener/forms';
import type { Edit, Part } from '../domain/draft.ts';
import { words } from '../words.en.ts';

/** What is posted for each part of a report, by browsers and programs alike. */
export const partForms = {
  introduction: defineForm({ fields: { introduction: markdown({ what: 'the introduction', optional: true }) } }),
  context: defineForm({
    fields: {
      heading: text({ what: 'a heading', max: 200, optional: true }),
      prose: markdown({ what: 'the text', optional: true }),
    },
  }),
  speaker: defineForm({ fields: { section: markdown({ what: 'what they said', optional: true }) } }),
  ending: defineForm({ fields: { ending: markdown({ what: 'the notes', optional: true }) } }),
  settings: defineForm({ fields: { showSpread: ticked({ what: 'whether to say it' }) } }),
};

export const publishForm = defineForm({
  fields: {
    correction: longText({ what: 'what changed', max: 1000, optional: true }),
    takeDown: ticked({ what: 'whether earlier editions are taken down' }),
  },
});

type Kept = ReturnType<typeof fill>;

export type PartReading =
  | { readonly kind: 'read'; readonly edit: Edit }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[]; readonly kept: Kept };

/** Reads one part; an empty field is an empty part. */
export function readPart(part: Part, fields: unknown): PartReading {
  switch (part.part) {
    case 'introduction': {
      const reading = parseForm(partForms.introduction, fields);
      return reading.kind === 'invalid' ? reading : { kind: 'read', edit: { ...part, introduction: reading.value.introduction ?? '' } };
    }
    case 'context': {
      const reading = parseForm(partForms.context, fields);
      if (reading.kind === 'invalid') return reading;
      return { kind: 'read', edit: { ...part, heading: reading.value.heading ?? '', prose: reading.value.prose ?? '' } };
    }
    case 'speaker': {
      const reading = parseForm(partForms.speaker, fields);
      return reading.kind === 'invalid' ? reading : { kind: 'read', edit: { ...part, section: reading.value.section ?? '' } };
    }
    case 'ending': {
      const reading = parseForm(partForms.ending, fields);
      return reading.kind === 'invalid' ? reading : { kind: 'read', edit: { ...part, ending: reading.value.ending ?? '' } };
    }
    case 'settings': {
      const reading = parseForm(partForms.settings, fields);
      return reading.kind === 'invalid' ? reading : { kind: 'read', edit: { ...part, showSpread: reading.value.showSpread } };
    }
  }
}

/** What the form of a part shows when it says this. */
export function filledWith(edit: Edit): Kept {
  switch (edit.part) {
    case 'introduction':
      return fill(partForms.introduction, { introduction: edit.introduction });
    case 'context':
      return fill(partForms.context, { heading: edit.heading, prose: edit.prose });
    case 'speaker':
      return fill(partForms.speaker, { section: edit.section });
    case 'ending':
      return fill(partForms.ending, { ending: edit.ending });
    case 'settings':
      return fill(partForms.settings, { showSpread: edit.showSpread });
  }
}

export function correctionMissing(): FieldError {
  return { field: 'correction', id: 'correction', message: words.console.correctionMissing };
}

/** The part's name among routes, pages and JSON. */
export function pathOf(part: Part): string {
  return part.part === 'speaker' ? `speakers/${part.speakerId}` : part.part;
}
