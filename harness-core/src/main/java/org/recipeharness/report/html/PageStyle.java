package org.recipeharness.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How pages look. */
final class PageStyle {

    private static final String PAGE = "page.css";
    private static final String RESULTS = "results.css";

    private PageStyle() {}

    static String css() {
        return read(PAGE);
    }

    /** What the page of results has beyond that of a red test. */
    static String ofResults() {
        return read(RESULTS);
    }

    private static String read(String resource) {
        try (InputStream css = PageStyle.class.getResourceAsStream(resource)) {
            if (css == null) {
                throw new IllegalStateException("Reading the pages' style: found no resource " + resource + " beside "
                        + PageStyle.class.getName());
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the pages' style from " + resource, e);
        }
    }
}
