package org.recipeharness.junit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.recipeharness.sweep.Handover;
import org.slf4j.LoggerFactory;

/**
 * The program that a red recipe is run again with, alone: tells by its exit code whether the run took place, and by its results what
 * came of it.
 */
final class RecipeAlone {

    private static final int TOOK_PLACE = 0;
    private static final int DID_NOT = 3;
    private static final int LEFT_ALONE = 4;

    private RecipeAlone() {}

    /**
     * Runs what is told on the standard input, and ends.
     *
     * @param none nothing is told here, where other processes could see it
     */
    public static void main(String[] none) {
        int exit = DID_NOT;
        try {
            var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            Handover handover = Handover.read(input);
            handover.properties().forEach(System::setProperty);
            endWith(input);
            run(handover.tests());
            exit = TOOK_PLACE;
        } catch (IOException | RuntimeException | Error e) {
            // Not by a logger, which may be set to say nothing.
            var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
            err.println("The run did not take place:");
            e.printStackTrace(err);
        } finally {
            // Whatever thread a test has left behind.
            System.exit(exit);
        }
    }

    private static void run(List<String> tests) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            Optional.ofNullable(session.getStore().get(SweepListener.STORE, SweepRecorder.class, SweepRecorder.class))
                    .ifPresent(SweepRecorder::repeats);
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(tests.stream()
                                    .map(DiscoverySelectors::selectUniqueId)
                                    .toList())
                            .build());
        }
    }

    /** Ends this process, with its clean-up, when the one that has started it is gone. */
    private static void endWith(BufferedReader input) {
        var thread = new Thread(
                () -> {
                    try {
                        while (input.read() >= 0) {
                            // Nothing is told but that it is there.
                        }
                    } catch (IOException e) {
                        LoggerFactory.getLogger(RecipeAlone.class).warn("The sweep is not heard of any more", e);
                    }
                    System.exit(LEFT_ALONE);
                },
                "end-with-the-sweep");
        thread.setDaemon(true);
        thread.start();
    }
}
