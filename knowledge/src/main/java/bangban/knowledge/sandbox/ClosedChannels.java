package bangban.knowledge.sandbox;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/** Refuses every network channel; the JDK takes it by the system property {@code java.nio.channels.spi.SelectorProvider}. */
public final class ClosedChannels extends SelectorProvider {

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        throw NoNetwork.refused();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        throw NoNetwork.refused();
    }

    @Override
    public Pipe openPipe() throws IOException {
        throw NoNetwork.refused();
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        throw NoNetwork.refused();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        throw NoNetwork.refused();
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        throw NoNetwork.refused();
    }
}
