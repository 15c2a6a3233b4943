import { date, defineForm, ticked, when, yesNo } from '@convener/forms';
import { participantWords } from '../words.participants.en.ts';

/** Somebody's own choice: not ticked is no. */
export const choiceForm = defineForm({ fields: { shown: ticked({ what: 'that others may see you' }) } });

/** The organiser's setting, with the last day that this event allows. */
export function participantListForm(latest?: string) {
  return defineForm({
    fields: {
      shown: yesNo({ what: 'whether people may see who else comes', says: { missing: participantWords.setting.missing } }),
      from: when({ field: 'shown', is: [true] }, date({ what: 'the first day' })),
      until: when({ field: 'shown', is: [true] }, date({ what: 'the last day', ...(latest ? { latest } : {}) })),
    },
    rules: [({ from, until }) => (from && until && until < from ? { field: 'until', message: participantWords.setting.order } : undefined)],
  });
}
