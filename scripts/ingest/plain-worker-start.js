import { register } from 'tsx/esm/api';

// As src/lib/reading/worker-start.js does.
register();
await import('./plain-worker.ts');
