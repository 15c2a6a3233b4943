import { defineForm, email, integer, oneOf, text, ticked, yesNo } from '@convener/forms';
import { organiseWords } from '../words.organise.en.ts';

const { enter } = organiseWords;

const name = text({ what: 'what we should call them', max: 100, says: { missing: enter.missingName } });
const organisation = text({ what: 'their organisation or group', max: 200, optional: true });
const comingAs = text({ what: 'what they are coming as', max: 200, optional: true });
const wantsReport = yesNo({ what: 'whether we shall send them the report', says: { missing: enter.chooseReport } });

/** An organiser registers somebody: the form that people fill in themselves, how they told us, and an address only where they have one. */
export const enterForm = defineForm({
  fields: {
    told: oneOf({ what: 'how they told us', from: ['phone', 'post', 'in-person', 'email'], says: { missing: enter.chooseTold } }),
    name,
    email: email({ what: 'their email address', optional: true }),
    organisation,
    comingAs,
    wantsReport,
    group: text({ what: 'the group that they belong to', max: 100, optional: true }),
    asked: ticked({ what: 'that they asked us to register them', mustTick: true, says: { missing: enter.missingAsked } }),
    /** Asked only where somebody of the same name is registered. */
    somebodyElse: ticked({ what: 'that this is somebody else' }),
  },
});

export const correctForm = defineForm({
  fields: {
    name,
    organisation,
    comingAs,
    wantsReport,
    format: oneOf({ what: 'how our letters shall look', from: ['html', 'text'] }),
    /** As it stood when the form was made. */
    version: integer({ what: 'the version that you saw', min: 1 }),
  },
});
