import { ask } from "./fragment.js";

const POLL = 30_000; // ms
const POLL_SAVING = 120_000; // where the reader pays for every byte
const POLL_AT_MOST = 600_000;
const POLLS_BEFORE_A_STREAM = 10;
const MESSAGES = ["posted", "changed", "voted", "state", "reload"];

/** Hears what happens in a discussion while the page is visible: by a stream, or by asking now and then. */
export class Follower {
  /**
   * @param {string} address - of the discussion
   * @param {number} version - what the page shows
   * @param {(message: string, said: any) => void} hear
   */
  constructor(address, version, hear) {
    this.address = address;
    this.version = version;
    this.hear = hear;
    document.addEventListener("visibilitychange", this);
    this.handleEvent();
  }

  /** Hear no more. */
  end() {
    document.removeEventListener("visibilitychange", this);
    this.#pause();
  }

  /** Ask now what has happened. */
  async check() {
    const address = `${this.address}changes/?since=${this.version}`;
    const answer = await ask(address, { headers: { Accept: "application/json" } });
    const changes = await answer.json();
    const changed = changes.version > this.version ? "changed" : "voted";
    if (!changes.is_complete) this.hear("reload", changes);
    for (const one of changes.added) this.hear("posted", one);
    for (const one of changes.changed) this.hear(changed, one);
    this.hear("state", changes);
    this.version = Math.max(this.version, changes.version);
  }

  /** @param {Event} [event] */
  handleEvent(event) {
    if (!event || event.type === "visibilitychange") {
      this.#pause();
      if (!document.hidden) this.#stream();
    } else if (event.type === "error") {
      // Otherwise the browser tries again by itself.
      if (this.#source.readyState === EventSource.CLOSED) this.#poll();
    } else {
      const { type, data, lastEventId } = /** @type {MessageEvent} */ (event);
      this.#failures = 0;
      this.hear(type, JSON.parse(data));
      this.version = Math.max(this.version, Number(lastEventId));
    }
  }

  // Private

  #failures = 0;
  #polls = 0;
  #timer = 0;

  /** @type {EventSource | undefined} */
  #source;

  #pause() {
    this.#source?.close();
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #stream() {
    if (!globalThis.EventSource || saving()) return this.#poll();
    this.#source = new EventSource(`${this.address}live/?since=${this.version}`);
    for (const type of [...MESSAGES, "error"]) this.#source.addEventListener(type, this);
  }

  #poll() {
    const pause = Math.min((saving() ? POLL_SAVING : POLL) * 2 ** this.#failures, POLL_AT_MOST);
    const timer = this.#timer = setTimeout(async () => {
      this.#polls += 1;
      try {
        await this.check();
        this.#failures = 0;
      } catch {
        this.#failures += 1;
      }
      if (timer !== this.#timer) return; // hidden meanwhile
      if (this.#polls % POLLS_BEFORE_A_STREAM) this.#poll();
      else this.#stream();
    }, pause * (0.75 + Math.random() / 2));
  }
}

// @ts-ignore: not in every browser
const saving = () => navigator.connection?.saveData;
