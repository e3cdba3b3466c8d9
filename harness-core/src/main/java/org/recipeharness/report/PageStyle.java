package org.recipeharness.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How pages look. */
final class PageStyle {

    private static final String RESOURCE = "page.css";

    private PageStyle() {}

    static String css() {
        try (InputStream css = PageStyle.class.getResourceAsStream(RESOURCE)) {
            if (css == null) {
                throw new IllegalStateException("Reading the pages' style: found no resource " + RESOURCE + " beside "
                        + PageStyle.class.getName());
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the pages' style from " + RESOURCE, e);
        }
    }
}
