// What programs are told of a route: a move between pages, under one id from its beginning to its end.
(host, kit) => {
  'use strict';
  const { Date } = globalThis;
  let route; // while one is under way

  const raise = (event, data) => {
    if (route) kit.raiseEvent(event, { ...data(), routeEventId: route.routeEventId });
  };

  /** What the page's configuration is told as is not documented. */
  const whole = () => ({ ...route, query: { ...route.query }, page: {}, renderer: 'webview' });
  const opening = (path, query) => ({
    path,
    query,
    openType: route.openType,
    componentFramework: 'exparser',
  });

  /** A page that a route makes or takes away; what else happens to pages is no part of a route. */
  kit.routes = {
    beforeLoad: (path, query) => raise('BeforePageLoad', () => opening(path, query)),
    afterLoad: page => raise('AfterPageLoad', () => ({ ...opening(page.route, page.options), page })),
    beforeUnload: page => raise('BeforePageUnload', () => ({ path: page.route, page })),
    afterUnload: page => raise('AfterPageUnload', () => ({ path: page.route, page })),
  };

  return {
    begin(facts) {
      route = facts;
      raise('BeforeAppRoute', whole);
      host.asked();
    },
    made() {
      route = { ...route, timeStamp: Date.now() };
      raise('AppRoute', whole);
    },
    done() {
      const { path, query, openType, timeStamp, webviewId } = route;
      raise('AppRouteDone', () => ({ path, query: { ...query }, openType, timeStamp, webviewId }));
      route = undefined;
    },
  };
};
