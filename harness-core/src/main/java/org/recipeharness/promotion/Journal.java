package org.recipeharness.promotion;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.recipeharness.canonical.Advance;
import org.recipeharness.canonical.GoodVersion;
import org.recipeharness.canonical.Registry;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.deployment.RunId;

/** What a promotion notes of itself before it does it, so that the next one knows what became of it. */
final class Journal {

    private final Registry registry;
    private Advance advance;
    private boolean touched;

    /** Notes that a promotion is under way. */
    Journal(Registry registry, Checkout head, RunId run, Optional<GoodVersion> before) {
        this.registry = registry;
        this.advance = new Advance(
                head.recipe(),
                run.text(),
                before.map(GoodVersion::commit),
                head.ref(),
                head.commit(),
                Optional.empty(),
                Instant.now());
        registry.begin(advance);
    }

    /** Notes where the volumes are saved; nothing where there are none. */
    void saved(Optional<Path> archive) {
        advance = advance.savedAs(archive.map(file -> String.valueOf(file.getFileName())));
        registry.begin(advance);
    }

    /** From here on, the volumes may not be what they were. */
    void touched() {
        touched = true;
    }

    boolean isTouched() {
        return touched;
    }

    Optional<String> snapshot() {
        return advance.snapshot();
    }

    /** Notes that it has come to an end, whichever. */
    void end() {
        registry.end(advance.recipe());
    }
}
