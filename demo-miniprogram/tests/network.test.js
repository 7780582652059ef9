// The phone's network, real certificates, and name lookup.
describe('partners', () => {
  it('each with trouble is told which', async () => {
    const page = await host.open('pages/partners/partners')
    await page.call('visit')
    const trouble = Object.fromEntries(page.data.partners.map(p => [p.name.split(' ')[0], p.trouble]))
    expect(trouble.Old).toBe('')
    expect(trouble.Forgotten).toContain('CERT_DATE_INVALID')
    expect(trouble.Next).toContain('CERT_COMMON_NAME_INVALID')
    expect(trouble.Stranger).toContain('CERT_AUTHORITY_INVALID')
    expect(trouble.Closed).toContain('CONNECTION_REFUSED')
    expect(trouble.Hangs).toContain('CONNECTION_RESET')
    expect(host).toHaveBeenRefused('DOMAIN_LISTED')
  })
})

describe('without a network', () => {
  afterEach(() => {
    host.network.type = 'wifi'
  })

  it('calls fail, and later they do not', async () => {
    const page = await host.open('pages/about/about')
    host.network.type = 'none'
    await page.call('checkService')
    expect(page.data.serviceMessage).toContain('Cannot reach the server')
    host.network.type = 'wifi'
    await page.call('checkService')
    expect(page.data.serviceMessage).toContain('Under maintenance')
  })

  it('an open WebSocket dies', async () => {
    const page = await host.open('pages/chat/chat')
    await page.call('join')
    host.network.type = 'none'
    await host.idle()
    expect(page.data.open).toBe(false)
  })

  it('the page that shows it is told', async () => {
    const page = await host.open('pages/network/network')
    host.network.type = '4g'
    await host.idle()
    expect(page.data).toMatchObject({ type: '4g', connected: true, address: '' })
    host.network.type = 'none'
    await host.idle()
    expect(page.data.connected).toBe(false)
  })
})

describe('the way to the server', () => {
  it('goes by HTTP/2, by the cache and by HttpDNS', async () => {
    const page = await host.open('pages/check/check')
    await page.call('run')
    const texts = page.data.results.map(result => result.text)
    expect(texts[0]).toContain('http1.1')
    expect(texts[2]).toContain('connection reused')
    expect(texts[5]).toContain('by HttpDNS')
  })
})
