package bangban.bench.stress;

/**
 * A row of {@code /proc/net/tcp} and its like (proc_net(5)).
 *
 * @param remote the other end in hexadecimal, each group of four bytes in the machine's order, with its port
 */
record SocketRow(String remote, String inode) {

    private static final int REMOTE = 2;
    private static final int INODE = 9;

    static SocketRow of(String line) {
        String[] columns = line.strip().split("\\s+");
        return new SocketRow(columns[REMOTE], columns[INODE]);
    }

    /** True where it is another machine's: neither nobody's, nor 127/8, nor ::1, nor either of these mapped. Little-endian machines. */
    boolean isForeign() {
        String address = remote.substring(0, remote.indexOf(':'));
        boolean mapped = address.startsWith("0000000000000000FFFF0000");
        String last = address.substring(address.length() - 8);
        boolean four = address.length() == 8 || mapped;
        return !address.matches("0+")
                && !(four && (last.endsWith("7F") || last.matches("0+")))
                && !address.equals("00000000000000000000000001000000");
    }
}
