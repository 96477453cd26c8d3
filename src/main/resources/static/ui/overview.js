import {make, problem, tags} from './dom.js';
import {all, json} from './service.js';
import {jobTable} from './jobs.js';
import {generator, denoiser} from './try-it.js';

export async function overview(signal) {
  const [models, {items: latest}] = await Promise.all([all('/v1/models'), json('/v1/training-jobs?limit=5')]);
  return [
    make('h1', {}, 'Train, watch, generate'),
    make('p', {class: 'quiet'}, 'Generative models behind one URL. The models below answer at once; ',
      make('a', {href: '/guide'}, 'the guide'), ' shows how to train your own.'),
    make('h2', {}, 'Try it'),
    await tryIt(models),
    make('h2', {id: 'models'}, 'Models'),
    models.length ? make('div', {class: 'cards'}, ...models.map(modelCard)) : make('p', {class: 'quiet'}, 'There are no models yet.'),
    make('h2', {}, 'Latest jobs'),
    jobTable(latest, signal),
    make('p', {}, make('a', {href: '#/jobs'}, 'All jobs'), ' · ', make('a', {href: '#/datasets'}, 'Datasets')),
  ];
}

async function tryIt(models) {
  const can = operation => models.filter(model => model.operations.includes(operation) && model.latest);
  const tried = [];
  if (can('generate').length) tried.push(generator(can('generate')));
  if (can('denoise').length) tried.push(denoiser(can('denoise')));
  return tried.length
    ? make('div', {class: 'columns'}, ...tried)
    : make('p', {class: 'quiet'}, 'No model here can generate or denoise yet.');
}

function modelCard({name, family, operations, latest, aliases}) {
  const version = `/v1/models/${name}/versions/${latest}`;
  const named = Object.entries(aliases).map(([alias, number]) => `${alias} → ${number}`);
  return make('article', {class: 'card'},
    latest && make('img', {class: 'samples', loading: 'lazy', alt: `Samples of ${name}`,
      src: `${version}/artifacts/samples.png`, onerror: event => event.target.remove()}),
    make('h3', {}, name),
    make('p', {class: 'quiet'}, `${family}, version ${latest ?? '–'}${named.length ? `, ${named.join(', ')}` : ''}`),
    latest && make('p', {}, make('a', {href: `${version}/quality`}, 'Quality card'), ' · ', make('a', {href: version}, 'Version')),
    tags(operations));
}
