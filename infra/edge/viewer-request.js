// Runs at CloudFront's edge before the cache. The viewer's own value of the header is overwritten, so nobody can claim an address.
// Accept becomes one of two words where a browser or a program asks for a page, so that the cache keeps two copies and not thousands.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  request.headers['x-viewer-ip'] = { value: event.viewer.ip };
  const accept = request.headers.accept ? request.headers.accept.value : '';
  if (accept.includes('text/html')) request.headers.accept = { value: 'text/html' };
  else if (accept.includes('application/json')) request.headers.accept = { value: 'application/json' };
  return request;
}
