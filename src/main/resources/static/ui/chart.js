import uPlot from '/webjars/uplot/dist/uPlot.esm.js';
import {make} from './dom.js';

const HEIGHT = 320;

/** The losses of a job over its steps, one line each. */
export class LossChart {
  constructor(series) {
    this.element = make('div', {class: 'chart', role: 'img', 'aria-label': 'Losses over steps'});
    this.names = series.map(({name}) => name);
    this.points = new Map();
    for (const {name, steps, values} of series) steps.forEach((step, at) => this.#put(step, name, values[at]));
  }

  #put(step, name, value) {
    if (!this.points.has(step)) this.points.set(step, {});
    this.points.get(step)[name] = value;
  }

  add(step, losses) {
    const known = this.names.length;
    for (const [name, value] of Object.entries(losses)) {
      if (!this.names.includes(name)) this.names.push(name);
      this.#put(step, name, value);
    }
    if (this.plot && known === this.names.length) this.plot.setData(this.#data());
    else this.draw();
  }

  #data() {
    const steps = [...this.points.keys()].sort((a, b) => a - b);
    return [steps, ...this.names.map(name => steps.map(step => this.points.get(step)[name] ?? null))];
  }

  draw() {
    this.destroy();
    if (!this.names.length || !this.element.isConnected) return;
    const style = getComputedStyle(document.documentElement);
    const color = name => style.getPropertyValue(name).trim();
    const axis = {stroke: color('--quiet'), grid: {stroke: color('--line')}, ticks: {stroke: color('--line')}};
    this.plot = new uPlot({
      width: this.element.clientWidth, height: HEIGHT,
      scales: {x: {time: false}},
      axes: [{...axis, label: 'step'}, {...axis, size: 70}],
      series: [{label: 'step'}, ...this.names.map((name, at) => ({label: name, stroke: color(`--series-${at % 4 + 1}`), width: 2, spanGaps: true}))],
    }, this.#data(), this.element);
    this.watch = new ResizeObserver(() => this.plot?.setSize({width: this.element.clientWidth, height: HEIGHT}));
    this.watch.observe(this.element);
  }

  destroy() {
    this.watch?.disconnect();
    this.plot?.destroy();
    this.plot = null;
  }
}
