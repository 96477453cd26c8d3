import {make, problem} from './dom.js';
import {json} from './service.js';
import {overview} from './overview.js';
import {jobs} from './jobs.js';
import {job} from './job.js';
import {datasets} from './datasets.js';

/** A view takes what follows its name in the address, returns its elements, and stops its work when `signal` aborts. */
const views = [
  [/^#?\/?$/, 'Overview', overview],
  [/^#\/jobs$/, 'Jobs', jobs],
  [/^#\/jobs\/([^/]+)$/, 'Job', job],
  [/^#\/datasets$/, 'Datasets', datasets],
];

const main = document.getElementById('main');
let shown = new AbortController();

async function show() {
  shown.abort();
  shown = new AbortController();
  const {signal} = shown;
  const [pattern, title, view] = views.find(([address]) => address.test(location.hash)) ?? views[0];
  document.title = `${title} – Latent Server`;
  markCurrent();
  let content;
  try {
    content = await view(signal, ...(location.hash.match(pattern) ?? []).slice(1));
  } catch (error) {
    content = [make('h1', {}, title), problem(error)];
  }
  if (!signal.aborted) main.replaceChildren(...content);
}

function markCurrent() {
  for (const link of document.querySelectorAll('nav a')) {
    const here = link.getAttribute('href') === (location.hash.split('/').slice(0, 2).join('/') || '#/');
    here ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  }
}

async function nameService() {
  try {
    const {build = {}} = await json('/actuator/info');
    document.getElementById('service').textContent = `Latent Server ${build.version ?? ''}`;
  } catch {
    // The page serves without it.
  }
}

addEventListener('hashchange', async () => {
  await show();
  main.focus();
});
show();
nameService();
