package org.recipeharness.report.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The way from a report to a page: relative where both lie below the same folder, so that they may be moved together. */
public record Links(Path folder) {

    public Links {
        folder = folder.toAbsolutePath().normalize();
    }

    public String to(Path page) {
        Path target = page.toAbsolutePath().normalize();
        Path shared = folder.getParent();
        if (shared == null || !target.startsWith(shared)) {
            return target.toUri().toString();
        }
        return StreamSupport.stream(folder.relativize(target).spliterator(), false)
                .map(name -> encoded(name.toString()))
                .collect(Collectors.joining("/"));
    }

    private static String encoded(String name) {
        try {
            // As an absolute path: a colon in the first part of a relative one would be read as a scheme.
            return new URI(null, null, "/" + name, null)
                    .getRawPath()
                    .substring(1)
                    .replace(":", "%3A");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Linking to the file " + name, e);
        }
    }
}
