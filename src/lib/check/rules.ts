import type { Rule } from './rule.ts';

/** Every rule, in the order of the domain's identities. */
export const RULES: readonly Rule[] = [];
