package bangban.bench.stress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** Looks at a process and all that it started, ten times a second: their memory, and whom their sockets talk to. Linux only. */
final class ProcessWatch implements AutoCloseable {

    private static final int LOOK_EVERY_MILLIS = 100;

    private final ProcessHandle server;
    private final Path proc;
    private final Set<String> foreign = new ConcurrentSkipListSet<>();
    private final Thread thread;
    private volatile boolean ended;
    private volatile long peakServer;
    private volatile long peakAll;
    private volatile int mostChildren;

    private ProcessWatch(ProcessHandle server, Path proc) {
        this.server = server;
        this.proc = proc;
        this.thread = Thread.ofPlatform().daemon().name("process-watch").unstarted(this::watch);
    }

    static ProcessWatch of(ProcessHandle server) {
        ProcessWatch watch = new ProcessWatch(server, Path.of("/proc"));
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (!ended) {
                look();
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        long own = resident(server.pid());
        long all = own;
        int children = 0;
        lookAtSockets(server.pid());
        for (ProcessHandle child : server.descendants().toList()) {
            all += resident(child.pid());
            children++;
            lookAtSockets(child.pid());
        }
        peakServer = Math.max(peakServer, own);
        peakAll = Math.max(peakAll, all);
        mostChildren = Math.max(mostChildren, children);
    }

    /** Bytes; none of a process that has just ended. */
    private long resident(long pid) {
        try (Stream<String> lines = Files.lines(proc.resolve(pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private void lookAtSockets(long pid) {
        Set<String> own = sockets(pid);
        for (String table : new String[] {"tcp", "tcp6", "udp", "udp6"}) {
            try (Stream<String> lines = Files.lines(proc.resolve(pid + "/net/" + table))) {
                lines.skip(1)
                        .map(SocketRow::of)
                        .filter(row -> own.contains(row.inode()) && row.isForeign())
                        .forEach(row -> foreign.add(table + " " + row.remote()));
            } catch (IOException | UncheckedIOException e) {
                // ended meanwhile
            }
        }
    }

    /** Inodes of the sockets that the process holds. */
    private Set<String> sockets(long pid) {
        Set<String> inodes = new TreeSet<>();
        try (Stream<Path> files = Files.list(proc.resolve(pid + "/fd"))) {
            for (Path file : files.toList()) {
                String target = Files.readSymbolicLink(file).toString();
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring(8, target.length() - 1));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // ended, or closed meanwhile: what was seen counts
        }
        return inodes;
    }

    long peakServer() {
        return peakServer;
    }

    /** Of the server and all children at one time. */
    long peakAll() {
        return peakAll;
    }

    int mostChildren() {
        return mostChildren;
    }

    /** Remote ends outside this machine, as the kernel writes them. */
    Set<String> foreign() {
        return new TreeSet<>(foreign);
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join();
    }
}
