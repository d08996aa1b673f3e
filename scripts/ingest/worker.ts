import { checkReport } from '../../src/lib/check/check.ts';
import { readFile } from '../../src/lib/read/read.ts';
import { serve } from './serving.ts';
import { passStrays } from './stray.ts';

// A worker of the pool that ingest reads with.
passStrays();
serve({ read: readFile, check: checkReport });
