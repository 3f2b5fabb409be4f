// Tells the browser what Streamlit does not: the page's language, which addresses are no step of their own for Back, and
// which boxes the keyboard scrolls.

const CURSOR = /(^|_)(step|unit|show)$/;

/** Whether an address shows the view of the other one: it names more settings, or the cursor of a viewer has moved. */
function showsTheSame(from, to) {
  if (from.pathname !== to.pathname) return false;
  const names = [...from.searchParams.keys()].filter((name) => !CURSOR.test(name));
  return names.every((name) => from.searchParams.get(name) === to.searchParams.get(name));
}

function replaceWhereTheViewStays() {
  if (history.isWatched) return;
  history.isWatched = true;
  const push = history.pushState.bind(history);
  let pushed = ""; // the last entry that was added without leaving the page
  history.pushState = (state, title, address) => {
    const [from, to] = [new URL(location.href), new URL(address ?? "", location.href)];
    // On the way to another page Streamlit may empty the address of this one, to which Back is to lead.
    if (from.pathname === to.pathname && from.search && !to.search) return;
    // It may also write the settings of the page to come before it changes the path: two entries, of which the first opens nothing.
    const isHalfway = from.href === pushed && from.pathname !== to.pathname && from.search === to.search;
    if (isHalfway || showsTheSame(from, to)) history.replaceState(state, title, address);
    else push(state, title, address);
    pushed = from.pathname === to.pathname ? location.href : "";
  };
}

/** Lets the keyboard reach each box of code that scrolls. Chrome and Firefox do so by themselves, Safari does not. */
function reachScrolledCode() {
  if (document.reachesCode) return;
  document.reachesCode = true;
  const sizes = new ResizeObserver((entries) => {
    const boxes = new Set(entries.map((entry) => entry.target.closest("pre")));
    boxes.delete(null); // of what has left the page meanwhile
    for (const box of boxes) {
      if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  });
  const watched = new WeakSet();
  const watch = () => {
    for (const part of document.querySelectorAll("[data-testid=stCode] pre, [data-testid=stCode] pre > *")) {
      if (watched.has(part)) continue;
      watched.add(part);
      sizes.observe(part);
    }
  };
  new MutationObserver(watch).observe(document.body, { childList: true, subtree: true });
  watch();
}
