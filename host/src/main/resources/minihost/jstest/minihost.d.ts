// What the tests of a mini program see, for editors: put a copy into the project, or name it in
// tsconfig.json. `minihost types > minihost.d.ts` writes it.

declare namespace minihost {
  /** A page as a test holds it. */
  interface Page {
    /** The Page itself, with whatever it has put there. */
    readonly instance: any
    readonly route: string
    readonly options: Record<string, string>
    readonly data: any
    /** Settles when the data has been set. */
    setData(data: object): Promise<void>
    /** Calls a method, as an event of the WXML would; what it returns is returned. */
    call(method: string, ...args: unknown[]): any
    /** The first element of a selector (tag, #id, .class, [name=value], descendants), those in components too. */
    $(selector: string): Element | null
    $$(selector: string): Element[]
    /** Taps the first element of a selector; settles when nothing is under way. */
    tap(selector: string): Promise<void>
    /** Raises an event at the first element of a selector. */
    trigger(selector: string, type: string, detail?: unknown, options?: EventOptions): Promise<void>
  }

  interface EventOptions {
    bubbles?: boolean
    composed?: boolean
    capturePhase?: boolean
  }

  /** An element of a page. */
  interface Element {
    readonly tagName: string
    readonly id: string
    readonly classList: string[]
    readonly dataset: Record<string, any>
    /** The text within, also that of components. */
    readonly text: string
    /** The data and the instance of a component; undefined for other elements. */
    readonly data: any
    readonly instance: any
    /** An attribute, or a property of a component. */
    attribute(name: string): any
    $(selector: string): Element | null
    $$(selector: string): Element[]
    tap(): Promise<void>
    trigger(type: string, detail?: unknown, options?: EventOptions): Promise<void>
  }

  type NetworkType = 'wifi' | '2g' | '3g' | '4g' | '5g' | 'unknown' | 'none'

  /** `timeout`: no packet is answered. `reset`: as soon as something is said. */
  type Fault = 'dns' | 'refused' | 'reset' | 'timeout' | 'tls'
  type Preset =
    | '2g' | 'slow-3g' | '3g' | 'fast-3g' | 'slow-4g' | '4g' | 'weak' | 'offline' | 'wifi'
    | 'Slow 3G' | 'Fast 3G' | 'Slow 4G' | 'Offline'
  type Answer = { fail: string } | Record<string, unknown>
  type Settings = Record<string, unknown>

  /** What the rules said of a call. */
  interface Decision {
    api: string
    url: string
    allowed: boolean
    /** Such as DOMAIN_LISTED; `minihost explain` names it too. */
    rule: string
    why: string
    fix: string
  }

  /** A call of `wx`; decision and end as far as they have come. */
  interface Call extends Partial<Decision> {
    id: number
    api: string
    url: string | null
    method: string | null
    state: 'pending' | 'ok' | 'fail'
    options: Record<string, unknown>
    errMsg?: string
    errno?: number
    /** How many were ahead of it, if it had to wait for its turn. */
    queued?: number
    /** ms, by the run's clock */
    tookMs?: number
    facts?: Record<string, unknown>
  }

  /** A request as it reached the lab; header names in lower case. */
  interface LabRequest {
    method: string
    origin: string
    url: string
    path: string
    params: Record<string, string>
    query: Record<string, string | string[]>
    headers: Record<string, string>
    body: string
    bytes: ArrayBuffer
    readonly json: any
  }

  /** What a route answers; docs/configuration.md says more. */
  interface LabAnswer {
    status?: number
    headers?: Record<string, string | string[]>
    json?: unknown
    text?: string
    body?: ArrayBuffer | ArrayBufferView
    chunks?: (string | ArrayBuffer)[]
    interval?: number
    size?: number
    redirect?: string
    /** ms of real time */
    delay?: number
    fault?: string
    bytesPerSecond?: number
    websocket?: 'echo' | object
  }

