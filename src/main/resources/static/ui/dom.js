/** Makes an element: `make('a', {href: '/'}, 'text', child)`. Text is never parsed as HTML. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child != null));
  return element;
}

export const problem = error => make('p', {class: 'problem', role: 'alert'}, error.message);

export const tags = words => make('ul', {class: 'tags'}, ...words.map(word => make('li', {}, word)));

/** A picture of bytes; the address is let go once it is drawn. */
export function picture(blob, attributes) {
  const url = URL.createObjectURL(blob);
  return make('img', {...attributes, src: url, onload: () => URL.revokeObjectURL(url)});
}

export const number = value => value.toLocaleString('en', {maximumSignificantDigits: 4});

export function duration(seconds) {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
