// Objects whose work a headless host cannot do: audio, video, camera, map, advertisements. Methods and
// events are there; nothing sounds or is seen. A row of the table an object, a new one goes there:
// `fields` the program may read and write; `does` methods that return nothing; `calls` methods with
// callbacks or a Promise, by their answer, where `fail` fails; `events` of on and off; `raises` what a
// method leads to; `sets` the fields that it changes; `gives` methods with a result of their own.
(host, kit) => {
  'use strict';
  const NO_DATABASE = { fail: 'no cloud environment is here', errCode: -1 };
  const COMMANDS =
    'eq neq lt lte gt gte in nin and or not nor exists mod all elemMatch size set remove inc mul min max rename push pull pullAll addToSet pop shift unshift';
  const words = text => text.split(' ').filter(Boolean);
  const all = (names, answer) => Object.fromEntries(words(names).map(name => [name, answer]));
  const PLAYING = 'Canplay Play Pause Stop Ended TimeUpdate Error Waiting Seeking Seeked';
  const PLAYER = {
    does: 'play pause stop seek',
    raises: { play: ['Play'], pause: ['Pause'], stop: ['Stop'], seek: ['Seeking', 'Seeked'] },
    sets: { play: { paused: false }, pause: { paused: true }, stop: { paused: true } },
  };
  const SOUND = { src: '', startTime: 0, playbackRate: 1, duration: 0, currentTime: 0, paused: true, buffered: 0, referrerPolicy: 'no-referrer' };
  const NO_AD = { fail: 'no advertisement', errCode: 1004 };
  const AD = { calls: { load: NO_AD, show: NO_AD }, does: 'destroy', events: 'Load Error Close', refuses: 'Error' };
  const NO_CAMERA = { fail: 'no camera' };
  const LOG = 'debug info log warn';
  const REALTIME = { does: 'info warn error setFilterMsg addFilterMsg in' };

  function matches(query) {
    const { windowWidth, windowHeight } = kit.functions.get('getWindowInfo')();
    const { width = windowWidth, height = windowHeight, orientation = 'portrait' } = query;
    const within = (size, min = 0, max = Infinity) => size >= min && size <= max;
    return (
      width === windowWidth && height === windowHeight && orientation === 'portrait' &&
      within(windowWidth, query.minWidth, query.maxWidth) && within(windowHeight, query.minHeight, query.maxHeight)
    );
  }

  const UPDATES = {
    does: 'applyUpdate',
    gives: {
      onCheckForUpdate: f => later(f, { hasUpdate: false }),
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
    },
  };

  const OBJECTS = {
    createInnerAudioContext: {
      ...PLAYER,
      fields: { ...SOUND, autoplay: false, loop: false, obeyMuteSwitch: true, volume: 1 },
      does: `${PLAYER.does} destroy`,
      events: PLAYING,
    },
    getBackgroundAudioManager: {
      ...PLAYER,
      fields: { ...SOUND, title: '', epname: '', singer: '', coverImgUrl: '', webUrl: '', protocol: 'http', audioType: 'audio' },
      events: `${PLAYING} Next Prev`,
    },
    createAudioContext: { does: 'setSrc play pause seek' },
    createVideoContext: {
      does: 'play pause stop seek sendDanmu playbackRate requestFullScreen exitFullScreen showStatusBar hideStatusBar requestBackgroundPlayback exitBackgroundPlayback startCasting switchCasting reconnectCasting exitCasting',
      calls: { exitPictureInPicture: {} },
    },
    getRecorderManager: {
      does: 'start pause resume stop',
      events: 'Start Pause Resume Stop FrameRecorded Error InterruptionBegin InterruptionEnd',
      raises: { start: ['Error'] },
      tells: { Error: { errMsg: 'operateRecorder:fail no microphone' } },
    },
    createCameraContext: {
      calls: { takePhoto: NO_CAMERA, startRecord: NO_CAMERA, stopRecord: NO_CAMERA, setZoom: NO_CAMERA },
      gives: {
        onCameraFrame: () =>
          make({ gives: { start: options => later(Object(options).fail, { errMsg: 'start:fail no camera' }), stop: () => undefined } }),
      },
    },
    createMapContext: {
      does: 'on',
      calls: {
        ...all('moveToLocation translateMarker moveAlong includePoints setCenterOffset addMarkers removeMarkers addArc removeArc addCustomLayer removeCustomLayer addGroundOverlay updateGroundOverlay removeGroundOverlay addVisualLayer removeVisualLayer executeVisualLayerCommand initMarkerCluster setBoundary setLocMarkerIcon eraseLines openMapApp', {}),
        getCenterLocation: { latitude: 39.90923, longitude: 116.397428 },
        getRegion: {
          southwest: { latitude: 39.9, longitude: 116.39 },
          northeast: { latitude: 39.92, longitude: 116.41 },
        },
        getScale: { scale: 16 },
        getRotate: { rotate: 0 },
        getSkew: { skew: 0 },
        toScreenLocation: { x: 0, y: 0 },
        fromScreenLocation: { latitude: 39.90923, longitude: 116.397428 },
      },
    },
    createLivePlayerContext: {
      calls: {
        ...all('play stop mute pause resume requestFullScreen exitFullScreen exitPictureInPicture startCasting switchCasting exitCasting', {}),
        snapshot: { fail: 'no picture' },
      },
      does: 'requestBackgroundPlayback exitBackgroundPlayback reconnectCasting',
    },
    createLivePusherContext: {
      calls: {
        ...all('start stop pause resume switchCamera startPreview stopPreview playBGM stopBGM pauseBGM resumeBGM setBGMVolume setMICVolume sendMessage toggleTorch setZoom exitPictureInPicture applyFilter clearFilters applySticker clearStickers clearMakeups', {}),
        getMaxZoom: { maxZoom: 1 },
        snapshot: { fail: 'no picture' },
      },
      does: 'onCustomRendererEvent',
    },
    createMediaAudioPlayer: {
      fields: { volume: 1 },
      calls: all('addAudioSource removeAudioSource start stop destroy', {}),
    },
    createMediaContainer: {
      does: 'addTrack removeTrack export destroy',
      calls: { extractDataSource: { fail: 'no video' } },
    },
    createMediaRecorder: {
      does: 'on off',
      calls: all('start stop pause resume destroy', {}),
      gives: { requestFrame: f => Promise.resolve(later(f)) },
    },
    createVideoDecoder: {
      does: 'on off',
      calls: { ...all('stop seek remove', {}), start: { fail: 'no video' } },
      gives: { getFrameData: () => null },
    },
    createInferenceSession: {
      does: 'destroy onLoad offLoad offError',
      calls: { run: { fail: 'not support' } },
      gives: { onError: f => later(f, { errMsg: 'createInferenceSession:fail not support' }) },
    },
    createGlobalPayment: {
      fields: { methodKey: null },
      does: 'abort',
      calls: all('openMethodPicker requestGlobalPayment', { fail: 'cancel' }),
    },
    createRewardedVideoAd: AD,
    createInterstitialAd: AD,
    createBannerAd: { does: 'show hide destroy', fields: { style: {} }, events: 'Load Error Resize' },
    getUpdateManager: UPDATES,
    getPluginUpdateManager: UPDATES,
    getLogManager: { does: LOG },
    getRealtimeLogManager: {
      ...REALTIME,
      gives: {
        tag: () => make(REALTIME),
        getCurrentState: () => ({ size: 0, maxSize: 5120, logCount: 0, maxLogCount: 200 }),
      },
    },
    getPerformance: {
      does: 'setBufferSize',
      gives: {
        getEntries: () => [],
        getEntriesByName: () => [],
        getEntriesByType: () => [],
        createObserver: () => make({ does: 'observe disconnect', fields: { supportedEntryTypes: [] } }),
      },
    },
    // Nothing is cached: every request goes through.
    createCacheManager: {
      fields: { mode: 'none', maxAge: 0, origin: '', state: 2 },
      does: 'deleteRule deleteRules clearRules deleteCache deleteCaches clearCaches start stop on off',
      gives: {
        addRule: rule => Object(rule).id ?? 'rule',
        addRules: (rules = []) => [...rules].map((rule, i) => Object(rule).id ?? `rule-${i}`),
        match: () => undefined,
      },
    },
    getUserCryptoManager: {
      calls: { getLatestUserKey: { fail: 'no key' } },
      gives: { getRandomValues: options => kit.single('UserCryptoManager').getRandomValues(options) },
    },
    'cloud.database': {
      chains: 'collection doc where orderBy limit skip field aggregate match group project sort sample unwind lookup addFields',
      calls: all('get add update remove set count end', NO_DATABASE),
      gives: {
        watch: () => make({ does: 'close' }),
        serverDate: (options = {}) => ({ ...options }),
        RegExp: (options = {}) => ({ ...options }),
      },
      fields: { command: Object.fromEntries(words(COMMANDS).map(name => [name, (...operands) => ({ name, operands })])) },
    },
    // Status 2000002: the device does not support it.
    createVKSession: {
      fields: { state: 0 },
      does: 'stop destroy on off addMarker removeMarker addOSDMarker removeOSDMarker cancelAnimationFrame reset',
      gives: {
        start: f => later(f, 2000002),
        requestAnimationFrame: () => 0,
        getVKFrame: () => null,
        hitTest: () => [],
        getAllMarker: () => [],
      },
    },
    getNFCAdapter: {
      fields: { tech: {} },
      calls: all('startDiscovery stopDiscovery', { fail: 'not support', errCode: 13000 }),
      events: 'Discovered',
    },
    EditorContext: {
      does: 'format',
      calls: {
        ...all('setContents insertText insertImage insertDivider insertCustomBlock removeFormat clear undo redo blur scrollIntoView', {}),
        getContents: { html: '<p><br></p>', text: '\n', delta: { ops: [{ insert: '\n' }] } },
        getSelectionText: { text: '' },
      },
    },
    ScrollViewContext: {
      fields: { scrollEnabled: true, bounces: true, showScrollbar: true, pagingEnabled: false, fastDeceleration: false, decelerationDisabled: false },
      does: 'scrollTo scrollIntoView triggerRefresh closeRefresh triggerTwoLevel closeTwoLevel',
    },
    createMediaQueryObserver: {
      does: 'disconnect',
      gives: { observe: (query, f) => later(f, { matches: matches(Object(query)) }) },
    },
  };

  const later = (f, ...args) => kit.later(f, undefined, ...args);

  /** A method with callbacks, or a Promise where none is given. */
  function calling(name, answer, refused) {
    return (options = {}) => {
      const { success, fail, complete } = Object(options);
      const ok = answer.fail === undefined;
      const { fail: reason, ...rest } = answer;
      const result = { ...rest, errMsg: ok ? `${name}:ok` : `${name}:fail ${reason}` };
      if (!ok) refused(result);
      if (![success, fail, complete].some(f => typeof f === 'function')) {
        return ok ? Promise.resolve(result) : Promise.reject(result);
      }
      later(ok ? success : fail, result);
      later(complete, result);
      return undefined;
    };
  }

  function make(row) {
    const { fields = {}, does = '', calls = {}, events = '', raises = {}, tells = {}, sets = {}, gives = {}, chains = '', refuses } = row;
    const made = structured(fields);
    const listeners = new Map();
    const raise = (event, data = tells[event] ?? {}) => listeners.get(event).slice().forEach(f => later(f, data));
    for (const event of words(events)) {
      const list = [];
      listeners.set(event, list);
      made[`on${event}`] = f => {
        if (typeof f === 'function') list.push(f);
      };
      made[`off${event}`] = f => {
        list.splice(0, list.length, ...(f === undefined ? [] : list.filter(g => g !== f)));
      };
    }
    for (const method of words(does)) {
      made[method] = () => {
        Object.assign(made, sets[method]);
        for (const event of raises[method] ?? []) raise(event);
      };
    }
    for (const method of words(chains)) made[method] = () => made;
    const refused = result => refuses && raise(refuses, result);
    for (const [method, answer] of Object.entries(calls)) made[method] = calling(method, answer, refused);
    return Object.assign(made, gives);
  }

  const structured = fields =>
    Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, kit.tag(value) === 'Object' ? { ...value } : value]));

  kit.madeUpMembers = name => (Object.hasOwn(OBJECTS, name) ? Object.keys(make(OBJECTS[name])) : undefined);

  const finish = row => () => make(row);

  /** An object that no function of wx gives, such as an EditorContext. */
  kit.madeUpObject = name => make(OBJECTS[name]);

  /** What programs get by `getX` is one and the same. */
  function once(row) {
    let made;
    return () => (made ??= make(row));
  }

  return kit.script(
    'made-up-objects.js',
    Object.fromEntries(
      Object.entries(OBJECTS).map(([name, row]) => [
        name,
        { finish: name.startsWith('get') ? once(row) : finish(row), members: () => Object.keys(make(row)) },
      ]),
    ),
  );
};
