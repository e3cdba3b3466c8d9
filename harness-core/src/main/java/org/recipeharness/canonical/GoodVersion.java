package org.recipeharness.canonical;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recipeharness.data.Seeded;
import org.recipeharness.stack.StackVolume;

/**
 * A version of a recipe that was promoted, as it was proved to run.
 *
 * @param ref what it is called, such as a release's tag
 * @param commit what that was
 * @param domain where it answered
 * @param images what ran, by service, with the digest
 * @param volumes what its data lies on
 * @param key the fingerprint of the key that its secrets are derived from; empty where none is
 * @param markers what was put into its data at the first promotion, and must be there ever since
 * @param promoted when
 * @param run the id of the run that did it
 * @param evidence what was seen, a line each
 */
public record GoodVersion(
        String ref,
        String commit,
        String domain,
        Map<String, String> images,
        List<StackVolume> volumes,
        Optional<String> key,
        Seeded markers,
        Instant promoted,
        String run,
        List<String> evidence) {

    public GoodVersion {
        images = Collections.unmodifiableMap(new TreeMap<>(images));
        volumes = List.copyOf(volumes);
        evidence = List.copyOf(evidence);
    }
}
