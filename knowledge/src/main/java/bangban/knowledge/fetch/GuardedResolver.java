package bangban.knowledge.fetch;

import bangban.knowledge.fetch.FetchException.Reason;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host for a connection and checks what comes of it. The connection is made to the very addresses that were checked: nobody
 * asks again, so that a name server which changes its answer (DNS rebinding) changes nothing.
 */
final class GuardedResolver implements DnsResolver {

    private final HostResolver resolver;
    private final AllowedTargets allowed;

    GuardedResolver(HostResolver resolver, AllowedTargets allowed) {
        this.resolver = resolver;
        this.allowed = allowed;
    }

    /** Carries the refusal through the client, which passes on nothing but input and output failures. */
    static final class RefusedException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        private final FetchException refusal;

        RefusedException(FetchException refusal) {
            super(refusal.getMessage());
            this.refusal = refusal;
        }

        FetchException refusal() {
            return refusal;
        }
    }

    /** @throws FetchException where one of the host's addresses is not allowed, or it has none */
    List<InetAddress> checked(String host, int port) throws FetchException {
        List<InetAddress> addresses;
        try {
            addresses = resolver.addresses(host);
        } catch (UnknownHostException e) {
            throw new FetchException(Reason.UNKNOWN_HOST, e, host);
        }
        for (InetAddress address : addresses) {
            allowed.check(host, port, address);
        }
        return addresses;
    }

    /** Looks at where a connection has really got to. */
    void checkConnected(String host, InetSocketAddress remote) throws RefusedException {
        try {
            allowed.check(host, remote.getPort(), remote.getAddress());
        } catch (FetchException e) {
            throw new RefusedException(e);
        }
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        try {
            return checked(host, port).stream()
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
        } catch (FetchException e) {
            throw new RefusedException(e);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new UnknownHostException("without a port nothing can be checked: " + host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
