// The phone: how good its network is, a program that is ended and started anew, settings of one test.
const about = async () => {
  const page = await host.open('pages/about/about')
  await page.call('checkService')
  return page.data.serviceMessage
}

describe('the network', () => {
  it('on Slow 3G costs round trips, and no time of ours', async () => {
    host.network.preset('Slow 3G')
    const began = host.clock.now
    expect(await about()).toContain('Under maintenance')
    expect(host.clock.now - began).toBeGreaterThanOrEqual(400)
  })

  it('breaks to one host', async () => {
    host.network.fault('api.feed.example', 'reset')
    expect(await about()).toContain('Cannot reach the server')
  })

  it('is whole again in the next test', async () => {
    const began = host.clock.now
    expect(await about()).toContain('Under maintenance')
    expect(host.clock.now).toBe(began)
  })
})

describe('the program', () => {
  it('is suspended at once, and comes back', async () => {
    await host.suspend()
    expect(host.state).toBe('suspended')
    host.foreground()
    expect(host.state).toBe('foreground')
  })

  it('starts anew at a page, with what it had stored', async () => {
    const old = getApp()
    wx.setStorageSync('tea', 'green')
    await host.relaunch({ path: 'pages/about/about', scene: 1011 })
    expect(getApp()).not.toBe(old)
    expect(host.page.route).toBe('pages/about/about')
    expect(wx.getLaunchOptionsSync().scene).toBe(1011)
    expect(wx.getStorageSync('tea')).toBe('green')
  })
})

describe('settings and answers', () => {
  it('of one test are not the next one\'s', async () => {
    host.config({ 'domains.requestdomain': [] })
    expect(await about()).toContain('not configured')
    expect(host).toHaveBeenRefused('DOMAIN_LISTED')
  })

  it('are the file\'s own here', async () => {
    expect(await about()).toContain('Under maintenance')
  })

  it('stand in for a person', async () => {
    host.answer('showModal', ({ title }) => ({ confirm: title === 'Tea?' }))
    expect(await wx.showModal({ title: 'Tea?' })).toMatchObject({ confirm: true })
    expect(await wx.showModal({ title: 'Coffee?' })).toMatchObject({ confirm: false, cancel: true })
  })
})
