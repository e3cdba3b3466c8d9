package org.recipeharness.recipes.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sweep costs: side by side, and the more recipes there are. Measures on the lab; no part of the build. */
class SweepBenchmark {

    private static final String[] RECIPES = {"MumbleTest", "PinboardTest", "WordPressTest", "DiscourseTest"};
    private static final int[] SIZES = {10, 25, 50};

    private final Path folder;

    SweepBenchmark(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void takesLessTimeSideBySideAndComesToTheSame() throws IOException {
        // The first one finds all that it needs in no cache; it counts for neither.
        LaunchedSweep.of(folder.resolve("warm"), Map.of("harness.parallel", "1"), "PinboardTest");
        LaunchedSweep serial = LaunchedSweep.of(folder.resolve("serial"), Map.of("harness.parallel", "1"), RECIPES);
        LaunchedSweep parallel = LaunchedSweep.of(folder.resolve("parallel"), Map.of("harness.parallel", "2"), RECIPES);

        double ratio = parallel.seconds() / serial.seconds();
        System.out.printf(
                "%d recipes: one by one %.1f s, two at once %.1f s, ratio %.2f%n",
                RECIPES.length, serial.seconds(), parallel.seconds(), ratio);
        assertThat(parallel.outcomes()).hasSize(RECIPES.length).isEqualTo(serial.outcomes());
        assertThat(ratio).isLessThan(0.9);
    }

    @Test
    void costsTheSameForEachRecipeTheMoreThereAre() throws IOException, GitAPIException {
        var catalogue = GeneratedCatalogue.of(folder.resolve("catalogue"), SIZES[SIZES.length - 1]);
        String parallel = System.getProperty("harness.parallel", "1");
        sweep(catalogue, 1, parallel);
        var rows = new ArrayList<String>();
        var secondsEach = new ArrayList<Double>();
        var bytesEach = new ArrayList<Double>();
        for (int size : SIZES) {
            LaunchedSweep sweep = sweep(catalogue, size, parallel);
            assertThat(sweep.outcomes())
                    .hasSize(size)
                    .allSatisfy((recipe, tiers) -> assertThat(tiers).containsEntry("install", "passed"));
            secondsEach.add(sweep.seconds() / size);
            bytesEach.add((double) (sweep.size("results.json") + sweep.size("index.html")) / size);
            rows.add("%7d %8.1f %11.2f %9.1f %17.1f %15.1f"
                    .formatted(
                            size,
                            sweep.seconds(),
                            sweep.seconds() / size,
                            sweep.heap() / 1048576.0,
                            sweep.size("results.json") / 1024.0,
                            sweep.size("index.html") / 1024.0));
        }
        System.out.println("recipes  seconds  s a recipe  heap MiB  results.json KiB  index.html KiB");
        rows.forEach(System.out::println);
        assertThat(last(secondsEach)).isLessThan(1.5 * secondsEach.get(0));
        assertThat(last(bytesEach)).isLessThan(1.2 * bytesEach.get(0));
    }

    private LaunchedSweep sweep(GeneratedCatalogue catalogue, int size, String parallel) {
        return LaunchedSweep.of(
                folder.resolve("of-" + size),
                Map.of(
                        "harness.catalogue",
                        catalogue.folder().toUri().toString(),
                        "harness.cache",
                        folder.resolve("cache").toString(),
                        "harness.recipes",
                        String.join(",", catalogue.recipes().subList(0, size)),
                        "harness.parallel",
                        parallel,
                        "harness.pull",
                        "never"),
                "AnyRecipeTest");
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }
}
