export { axeViolations, colourViolations } from './axe.ts';
export { launchBrowser } from './browser.ts';
export { policy, servePages } from './serve.ts';
export { htmlProblems } from './validity.ts';
