package minihost.lab;

import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * What one origin shows of itself in a handshake.
 *
 * @param sockets puts the TLS layer on accepted connections
 * @param missing the certificate, as PEM text, that a client has to trust in addition; empty where
 *     the run's authority is enough, or nothing would help
 */
record ServerTls(SSLSocketFactory sockets, Optional<String> missing) {}
