// What WeChat does to calls of a program that is not on the screen.
describe('in background', () => {
  let page

  beforeEach(async () => {
    page = await host.open('pages/feed/feed')
  })

  afterEach(() => {
    host.lab.route('GET /feed/slow', { json: { items: [], hasMore: false } })
    host.foreground()
    return host.idle()
  })

  it('a call goes on for 5 s and is then interrupted', async () => {
    host.lab.route('GET /feed/slow', { delay: 8000, json: {} })
    page.call('refreshSlowly')
    host.background()
    await host.clock.advance(4999)
    expect(host.requests.at(-1).state).toBe('pending')
    await host.clock.advance(1)
    expect(host.requests.at(-1)).toMatchObject({ state: 'fail', errMsg: 'request:fail interrupted', errno: 600003 })
    expect(page.data.message).toContain('Paused while you were away')
  })

  it('what was interrupted is tried again on the way back', async () => {
    host.lab.route('GET /feed/slow', { delay: 8000, json: {} })
    page.call('refreshSlowly')
    host.background()
    await host.clock.advance(5000)
    host.lab.route('GET /feed/slow', { json: { items: [], hasMore: false } })
    host.foreground()
    await host.idle()
    expect(page.data.state).toBe('empty')
    expect(host).toHaveRequested('/feed/slow', 2)
  })

  it('no call begins', async () => {
    const before = host.lab.requests('GET /feed').length
    host.background()
    await page.call('refresh')
    expect(host).toHaveBeenRefused('FOREGROUND')
    expect(host.requests.at(-1).errMsg).toBe('request:fail interrupted')
    expect(host.lab.requests('GET /feed')).toHaveLength(before)
  })

  it('who is back before 5 s are over has lost nothing', async () => {
    host.lab.route('GET /feed/slow', { delay: 200, json: { items: [], hasMore: false } })
    const done = page.call('refreshSlowly')
    host.background()
    await host.clock.advance(4000)
    host.foreground()
    await done
    expect(page.data.state).toBe('empty')
  })

  it('a WebSocket is closed after 5 s', async () => {
    const chat = await host.open('pages/chat/chat')
    await chat.call('join')
    host.background()
    await host.clock.advance(5000)
    expect(chat.data).toMatchObject({ open: false, message: 'Closed (1000)' })
  })
})
