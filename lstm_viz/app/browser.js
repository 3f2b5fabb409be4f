// Tells the browser what Streamlit does not: the page's language, and which addresses are no step of their own for Back.

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
  history.pushState = (state, title, address) => {
    const [from, to] = [new URL(location.href), new URL(address ?? "", location.href)];
    // On the way to another page Streamlit may empty the address of this one, to which Back is to lead.
    if (from.pathname === to.pathname && from.search && !to.search) return;
    if (showsTheSame(from, to)) history.replaceState(state, title, address);
    else push(state, title, address);
  };
}
