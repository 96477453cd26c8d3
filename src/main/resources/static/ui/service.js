/** Calls of the service's interface. A problem+json becomes an Error whose message says what to mend. */
async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error('The service does not answer. Is it still running?');
  }
  if (response.ok) return response;
  throw new Error(await told(response));
}

async function told(response) {
  try {
    const {title, detail, errors} = await response.json();
    return [detail ?? title, ...(errors ?? []).map(error => error.detail)].filter((text, at, all) => text && all.indexOf(text) === at).join(' ');
  } catch {
    return `The service answered ${response.status}.`;
  }
}

const PNG = {Accept: 'image/png'};

export const json = async path => (await call(path, {headers: {Accept: 'application/json'}})).json();

export const png = async path => (await call(path, {headers: PNG})).blob();

/** All items of a list, page by page. */
export async function all(path) {
  const items = [];
  let cursor = null;
  do {
    const query = new URLSearchParams({limit: '200', ...(cursor && {cursor})});
    const page = await json(`${path}?${query}`);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}

export const send = async (path, picture) =>
  (await call(path, {method: 'POST', headers: {...PNG, 'Content-Type': picture.type}, body: picture})).blob();

export const post = path => call(path, {method: 'POST'});
