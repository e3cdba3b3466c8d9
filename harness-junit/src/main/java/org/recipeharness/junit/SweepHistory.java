package org.recipeharness.junit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.recipeharness.checkout.Catalogue;
import org.recipeharness.checkout.CheckoutException;
import org.recipeharness.history.History;
import org.recipeharness.history.HistoryException;
import org.recipeharness.history.Identity;
import org.recipeharness.history.Recollection;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.report.model.Head;
import org.recipeharness.report.model.Past;
import org.recipeharness.report.model.Recalled;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.Suspect;
import org.recipeharness.report.model.Suspects;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What earlier runs tell of a plan's recipes, and how this run is added to them. That it can't be told is told, and fails nothing. */
final class SweepHistory {

    private static final Logger LOG = LoggerFactory.getLogger(SweepHistory.class);

    private final Optional<History> history;
    private final Optional<Catalogue> catalogue;
    private final Map<String, String> chosen;
    private final Map<Key, Recollection> known = new HashMap<>();
    private final Map<Key, List<Suspect>> suspects = new HashMap<>();
    private final Map<Key, Suspect> firstBad = new HashMap<>();
    private final Map<Key, Recalled> recalled = new HashMap<>();
    private Optional<String> trouble = Optional.empty();

    SweepHistory(SweepSettings settings) {
        this.history =
                settings.valid().flatMap(valid -> valid.sweeping().history()).map(History::new);
        this.catalogue = settings.valid().map(SweepHistory::catalogue);
        this.chosen = settings.chosen();
    }

    /** A recipe by the class that tests it. */
    private record Key(String recipe, String testClass) {
        static Key of(RecipeResult result) {
            return new Key(result.recipe(), result.testClass());
        }
    }

    private static Catalogue catalogue(Settings settings) {
        return new Catalogue(settings.catalogue(), settings.cache());
    }

    /** Read once; nothing where there is no history, or one that can't be read. */
    Recollection of(String recipe, String testClass) {
        return known.computeIfAbsent(new Key(recipe, testClass), key -> {
            if (history.isEmpty() || trouble.isPresent()) {
                return Recollection.NONE;
            }
            try {
                return history.get().of(recipe, testClass, chosen);
            } catch (HistoryException e) {
                noteTrouble(e);
                return Recollection.NONE;
            }
        });
    }

    /** Notes that a recipe did nothing, as an earlier run's word holds. */
    void recalls(RecipeResult result, Recalled run) {
        recalled.put(Key.of(result), run);
    }

    /** Adds what is known from earlier runs. */
    RecipeResult withPast(RecipeResult result) {
        if (history.isEmpty()) {
            return result;
        }
        Recollection before = of(result.recipe(), result.testClass());
        if (trouble.isPresent()) {
            return result;
        }
        Past past = before.past(result);
        past = Optional.ofNullable(suspects.get(Key.of(result)))
                .map(Suspects::of)
                .map(past::withSuspects)
                .orElse(past);
        past = Optional.ofNullable(firstBad.get(Key.of(result)))
                .map(past::withFirstBad)
                .orElse(past);
        return result.withPast(Optional.ofNullable(recalled.get(Key.of(result)))
                .map(past::recalling)
                .orElse(past));
    }

    /** Looks which commits a red recipe has got since it was green. */
    void suspect(RecipeResult result) {
        Optional<Head> good =
                of(result.recipe(), result.testClass()).lastGreen().map(green -> green.head());
        Optional<Head> bad = result.head();
        if (!result.outcome().isRed() || good.isEmpty() || bad.isEmpty() || catalogue.isEmpty()) {
            return;
        }
        try {
            List<Suspect> found =
                    catalogue
                            .get()
                            .between(
                                    new RecipeName(result.recipe()),
                                    good.get().commit(),
                                    bad.get().commit())
                            .stream()
                            .map(each -> new Suspect(each.commit(), each.when(), each.subject()))
                            .toList();
            suspects.put(Key.of(result), found);
        } catch (CheckoutException e) {
            LOG.warn("The commits of {} since it was green can't be told: {}", result.recipe(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether its class did nothing, as an earlier run's word holds. */
    boolean isRecalled(RecipeResult result) {
        return recalled.containsKey(Key.of(result));
    }

    /**
     * What the last green run says of whose a red is. Where harness, test class or settings are not what they were then, nobody can
     * tell which of these has changed, and it says nothing.
     */
    org.recipeharness.verdict.Past past(RecipeResult red, Optional<String> harness) {
        return of(red.recipe(), red.testClass())
                .lastGreenRun()
                .filter(run -> harness.isPresent()
                        && run.identity().map(Identity::harness).equals(harness))
                .flatMap(run -> run.head()
                        .map(then -> new org.recipeharness.verdict.Past(
                                Optional.of("run " + run.run() + ", " + then.ref()),
                                red.head().map(Head::commit).equals(Optional.of(then.commit())),
                                true)))
                .orElse(org.recipeharness.verdict.Past.UNKNOWN);
    }

    /** Gives the commits since a red recipe was green, the newest first. */
    List<Suspect> suspects(RecipeResult red) {
        return suspects.getOrDefault(Key.of(red), List.of());
    }

    /** Notes which of these has made it red. */
    void firstBad(RecipeResult red, Suspect commit) {
        firstBad.put(Key.of(red), commit);
    }

    /** Adds a run that has ended. */
    void record(SweepResults results, Function<RecipeResult, Optional<Identity>> identities) {
        if (history.isEmpty() || trouble.isPresent()) {
            return;
        }
        try {
            history.get().record(results, identities);
        } catch (HistoryException e) {
            noteTrouble(e);
        }
    }

    /** What is to be told of the history itself. */
    List<String> remarks() {
        return trouble.stream().toList();
    }

    private void noteTrouble(HistoryException e) {
        LOG.warn("This run has no history: {}", e.getMessage(), e);
        trouble = Optional.of("This run has no history: " + e.getMessage());
    }
}
