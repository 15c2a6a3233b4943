import type { Examples } from '../examples.ts';
import { Pagination } from './pagination.tsx';

export const examples: Examples = {
  'in the middle': <Pagination previous="?after=0" next="?after=100" summary="51 to 100 of 230" />,
};
