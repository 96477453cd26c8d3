import {make, picture, problem} from './dom.js';
import {all, json, png} from './service.js';

export async function datasets(signal) {
  const items = await all('/v1/datasets');
  return [
    make('h1', {}, 'Datasets'),
    make('p', {class: 'quiet'}, 'Made by the service, found in its folder, or uploaded: ', make('a', {href: '/guide/own-pictures'}, 'own pictures'), ', ', make('a', {href: '/guide/own-tables'}, 'own tables'), '.'),
    make('div', {class: 'cards'}, ...items.map(item => card(item, signal))),
  ];
}

function card({name, shape, kind, classes, counts, source, pictures}, signal) {
  const samples = make('div');
  const balance = make('div');
  const element = make('article', {class: 'card'}, samples, make('h3', {}, name),
    make('p', {}, `${kind}, ${pictures?.sizes ? sizes(shape, pictures.sizes) : shape.join('×')}${classes ? `, ${classes.length} classes` : ''}`),
    make('p', {class: 'quiet'}, source),
    make('p', {class: 'quiet'}, Object.entries(counts).map(([split, count]) => `${split} ${count.toLocaleString('en')}`).join(' · ')),
    balance);
  whenSeen(element, signal, async () => {
    try {
      const split = Object.keys(counts).find(it => it === 'test' && counts[it]) ?? 'train';
      const query = new URLSearchParams({split, index: 0, count: Math.min(64, counts[split])});
      samples.replaceChildren(picture(await png(`/v1/datasets/${name}/samples?${query}`), {class: 'samples', alt: `Samples of ${name}`}));
      if (classes) balance.replaceChildren(bars(await json(`/v1/datasets/${name}`)));
    } catch (error) {
      samples.replaceChildren(problem(error));
    }
  });
  return element;
}

/** How many training samples each class has. */
function bars({classes, classBalance}) {
  const counts = classBalance?.train ?? [];
  const most = Math.max(1, ...counts);
  return make('div', {class: 'balance', role: 'img', 'aria-label': `Training samples by class: ${counts.map((count, at) => `${classes[at]} ${count}`).join(', ')}`},
    ...counts.map((count, at) => {
      const bar = make('i', {title: `${classes[at]}: ${count}`});
      bar.style.height = `${100 * count / most}%`;
      return bar;
    }));
}

function whenSeen(element, signal, action) {
  const watch = new IntersectionObserver(seen => {
    if (!seen.some(entry => entry.isIntersecting)) return;
    watch.disconnect();
    action();
  });
  watch.observe(element);
  signal.addEventListener('abort', () => watch.disconnect());
}

/** Of pictures that are kept whole, each in its own size. */
function sizes([channels], {leastHeight, greatestHeight, leastWidth, greatestWidth}) {
  const range = (least, greatest) => least === greatest ? `${least}` : `${least}–${greatest}`;
  return `${channels}×${range(leastHeight, greatestHeight)}×${range(leastWidth, greatestWidth)}`;
}
