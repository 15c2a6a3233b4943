import type { Examples } from '../examples.ts';
import { Tag } from './tag.tsx';

export const examples: Examples = {
  plain: <Tag>Draft</Tag>,
  good: <Tag tone="good">Confirmed</Tag>,
  attention: <Tag tone="attention">3 places left</Tag>,
  bad: <Tag tone="bad">Too late to book</Tag>,
};
