// Canvases on which nothing is drawn: methods and fields are there, sizes of texts are estimates.
(host, kit) => {
  'use strict';
  const SHARED =
    'arc arcTo beginPath bezierCurveTo clearRect clip closePath drawImage ellipse fill fillRect fillText lineTo moveTo quadraticCurveTo rect restore rotate save scale setLineDash setTransform stroke strokeRect strokeText transform translate';
  const SETTERS =
    'setFillStyle setFontSize setGlobalAlpha setLineCap setLineJoin setLineWidth setMiterLimit setShadow setStrokeStyle setTextAlign setTextBaseline';
  const gradient = () => ({ addColorStop() {} });

  /** Latin letters are half as wide as they are high, all others as wide. */
  function textWidth(text, font) {
    const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 10);
    return [...String(text)].reduce((sum, c) => sum + (c.codePointAt(0) < 256 ? 0.5 : 1), 0) * size;
  }

  function context(more) {
    const made = {
      fillStyle: '#000000',
      strokeStyle: '#000000',
      font: '10px sans-serif',
      globalAlpha: 1,
      globalCompositeOperation: 'source-over',
      lineCap: 'butt',
      lineDashOffset: 0,
      lineJoin: 'miter',
      lineWidth: 1,
      miterLimit: 10,
      shadowBlur: 0,
      shadowColor: '#000000',
      shadowOffsetX: 0,
      shadowOffsetY: 0,
      textAlign: 'left',
      textBaseline: 'normal',
    };
    for (const name of SHARED.split(' ')) made[name] = () => undefined;
    made.measureText = text => ({ width: textWidth(text, made.font) });
    made.createLinearGradient = gradient;
    made.createCircularGradient = gradient;
    made.createRadialGradient = gradient;
    made.createPattern = () => ({});
    return Object.assign(made, more(made));
  }

  const old = () =>
    context(made => ({
      ...Object.fromEntries(SETTERS.split(' ').map(name => [name, () => undefined])),
      setFontSize: size => (made.font = `${size}px sans-serif`),
      getActions: () => [],
      draw(reserve, callback) {
        const f = typeof reserve === 'function' ? reserve : callback;
        if (typeof f === 'function') kit.nextTurn(() => kit.guard(f, undefined, { errMsg: 'drawCanvas:ok' }));
      },
    }));

  const pixels = (width = 0, height = 0) => ({ width, height, data: new Uint8ClampedArray(4 * width * height) });

  // Adapters of mini games put prototypes of their own behind these, so they must not be Object's.
  class Canvas {}
  class Image {}
  const inherit = (made, type) => Object.setPrototypeOf(made, type.prototype);

  /** An image has no size; it is loaded at once. */
  function image() {
    let src = '';
    const loaded = new Set();
    const made = {
      width: 0,
      height: 0,
      onload: null,
      onerror: null,
      addEventListener: (type, listener) => void (type === 'load' && loaded.add(listener)),
      removeEventListener: (type, listener) => void (type === 'load' && loaded.delete(listener)),
    };
    const tellLoaded = () => {
      for (const f of [made.onload, ...loaded]) if (typeof f === 'function') kit.guard(f, made, { type: 'load', target: made });
    };
    Object.defineProperty(made, 'src', {
      enumerable: true,
      get: () => src,
      set(value) {
        src = value;
        kit.nextTurn(tellLoaded);
      },
    });
    return inherit(made, Image);
  }

  function canvas({ width = 300, height = 150 } = {}) {
    let drawing;
    let frames = 0;
    const made = {
      width,
      height,
      getContext(type) {
        if (type !== '2d') return null;
        drawing ??= context(() => ({
          canvas: made,
          resetTransform() {},
          getLineDash: () => [],
          isPointInPath: () => false,
          putImageData() {},
          createImageData: pixels,
          getImageData: (x, y, w, h) => pixels(w, h),
        }));
        return drawing;
      },
      createImage: image,
      createImageData: pixels,
      createPath2D: () => context(() => ({ addPath() {} })),
      toDataURL: () => 'data:,',
      // Without a screen there are no frames to draw in.
      requestAnimationFrame: () => ++frames,
      cancelAnimationFrame() {},
    };
    return inherit(made, Canvas);
  }

  return kit.script('canvas.js', {
    createCanvasContext: { finish: old, members: () => Object.keys(old()) },
    createContext: { finish: old },
    createOffscreenCanvas: {
      members: () => Object.keys(canvas()),
      finish: (_, first, height) => canvas(typeof first === 'number' ? { width: first, height } : Object(first ?? {})),
    },
  });
};
