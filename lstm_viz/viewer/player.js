// Plays the steps at a pace, to the end and no further.

const PACE = 1000;

/** `advance()` takes one step and says whether there are more; `changed(playing)` is told of starts and ends. */
export function createPlayer(advance, changed) {
  let timer = null;
  let speed = 1;
  const stop = () => {
    if (timer === null) return;
    clearInterval(timer);
    timer = null;
    changed(false);
  };
  const tick = () => {
    if (!advance()) stop();
  };
  const start = () => {
    if (timer !== null) return;
    timer = setInterval(tick, PACE / speed);
    changed(true);
    tick();
  };
  return {
    start,
    stop,
    toggle: () => (timer === null ? start() : stop()),
    playing: () => timer !== null,
    fast: () => timer !== null && speed > 1,
    setSpeed(next) {
      speed = next;
      if (timer === null) return;
      clearInterval(timer);
      timer = setInterval(tick, PACE / speed);
    },
  };
}
