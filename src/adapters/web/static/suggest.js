// Offers suggestions while somebody types, as an editable combobox with a list popup
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/), and lets "/" jump to the search box.
// The page works without it.

const PAUSE_MS = 60;

/** @param {HTMLElement} box holds the input and tells by data-suggest where suggestions come from */
function offerSuggestions(box) {
  const input = box.querySelector('input');
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggestions');
  list.hidden = true;
  box.append(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  let active = -1;
  let timer;
  let request = new AbortController();

  function close() {
    clearTimeout(timer);
    request.abort();
    list.hidden = true;
    activate(-1);
    input.setAttribute('aria-expanded', 'false');
  }

  function activate(index) {
    active = index;
    [...list.children].forEach((option, each) => option.setAttribute('aria-selected', String(each === index)));
    const option = list.children[index];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function show(suggestions) {
    list.replaceChildren(
      ...suggestions.map(({ label, value }, index) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${index}`;
        option.setAttribute('role', 'option');
        option.dataset.value = value;
        option.textContent = label;
        return option;
      }),
    );
    activate(-1);
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
  }

  function take(option) {
    input.value = option.dataset.value;
    close();
    // A value that ends in a space is a command that waits for its arguments.
    if (input.type === 'search' && !input.value.endsWith(' ')) input.form.requestSubmit();
    else if (input.value.endsWith(' ')) input.dispatchEvent(new Event('input'));
  }

  async function update() {
    request.abort();
    request = new AbortController();
    const { signal } = request;
    if (input.value.trim() === '') return close();
    const address = new URL(box.dataset.suggest, location.href);
    address.searchParams.set('q', input.value);
    try {
      const response = await fetch(address, { signal });
      if (!response.ok) return close();
      const { suggestions } = await response.json();
      if (!signal.aborted) show(suggestions);
    } catch {
      // Superseded by a later key, or offline: suggestions are an extra, the form still works.
      if (!signal.aborted) close();
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE_MS);
  });
  input.addEventListener('keydown', (event) => {
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === 'ArrowDown' && count > 0) activate(active + 1 < count ? active + 1 : -1);
    else if (event.key === 'ArrowUp' && count > 0) activate(active < 0 ? count - 1 : active - 1);
    else if (event.key === 'Enter' && active >= 0) take(list.children[active]);
    else if (event.key === 'Escape' && count > 0) close();
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', close);
  // The pointer must not take the focus from the input, or the list would close before the click.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role="option"]');
    if (option) take(option);
  });
}

for (const box of document.querySelectorAll('[data-suggest]')) offerSuggestions(box);

document.addEventListener('keydown', (event) => {
  const isTyping = event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const question = document.getElementById('question');
  question.focus();
  question.select();
});
