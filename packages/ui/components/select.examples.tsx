import type { Examples } from '../examples.ts';
import { Select } from './select.tsx';

const areas = ['Borders', 'Dundee', 'Fife', 'Highland', 'Orkney'].map((text) => ({ value: text.toLowerCase(), text }));

export const examples: Examples = {
  'nothing chosen': <Select name="area" label="Where are you based?" options={areas} blank="Choose an area" />,
  'chosen, and wrong': (
    <Select
      name="area-2"
      label="Where are you based?"
      hint="The nearest will do."
      options={areas}
      value="fife"
      error="Choose where you are based"
    />
  ),
};
