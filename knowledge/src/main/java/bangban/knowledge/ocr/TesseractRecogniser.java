package bangban.knowledge.ocr;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The program {@code tesseract} (Debian: tesseract-ocr, tesseract-ocr-chi-sim), a process for each picture with a time limit. */
final class TesseractRecogniser implements TextRecogniser {

    private static final long SECONDS = 90;
    private static final String CHINESE = "chi_sim";

    private final Path program;
    private final String languages;

    private TesseractRecogniser(Path program, String languages) {
        this.program = program;
        this.languages = languages;
    }

    /** Empty where the program or its Chinese is not installed. */
    static Optional<TextRecogniser> find() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path program = Path.of(folder, "tesseract");
            if (Files.isExecutable(program)) {
                return languages(program).map(languages -> new TesseractRecogniser(program, languages));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> languages(Path program) {
        try {
            List<String> known = run(List.of(program.toString(), "--list-langs"), new byte[0])
                    .lines()
                    .toList();
            return known.contains(CHINESE)
                    ? Optional.of(known.contains("eng") ? CHINESE + "+eng" : CHINESE)
                    : Optional.empty();
        } catch (OcrException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<TextLine> recognise(GreyImage image) throws OcrException {
        String header = "P5\n" + image.width() + " " + image.height() + "\n255\n";
        byte[] start = header.getBytes(StandardCharsets.US_ASCII);
        byte[] picture = new byte[start.length + image.pixels().length];
        System.arraycopy(start, 0, picture, 0, start.length);
        System.arraycopy(image.pixels(), 0, picture, start.length, image.pixels().length);
        return TesseractTable.lines(
                run(List.of(program.toString(), "stdin", "stdout", "-l", languages, "tsv"), picture));
    }

    private static String run(List<String> command, byte[] input) throws OcrException {
        Path output = null;
        try {
            output = Files.createTempFile("tesseract", ".tsv");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(Map.of("OMP_THREAD_LIMIT", "1", "LC_ALL", "C"));
            await(builder.start(), input);
            return Files.readString(output);
        } catch (IOException e) {
            throw new OcrException("tesseract does not run", e);
        } finally {
            delete(output);
        }
    }

    private static void await(Process process, byte[] input) throws OcrException {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input);
            stream.close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new OcrException("tesseract did not end within " + SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new OcrException("tesseract ended with " + process.exitValue());
            }
        } catch (IOException e) {
            throw new OcrException("tesseract takes no picture", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OcrException("interrupted while waiting for tesseract", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
