// Which servers a mini program may reach. Every refusal names its rule, and reaches no server.
const call = (url, options) =>
  new Promise(resolve => wx.request({ ...options, url, success: resolve, fail: resolve }))

describe('a request', () => {
  it.each([
    ['https://not.listed.example/', 'DOMAIN_LISTED'],
    ['http://api.feed.example/time', 'DOMAIN_LISTED'],
    ['https://api.feed.example:8443/time', 'DOMAIN_LISTED'],
    ['https://deep.api.feed.example/time', 'DOMAIN_LISTED'],
    ['https://files.feed.example/pictures/x', 'DOMAIN_LISTED'],
    ['https://api.weixin.qq.com/sns/jscode2session', 'WEIXIN_API'],
    ['https://127.0.0.2/', 'LAN_PEER'],
    ['https://localhost/', 'LAN_PEER'],
    ['http://10.1.2.3/', 'LAN_PEER']
  ])('to %s is refused by %s', async (url, rule) => {
    const { errMsg, errno } = await call(url)
    expect(errMsg).toMatch(/^request:fail url not in domain list/)
    expect(errno).toBe(600002)
    expect(host).toHaveBeenRefused(rule)
  })

  it('to a listed domain is allowed, and says by which entry', async () => {
    const { statusCode } = await call('https://api.feed.example/time')
    expect(statusCode).toBe(200)
    expect(host.requests[0]).toMatchObject({ allowed: true, rule: 'DOMAIN_LISTED' })
    expect(host.refusals).toEqual([])
  })

  it('to a peer in the LAN needs no list and no TLS', async () => {
    const { data } = await call('http://127.0.0.1:17003/kettle')
    expect(data.celsius).toBe(85)
    expect(host.requests[0].rule).toBe('LAN_PEER')
  })

  it('is asked about again at each redirect', async () => {
    host.lab.route('GET /away', { redirect: 'https://elsewhere.example/' })
    const { errMsg } = await call('https://api.feed.example/away')
    expect(errMsg).toContain('redirect url not in domain list')
    expect(host).toHaveBeenRefused('REDIRECT_LISTED')
  })

  it('carries the Referer of the program, whatever it says itself', async () => {
    await call('https://api.feed.example/time', { header: { referer: 'https://me.example/', 'x-own': 'kept' } })
    const [{ headers }] = host.lab.requests('GET /time').slice(-1)
    expect(headers.referer).toMatch(/^https:\/\/servicewechat\.com\/wx[0-9a-z]+\/[^/]+\/page-frame\.html$/)
    expect(headers['x-own']).toBe('kept')
  })

  it('waits at most as long as app.json says', async () => {
    host.lab.route('GET /never', { delay: 600000, json: {} })
    const answer = call('https://api.feed.example/never')
    await host.clock.advance(14999)
    expect(host.requests[0].state).toBe('pending')
    await host.clock.advance(1)
    expect(await answer).toMatchObject({ errMsg: 'request:fail timeout', errno: 5 })
  })

  it('may choose its own timeout', async () => {
    host.lab.route('GET /never', { delay: 600000, json: {} })
    const answer = call('https://api.feed.example/never', { timeout: 300 })
    await host.clock.advance(300)
    expect((await answer).errMsg).toBe('request:fail timeout')
  })
})

describe('at a time', () => {
  it('ten requests run, and the eleventh waits', async () => {
    let release
    const gate = new Promise(resolve => {
      release = resolve
    })
    host.lab.route('GET /held/:n', async () => {
      await gate
      return { json: {} }
    })
    const all = Array.from({ length: 11 }, (_, n) => call(`https://api.feed.example/held/${n}`))
    await host.lab.received('GET /held/:n', 10)
    expect(host.lab.requests('GET /held/:n')).toHaveLength(10)
    release()
    await Promise.all(all)
    expect(host.lab.requests('GET /held/:n')).toHaveLength(11)
  })

  it('five sockets are open, and the sixth fails', async () => {
    const open = () =>
      new Promise(resolve => {
        const task = wx.connectSocket({ url: 'wss://api.feed.example/talk', fail: resolve })
        task.onOpen(() => resolve(task))
      })
    const five = await Promise.all(Array.from({ length: 5 }, open))
    const sixth = await open()
    expect(sixth.errMsg).toContain('max websocket connect count 5')
    expect(host).toHaveBeenRefused('SOCKET_COUNT')
    await Promise.all(five.map(task => new Promise(done => {
      task.onClose(done)
      task.close({})
    })))
  })
})
