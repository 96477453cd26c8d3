import {make, picture, problem} from './dom.js';
import {json, png, send} from './service.js';

/** Samples of a model by label and seed. */
export function generator(models) {
  const model = choice('Model', models.map(({name}) => name));
  const label = choice('Label', ['all']);
  const count = numberField('Count', 10, 1, 100);
  const seed = numberField('Seed', 7, 0, 2 ** 31 - 1);
  const result = make('div', {class: 'result', 'aria-live': 'polite'});
  const labels = async () => {
    const {classes} = await json(`/v1/models/${model.input.value}/versions/latest`);
    const {family} = models.find(({name}) => name === model.input.value);
    const choices = family === 'cgan' && classes ? ['all', ...classes] : ['all'];
    label.input.replaceChildren(...choices.map(text => make('option', {}, text)));
    label.input.disabled = choices.length === 1;
  };
  const draw = async event => {
    event?.preventDefault();
    const query = new URLSearchParams({count: count.input.value, seed: seed.input.value});
    if (label.input.value !== 'all') query.set('label', label.input.selectedIndex - 1);
    await put(result, async () => [figure(await png(`/v1/models/${model.input.value}/samples?${query}`), 'generated')]);
  };
  model.input.addEventListener('change', () => labels().then(() => draw()).catch(error => result.replaceChildren(problem(error))));
  labels().then(() => draw()).catch(error => result.replaceChildren(problem(error)));
  return make('section', {class: 'card', 'aria-label': 'Generate'}, make('h3', {}, 'Generate'),
    make('form', {onsubmit: draw}, model.field, label.field, count.field, seed.field, make('button', {}, 'Generate')), result);
}

/** A picture of one's own, or one of a dataset with noise added, before and after. */
export function denoiser(models) {
  const model = choice('Model', models.map(({name}) => name));
  const result = make('div', {class: 'result', 'aria-live': 'polite'});
  const file = make('input', {type: 'file', accept: 'image/*', 'aria-label': 'A noisy picture'});
  const own = chosen => chosen && put(result, async () => {
    const clean = await send(`/v1/models/${model.input.value}/denoise`, chosen);
    return [figure(chosen, 'yours'), figure(clean, 'denoised')];
  });
  const example = event => {
    event.preventDefault();
    return put(result, async () => {
      const {dataset, shape} = await json(`/v1/models/${model.input.value}/versions/latest`);
      const query = new URLSearchParams({dataset: await fitting(dataset.name, shape), split: 'test', count: 8, noise: 'gaussian', level: 0.5, seed: 7});
      return [figure(await png(`/v1/models/${model.input.value}/denoised?${query}`), 'rows: clean, noisy, denoised')];
    });
  };
  file.addEventListener('change', () => own(file.files[0]));
  const drop = make('div', {class: 'drop',
    ondragover: event => { event.preventDefault(); drop.classList.add('over'); },
    ondragleave: () => drop.classList.remove('over'),
    ondrop: event => { event.preventDefault(); drop.classList.remove('over'); own(event.dataTransfer.files[0]); },
  }, make('p', {}, 'Drop a noisy picture here, or choose one'), file);
  return make('section', {class: 'card', 'aria-label': 'Denoise'}, make('h3', {}, 'Denoise'),
    make('form', {onsubmit: example}, model.field, make('button', {}, 'Try with test pictures')), drop, result);
}

/** The dataset that the model learned from where it is here, else another one of its shape. */
async function fitting(name, shape) {
  const {items} = await json('/v1/datasets?limit=200');
  const alike = items.filter(dataset => String(dataset.shape) === String(shape) && dataset.counts.test);
  const found = alike.find(dataset => dataset.name === name) ?? alike[0];
  if (!found) throw new Error(`No dataset here has samples of ${shape.join('×')}.`);
  return found.name;
}

async function put(place, content) {
  place.replaceChildren(make('p', {class: 'quiet'}, 'Working …'));
  try {
    place.replaceChildren(...await content());
  } catch (error) {
    place.replaceChildren(problem(error));
  }
}

const figure = (blob, caption) => make('figure', {}, picture(blob, {alt: caption}), make('figcaption', {}, caption));

function choice(title, texts) {
  const input = make('select', {}, ...texts.map(text => make('option', {}, text)));
  return {input, field: make('label', {}, title, input)};
}

function numberField(title, value, min, max) {
  const input = make('input', {type: 'number', value, min, max, required: true});
  return {input, field: make('label', {}, title, input)};
}
