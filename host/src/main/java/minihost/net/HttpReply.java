package minihost.net;

/**
 * A complete answer.
 *
 * @param body what the {@link Receiver} made of it
 */
public record HttpReply<T>(HttpHead head, T body, Profile profile) {}
