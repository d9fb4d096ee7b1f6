/**
 * The only script of the site. Every page is whole without it: it opens what a link points into, opens everything
 * for print, closes the menu after a choice, and filters the register.
 */
export const SCRIPT = `'use strict';
const reveal = () => {
  let place;
  try {
    place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return;
  }
  if (!place) return;
  for (let node = place; node; node = node.parentElement) if (node.tagName === 'DETAILS') node.open = true;
  place.scrollIntoView();
};
addEventListener('hashchange', reveal);
if (location.hash) reveal();

let closed = [];
addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll('main details:not([open])')];
  for (const part of closed) part.open = true;
});
addEventListener('afterprint', () => {
  for (const part of closed) part.open = false;
});

const menu = document.getElementById('navigation');
menu.addEventListener('click', event => {
  if (event.target.closest('a') && menu.matches(':popover-open')) menu.hidePopover();
});
const here = menu.querySelector('[aria-current]');
if (here && menu.scrollHeight > menu.clientHeight) menu.scrollTop = here.offsetTop - menu.clientHeight / 4;

const filter = document.getElementById('filter');
if (filter) {
  const rows = [...document.querySelectorAll('.register li')].map(row => ({ row, text: row.textContent.toLowerCase() }));
  const output = document.querySelector('.filter output');
  const apply = () => {
    const words = filter.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let found = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every(word => text.includes(word));
      if (!row.hidden) found += 1;
    }
    output.textContent = words.length > 0 ? output.dataset.found.replace('{n}', found) : '';
  };
  filter.closest('.filter').hidden = false;
  filter.addEventListener('input', apply);
  apply();
}
`;
