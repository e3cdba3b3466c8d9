package org.recipeharness.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.recipeharness.fault.Party;
import org.recipeharness.files.FolderTree;
import org.recipeharness.process.CommandException;
import org.recipeharness.report.json.ResultsReader;
import org.recipeharness.report.model.Head;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.verdict.Attempt;
import org.recipeharness.verdict.Red;

/**
 * Runs of a red recipe alone, each in a process and a folder of its own.
 *
 * @param launching how a process is started
 * @param folder the folder that each gets one of its own in
 * @param told what JUnit was told for itself: settings and its own parameters, which go before system properties
 * @param patience how long each may take beside several times what the recipe took in the sweep
 */
public record AloneRuns(Launching launching, Path folder, Map<String, String> told, Duration patience) {

    private static final int TIMES = 4;

    /** The file that takes what a run has printed, in its folder. */
    public static final String OUTPUT = "output.txt";

    private static final String PROCESS = "the process of the run";

    public AloneRuns {
        folder = folder.toAbsolutePath();
        told = Map.copyOf(told);
    }

    /**
     * Takes away what an earlier sweep has left.
     *
     * @throws IOException when that can't be removed
     */
    public void begin() throws IOException {
        FolderTree.remove(folder);
    }

    /**
     * Runs a recipe alone.
     *
     * @param red what came of it in the sweep
     * @param tests its tests, by their unique ids
     * @param number which time it is, from 1
     * @return what came of it; also a run that did not take place is one, and red
     * @throws InterruptedException when the thread is interrupted; the run is ended first
     */
    public Attempt run(RecipeResult red, List<String> tests, int number) throws InterruptedException {
        return run(red, tests, new Way(number, place(red).resolve(String.valueOf(number)), Optional.empty()));
    }

    /**
     * Runs a recipe alone at another commit.
     *
     * @param red what came of it in the sweep
     * @param tests its tests, by their unique ids
     * @param commit the commit's full id
     * @return what came of it, as for {@link #run}
     * @throws InterruptedException when the thread is interrupted; the run is ended first
     */
    public Attempt at(RecipeResult red, List<String> tests, String commit) throws InterruptedException {
        return run(red, tests, new Way(0, place(red).resolve("at-" + commit), Optional.of(commit)));
    }

    /**
     * How a run goes about it.
     *
     * @param number which time it is
     * @param own the folder that is its own
     * @param commit at which commit; empty for the one of the sweep
     */
    private record Way(int number, Path own, Optional<String> commit) {}

    private Attempt run(RecipeResult red, List<String> tests, Way way) throws InterruptedException {
        int number = way.number();
        Path own = way.own();
        Instant begun = Instant.now();
        long start = System.nanoTime();
        try {
            Files.createDirectories(own);
            var handover = new Handover(
                    AloneSettings.of(System.getProperties(), told, red.recipe(), own, way.commit()), tests);
            Duration limit = red.took().multipliedBy(TIMES).plus(patience);
            OptionalInt exit = launching.run(handover, own.resolve(OUTPUT), limit);
            if (exit.isEmpty()) {
                // A slower machine could be the reason.
                return lost(
                        number,
                        begun,
                        start,
                        own,
                        Party.UNTOLD,
                        "it was not at its end after " + limit.toSeconds() + " s, and was ended");
            }
            if (exit.getAsInt() != 0) {
                return lost(
                        number,
                        begun,
                        start,
                        own,
                        Party.HARNESS,
                        "it ended with exit code " + exit.getAsInt() + " and not as a run does");
            }
            return told(way, begun, red);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | CommandException e) {
            return lost(number, begun, start, own, Party.HARNESS, String.valueOf(e.getMessage()));
        }
    }

    private Path place(RecipeResult red) {
        return folder.resolve((red.recipe() + "-" + red.simpleClass()).replaceAll("[^A-Za-z0-9._-]", "-"));
    }

    private static Attempt told(Way way, Instant begun, RecipeResult red) {
        Path own = way.own();
        SweepResults results = ResultsReader.read(own);
        if (results.recipes().size() != 1 || !results.state().equals("complete")) {
            throw new IllegalArgumentException("Reading the results in " + own + ": found "
                    + results.recipes().size() + " recipes, " + results.state() + ", expected one and complete");
        }
        RecipeResult alone = results.recipes().get(0);
        Stream<Red> reds = Stream.concat(alone.reds().stream().map(RedCause::red), moved(red, alone, way).stream());
        return new Attempt(
                way.number(), Optional.empty(), begun, alone.took(), reds.toList(), alone.measured(), Optional.of(own));
    }

    /** A recipe may have had a new release since; what came of that tells nothing of the one before. */
    private static Optional<Red> moved(RecipeResult red, RecipeResult alone, Way way) {
        Optional<String> was = way.commit().or(() -> red.head().map(Head::commit));
        Optional<String> is = alone.head().map(Head::commit);
        return was.isEmpty() || is.isEmpty() || was.equals(is)
                ? Optional.empty()
                : Optional.of(new Red(
                        PROCESS,
                        Optional.empty(),
                        true,
                        Party.UNTOLD,
                        false,
                        "it ran at commit " + is.get() + ", expected " + was.get()));
    }

    private static Attempt lost(int number, Instant begun, long start, Path own, Party party, String why) {
        Red red = new Red(
                PROCESS,
                Optional.empty(),
                true,
                party,
                party == Party.UNTOLD,
                why + "; its output: " + own.resolve(OUTPUT));
        return new Attempt(
                number,
                Optional.empty(),
                begun,
                Duration.ofNanos(System.nanoTime() - start),
                List.of(red),
                Optional.empty(),
                Optional.of(own));
    }
}
