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
    readonly state: 'foreground' | 'background' | 'suspended' | 'destroyed'
    /** Waits until no call is under way and no turn waits. */
    idle(): Promise<void>
    readonly clock: {
      /** ms since the epoch */
      readonly now: number
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
