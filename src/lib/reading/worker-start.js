import { register } from 'tsx/esm/api';

// Node 20 does not hand the loader of TypeScript on to worker threads: each one registers it anew.
register();
await import('./worker.ts');
