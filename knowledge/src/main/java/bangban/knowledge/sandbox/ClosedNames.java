package bangban.knowledge.sandbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/** Resolves no name in a child; everywhere else it leaves names to the JDK. Found by the JDK as a service. */
public final class ClosedNames extends InetAddressResolverProvider {

    /** Set for children only. */
    static final String PROPERTY = "bangban.sandbox.child";

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return Boolean.getBoolean(PROPERTY) ? new Closed() : configuration.builtinResolver();
    }

    @Override
    public String name() {
        return "closed in children";
    }

    private static UnknownHostException refused() {
        return new UnknownHostException(NoNetwork.refused().getMessage());
    }

    private static final class Closed implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            throw refused();
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            throw refused();
        }
    }
}
