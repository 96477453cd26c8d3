import {duration, make} from './dom.js';
import {json} from './service.js';

const PAGE = 50;

export async function jobs(signal) {
  const list = make('div');
  let cursor = null;
  const more = make('button', {class: 'plain', onclick: () => next()}, 'Older jobs');
  const next = async () => {
    const query = new URLSearchParams({limit: PAGE, ...(cursor && {cursor})});
    const page = await json(`/v1/training-jobs?${query}`);
    list.append(jobTable(page.items, signal));
    cursor = page.next;
    more.hidden = !cursor;
  };
  await next();
  return [make('h1', {}, 'Training jobs'), list, more];
}

/** A table of jobs whose unfinished rows follow their jobs. */
export function jobTable(items, signal) {
  if (!items.length) return make('p', {class: 'quiet'}, 'No job yet. ', make('a', {href: '/guide'}, 'The guide'), ' starts one with a single command.');
  const titles = ['Model', 'Family', 'Dataset', 'Status', 'Progress', 'Started'];
  return make('div', {class: 'scroll'}, make('table', {},
    make('thead', {}, make('tr', {}, ...titles.map(title => make('th', {scope: 'col'}, title)))),
    make('tbody', {}, ...items.map(item => row(item, signal)))));
}

function row(item, signal) {
  const element = make('tr');
  const draw = job => element.replaceChildren(
    make('td', {}, make('a', {href: `#/jobs/${job.id}`}, job.model)),
    make('td', {}, job.family),
    make('td', {}, job.dataset ?? `${job.datasetA} ↔ ${job.datasetB}`),
    make('td', {class: {SUCCEEDED: 'good', FAILED: 'problem'}[job.status]}, job.status.toLowerCase()),
    make('td', {}, ...progress(job)),
    make('td', {}, new Date(job.startedAt ?? job.createdAt).toLocaleString()));
  draw(item);
  follow(item, draw, signal);
  return element;
}

export function progress({status, progress: done, queuePosition}) {
  if (status === 'QUEUED') return [`waiting, place ${queuePosition ?? '–'}`];
  if (!done) return ['–'];
  if (status !== 'RUNNING') return [`step ${done.step} of ${done.steps}`];
  return [make('progress', {value: done.fraction, 'aria-label': 'progress'}),
    ` ${Math.floor(done.fraction * 100)}%${done.etaSeconds ? `, ${duration(done.etaSeconds)} left` : ''}`];
}

export const isUnderWay = ({status}) => status === 'QUEUED' || status === 'RUNNING';

/** Asks for an unfinished job every two seconds until it is finished or the view goes. */
function follow(job, draw, signal) {
  if (!isUnderWay(job) || signal.aborted) return;
  const timer = setTimeout(async () => {
    try {
      job = await json(`/v1/training-jobs/${job.id}`);
      draw(job);
    } catch {
      // The next look may find the service again.
    }
    follow(job, draw, signal);
  }, 2000);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
