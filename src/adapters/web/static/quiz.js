// Makes the quiz quicker to use: keys that answer, a clock, forms that are sent once. The page works without it.

const SECOND_MS = 1000;

/** Seconds left at which a screen reader is told. */
const TOLD_AT = new Map([
  [300, '5 minutes left'],
  [60, '1 minute left'],
]);

/** Letters and numbers choose an option, "n" and Enter go on; only while the content of the page has the focus. */
function listenForKeys(main) {
  main.addEventListener('keydown', (event) => {
    const isTyping = event.target.closest('input, textarea, select, summary');
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const key = event.key.toLowerCase();
    if (key === 'enter' && event.target.closest('a, button')) return;
    const button = [...main.querySelectorAll('button[data-keys]')].find((each) =>
      each.dataset.keys.split(' ').includes(key),
    );
    if (!button) return;
    event.preventDefault();
    button.click();
  });
}

/** A second press while the first is on its way is left out. */
function sendOnce(form) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
  // The page may be shown again from the browser's memory.
  addEventListener('pageshow', () => delete form.dataset.sent);
}

/** Counts down, tells when little is left, and shows the report when the time is over. */
function countDown(timer) {
  const end = Date.now() + Number(timer.dataset.msLeft);
  const status = timer.parentElement.querySelector('[role="status"]');
  let before = Math.ceil(Number(timer.dataset.msLeft) / SECOND_MS);
  const clock = setInterval(() => {
    const seconds = Math.max(0, Math.ceil((end - Date.now()) / SECOND_MS));
    timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    for (const [mark, text] of TOLD_AT) if (before > mark && seconds <= mark) status.textContent = text;
    before = seconds;
    if (seconds > 0) return;
    clearInterval(clock);
    location.reload();
  }, SECOND_MS);
}

const main = document.getElementById('main');
if (main.querySelector('button[data-keys]')) listenForKeys(main);
for (const form of document.querySelectorAll('form[method="post"]')) sendOnce(form);
for (const timer of main.querySelectorAll('[data-ms-left]')) countDown(timer);

// A command may change something, which an address must not do; the server leads on to an address when it only reads.
const search = document.querySelector('form.search');
search.addEventListener('submit', () => {
  search.method = search.elements.question.value.trimStart().startsWith('/') ? 'post' : 'get';
});
