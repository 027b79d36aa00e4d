package bangban.knowledge.fetch;

import java.net.InetAddress;

/** A range of addresses of one family, such as {@code 10.1.0.0/16}. */
record Cidr(InetAddress network, int bits) {

    Cidr {
        if (bits < 0 || bits > network.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("a prefix of " + bits + " bits for " + network);
        }
    }

    /** @throws IllegalArgumentException where it is no address, or no prefix of one */
    static Cidr parse(String text) {
        int slash = text.indexOf('/');
        InetAddress network = literal(slash < 0 ? text : text.substring(0, slash));
        int all = network.getAddress().length * Byte.SIZE;
        return new Cidr(network, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
    }

    /** Never asks a name server, and takes no short or octal forms. */
    static InetAddress literal(String text) {
        InetAddress address = InetAddress.ofLiteral(text);
        if (text.indexOf(':') < 0 && !address.getHostAddress().equals(text)) {
            throw new IllegalArgumentException("an odd form of " + address);
        }
        return address;
    }

    boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += Byte.SIZE) {
            int shift = Math.max(0, Byte.SIZE - (bits - bit));
            if ((ours[bit / Byte.SIZE] & 0xFF) >> shift != (theirs[bit / Byte.SIZE] & 0xFF) >> shift) {
                return false;
            }
        }
        return true;
    }
}
