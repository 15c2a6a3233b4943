import type { Examples } from '../examples.ts';
import { ProgressBar } from './progress-bar.tsx';

export const examples: Examples = {
  'places taken': <ProgressBar id="places" label="Places taken" value={34} max={60} />,
  'all done': <ProgressBar id="sent" label="Letters sent" value={1000} max={1000} says="all 1,000" />,
  'nothing to do': <ProgressBar id="none" label="Reflections themed" value={0} max={0} says="none yet" />,
};