  interface Host {
    /** Opens a page as if the program were entered by it, and waits until nothing is under way. */
    open(url: string): Promise<Page>
    navigateTo(url: string): Promise<Page>
    redirectTo(url: string): Promise<Page>
    switchTab(url: string): Promise<Page>
    navigateBack(delta?: number): Promise<Page>
    /** The page on top. */
    readonly page: Page | undefined
    readonly pages: Page[]
    /** What App() was given. */
    readonly app: any
    /** Hides the program; false when it was hidden. */
    background(): boolean
    foreground(): boolean
    destroy(): void
    /** Suspends the program at once, as five seconds in background do. */
    suspend(): Promise<void>
    /**
     * Ends the program, whatever it is at, and starts it anew, entered as said. Storage and files stay,
     * and so does what it has put on globalThis; what this file has required is the old program's.
     */
    relaunch(entry?: {
      /** A page; the home page by default. */
      path?: string
      query?: string | Record<string, string>
      /** WeChat's scene value, 1001 by default. */
      scene?: number
      /** As for `config`, any key but lab's. */
      settings?: Settings
    }): Promise<void>
    /**
     * Lays settings over the program's for the rest of this test, or suite in beforeAll: keys of
     * minihost.json that each call looks at (domains, limits, rules, answers, app.networkTimeout), nested or
     * with dots: `host.config({ 'limits.request': 5 })`. Others want `relaunch({ settings })`.
     */
    config(settings: Settings): void
    /**
     * Answers a function of `wx` in the place of a person, the phone or WeChat's servers, for the rest
     * of this test: `host.answer('showModal', { confirm: false })`, or by a function of its options.
     * `{ fail: 'cancel' }` makes it fail; null has it made up again.
     */
    answer(name: string, answer: Answer | ((options: any) => Answer | void) | null): void
    /** Raises an event of `wx` for the program's listeners: `host.raise('onThemeChange', { theme: 'dark' })`. */
    raise(event: string, data?: any): void
    readonly state: 'foreground' | 'background' | 'suspended' | 'destroyed'
    /** Waits until no call is under way and no turn waits. */
    idle(): Promise<void>
    readonly clock: {
      /** ms since the epoch */
      readonly now: number
      /** Whether time passes as the wall's does; false again when the test ends. */
      real: boolean
      /** Moves time; what is due on the way runs, each at its own moment. */
      advance(ms: number): Promise<void>
      /** Moves time until no timer is left, at most `limit` ms. */
      runAll(limit?: number): Promise<void>
    }
    readonly network: {
      type: NetworkType
      /** `auto`: the traffic tells. */
      weak: boolean | 'auto'
      /** host:port; null for none. */
      proxy: string | null
      /** ms of a packet's round trip, 0 for what the real one takes; a new TLS connection needs three. */
      latency: number
      /** Bytes per second of all connections together, 0 for no limit; a number is both. */
      get bandwidth(): { down: number; up: number }
      set bandwidth(limit: number | { down?: number; up?: number })
      /** The share of packets that is lost, 0 to 1: on streams a delay, of datagrams the end. */
      loss: number
      /** The same as type 'none'. */
      offline: boolean
      /** Breaks what leads to `name`, `*.name` or `*`, each also with `:port`. */
      fault(hosts: string, kind: Fault | 'off'): void
      /** A network by name: type, latency, bandwidth and loss at once. */
      preset(name: Preset): void
      /** As it was when the file began. */
      reset(): void
    }
    readonly lab: {
      /** Answers a route from now on, as lab/routes.js does: `route('GET /feed', { json: [] })`. */
      route(pattern: string, answer: LabAnswer | ((request: LabRequest) => LabAnswer | Promise<LabAnswer>)): void
      /** Waits until this many requests have reached a route. */
      received(pattern: string, count: number): Promise<void>
      /** What has reached the lab since the file began, oldest first. */
      requests(pattern?: string): LabRequest[]
    }
    /** wx.request, uploadFile, downloadFile and callContainer since this test began. */
    readonly requests: Call[]
    readonly sockets: Call[]
    readonly calls: Call[]
    /** What the rules have refused in this test. Whoever does not look at it fails for it. */
    readonly refusals: Decision[]
    /** What the program wrote to its console in this test. */
    readonly logs: string[]
  }

  interface HostMatchers {
    /** A call went out to a URL with this text in it; exactly so often, if that is given. */
    toHaveRequested(url: string | RegExp, times?: number): void
    /** The rules refused a call: this one, or any. */
    toHaveBeenRefused(rule?: string): void
  }
}

declare const host: minihost.Host

// Where @types/jest is installed, its expect knows the matchers of host too.
declare namespace jest {
  interface Matchers<R> extends minihost.HostMatchers {}
}
