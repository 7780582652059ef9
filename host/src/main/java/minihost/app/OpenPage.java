package minihost.app;

import java.util.Map;

/**
 * A page that has been opened and not yet unloaded.
 *
 * @param id unique in a run, from 1
 * @param route without leading slash
 * @param query as {@code onLoad} gets it: values not decoded
 * @param channel the event channels of the {@code navigateTo} that opened it, or 0
 */
public record OpenPage(int id, String route, Map<String, String> query, int channel) {}
