package org.recipeharness.report.html;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where pages lie; within one process no page takes the place of another. */
public final class PageFolder {

    private static final int LONGEST = 120;

    private final Set<Path> written = new HashSet<>();

    /**
     * Writes a page as a whole or not at all.
     *
     * @param folder where to; made when it is not there
     * @param name what the file is called after, parts of it
     * @param page the document
     * @return the file
     * @throws IOException when it can't be written
     */
    public synchronized Path write(Path folder, List<String> name, String page) throws IOException {
        Path file = file(folder, name, 1);
        for (int number = 2; written.contains(file); number++) {
            file = file(folder, name, number);
        }
        Files.createDirectories(folder);
        // Not as a temporary file, which nobody else could read.
        Path unfinished = folder.resolve("." + file.getFileName() + ".unfinished");
        try {
            // Bytes, as a log may hold half of a character, which Files.writeString refuses.
            Files.write(unfinished, page.getBytes(StandardCharsets.UTF_8));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        written.add(file);
        return file;
    }

    /**
     * Removes what an earlier process has written of a test that is green now.
     *
     * @param folder where
     * @param name as it was written under
     * @throws IOException when it can't be removed
     */
    public synchronized void discard(Path folder, List<String> name) throws IOException {
        Path file = file(folder, name, 1);
        for (int number = 2; !written.contains(file) && Files.deleteIfExists(file); number++) {
            file = file(folder, name, number);
        }
    }

    private static Path file(Path folder, List<String> name, int number) {
        String plain = name.stream()
                .map(part -> part.replaceAll("[^A-Za-z0-9._]+", "-"))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("-"));
        String stem = plain.substring(0, Math.min(LONGEST, plain.length()));
        return folder.resolve(stem + (number == 1 ? "" : "-" + number) + ".html")
                .toAbsolutePath();
    }
}
