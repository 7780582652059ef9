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
        kit.later(typeof reserve === 'function' ? reserve : callback, undefined, { errMsg: 'drawCanvas:ok' });
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

  const GL_GIVES = {
    getContextAttributes: () => ({ alpha: true, antialias: true, depth: true, stencil: false, premultipliedAlpha: true }),
    getShaderPrecisionFormat: () => ({ rangeMin: 127, rangeMax: 127, precision: 23 }),
    getSupportedExtensions: () => [...GL_EXTENSIONS],
    getAttachedShaders: () => [],
    getShaderInfoLog: () => '',
    getProgramInfoLog: () => '',
    getShaderParameter: () => true,
    getError: () => 0,
    getAttribLocation: () => 0,
    isContextLost: () => false,
  };
  // What getParameter says, by the name of what is asked for; other things are 0.
  const GL_PARAMETERS = [
    [/^SHADING_LANGUAGE_VERSION$/, () => 'WebGL GLSL ES 1.0 (minihost)'],
    [/^VERSION$/, () => 'WebGL 1.0 (minihost)'],
    [/VENDOR|RENDERER$/, () => 'minihost'],
    [/^(VIEWPORT|SCISSOR_BOX)$/, ({ width, height }) => Int32Array.of(0, 0, width, height)],
    [/^MAX_VIEWPORT_DIMS$/, () => Int32Array.of(4096, 4096)],
    [/^MAX_.*(UNITS|VECTORS|ATTRIBS)$/, () => 16],
    [/^MAX_/, () => 4096],
  ];

  // The numbers of what is asked for, which minified programs write out (WebGL 1.0 and 2.0, IDL constants).
  const GL_NUMBERS = {
    VENDOR: 0x1f00, RENDERER: 0x1f01, VERSION: 0x1f02, SHADING_LANGUAGE_VERSION: 0x8b8c,
    UNMASKED_VENDOR_WEBGL: 0x9245, UNMASKED_RENDERER_WEBGL: 0x9246,
    VIEWPORT: 0x0ba2, SCISSOR_BOX: 0x0c10, MAX_VIEWPORT_DIMS: 0x0d3a,
    MAX_TEXTURE_SIZE: 0x0d33, MAX_CUBE_MAP_TEXTURE_SIZE: 0x851c, MAX_RENDERBUFFER_SIZE: 0x84e8,
    MAX_3D_TEXTURE_SIZE: 0x8073, MAX_ARRAY_TEXTURE_LAYERS: 0x88ff,
    MAX_TEXTURE_IMAGE_UNITS: 0x8872, MAX_VERTEX_TEXTURE_IMAGE_UNITS: 0x8b4c, MAX_COMBINED_TEXTURE_IMAGE_UNITS: 0x8b4d,
    MAX_VERTEX_ATTRIBS: 0x8869, MAX_VERTEX_UNIFORM_VECTORS: 0x8dfb, MAX_VARYING_VECTORS: 0x8dfc,
    MAX_FRAGMENT_UNIFORM_VECTORS: 0x8dfd,
    ACTIVE_UNIFORMS: 0x8b86, ACTIVE_ATTRIBUTES: 0x8b89, ACTIVE_UNIFORM_BLOCKS: 0x8a36,
    FRAMEBUFFER_COMPLETE: 0x8cd5,
  };

  // Those that phones have.
  const GL_EXTENSIONS =
    'ANGLE_instanced_arrays EXT_blend_minmax EXT_shader_texture_lod EXT_texture_filter_anisotropic OES_element_index_uint OES_standard_derivatives OES_texture_float OES_texture_half_float OES_vertex_array_object WEBGL_depth_texture WEBGL_lose_context'.split(' ');

  /** Everything compiles, links and draws nothing; other constants are numbers of their own. */
  function webgl(canvas) {
    const numbers = new Map(Object.entries(GL_NUMBERS));
    const nameOf = number => [...numbers].find(([, n]) => n === number)?.[0] ?? '';
    const made = {
      canvas,
      drawingBufferWidth: canvas.width,
      drawingBufferHeight: canvas.height,
      ...GL_GIVES,
      getParameter(number) {
        const name = nameOf(number);
        return GL_PARAMETERS.find(([pattern]) => pattern.test(name))?.[1](canvas) ?? 0;
      },
      getProgramParameter: (program, number) => (/^ACTIVE_/.test(nameOf(number)) ? 0 : true),
      checkFramebufferStatus: () => context.FRAMEBUFFER_COMPLETE,
    };
    const extensions = new Map();
    made.getExtension = name => {
      if (!GL_EXTENSIONS.includes(name)) return null;
      if (!extensions.has(name)) extensions.set(name, whole({}));
      return extensions.get(name);
    };
    const method = name => (/^create/.test(name) ? () => ({}) : /^(get|fenceSync)/.test(name) ? () => null : /^is/.test(name) ? () => false : () => undefined);
    const whole = part =>
      new Proxy(part, {
        get(target, name) {
          if (name in target || typeof name !== 'string' || name === 'then' || name === 'toJSON') return target[name];
          if (!/^[A-Z][A-Z0-9_]*$/.test(name)) return (target[name] = method(name));
          if (!numbers.has(name)) numbers.set(name, 0x10000 + numbers.size);
          return numbers.get(name);
        },
      });
    const context = whole(made);
    return context;
  }

  const WEBGL = ['webgl', 'webgl2', 'experimental-webgl'];

  function canvas({ width = 300, height = 150 } = {}) {
    let drawing;
    let gl;
    let frames = 0;
    const made = {
      width,
      height,
      getContext(type) {
        if (WEBGL.includes(type)) return (gl ??= webgl(made));
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

  /** That of a mini game covers the screen. */
  function screenCanvas() {
    const { screenWidth: width, screenHeight: height } = kit.functions.get('getWindowInfo')();
    return canvas({ width, height });
  }

  return kit.script('canvas.js', {
    createCanvasContext: { finish: old, members: () => Object.keys(old()) },
    createContext: { finish: old },
    createCanvas: { members: () => Object.keys(canvas()), finish: screenCanvas },
    createImage: { members: () => Object.keys(image()), finish: image },
    createOffscreenCanvas: {
      members: () => Object.keys(canvas()),
      finish: (_, first, height) => canvas(typeof first === 'number' ? { width: first, height } : Object(first ?? {})),
    },
  });
};
