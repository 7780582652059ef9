// EventChannel: the two ends of the wire between a page and the page it opened with navigateTo.
(host, kit) => {
  'use strict';
  const waiting = new Map();
  let last = 0;

  class EventChannel {
    #peer = null;
    #listeners = new Map();

    static pair() {
      const [one, other] = [new EventChannel(), new EventChannel()];
      one.#peer = other;
      other.#peer = one;
      return [one, other];
    }

    on(name, f) {
      this.#add(name, f, false);
    }

    once(name, f) {
      this.#add(name, f, true);
    }

    off(name, f) {
      const kept = (this.#listeners.get(name) ?? []).filter(entry => f !== undefined && entry.f !== f);
      this.#listeners.set(name, kept);
    }

    emit(name, ...args) {
      this.#peer?.#deliver(name, args);
    }

    #add(name, f, once) {
      if (typeof f !== 'function') return;
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), { f, once }]);
    }

    #deliver(name, args) {
      for (const { f, once } of this.#listeners.get(name) ?? []) {
        if (once) this.off(name, f);
        kit.guard(f, undefined, ...args);
      }
    }
  }

  /** Makes the pair for one navigateTo; the opened page's end waits under `id`. */
  kit.openChannel = events => {
    const [channel, opened] = EventChannel.pair();
    for (const [name, f] of Object.entries(events ?? {})) channel.on(name, f);
    waiting.set(++last, opened);
    return { id: last, channel };
  };

  /** The opened page's end; a page that nobody opened gets one that leads nowhere. */
  kit.takeChannel = id => {
    const channel = waiting.get(id) ?? new EventChannel();
    waiting.delete(id);
    return channel;
  };
  return {
    /** The navigateTo failed: nobody takes the other end. */
    drop(id) {
      waiting.delete(id);
    },
  };
};
