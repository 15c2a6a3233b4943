import { httpFunction } from '@convener/http';
import { publicDependencies } from '../dependencies.ts';
import { calendarByLink, confirm, manage, showConfirm, showManage } from '../handlers/link-handlers.ts';
import { answerOffer, showOffer } from '../handlers/offer-handlers.ts';
import { register, resend, showRegister, showResend, showSent } from '../handlers/register-handlers.ts';
import { saveStep, sendChecked, showCheck, showStep } from '../handlers/register-steps.ts';
import { registration } from '../service.ts';

/** Lets people register, and takes what they press in their letters. */
export const handler = httpFunction({
  service: registration,
  lambda: 'public',
  handlers: {
    showRegister,
    register,
    showStep,
    saveStep,
    showCheck,
    sendChecked,
    showSent,
    showResend,
    resend,
    showConfirm,
    confirm,
    showManage,
    manage,
    calendarByLink,
    showOffer,
    answerOffer,
  },
  dependencies: publicDependencies,
});
