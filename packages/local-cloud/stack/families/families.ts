import { apiTypes } from './api.ts';
import { bucketTypes } from './buckets.ts';
import { distributionTypes } from './distribution.ts';
import { eventTypes } from './events.ts';
import { functionTypes } from './functions.ts';
import { inertTypes } from './inert.ts';
import { keyTypes } from './keys.ts';
import { mappingTypes } from './mappings.ts';
import { queueTypes } from './queues.ts';
import { roleTypes } from './roles.ts';
import { scheduleTypes } from './schedules.ts';
import { secretTypes } from './secrets.ts';
import { sesTypes } from './ses.ts';
import { tableTypes } from './tables.ts';
import type { Types } from './types.ts';

export const families: Types = {
  ...functionTypes,
  ...tableTypes,
  ...queueTypes,
  ...eventTypes,
  ...scheduleTypes,
  ...mappingTypes,
  ...apiTypes,
  ...distributionTypes,
  ...bucketTypes,
  ...sesTypes,
  ...keyTypes,
  ...secretTypes,
  ...roleTypes,
  ...inertTypes,
};
