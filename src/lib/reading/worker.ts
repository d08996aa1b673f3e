import { checkReport } from '../check/check.ts';
import { readFile } from '../read/read.ts';
import { serve } from './serving.ts';
import { passStrays } from './stray.ts';

// A worker of the pool that ingest reads with.
passStrays();
serve({ read: readFile, check: checkReport });
