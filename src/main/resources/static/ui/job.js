import {make, problem} from './dom.js';
import {json, post} from './service.js';
import {isUnderWay, progress} from './jobs.js';
import {LossChart} from './chart.js';

/** One job: its state, its curves and its previews, live by server-sent events. */
export async function job(signal, id) {
  const address = `/v1/training-jobs/${id}`;
  const [first, metrics, previews] = await Promise.all([json(address), json(`${address}/metrics`), json(`${address}/previews?limit=200`)]);
  const state = make('div', {'aria-live': 'polite'});
  const chart = new LossChart(metrics.series);
  const pictures = make('div', {class: 'cards'});
  const draw = async () => state.replaceChildren(...described(await json(address), draw));
  state.replaceChildren(...described(first, draw));
  for (const {step, url} of previews.items.slice(-12)) pictures.prepend(preview(step, url));
  if (isUnderWay(first)) live(`${address}/events`, signal, {
    status: draw,
    progress: data => { state.querySelector('[data-progress]')?.replaceChildren(...progress({status: 'RUNNING', ...data})); chart.add(data.progress.step, data.losses); },
    preview: ({step, url}) => { if (!pictures.querySelector(`[data-step="${step}"]`)) pictures.prepend(preview(step, url)); },
  });
  signal.addEventListener('abort', () => chart.destroy());
  queueMicrotask(() => requestAnimationFrame(() => chart.draw()));
  return [make('h1', {}, first.model), state, make('h2', {}, 'Losses'), chart.element, make('h2', {}, 'Previews'), pictures];
}

function described(job, changed) {
  const line = (title, ...values) => [make('dt', {}, title), make('dd', {}, ...values)];
  return [
    make('dl', {},
      ...line('Status', make('span', {class: {SUCCEEDED: 'good', FAILED: 'problem'}[job.status]}, job.status.toLowerCase())),
      ...line('Progress', make('span', {'data-progress': ''}, ...progress(job))),
      ...line('Family', job.family),
      ...line('Dataset', job.dataset ?? `${job.datasetA} ↔ ${job.datasetB}`),
      ...line('Seed', String(job.seed)),
      ...(job.modelVersion ? line('Version', make('a', {href: `/v1/models/${job.model}/versions/${job.modelVersion}`}, String(job.modelVersion))) : []),
      ...(job.error ? line('Error', make('span', {class: 'problem'}, job.error.detail)) : [])),
    ...action(job, changed),
    make('details', {}, make('summary', {}, 'Hyperparameters'), make('pre', {}, JSON.stringify(job.hyperparameters, null, 1))),
  ];
}

function action(job, changed) {
  const verb = isUnderWay(job) ? 'cancel' : ['FAILED', 'CANCELLED'].includes(job.status) ? 'resume' : null;
  if (!verb) return [];
  const button = make('button', {class: 'plain', onclick: async () => {
    button.disabled = true;
    try {
      await post(`/v1/training-jobs/${job.id}/${verb}`);
      await changed();
    } catch (error) {
      button.replaceWith(problem(error));
    }
  }}, verb === 'cancel' ? 'Cancel this job' : 'Resume this job');
  return [make('p', {}, button)];
}

const preview = (step, url) => make('figure', {class: 'card', 'data-step': step},
  make('img', {class: 'preview', src: url, alt: `Preview at step ${step}`, loading: 'lazy'}), make('figcaption', {}, `step ${step}`));

/** The browser asks anew with Last-Event-ID where the connection breaks. */
function live(address, signal, listeners) {
  const source = new EventSource(address);
  for (const [name, listener] of Object.entries(listeners)) {
    source.addEventListener(name, event => {
      const data = JSON.parse(event.data);
      listener(data);
      if (['SUCCEEDED', 'FAILED', 'CANCELLED'].includes(data.status)) source.close();
    });
  }
  signal.addEventListener('abort', () => source.close());
}
