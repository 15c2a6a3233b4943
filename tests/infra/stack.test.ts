/**
 * Every claim about the synthesised stack, in one file, so that the stack is synthesised once: importing the CDK takes longer than all
 * claims together.
 */
import './access-needs.claims.ts';
import './alarms.claims.ts';
import './delivery.claims.ts';
import './edge.claims.ts';
import './good-practice.claims.ts';
import './keeping.claims.ts';
import './mail-events.claims.ts';
import './manifests.claims.ts';
import './permissions.claims.ts';
import './sign-in.claims.ts';
