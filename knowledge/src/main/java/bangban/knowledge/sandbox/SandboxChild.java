package bangban.knowledge.sandbox;

import bangban.knowledge.parse.FileReader;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.ParseException.Reason;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.parse.Reading;
import bangban.knowledge.parse.SourceFile;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

/**
 * The child process: reads one file after another from its standard input and answers on its standard output. It ends when its input
 * or its parent does, whatever it is doing.
 */
public final class SandboxChild {

    /** What a file leaves beyond this is collected at once, and the memory given back. */
    private static final long MUCH = 64L << 20;

    private final FileReader reader;
    private final DataOutputStream out;
    private long kept;

    private SandboxChild(FileReader reader, DataOutputStream out) {
        this.reader = reader;
        this.out = out;
    }

    /** @param args the class of the {@link FileReader}, with a public constructor without parameters; none for the standard one */
    public static void main(String[] args) throws ReflectiveOperationException, InterruptedException, IOException {
        endWithParent();
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        keepFramesWhole();
        NoNetwork.install();
        FileReader reader = args.length == 0
                ? Parsers.standard()
                : (FileReader) Class.forName(args[0]).getConstructor().newInstance();
        SandboxChild child = new SandboxChild(reader, out);
        BlockingQueue<SourceFile> asked = new SynchronousQueue<>();
        Thread.ofPlatform().daemon().name("requests").start(() -> listen(asked));
        while (true) {
            child.answer(asked.take());
        }
    }

    /** Beside the end of its input, which tells the same, should anything else hold the other end open. */
    private static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
    }

    /** What a library prints must not get between the frames. */
    private static void keepFramesWhole() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    private static void listen(BlockingQueue<SourceFile> asked) {
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
            while (true) {
                ReadingCodec.Budget whole = new ReadingCodec.Budget(Long.MAX_VALUE);
                asked.put(new SourceFile(ReadingCodec.text(in, whole), ReadingCodec.bytes(in, whole)));
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(e instanceof EOFException ? 0 : 1);
        }
    }

    private void answer(SourceFile file) {
        try {
            reply(file);
            out.flush();
        } catch (IOException | UncheckedIOException e) {
            Runtime.getRuntime().halt(1);
        }
        if (used() > kept + MUCH) {
            System.gc();
            kept = used();
        }
    }

    private void reply(SourceFile file) throws IOException {
        try {
            Reading reading = reader.read(file, this::progress);
            end(Frame.READING);
            ReadingCodec.write(reading, out);
        } catch (ParseException e) {
            refuse(e.reason(), String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) { // thrown by a library; the JVM's own end the process
            out.writeByte(Frame.WORN);
            refuse(Reason.TOO_LARGE, "reading takes more memory than there is");
        } catch (RuntimeException | Error e) { // the edge: parsers report damage by any exception
            refuse(Reason.CORRUPT, "the file could not be read: " + e.getClass().getSimpleName());
        }
    }

    private void refuse(Reason reason, String message) throws IOException {
        end(Frame.REFUSED);
        ReadingCodec.text(reason.name(), out);
        ReadingCodec.text(message, out);
    }

    private void end(int frame) throws IOException {
        int attempts = NoNetwork.attempts();
        if (attempts > 0) {
            out.writeByte(Frame.REACHED);
            out.writeInt(attempts);
        }
        if (isWorn()) {
            out.writeByte(Frame.WORN);
        }
        out.writeByte(frame);
    }

    /** True where half of the heap stays in use. */
    private static boolean isWorn() {
        long half = Runtime.getRuntime().maxMemory() / 2;
        if (used() < half) {
            return false;
        }
        System.gc();
        return used() >= half;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void progress(int done, int total, boolean recognised) {
        try {
            out.writeByte(Frame.PROGRESS);
            out.writeInt(done);
            out.writeInt(total);
            out.writeBoolean(recognised);
            out.flush();
        } catch (IOException e) {
            // nobody listens any more
            Runtime.getRuntime().halt(1);
        }
    }
}
