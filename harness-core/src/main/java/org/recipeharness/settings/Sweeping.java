package org.recipeharness.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a run of many recipes goes about it.
 *
 * @param recipes those without a test class of their own that it takes along
 * @param parallel how many recipes run side by side
 * @param memory how much must be available before a recipe begins beside others, in bytes
 * @param deadline how long it may go on beginning with further recipes
 * @param changedOnly whether recipes are left out that have not changed since they were tested last
 * @param reruns how often at least a red recipe is run again alone; empty where nothing is set, so that a sweep does it three times
 *     and a run of one recipe not at all
 * @param error with what error, from 0 to 1, the re-runs may end before the fifth
 * @param load what is put on the apps, to see what is left of their readiness; empty for nothing
 * @param history the file with the history of all runs; empty for no history
 * @param bisect whether the first bad commit of a red recipe is looked for
 */
public record Sweeping(
        Set<String> recipes,
        int parallel,
        long memory,
        Duration deadline,
        boolean changedOnly,
        Optional<Integer> reruns,
        double error,
        Optional<LoadWish> load,
        Optional<Path> history,
        boolean bisect) {

    private static final int MOST_PARALLEL = 16;
    private static final int MOST_RERUNS = 5;
    private static final long GIB = 1L << 30;
    private static final double USUAL_ERROR = 0.05;
    private static final String NO_HISTORY = "none";

    /**
     * Tells what load is put on a recipe.
     *
     * @param recipe its name
     * @return empty where it is left alone
     */
    public List<Load> loadOn(String recipe) {
        return load.map(wish -> wish.on(recipe)).orElse(List.of());
    }

    static Sweeping of(Reading reading) {
        return new Sweeping(
                reading.of(Setting.RECIPES, Set.of(), Written::recipes),
                reading.of(Setting.PARALLEL, 1, value -> Written.count(value, MOST_PARALLEL)),
                reading.of(Setting.MEMORY, GIB, Written::bytes),
                reading.of(Setting.DEADLINE, Duration.ofHours(6), Written::duration),
                reading.of(Setting.CHANGED_ONLY, false, Written::yesOrNo),
                reading.of(
                        Setting.RERUNS,
                        Optional.empty(),
                        value -> Optional.of(value.equals("0") ? 0 : Written.count(value, MOST_RERUNS))),
                reading.of(Setting.ERROR, USUAL_ERROR, Written::percent),
                reading.of(Setting.LOAD, Optional.empty(), value -> Optional.of(LoadWish.parse(value))),
                reading.of(Setting.HISTORY, Optional.of(usualHistory()), Sweeping::file),
                reading.of(Setting.BISECT, false, Written::yesOrNo));
    }

    private static Optional<Path> file(String value) {
        return value.equals(NO_HISTORY) ? Optional.empty() : Optional.of(Path.of(value));
    }

    private static Path usualHistory() {
        return UserFolder.DATA.of(System.getenv()).resolve("history.db");
    }
}
