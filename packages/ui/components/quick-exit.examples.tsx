import type { Examples } from '../examples.ts';
import { QuickExit } from './quick-exit.tsx';

export const examples: Examples = {
  plain: <QuickExit href="https://weather.example.org/" />,
};
