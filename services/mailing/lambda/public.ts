import { httpFunction } from '@convener/http';
import { publicDependencies } from '../dependencies.ts';
import {
  checkYourMail,
  confirm,
  confirmForm,
  enterPreferences,
  join,
  joinFormHandler,
  openPreferences,
  resend,
  resendForm,
  unsubscribe,
  unsubscribeForm,
} from '../handlers/member-handlers.ts';
import { changePreferences, leave, leaveForm, left, preferences } from '../handlers/preferences-handlers.ts';
import { mailing } from '../service.ts';

/** Lets anybody join the network, choose what they receive, and leave. */
export const handler = httpFunction({
  service: mailing,
  lambda: 'public',
  handlers: {
    joinForm: joinFormHandler,
    join,
    checkYourMail,
    confirmForm,
    confirm,
    resendForm,
    resend,
    openPreferences,
    enterPreferences,
    preferences,
    changePreferences,
    leaveForm,
    leave,
    left,
    unsubscribeForm,
    unsubscribe,
  },
  dependencies: publicDependencies,
});
