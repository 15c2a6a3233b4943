import type { Examples } from '../examples.ts';
import { Bars, LinePlot } from './plot.tsx';

const days = [4, 9, 11, 18, 26, 30, 41, 44, 52].map((value, index) => ({ label: `${index * 2 + 1} March`, value }));

export const examples: Examples = {
  'themes by rooms': (
    <Bars
      id="themes"
      caption="In how many rooms each theme was raised"
      columns={['Theme', 'Rooms']}
      full={6}
      rows={[
        { label: 'Meaningful co-production', value: 6, says: '6 of 6' },
        { label: 'Remuneration', value: 4, says: '4 of 6' },
        { label: 'Expectations and timelines', value: 3, says: '3 of 6' },
        { label: 'Trauma-informed practice', value: 0, says: 'none' },
      ]}
    />
  ),
  'registrations over time': (
    <LinePlot
      id="registrations"
      caption="Registrations rose from 4 to 52 in 17 days"
      columns={['Day', 'Registrations']}
      points={days}
      mark={{ label: '60 places', value: 60 }}
    />
  ),
  'one point only': (
    <LinePlot id="one" caption="One registration so far" columns={['Day', 'Registrations']} points={[{ label: '1 March', value: 1 }]} />
  ),
};
